"""阶段还没开始就结束：起始时间晚于结束时间。

依据：实务（阶段应当起在止前）。级别：错误。打码或相对的日期（20XX年、今年）不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, Suspended, phase_ends
from plangen.text.dates import Date


def find(case: Case) -> Findings:
    """Phases whose end lies wholly before their start."""
    for index, start, end in phase_ends(case):
        phase = case.plan.phases[index]
        if start.first is None or end.last is None:
            yield Suspended(phase.where, f"{start}至{end}不能比较")
        elif reversed_ends(start, end):
            yield phase.where / "end", f"“{phase.name}”止于{end}，早于起始的{start}"


def reversed_ends(start: Date, end: Date) -> bool:
    """Whether a phase ends before it starts, for sure."""
    return start.first is not None and end.last is not None and end.last < start.first


RULE = Rule(
    "phase-reversed",
    Level.ERROR,
    find,
    needs=("phases",),
    good=("phases: [{name: 启动阶段, start: 2024-02, end: 2024-02}]",),
    bad=(
        (
            "phases: [{name: 启动阶段, start: 2024-10, end: 2024-02}]",
            "“启动阶段”止于2024年2月，早于起始的2024年10月",
        ),
    ),
)
