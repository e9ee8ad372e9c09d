"""乡镇方案的阶段超出了县方案：比县里同一阶段早开始，或晚结束。

依据：实务（下级的安排应在上级的时限以内）。级别：错误。
名称相同的阶段相比；名称不同而个数相同的按次序比；其余的与县方案的首尾比。县里是行动方案的，
与所在批次的年份比。打码的日期不核对。
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from plangen.model.plan import Phase
from plangen.problem import Level
from plangen.rules._against import county_of, name
from plangen.rules.base import Case, Findings, Rule, Suspended, phase_ends
from plangen.text.dates import Date


class Frame(NamedTuple):
    """The time a phase has to stay in, and what it is called."""

    said: str
    opens: datetime.date
    closes: datetime.date
    start: str
    end: str


def find(case: Case) -> Findings:
    """Phases that begin before or end after the county's."""
    for index, start, end in phase_ends(case):
        phase = case.plan.phases[index]
        frame = _frame(case, index, phase)
        if frame is None:
            continue
        if start.first is None or end.last is None:
            yield Suspended(phase.where, f"{start}至{end}不能与县方案比较")
            continue
        if start.first < frame.opens:
            message = f"“{phase.name}”从{start}开始，早于{frame.said}的{frame.start}"
            yield phase.where / "start", message
        if end.last > frame.closes:
            yield phase.where / "end", f"“{phase.name}”止于{end}，晚于{frame.said}的{frame.end}"


def _frame(case: Case, index: int, phase: Phase) -> Frame | None:
    county = county_of(case)
    if years := _years(case):
        opens, closes = datetime.date(years[0], 1, 1), datetime.date(years[1], 12, 31)
        return Frame("行动方案里本批次", opens, closes, f"{years[0]}年", f"{years[1]}年")
    known = {one.name: one for one in county.plan.phases}
    same = known.get(phase.name)
    if same is None and len(known) == len(case.plan.phases):
        same = county.plan.phases[index]
    if same is not None:
        return _of("县方案同一阶段", same.start, same.end)
    ends = list(phase_ends(county))
    return _of("县方案", ends[0][1], ends[-1][2]) if ends else None


def _years(case: Case) -> tuple[int, int] | None:
    """The years of the township's cohorts, where the county's plan is a roadmap."""
    roadmap = county_of(case).roadmap
    spans = [p.years for p in roadmap.places() if p.township == name(case)] if roadmap else []
    known = [span for span in spans if span]
    return (min(one[0] for one in known), max(one[1] for one in known)) if known else None


def _of(said: str, start: Date | None, end: Date | None) -> Frame | None:
    opens, closes = start.first if start else None, end.last if end else None
    if opens is None or closes is None:
        return None
    return Frame(said, opens, closes, str(start), str(end))


COUNTY = (
    "county: {phases: [{name: 启动阶段, start: 2024-01, end: 2024-02},"
    " {name: 整治阶段, start: 2024-03, end: 2024-12}]}\n"
)
RULE = Rule(
    "phase-off-county",
    Level.ERROR,
    find,
    needs=("phases",),
    against=True,
    good=(
        COUNTY + "phases: [{name: 启动阶段, start: 2024-01-15, end: 2024-02-29},"
        " {name: 整治阶段, start: 2024-03-01, end: 2024-12-21}]",
        COUNTY + "phases: [{name: 集中整治, start: 2024-02, end: 2024-12}]",
        "county: {}\nphases: [{name: 启动阶段, start: 2024-01, end: 2024-02}]",
    ),
    bad=(
        (
            COUNTY + "phases: [{name: 启动阶段, start: 2023-12, end: 2024-02},"
            " {name: 整治阶段, start: 2024-03, end: 2025-03}]",
            "“启动阶段”从2023年12月开始，早于县方案同一阶段的2024年1月\n"
            "“整治阶段”止于2025年3月，晚于县方案同一阶段的2024年12月",
        ),
        (
            COUNTY + "phases: [{name: 动员阶段, start: 2024-01, end: 2024-03},"
            " {name: 攻坚阶段, start: 2024-04, end: 2024-12}]",
            "“动员阶段”止于2024年3月，晚于县方案同一阶段的2024年2月",
        ),
    ),
)
