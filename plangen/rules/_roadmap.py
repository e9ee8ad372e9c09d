"""What the rules on roadmaps share: the years a roadmap runs, and the clauses of its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from plangen.rules._lines import Line
from plangen.rules.base import Case
from plangen.text.patterns import lazy
from plangen.text.years import DASH

if TYPE_CHECKING:
    from plangen.model.roadmap import Roadmap, Track

YEARS = lazy(rf"(20\d\d)年?{DASH}(20\d\d)年")
MARKS = lazy(r"[。；！？]")
HEADED = lazy(r"(?:[（(]?[一二三四五六七八九十\d]+[）)、.]\s*)?(?P<head>[^：。，；]{2,12})[：。]")

# Examples: a roadmap of five years with one track.
FIVE = "kind: roadmap\nperiod: {start: 2022, end: 2026}\n"


def one_track(cohorts: str, goal: int = 2, more: str = "") -> str:
    """The piece of a spec for an example: the track 省级卫生乡镇 with these cohorts."""
    return f"{FIVE}tracks: [{{name: 省级卫生乡镇, goal: {goal}, {more}cohorts: [{cohorts}]}}]"


def tracks(case: Case) -> tuple[Track, ...]:
    """The tracks of a roadmap; those rules that ask are run on nothing else."""
    return case.roadmap.tracks if case.roadmap else ()


def roadmap(case: Case) -> Roadmap:
    """What a roadmap says beside its plan; those rules that ask are run on nothing else."""
    return cast("Roadmap", case.roadmap)


def span(case: Case) -> tuple[int, int] | None:
    """The first and last year, by its period or else by its title; None where neither says."""
    period = case.plan.period
    if period and period.start.year and period.end.year:
        return period.start.year, period.end.year
    found = YEARS.search(case.plan.title)
    return (int(found[1]), int(found[2])) if found else None


def clauses(line: Line) -> Iterator[tuple[str, str]]:
    """The parts of a paragraph between 。 and ；, each with the head of the paragraph."""
    headed = HEADED.match(line.text)
    head = headed["head"] if headed else ""
    yield from ((head, part) for part in MARKS.split(line.text) if part)


def text_lines(case: Case) -> Iterator[Line]:
    """The paragraphs outside tables."""
    yield from (line for line in case.lines() if line.block.table is None)


def amount(value: float) -> str:
    """3, 0.5: a number without what it doesn't need."""
    return f"{value:.15g}"
