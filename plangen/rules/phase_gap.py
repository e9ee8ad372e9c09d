"""两个阶段之间有一段时间不属于任何阶段。

依据：实务（阶段首尾相接，工作不断档）。级别：空出一个月以上为警告，不足一个月为提示。
只空出周末的不算；重叠、颠倒的阶段由 phase-overlap、phase-order、phase-reversed 指出。
打码的日期不核对。
"""

from __future__ import annotations

import datetime
from itertools import pairwise

from plangen.problem import Level
from plangen.rules._time import said
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended, phase_ends
from plangen.rules.phase_reversed import reversed_ends

MONTH = 28
FRIDAY = 5  # weekdays from here on are the weekend
DAY = datetime.timedelta(1)


def find(case: Case) -> Findings:
    """Days between two neighbouring phases that no phase has."""
    ends = list(phase_ends(case))
    covered: datetime.date | None = None
    for (one, start, end), (two, later, last) in pairwise(ends):
        first, second = case.plan.phases[one], case.plan.phases[two]
        if reversed_ends(start, end) or reversed_ends(later, last):
            yield Suspended(second.where, "阶段起止颠倒，不知道中间有没有空档")
            continue
        if end.last is None or later.first is None:
            yield Suspended(second.where, f"{end}与{later}不能比较")
            continue
        covered = max(covered or end.last, end.last)
        # Of a phase with an end alone (2024年6月底前) nobody knows when it starts.
        if None in {first.end, second.start} or two != one + 1:
            continue
        if not _workdays(covered, later.first):
            continue
        days = (later.first - covered).days - 1
        long = days >= MONTH
        gap = f"（{said(covered + DAY, later.first - DAY)}，{days}天）"
        yield Finding(
            second.where / "start",
            f"“{first.name}”止于{end}，“{second.name}”从{later}开始，中间的时间不属于任何阶段{gap}",
            level=Level.WARNING if long else Level.INFO,
        )


def _workdays(last: datetime.date, first: datetime.date) -> bool:
    """Whether a working day lies between two days."""
    days = (last + DAY * n for n in range(1, (first - last).days))
    return any(day.weekday() < FRIDAY for day in days)


RULE = Rule(
    "phase-gap",
    Level.WARNING,
    find,
    needs=("phases",),
    good=(
        "phases: [{name: 甲阶段, start: 2024-02, end: 2024-03},"
        " {name: 乙阶段, start: 2024-04, end: 2024-05}]",
        "phases: [{name: 甲阶段, start: 2024-08-12, end: 2024-08-30},"
        " {name: 乙阶段, start: 2024-09-02, end: 2024-09-30}]",
        "phases: [{name: 甲阶段, start: 2024-10, end: 2024-12},"
        " {name: 乙阶段, start: 2024-01, end: 2024-04}]",
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-12},"
        " {name: 乙阶段, start: 2024-02, end: 2024-03}, {name: 丙阶段, start: 2024-06}]",
        "phases: [{name: 甲阶段, start: 20XX-01, end: 20XX-02}, {name: 乙阶段, start: 20XX-06}]",
        "phases: [{name: 甲阶段, end: 2024-03}, {name: 乙阶段, end: 2024-06}]",
        "phases: [{name: 甲阶段, start: 2024-02, end: 2024-04},"
        " {name: 乙阶段, start: 2024-09, end: 2024-06}, {name: 丙阶段, start: 2024-10}]",
    ),
    bad=(
        (
            "phases: [{name: 甲阶段, start: 2024-01, end: 2024-03},"
            " {name: 乙阶段, start: 2024-05, end: 2024-06}]",
            "“甲阶段”止于2024年3月，“乙阶段”从2024年5月开始，中间的时间不属于任何阶段"
            "（2024年4月1日至4月30日，30天）",
        ),
        (
            "phases: [{name: 甲阶段, start: 2024-08-10, end: 2024-08-15},"
            " {name: 乙阶段, start: 2024-08-20, end: 2024-10-31}]",
            "“甲阶段”止于2024年8月15日，“乙阶段”从2024年8月20日开始，中间的时间不属于任何阶段"
            "（2024年8月16日至8月19日，4天）",
        ),
    ),
)
