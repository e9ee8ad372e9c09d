"""Abbreviations that a document defines: …（以下简称“创卫”）."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plangen.model.document import Role
from plangen.rules._lines import Line
from plangen.rules._numbering import ANNEX_LABEL
from plangen.rules.base import Case, once
from plangen.text.patterns import lazy

DEFINED = lazy(
    r"[（(]\s*(?:以下|下文)(?:分别|统一)?[简统]称(?:为|：|:)?(?P<names>[^（）()]{1,60})[）)]"
)
NAME = lazy(r"[“《](?P<name>[^“”《》]+)[”》]")
FULL = lazy(r"(?:《[^《》]+》|[^，。；：、（）()《》“”]+)$")
AMONG = lazy(r"分别")
BEGINS = frozenset({Role.TITLE, Role.ANNEX_LABEL})


class Abbreviation(NamedTuple):
    """`name` is the abbreviation with its 《》, `full` what stands before the bracket.

    `first` is the place of the first line of its part: notice, plan or annex.
    """

    name: str
    full: str
    line: Line
    place: int
    first: int
    start: int

    @property
    def marked(self) -> str:
        """As the text has it: 《标准》, or “创卫” without marks."""
        return self.name.strip("“”")


def abbreviations(case: Case) -> list[Abbreviation]:
    """Every abbreviation, in order."""
    return [found for part in parts(case) for found in part]


@once
def parts(case: Case) -> tuple[list[Abbreviation], ...]:
    """The abbreviations of the notice, the plan, each annex; no part where there are none."""
    return tuple(_parts(case)) if case.having("简称", "统称") else ()


def _parts(case: Case) -> Iterator[list[Abbreviation]]:
    found: list[Abbreviation] = []
    first = 0
    for place, line in enumerate(case.lines()):
        if line.role in BEGINS or (line.text[0] == "附" and ANNEX_LABEL.match(line.text)):
            yield found
            found, first = [], place
        if "称" in line.text:
            found += defined(line, place, first)
    yield found


def defined(line: Line, place: int, first: int) -> Iterator[Abbreviation]:
    """The abbreviations a line defines."""
    for match in DEFINED.finditer(line.text):
        names = [m.group() for m in NAME.finditer(match["names"])] or [match["names"].strip()]
        before = FULL.search(line.text[: match.start()])
        full = before.group() if before and not AMONG.search(match.group()) else ""
        for name in names:
            yield Abbreviation(name, full, line, place, first, match.start())
