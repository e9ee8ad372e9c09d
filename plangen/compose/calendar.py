"""行事历: what a roadmap prints of its tracks: goals by year, and the calendar as a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from plangen.compose.blocks import paragraphs
from plangen.model.document import Block, Row, Table
from plangen.standard.context import Context
from plangen.text.years import parse_when

if TYPE_CHECKING:
    from plangen.model.roadmap import CalendarStep, Cohort, Roadmap, Track

HEAD = ("创建类型", "创建年份", "创建乡镇", "创建步骤", "备注")
# In 字 of the table: a row of townships is as wide as 白石渡镇, that of years as 2022—2024年.
UPRIGHT, TURNED = (4.7, 7.3, 5.1, 16.9, 2.8), (7.2, 7.3, 5.1, 29.5, 4)
TYPE, STEPS, NOTE = 0, 3, 4
CENTRED = (0, 1, 2)


def calendar_table(roadmap: Roadmap, *, landscape: bool) -> Table:
    """类型, 年份, 乡镇, 步骤, 备注: a row for each cohort; what rows share stands there once."""
    rows = [row for track in roadmap.tracks for row in _rows(track)]
    head = Row(tuple((name,) for name in HEAD), head=True)
    return Table((head, *rows), TURNED if landscape else UPRIGHT, CENTRED)


def _rows(track: Track) -> Iterator[Row]:
    """The cohorts of a track. Rows that share their steps stay on one page with them."""
    cells = [_cells(track, cohort) for cohort in track.calendar]
    merged = [(), *(_shared(above, row) for above, row in pairwise(cells))]
    for row, own, below in zip(cells, merged, [*merged[1:], ()], strict=True):
        left = tuple(() if at in own else cell for at, cell in enumerate(row))
        yield Row(left, merged=own, keep=STEPS in below)


def _cells(track: Track, cohort: Cohort) -> tuple[tuple[str, ...], ...]:
    note = (cohort.note,) if cohort.note else ()
    return (track.name,), (years(cohort),), cohort.townships, tuple(steps(cohort)), note


def _shared(
    above: tuple[tuple[str, ...], ...], row: tuple[tuple[str, ...], ...]
) -> tuple[int, ...]:
    """The columns that a row shares with the one above it.

    None without the steps: only rows that share them stay on one page, and what is left of a cell
    on a new page would be blank.
    """
    if not row[STEPS] or row[STEPS] != above[STEPS]:
        return ()
    return tuple(at for at in (TYPE, STEPS, NOTE) if row[at] and row[at] == above[at])


def years(cohort: Cohort) -> str:
    """2022年, 2022—2024年; masked ones as they are written."""
    span = cohort.span
    if span is None:
        return cohort.years if cohort.years.endswith("年") else f"{cohort.years}年"
    first, last = span
    return f"{first}年" if first == last else f"{first}—{last}年"


def steps(cohort: Cohort) -> Iterator[str]:
    """Its steps: over several years a paragraph for each year, else one for each step."""
    span = cohort.span
    if span is None or span[0] == span[1]:
        yield from (f"{step.sentence}。" for step in cohort.steps)
        return
    for _, group in groupby(cohort.steps, key=_YearCount()):
        yield "；".join(step.sentence for step in group) + "。"


class _YearCount:
    """How many times a year was said so far: the steps until the next belong together."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, step: CalendarStep) -> int:
        when = parse_when(step.when)
        self.count += bool(when and when.year)
        return self.count


def track_blocks(context: Context, _level: int) -> Iterator[Block]:
    """国家卫生乡镇：2024年，甲镇、乙乡成功创建国家卫生乡镇；…: a paragraph for each track."""
    for track in context.roadmap.tracks if context.roadmap else ():
        parts = [
            f"{_by(cohort)}，{'、'.join(cohort.townships)}成功创建{track.name}"
            for cohort in track.cohorts
        ]
        yield from paragraphs(f"{track.name}：{'；'.join(parts)}。", track.where)


def _by(cohort: Cohort) -> str:
    """2022年; 到2024年, where it takes several."""
    span = cohort.span
    return f"到{span[1]}年" if span and span[0] != span[1] else years(cohort)
