"""Who does it, at the end of an item: （牵头单位：甲、乙。协助单位：丙）, or without brackets.

Others say it in words: （甲牵头，乙、丙配合）. What stands beside it and is no unit (责任领导：…,
完成时限：…) stays in the text. The words are in plangen/words/responsibility.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from plangen.model.plan import Assignment, Party
from plangen.recognise.names import GROUPED, is_unit
from plangen.source.facts import facts
from plangen.text.memory import remembered

PAIRS = ("（）", "()", "[]", "［］", "【】", "〔〕")
CHARGE = re.compile(r"^由(?P<who>[^，。；：]{2,40}?)(?:总负责|负责|牵头负责|总牵头)[。]?$")
# 各乡（镇）。列首位的为牵头单位，下同: who of the units leads
FIRST = re.compile(r"[。；，,;]\s*(?P<note>[^。；，]{0,6}(?:首位|第一)[^。；，]{0,4}牵头.*)$")
UNIT_MARKS = frozenset("、，,；;\n")
SPOKEN = re.compile("[，,；;。]")
CLOSING = tuple("）)】］〕]")
INNER = r"(?:[^（）()\[\]【】［］〔〕]|[（(][^（）()]*[）)])*"


@dataclass(frozen=True)
class Words:
    """The words of marks, and the patterns made of them.

    No mark is without a label with its colon, or one of the words that are `spoken`.
    """

    lead: frozenset[str]
    support: frozenset[str]
    label: re.Pattern[str]
    brackets: re.Pattern[str]
    bare: re.Pattern[str]
    leading: re.Pattern[str]
    joining: re.Pattern[str]
    spoken: re.Pattern[str]
    labels: re.Pattern[str]


@cache
def words() -> Words:
    """The words there are."""
    data = cast("dict[str, list[str]]", facts("plangen.words", "responsibility.yaml"))
    units = _any([*data["lead"], *data["support"]])
    known = _any([*data["lead"], *data["support"], *data["beside"]])
    label = rf"(?P<label>{known})\s*[：:]\s*"
    tail = r"\s*[。；;]?\s*$"
    ends = "|".join(
        rf"{re.escape(pair[0])}\s*(?P<in{at}>{INNER}){re.escape(pair[1])}"
        for at, pair in enumerate(PAIRS)
    )
    lines = rf"(?:{known})\s*[：:][^。\n]*"
    return Words(
        lead=frozenset(data["lead"]),
        support=frozenset(data["support"]),
        label=re.compile(rf"(?:^|(?<=[。；;，,、\s]))\s*{label}"),
        brackets=re.compile(rf"(?:{ends}){tail}"),
        bare=re.compile(
            rf"(?:^|(?<=[。；;\n]))\s*(?P<inner>(?={units})(?:{lines})(?:[。；;，,\n]\s*{lines})*)[。]?\s*$"
        ),
        leading=re.compile(rf"^由?(?P<who>.+?)(?:{_any(data['leading'])})$"),
        joining=re.compile(rf"^(?P<who>.+?)(?:{_any(data['joining'])})$"),
        spoken=re.compile(_any([*data["leading"], *data["joining"]])),
        labels=re.compile(rf"(?:{known})\s*[：:]"),
    )


def _any(names: Iterable[str]) -> str:
    """Any of some words, the longest first."""
    return "|".join(sorted(set(names), key=len, reverse=True))


@dataclass(frozen=True)
class Mark:
    """What a text says, and by whom it is done; the labels as they are written."""

    text: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    lead_label: str = ""
    support_label: str = ""
    also: tuple[Party, ...] = ()

    @property
    def by(self) -> Assignment:
        """Who does it, the labels as they are written."""
        return Assignment(
            lead=self.lead,
            lead_label=self.lead_label,
            support=self.support,
            support_label=self.support_label,
            also=self.also,
        )


@dataclass
class Parts:
    """The parts of a mark, as they are read; `beside` is what names no unit."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    lead_label: str = ""
    support_label: str = ""
    also: list[Party] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def read(self, label: str, held: str) -> None:
        """One part with its label."""
        if note := FIRST.search(held):
            held = held[: note.start()]
            self.beside.append(note["note"])
        if label not in words().lead and label not in words().support:
            self.beside.append(f"{label}：{held}")
        else:
            self.take(Party(label=label, units=unit_list(held)))

    def take(self, party: Party) -> None:
        """One party: of two that may lead the second one supports."""
        if party.label in words().lead and not self.lead_label:
            self.lead, self.lead_label = party.units, party.label
        elif self.support_label in ("", party.label):
            self.support, self.support_label = (*self.support, *party.units), party.label
        else:
            self.also.append(party)

    def mark(self, text: str) -> Mark:
        """The mark at the end of a text."""
        labels = self.lead_label, self.support_label
        return Mark(text, self.lead, self.support, *labels, tuple(self.also))


