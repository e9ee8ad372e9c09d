"""阶段次序颠倒：后一阶段比前一阶段开始得早；只写期限的阶段，期限比前一个早。

依据：实务（阶段按时间先后排列）。级别：错误。打码或相对的日期不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """Phases that start before the nearest dated phase above them, or are due before it."""
    before = due = None
    for phase in case.plan.phases:
        start, end = phase.start, phase.end
        if start is None and end and end.first and end.last:
            if due and end.last < due[1]:
                yield (
                    phase.where / "end",
                    f"“{phase.name}”止于{end}，早于前一阶段“{due[0]}”的{due[2]}",
                )
            due = (phase.name, end.first, end)
        if start is None:
            continue
        if start.first is None or start.last is None:
            yield Suspended(phase.where, f"{start}不能比较")
            continue
        if before and start.last < before[1]:
            yield (
                phase.where / "start",
                f"“{phase.name}”从{start}开始，早于前一阶段“{before[0]}”的{before[2]}",
            )
        before = due = (phase.name, start.first, start)


RULE = Rule(
    "phase-order",
    Level.ERROR,
    find,
    needs=("phases",),
    good=(
        "phases: [{name: 甲阶段, start: 2024-02}, {name: 乙阶段, start: 2024-03}]",
        "phases: [{name: 甲阶段, start: 2024-12}, {name: 乙阶段, start: 2024}]",
        "phases: [{name: 甲阶段, end: 2024-12}, {name: 乙阶段, start: 2024-11}]",
        "phases: [{name: 甲阶段, start: 20XX-02}, {name: 乙阶段, start: 20XX-01}]",
        "phases: [{name: 甲阶段, end: 2024-03}, {name: 乙阶段, end: 2024-06}]",
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-06}, {name: 乙阶段, end: 2024-05}]",
    ),
    bad=(
        (
            "phases: [{name: 甲阶段, start: 2024-10, end: 2024-12},"
            " {name: 乙阶段, start: 2024-01, end: 2024-04}]",
            "“乙阶段”从2024年1月开始，早于前一阶段“甲阶段”的2024年10月",
        ),
        (
            "phases: [{name: 甲阶段, end: 2024-06}, {name: 乙阶段, end: 2024-03}]",
            "“乙阶段”止于2024年3月，早于前一阶段“甲阶段”的2024年6月",
        ),
        (
            "phases: [{name: 甲阶段, start: 2024-06}, {name: 乙阶段, end: 2024-03}]",
            "“乙阶段”止于2024年3月，早于前一阶段“甲阶段”的2024年6月",
        ),
    ),
)
