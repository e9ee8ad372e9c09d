"""What changed between two parts of the model, each change under the Chinese names of its place.

The keys, their labels and their words are the schema's, so that a new key is compared without a
word here. Limit: what was moved to another part (a person to another role) goes at one place and
comes at the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import TypeAlias

from plangen.model.plan import Part, Person
from plangen.schema.load import Keys, Rules, Schema, inside, label, usual_words
from plangen.standard.wording import likeness, pairs

Trail: TypeAlias = tuple[str, ...]
"""The Chinese names that lead to a place: 工作组, 健康教育组, 成员单位."""

NAMES = ("name", "title", "heading", "role", "label", "clause", "section", "ids", "id", "years")
"""The fields that a part is known by; the first that says something."""
ALIKE = 0.5  # from here on two parts of other names are one that was rewritten
FEW = 3  # words; a list of so few is told as a whole: 县委常委、副县长 → 县委副书记
UNSEEN = frozenset({"where"})


class Kind(StrEnum):
    """What happened: it is new, gone, otherwise than before, or elsewhere in its list."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Change:
    """One change, with what the old plan has there and what the new one."""

    trail: Trail
    kind: Kind
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Comparer:
    """Compares what one schema describes; `left_out` are keys that others compare better."""

    schema: Schema
    left_out: frozenset[str] = frozenset()

    def parts(self, old: Part, new: Part, keys: Keys, trail: Trail = ()) -> Iterator[Change]:
        """The changes of a part, key by key in the order of the schema."""
        for key, rules in keys.items():
            if key in self.left_out or not hasattr(old, key):
                continue
            yield from self.values(
                getattr(old, key), getattr(new, key), rules, (*trail, label(key, rules))
            )

    def values(self, old: object, new: object, rules: Rules, trail: Trail) -> Iterator[Change]:
        """The changes of one value: a part, a list of parts or of words, a text."""
        if old == new:
            return
        part = self.schema.part(rules) or self.schema.part(inside(rules))
        if isinstance(old, tuple) and isinstance(new, tuple):
            if part and isinstance((*old, *new)[0], Part):
                yield from self._lists(old, new, part[1], trail)
            elif isinstance((*old, *new)[0], tuple):
                yield from _rows(self.words(old, rules), self.words(new, rules), trail)
            else:
                yield from _words(self.words(old, rules), self.words(new, rules), trail)
        elif part and isinstance(old, Part) and isinstance(new, Part):
            yield from self.parts(old, new, part[1], trail)
        else:
            yield change(trail, self.told(old, rules), self.told(new, rules))

    def _lists(
        self, old: Sequence[Part], new: Sequence[Part], keys: Keys, trail: Trail
    ) -> Iterator[Change]:
        partners = self._partners(old, new, keys)
        kept = set(partners.values())
        for at, part in enumerate(new):
            if at not in partners:
                yield Change(trail, Kind.ADDED, new=self._part_told(part, keys))
                continue
            before = old[partners[at]]
            yield from self.parts(before, part, keys, (*trail, _called(before, partners[at])))
        for at, part in enumerate(old):
            if at not in kept:
                yield Change(trail, Kind.DROPPED, old=self._part_told(part, keys))
        order = [partners[at] for at in sorted(partners)]
        yield from _order([_called(old[at], at) for at in sorted(kept)], order, trail)

    def told(self, value: object, rules: Rules) -> str:
        """A value in words: a part by its name, with the rest of it in brackets."""
        if value is None or value == ():
            return ""
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, tuple):
            return "、".join(self.words(value, rules))
        if isinstance(value, Part):
            part = self.schema.part(rules)
            return self._part_told(value, part[1]) if part else ""
        text = f"{value:g}" if isinstance(value, float) else str(value)
        return usual_words(rules).get(text, text)

    def words(self, values: Sequence[object], rules: Rules) -> list[str]:
        """Each item of a list in words."""
        return [self.told(value, inside(rules)) for value in values]

    def _part_told(self, part: Part, keys: Keys) -> str:
        if isinstance(part, Person):
            return f"{part.name}（{'、'.join(part.posts)}）" if part.posts else part.name
        usual = {item.name: item.default for item in fields(part)}
        first, *rest = [
            said
            for key, rules in keys.items()
            if key in usual and getattr(part, key) != usual[key]
            if (said := self.told(getattr(part, key), rules))
        ] or [""]
        return (
            f"{first}（{'；'.join(rest)}）" if rest and _name(part) else "；".join([first, *rest])
        )

    def _partners(self, old: Sequence[Part], new: Sequence[Part], keys: Keys) -> dict[int, int]:
        """Of each new part the old one that it was: by its name, else the one most like it."""
        found: dict[int, int] = {}
        by_name: dict[object, list[int]] = defaultdict(list)
        for at, part in enumerate(old):
            by_name[_name(part) or part].append(at)
        for at, part in enumerate(new):
            if same := by_name[_name(part) or part]:
                found[at] = same.pop(0)
        taken = set(found.values())
        left = [at for at in range(len(old)) if at not in taken]
        open_ = [at for at in range(len(new)) if at not in found]
        one, two = (
            {at: pairs(self._part_told(parts[at], keys)) for at in places}
            for parts, places in ((old, left), (new, open_))
        )
        scored = ((likeness(one[a], two[b]), a, b) for a in left for b in open_)
        for score, a, b in sorted(scored, reverse=True):
            if score >= ALIKE and b not in found and a not in taken:
                found[b] = a
                taken.add(a)
        return found