@remembered(2048)  # several readers ask about the same lines
def read_mark(text: str) -> Mark | None:
    """The mark at the end of a text; None where it has none."""
    if not _may_end(text):
        return None
    found = words().brackets.search(text)
    if found:
        inner = next(part for part in found.groups() if part is not None)
        parts = _labelled(inner) or _spoken(inner)
        return _mark(text[: found.start()].strip(), parts, "（{}）") if parts else None
    bare = words().bare.search(text)
    parts = _labelled(bare["inner"]) if bare else None
    return _mark(text[: bare.start()].strip(), parts, "\n{}") if bare and parts else None


def _may_end(text: str) -> bool:
    """Whether a text holds what a mark has: a label with its colon, or words in brackets."""
    if ("：" in text or ":" in text) and words().labels.search(text):
        return True
    ended = text.rstrip().rstrip("。；;").rstrip().endswith(CLOSING)
    return ended and words().spoken.search(text) is not None


def _mark(text: str, parts: Parts, form: str) -> Mark:
    beside = form.format("；".join(parts.beside)) if parts.beside else ""
    return parts.mark((text + beside).strip())


def _labelled(inner: str) -> Parts | None:
    """The parts of a mark with labels; None where it begins otherwise, or names no units."""
    found = list(words().label.finditer(inner))
    if not found or inner[: found[0].start()].strip():
        return None
    out = Parts()
    for at, part in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(inner)
        out.read(part["label"], inner[part.end() : end].strip().rstrip("。；;，, \n"))
    return out if out.lead_label or out.support_label else None


def _spoken(inner: str) -> Parts | None:
    """甲牵头，乙、丙配合 → who leads and who joins in; None where anything else is said."""
    pieces = [piece.strip() for piece in SPOKEN.split(inner) if piece.strip()]
    if not pieces:
        return None
    found = words().leading.match(pieces[0])
    first = found or words().joining.match(pieces[0])
    others = list(_joining(pieces[1:]))
    if first is None or len(others) < len(pieces) - 1 or (others and not found):
        return None
    lead = unit_list(first["who"])
    if not are_units(lead):
        return None
    return Parts(lead=lead, support=tuple(unit for units in others for unit in units))


def _joining(pieces: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for piece in pieces:
        found = words().joining.match(piece)
        units = unit_list(found["who"]) if found else ()
        if units and are_units(units):
            yield units


def are_units(names: Sequence[str]) -> bool:
    """Whether all of some names are units, or a class of these."""
    return bool(names) and all(is_unit(name) or GROUPED.match(name) for name in names)


def goes_on(text: str) -> bool:
    """Whether a paragraph goes on with the mark above it: 完成时限：2024年6月底."""
    found = words().label.match(text)
    return found is not None and found.start() == 0


def charge(text: str) -> str:
    """The body in charge: 由行业卫生组总负责。 → 行业卫生组."""
    found = CHARGE.match(text.strip())
    return found["who"] if found else ""


def unit_list(text: str) -> tuple[str, ...]:
    """Units in a row; what stands in brackets is not divided."""
    out, depth, start = [], 0, 0
    text = text.strip().strip("。；;，, ")
    for at, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if char in UNIT_MARKS and not depth:
            out.append(text[start:at].strip())
            start = at + 1
    out.append(text[start:].strip())
    return tuple(part for part in out if part)
