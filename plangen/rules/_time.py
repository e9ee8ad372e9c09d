"""Dates in running text, and the time a plan runs: what the rules on time share.

Limit: a date is one written in Arabic digits; 本月中旬 and 春节前 are no dates here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from plangen.model.plan import Phase
from plangen.problem import Where
from plangen.rules._lines import Line
from plangen.rules.base import Case, Suspended, once, phase_ends
from plangen.text.dates import MASK, Date, date_range
from plangen.text.patterns import lazy

YEAR = rf"(?:(?:19|20)\d{{2}}|(?:19|20)\d?{MASK}{{1,2}})"
PAST = lazy(r"已|此前|曾|原定|截至|以来|基础上")
DEADLINE = lazy(
    rf"(?<![\dXx×〔])(?:(?P<year>{YEAR})年(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?)?"
    rf"|(?<!年)(?P<month2>\d{{1,2}})月(?:(?P<day2>\d{{1,2}})日)?)"
    rf"(?P<part>底|末|初|上旬|中旬|下旬)?(?:之前|以前|前)(?![期后往进述置的])"
)
BY = tuple(f"{last}前" for last in "年月日底末初旬之以")  # what each deadline has
RECURRING = lazy(
    r"每年|每月|每季|每半年|每周|逐年|逐月|次年|次月|翌年|当年|当月|同年|[上下]一?年|[上下]一?个?月|各?年度"
)
STOPS = "。；;！？"
SOON = datetime.timedelta(31)  # after a phase, in which its summary may still be due


class Deadline(NamedTuple):
    """……前 in a sentence: 2024年4月底前. The year may be unsaid (None) or masked."""

    text: str
    date: Date
    start: int
    sentence: str
    masked: bool

    @property
    def before(self) -> str:
        """What stands before it in its sentence."""
        return self.sentence.partition(self.text)[0]

    def dates(self, years: range) -> list[Date]:
        """What it may mean: itself, or itself in each of these years."""
        if self.date.year is not None:
            return [self.date]
        return [replace(self.date, year=year) for year in years if year <= datetime.MAXYEAR]

    def readings(self, stretch: Stretch) -> list[tuple[datetime.date, datetime.date]]:
        """The first and last day of what it may mean in a stretch of time.

        Without a year, in each of its years, and in the next where a summary may still be due.
        """
        dates = self.dates(range(stretch.opens.year, stretch.closes.year + 2))
        days = [(date.first, date.last) for date in dates]
        known = [(first, last) for first, last in days if first and last]
        soon = later(stretch.closes, SOON)
        return [day for day in known if day[0] <= soon] or known[:1]


def deadlines(text: str) -> Iterator[Deadline]:
    """The deadlines of a paragraph, those that come again every year or month left out.

    A year alone is no deadline without 底 (2000年前建成的小区 is not).
    """
    for found in DEADLINE.finditer(text) if "前" in text else ():
        sentence = sentence_at(text, found.start())
        month = found["month"] or found["month2"]
        if RECURRING.search(sentence) or not (month or found["part"]):
            continue
        year, day = found["year"], found["day"] or found["day2"]
        masked = bool(year) and not year.isdecimal()
        date = Date(
            found.group(), int(year) if year and not masked else None, _int(month), _int(day)
        )
        yield Deadline(found.group(), date, found.start(), sentence, masked)


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def sentence_at(text: str, at: int) -> str:
    """The sentence, or the part of it between ；, that a place of a text lies in."""
    start = max(text.rfind(mark, 0, at) for mark in STOPS) + 1
    ends = [end for mark in STOPS if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


class Stretch(NamedTuple):
    """The days from the first to the last of a plan; `first` and `last` as its phases say them."""

    opens: datetime.date
    closes: datetime.date
    first: Date
    last: Date

    @property
    def said(self) -> str:
        return f"{self.first}至{self.last}"

    def with_day(self, day: datetime.date | None) -> Stretch:
        """The stretch from that day on, where the day is earlier."""
        return self._replace(opens=min(self.opens, day)) if day else self


def phases_stretch(case: Case) -> Stretch | Suspended | None:
    """From the first phase's first day to the last phase's last.

    None where a phase has no date or no end (it goes on), since then nobody knows.
    """
    phases = case.plan.phases
    if not phases or any(phase.end is None for phase in phases):
        return None
    days = [
        (start.first, end.last, start, end)
        for _, start, end in phase_ends(case)
        if start.first and end.last
    ]
    if len(days) < len(phases):
        unknown = next(phase for phase in phases if not _known(phase))
        return Suspended(unknown.where, "阶段的时间不明，不能比较")
    opens, _, first, _ = min(days, key=lambda item: item[0])
    _, closes, _, last = max(days, key=lambda item: item[1])
    return Stretch(opens, closes, first, last)


def later(day: datetime.date, days: datetime.timedelta) -> datetime.date:
    """That day and some more, as far as the calendar goes."""
    return day + min(days, datetime.date.max - day)


def overlap(one: Date, two: Date) -> bool:
    """Whether two dates may mean the same time: 2024年1月 and 2024年1月8日. True if unknown."""
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return True
    return one.first <= two.last and two.first <= one.last


def _known(phase: Phase) -> bool:
    return all(date.first for date in (phase.start, phase.end) if date)


def issue_date(case: Case) -> Date | None:
    """The date of the document (成文日期), where there is one."""
    return case.plan.notice.date if case.plan.notice else None


def phase_pieces(phase: Phase) -> Iterator[tuple[str, Where]]:
    """The paragraphs of a phase as the plan has them."""
    for text in phase.text.split("\n"):
        yield text, phase.where
    for task in phase.tasks:
        yield f"{task.title}。{task.text}" if task.title else task.text, task.where


def by_phase(case: Case, *cues: str) -> Iterator[tuple[int | None, Line]]:
    """The lines with any of some pieces, each with the index of the phase whose text it is."""
    pieces = phase_texts(case)
    ends = tuple(text for text, _ in pieces)
    places = {phase.where.path: index for index, phase in enumerate(case.plan.phases)}
    for line in case.having(*cues):
        index = places.get(line.where.path[:2]) if line.where.path else None
        if index is None and line.text.endswith(ends):
            index = next(at for text, at in pieces if line.text.endswith(text))
        yield index, line


@once
def phase_texts(case: Case) -> list[tuple[str, int]]:
    """The paragraphs of the phases' texts and tasks, with the phase's index."""
    return [
        (text, index)
        for index, phase in enumerate(case.plan.phases)
        for piece, _ in phase_pieces(phase)
        for text in piece.split("\n")
        if text
    ]


@once
def work_deadlines(case: Case) -> tuple[tuple[int | None, Line, Deadline], ...]:
    """Deadlines of the text that speak of work to do, each with the phase it is written in.

    Those of targets with a deadline of their own are left out: it is checked as such.
    """
    aims = [target.text for target in case.plan.targets if target.by and target.text]
    return tuple(
        (index, line, due)
        for index, line in by_phase(case, *BY)
        for due in deadlines(line.text)
        if not PAST.search(due.sentence) and not any(aim in line.text for aim in aims)
    )


FOUNDING = lazy(
    r"(?:成立|组建)(?![^。；，]{0,8}(?:以来|后))[^。；]{0,30}?(?:领导小组|领导组|指挥部|工作专班)"
)


def founding(case: Case) -> Phase | None:
    """The phase in which the leading group is to be set up, where the plan says so."""
    for phase in case.plan.phases:
        if any(FOUNDING.search(text) for text, _ in phase_pieces(phase)):
            return phase
    return None


def said(first: datetime.date, last: datetime.date) -> str:
    """Two days as people write them: 2024年4月1日至4月30日."""
    ends = [Date(f"{day.year}年{day.month}月{day.day}日") for day in (first, last)]
    return date_range(ends[0], ends[1], "至")
