"""What a roadmap (五年行动方案) says beside its plan: tracks, their calendars, subsidies.

Field names are the schema's keys. The plan itself (title, phases, guarantees, notice …) is a
`Plan`, so that whatever holds for plans holds for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plangen.model.plan import Part, Phase
from plangen.text.dates import Date, parse_date
from plangen.text.years import parse_when, parse_years
from plangen.value import named_value

PHASE = "阶段"
YEAR_END = re.compile("年[底末]前?$")
DECEMBER = 12
HALF = 2  # characters of a phase's name that are a word of their own: 宣传, 发动


@named_value
class CalendarStep(Part):
    """A step of a calendar; `phase` names the phase of the plan it belongs to."""

    when: str
    text: str
    phase: str = ""

    @property
    def sentence(self) -> str:
        """2—4月，集中创建 without a final mark: those who join sentences set it."""
        return f"{self.when}，{self.text.rstrip('。；，')}"

    def speaks_of(self, phase: str) -> bool:
        """Whether its text has the name of a phase, or half of it: 宣传 of 宣传发动阶段."""
        core = phase.removesuffix(PHASE)
        halves = [core[at : at + HALF] for at in range(0, len(core) - HALF + 1, HALF)]
        return any(half in self.text for half in halves)


@named_value
class DatedStep(Part):
    """A step with its first and last date; None where its time can't be read."""

    step: CalendarStep
    start: Date | None
    end: Date | None


@named_value
class Cohort(Part):
    """The townships of a year (or of years) in one track, and their steps."""

    years: str
    townships: tuple[str, ...]
    steps: tuple[CalendarStep, ...] = ()
    note: str = ""

    @property
    def span(self) -> tuple[int, int] | None:
        """Its first and last year; None where they are masked."""
        return parse_years(self.years)

    @property
    def dated(self) -> tuple[DatedStep, ...]:
        """Its steps with their dates: a step without a year is in that of the step before it."""
        year = self.span[0] if self.span else None
        out: list[DatedStep] = []
        for step in self.steps:
            when = parse_when(step.when)
            year = (when and when.year) or year
            ends = when.dates(year) if when and year else (None, None)
            if when and when.until:
                year = when.until
            out.append(DatedStep(step=step, start=ends[0], end=ends[1], where=step.where))
        return tuple(out)


@named_value
class Share(Part):
    """What part of all townships a track reaches in the end; `reached` counts earlier ones too."""

    percent: float
    reached: float | None = None


@named_value
class Track(Part):
    """创建类型: a title to win (国家卫生乡镇), how many townships, which of them when."""

    name: str
    goal: float
    cohorts: tuple[Cohort, ...]
    standard: str = ""
    share: Share | None = None
    steps: tuple[CalendarStep, ...] = ()

    @property
    def calendar(self) -> tuple[Cohort, ...]:
        """Its cohorts, each with its own steps or those that all share."""
        return tuple(
            each if each.steps else replace(each, steps=self.steps) for each in self.cohorts
        )

    @property
    def townships(self) -> tuple[str, ...]:
        """Every township of the track, in the order of the calendar."""
        return tuple(name for cohort in self.cohorts for name in cohort.townships)


@named_value
class Base(Part):
    """How many townships there are: the base of percentages."""

    count: float
    name: str = "乡镇"


@named_value
class Instalment(Part):
    """One of the payments of a subsidy, in 万元."""

    when: str
    amount: float


@named_value
class Subsidy(Part):
    """What a township of a track gets, in 万元."""

    track: str
    amount: float
    instalments: tuple[Instalment, ...] = ()


@dataclass(frozen=True)
class Place:
    """A township's place in a roadmap; the steps are its cohort's, shared ones included."""

    township: str
    track: Track
    cohort: Cohort

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last year of its work; None where they are masked."""
        return self.cohort.span

    @property
    def steps(self) -> tuple[CalendarStep, ...]:
        """What it does when."""
        return self.cohort.steps


@named_value
class Roadmap(Part):
    """What a roadmap's spec has beside the keys of a plan.

    `plan` and `townships` are files, named from the folder of the spec: the plan that each
    township's plan is derived from, and the list of townships.
    """

    tracks: tuple[Track, ...]
    base: Base | None = None
    subsidies: tuple[Subsidy, ...] = ()
    subsidy_total: float | None = None
    plan: str = ""
    townships: str = ""

    def places(self) -> Iterator[Place]:
        """Every township of every cohort, in the order of the calendar."""
        for track in self.tracks:
            for cohort in track.calendar:
                yield from (Place(name, track, cohort) for name in cohort.townships)

    def track(self, name: str) -> Track | None:
        """The track of this name."""
        return next((track for track in self.tracks if track.name == name), None)

    @property
    def subsidies_due(self) -> float | None:
        """What all subsidies come to, in 万元; None where a track isn't known."""
        due = 0.0
        for subsidy in self.subsidies:
            track = self.track(subsidy.track)
            if track is None:
                return None
            due += track.goal * subsidy.amount
        return due


def phases(cohort: Cohort, known: tuple[Phase, ...]) -> tuple[Phase, ...]:
    """The phases of a township by its cohort's calendar.

    `known` are the phases of the roadmap's plan. Steps of one phase that follow one another are
    one; a step that names none belongs to the phase whose name it speaks of, else to that of the
    step before it. Where no phase is known, each step is one by itself, named by its text.
    """
    found: list[tuple[str, list[DatedStep]]] = []
    for dated in cohort.dated:
        before = found[-1][0] if found else ""
        name = phase_of(dated.step, known) or (before or known[0].name if known else "")
        name = name or dated.step.text
        if name != before:
            found.append((name, []))
        found[-1][1].append(dated)
    made = [_phase(name, steps) for name, steps in found]
    for at, (_, steps) in enumerate(found[1:]):
        if YEAR_END.search(steps[0].step.when):
            made[at] = _until(made[at], steps[0].start)
    return tuple(made)


def phase_of(step: CalendarStep, known: tuple[Phase, ...]) -> str:
    """The phase that a step names, or the first whose name it speaks of; empty if none."""
    return step.phase or next((each.name for each in known if step.speaks_of(each.name)), "")


def _phase(name: str, steps: list[DatedStep]) -> Phase:
    text = "\n".join(f"{dated.step.sentence}。" for dated in steps)
    start, end = _even(steps[0].start, steps[-1].end)
    return Phase(name=name, start=start, end=end, text=text, where=steps[0].where)


def _until(phase: Phase, year_end: Date | None) -> Phase:
    """A phase that ends before the 年底 that comes after it: 下半年 is then 7月 to 11月."""
    start, end = phase.start, phase.end
    if (
        not (start and end and year_end)
        or end.year != year_end.year
        or end.month not in {None, DECEMBER}
    ):
        return phase
    if start.year == end.year and start.month == DECEMBER:
        return phase
    start, end = _even(start, parse_date(f"{end.year}年{DECEMBER - 1}月"))
    return replace(phase, start=start, end=end)


def _even(start: Date | None, end: Date | None) -> tuple[Date | None, Date | None]:
    """A first and a last date that are as exact as each other: 2023年 to 2024年4月 is from 1月."""
    if start and end and start.year and end.year:
        if start.month is None and end.month:
            return parse_date(f"{start.year}年1月"), end
        if end.month is None and start.month:
            return start, parse_date(f"{end.year}年12月")
    return start, end
