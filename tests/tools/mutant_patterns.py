"""Changed regular expressions: an alternative, a guard, an anchor less; a bound moved by one.

Limit: reads what the rules write (no verbose patterns, no comments in them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

OPEN = re.compile(r"\((?:\?(?:P<\w+>|P=\w+|<[=!]|[:=!]|[aiLmsux]+\)))?")
ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
WIDE = 3
QUANTITY = re.compile(r"[*+?]\??|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\}\??")
GUARDS = ("(?=", "(?!", "(?<=", "(?<!")
ANCHORS = frozenset({"^", "$", r"\Z", r"\A", r"\b", r"\B"})

Change = tuple[str, int, int, str]  # what is done, from where to where, what stands there then


def few(things: Sequence[int]) -> list[int]:
    """All of a short list; of a long one, which is data, the first, the middle and the last."""
    whole = 4
    return (
        list(things) if len(things) <= whole else [things[0], things[len(things) // 2], things[-1]]
    )


def changed_patterns(pattern: str) -> Iterator[tuple[str, str, str]]:
    """What is done, what is shown of it, and the changed pattern; each of them compiles."""
    if not _compiles(pattern):
        return
    for what, start, end, new in sorted(set(Scan(pattern).changes())):
        made = pattern[:start] + new + pattern[end:]
        if made != pattern and _compiles(made):
            near = pattern[max(0, start - 6) : start]
            yield what, f"{near}[{pattern[start:end]} → {new}]{pattern[end : end + 6]}", made


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError):
        return False
    return True


@dataclass
class Group:
    """An open group: how it opens, where, and where its alternatives start."""

    opener: str
    start: int
    branches: list[int]


@dataclass
class Scan:
    """One walk over a pattern, which notes what could be changed."""

    text: str
    found: list[Change] = field(default_factory=list)
    open: list[Group] = field(default_factory=list)

    def changes(self) -> list[Change]:
        at, self.open = 0, [Group("", 0, [0])]
        while at < len(self.text):
            at = self._step(at)
        self._branches(self.open[0], len(self.text))
        return self.found

    def _step(self, at: int) -> int:
        """Note what can be changed at a place, and where the next thing starts."""
        char = self.text[at]
        if char == "(":
            return self._open(at)
        if char == "|":
            self.open[-1].branches.append(at + 1)
            return at + 1
        if char == ")" and len(self.open) > 1:
            return self._close(at)
        found = (CLASS if char == "[" else ESCAPE).match(self.text, at)
        end = found.end() if found else at + 1
        if self.text[at:end] in ANCHORS:
            self.found.append(("anchor", at, end, ""))
            return end
        return self._quantity(end)

    def _open(self, at: int) -> int:
        found = OPEN.match(self.text, at)
        opener = found.group() if found else "("
        if not opener.endswith(")") and "P=" not in opener:
            self.open.append(Group(opener, at, [at + len(opener)]))
            return at + len(opener)
        return self.text.index(")", at) + 1

    def _close(self, at: int) -> int:
        group = self.open.pop()
        self._branches(group, at)
        if group.opener in GUARDS:
            self.found.append(("guard", group.start, at + 1, ""))
            return at + 1
        return self._quantity(at + 1)

    def _branches(self, group: Group, end: int) -> None:
        """An alternative less; the bar before it goes too, that of the first stands after it."""
        starts = group.branches
        for number in few(range(len(starts))) if len(starts) > 1 else ():
            last = number + 1 == len(starts)
            start = starts[number] - (number > 0)
            stop = end if last else starts[number + 1] - (number > 0)
            self.found.append(("alternative", start, stop, ""))

    def _quantity(self, end: int) -> int:
        """A window of some width (`{0,8}`) moved by one; `\\d{1,2}` is the shape of a number."""
        found = QUANTITY.match(self.text, end)
        if found is None:
            return end
        least, most = int(found["least"] or 0), int(found["most"] or 0)
        if most > WIDE:
            for value in (most - 1, most + 1) if most > least else ():
                self.found.append(("bound", *found.span("most"), str(value)))
        return found.end()