def change(trail: Trail, old: str, new: str) -> Change:
    """A value that came, went or became another."""
    kind = Kind.CHANGED if old and new else Kind.ADDED if new else Kind.DROPPED
    return Change(trail, kind, old, new)


def _name(part: Part) -> str:
    found = (getattr(part, name, "") for name in NAMES)
    return next((text for text in found if isinstance(text, str) and text), "")


def _called(part: Part, at: int) -> str:
    return _name(part) or f"第{at + 1}项"


def _rows(before: Sequence[str], after: Sequence[str], trail: Trail) -> Iterator[Change]:
    """The rows of a table that came, went or became others; each by its place among the new."""
    for kind, a, a_end, b, b_end in SequenceMatcher(a=before, b=after).get_opcodes():
        if kind != "equal":
            for at, (old, new) in enumerate(
                zip_longest(before[a:a_end], after[b:b_end], fillvalue=""), b + 1
            ):
                yield change((*trail, f"第{at}行") if new else trail, old, new)


def _words(before: Sequence[str], after: Sequence[str], trail: Trail) -> Iterator[Change]:
    """A list of words: which came, which went, which stand elsewhere."""
    if max(len(before), len(after)) <= FEW:
        yield change(trail, "、".join(before), "、".join(after))
        return
    for word in after:
        if word not in before:
            yield Change(trail, Kind.ADDED, new=word)
    for word in before:
        if word not in after:
            yield Change(trail, Kind.DROPPED, old=word)
    kept = [before.index(word) for word in dict.fromkeys(after) if word in before]
    yield from _order([before[at] for at in sorted(kept)], kept, trail)


def _order(names: Sequence[str], kept: Sequence[int], trail: Trail) -> Iterator[Change]:
    """What doesn't stand in its old order; `kept` are the old places in the new order."""
    in_order = sorted(kept)
    same = {
        at
        for block in SequenceMatcher(None, in_order, kept, autojunk=False).get_matching_blocks()
        for at in in_order[block.a : block.a + block.size]
    }
    if len(same) < len(kept):
        now = {at: place for place, at in enumerate(kept)}
        for place, at in enumerate(in_order):
            if at not in same:
                yield Change(
                    (*trail, names[place]), Kind.MOVED, f"第{place + 1}位", f"第{now[at] + 1}位"
                )
