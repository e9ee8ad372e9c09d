"""A standard's text as headings and clauses: which numbers head sections, which begin clauses.

The text comes as paragraphs, from a text file or from Word. Limit: two levels come out, the
innermost headings and the clauses under them; what is numbered below a clause stays in its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plangen.source.encoding import UNSEEN
from plangen.standard.marks import Kind, Line, Mark, kinds, marked

HEADING = 40  # characters of a heading at most
WRAPPED = 20  # characters of a line that may have been broken by its width
SHORT = 30  # characters of a line after the last clause that is no part of it

_ENDS = re.compile(r"[。；;：:！？!?”』）)]$")
_OPEN_END = re.compile(r"[，、,《（(“]$")
_SENTENCE = re.compile(r"[。；;！!]")
_PAGE = re.compile(r"[-—－–\s]*\d{1,4}[-—－–\s]*|第\s*\d+\s*页.*|\d+\s*/\s*\d+")
_MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s?|[-*+]\s+(?=\S))")
_NUMBER = re.compile(
    r"第[一二三四五六七八九十百\d]{1,5}(?:[章编篇节条]|部分)|[一二三四五六七八九十]{1,3}[、．.]|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]|[①-⑳]"
)
_ANNEX = re.compile(r"附(?:件|表|录|[：:])")
_SUPPLEMENT = re.compile(r"附\s*则")
_SCORE = re.compile(r"\s*[（(]?(?:共|计|满分)?\s*\d+(?:\.\d+)?\s*分[）)]?$")


@dataclass(frozen=True)
class Heading:
    """A heading: its number, and the numbers of those it stands under (二（三）)."""

    label: str
    title: str
    at: int


@dataclass
class Part:
    """A clause as read: its printed number if it has one, its paragraphs, its place."""

    mark: Mark | None
    lines: list[str]
    at: int

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass
class Group:
    """A heading with the clauses under it; without a heading for those that have none."""

    heading: Heading | None
    parts: list[Part] = field(default_factory=list)
    outer: bool = False  # has headings of its own below


@dataclass
class Outline:
    """What was read: what stands before, the sections, and the lines that are neither."""

    before: list[Line] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)


def outline(paragraphs: Iterable[str], most: int) -> Outline:
    """The outline of a text; where it has more than `most` sections, of a level higher."""
    lines = marked(list(_cleaned(paragraphs)))
    order = kinds(lines)
    read = [_Builder(order, kind).build(lines) for kind in _clause_kinds(lines, order)]
    return next((found for found in read if len(found.groups) <= most), read[0])


def _cleaned(paragraphs: Iterable[str]) -> Iterable[tuple[int, str]]:
    """The paragraphs that say something, with their places, without page numbers and Markdown.

    A number that has a line to itself goes to the line after it.
    """
    alone: tuple[int, str] | None = None
    for here in _said(paragraphs):
        if alone and not _NUMBER.match(here[1]):
            yield alone[0], alone[1] + here[1]
            alone = None
            continue
        if alone:
            yield alone
        alone = here if _NUMBER.fullmatch(here[1]) else None
        if not alone:
            yield here
    if alone:
        yield alone


def _said(paragraphs: Iterable[str]) -> Iterable[tuple[int, str]]:
    for at, paragraph in enumerate(paragraphs, 1):
        text = UNSEEN.sub("", paragraph).replace("**", "").strip().strip("\u3000")
        text = re.sub(r"^(\d+)\\([.)])", r"\1\2", _MARKDOWN.sub("", text))
        if text and not _PAGE.fullmatch(text):
            yield at, text


def _clause_kinds(lines: Sequence[Line], order: Sequence[Kind]) -> list[Kind | None]:
    """The kind of number that begins clauses, then what to fall back on: the kinds around it.

    Articles (第三条) are clauses, chapters never. Else it is the outermost kind whose items are
    texts, not headings. None: the clauses have no numbers.
    """
    if sum(1 for line in lines if line.mark and line.mark.kind is Kind.ARTICLE) > 1:
        first: Kind | None = Kind.ARTICLE
    else:
        first = next((kind for kind in order if _texts(lines, order, kind)), None)
    around = order[: order.index(first)] if first is not None else order
    return [first, *(kind for kind in reversed(around) if kind not in {Kind.CHAPTER, Kind.PART})]


def _texts(lines: Sequence[Line], order: Sequence[Kind], kind: Kind) -> bool:
    """Whether the items of a kind are texts: sentences, or with nothing below them.

    A third of headings makes them headings: of some sections the clauses may not be known.
    """
    outer = set(order[: order.index(kind) + 1])
    texts = [
        _is_text(line, lines[place + 1] if place + 1 < len(lines) else None, outer)
        for place, line in enumerate(lines)
        if line.mark and line.mark.kind is kind
    ]
    return texts.count(False) * 3 < len(texts)


def _is_text(line: Line, following: Line | None, outer: set[Kind]) -> bool:
    if len(line.text) > HEADING or _SENTENCE.search(line.text) or _opened(line.text):
        return True
    return following is None or (following.mark is not None and following.mark.kind in outer)


class _Builder:
    """Puts lines into sections and clauses, one by one."""

    def __init__(self, order: Sequence[Kind], clause: Kind | None) -> None:
        self.clause = clause
        self.heads = list(order if clause is None else order[: order.index(clause)])
        self.above: dict[Kind, Line] = {}
        self.out = Outline()
        self.last = ""  # the line before, as written

    def build(self, lines: Sequence[Line]) -> Outline:
        """The outline of all lines."""
        for place, line in enumerate(lines):
            begun = any(group.parts for group in self.out.groups)
            if begun and (_ANNEX.match(line.whole) or self._supplement(lines[place:])):
                self.out.left += lines[place:]
                break
            self._take(line)
            self.last = line.whole
        self.out.groups = [g for g in self.out.groups if g.parts or not g.outer]
        return self.out

    def _supplement(self, lines: Sequence[Line]) -> bool:
        """Whether 附则 begins, without clauses in it: since when the standard is in force."""
        clauses = (line.mark is not None and line.mark.kind is self.clause for line in lines)
        return _SUPPLEMENT.fullmatch(lines[0].whole) is not None and not any(clauses)

    def _take(self, line: Line) -> None:
        kind = line.mark.kind if line.mark else None
        if kind is not None and kind in self.heads:
            self._head(line, kind)
        elif kind is not None and kind is self.clause and line.text:
            self._group().parts.append(Part(line.mark, [line.text], line.at))
        elif not self.out.groups:
            self.out.before.append(line)
        else:
            self._more(line)

    def _head(self, line: Line, kind: Kind) -> None:
        level = self.heads.index(kind)
        self.above = {k: up for k, up in self.above.items() if self.heads.index(k) < level}
        labels = [up.mark for up in [*self.above.values(), line] if up.mark]
        self._outer()
        self.above[kind] = line
        title = _SCORE.sub("", line.text).rstrip("：:。").strip()
        self.out.groups.append(Group(Heading(_joined(labels), title or line.whole, line.at)))

    def _outer(self) -> None:
        """The headings above have one of their own."""
        places = {line.at for line in self.above.values()}
        for group in self.out.groups:
            group.outer |= bool(group.heading and group.heading.at in places)

    def _group(self) -> Group:
        if not self.out.groups:
            self.out.groups.append(Group(None))
        return self.out.groups[-1]

    def _more(self, line: Line) -> None:
        """A line that begins nothing: a clause without a number, more of one, or neither."""
        parts = self.out.groups[-1].parts
        wrapped = _wrapped(self.last) and not line.mark
        if self.clause is None and not (wrapped and parts):
            parts.append(Part(None, [line.whole], line.at))
        elif not parts:
            self.out.left.append(line)
        elif wrapped:
            parts[-1].lines[-1] += line.whole
        elif line.mark or _ENDS.search(line.whole) or len(line.whole) > SHORT:
            parts[-1].lines.append(line.whole)
        else:
            self.out.left.append(line)


def _wrapped(text: str) -> bool:
    """Whether a line may go on in the next: it hasn't ended, and is long or has a bracket open."""
    return not _ENDS.search(text) and (_opened(text) or len(text) >= WRAPPED)


def _opened(text: str) -> bool:
    """Whether a line breaks off: after a comma, or within brackets."""
    pairs = ("《》", "（）", "“”", "()")
    return bool(_OPEN_END.search(text)) or any(text.count(p[0]) > text.count(p[1]) for p in pairs)


def _joined(marks: Sequence[Mark]) -> str:
    """二 and （三） as 二（三）, a 第三节 of 第二章 as 二·三; 1.2 is whole as it is."""
    out = ""
    for mark in marks:
        if not out or mark.kind in {Kind.DECIMAL, Kind.DECIMALS}:
            out = mark.label
        elif mark.kind in {Kind.HAN_BRACKET, Kind.BRACKET}:
            out += f"（{mark.label}）"
        else:
            out += f"·{mark.label}"
    return out
