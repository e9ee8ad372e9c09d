"""目标的期限落在各阶段之外：第一阶段还没开始就要完成，或各阶段都结束了还没到期。

依据：实务（目标应当有阶段去完成）。级别：期限早于第一阶段为错误，晚于最后阶段为警告。
有阶段没有写止期的，不核对是否晚于最后阶段。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended, phase_ends


def find(case: Case) -> Findings:
    """Deadlines of targets before the first phase or after the last."""
    ends = list(phase_ends(case))
    starts = [start.first for _, start, _ in ends]
    stops = [end.last for _, _, end in ends]
    known_starts = [day for day in starts if day]
    known_stops = [day for day in stops if day]
    ended = all(phase.end for phase in case.plan.phases)
    for target in case.plan.targets:
        if target.by is None or not ends:
            continue
        where, day, first = target.where / "by", target.by.last, target.by.first
        if day is None or first is None or None in starts or None in stops:
            yield Suspended(where, f"{target.by}不能与阶段比较")
        elif day < min(known_starts):
            yield where, f"期限{target.by}早于第一阶段的开始（{ends[0][1]}）"
        elif ended and first > max(known_stops):
            message = f"期限{target.by}晚于最后阶段的结束（{ends[-1][2]}），没有阶段去完成"
            yield Finding(where, message, level=Level.WARNING)


RULE = Rule(
    "target-outside",
    Level.ERROR,
    find,
    needs=("targets",),
    good=(
        "targets: [{text: 完成申报, by: 2024-04}]\n"
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-12}]",
        "targets: [{text: 完成申报, by: 2025-04}]\n"
        "phases: [{name: 甲阶段, start: 2024-10, end: 2024-12}, {name: 乙阶段, start: 2025-01}]",
    ),
    bad=(
        (
            "targets: [{text: 完成申报, by: 2024-04}]\n"
            "phases: [{name: 甲阶段, start: 2024-10, end: 2024-12}]",
            "期限2024年4月早于第一阶段的开始（2024年10月）",
        ),
        (
            "targets: [{text: 完成申报, by: 2025-04}]\n"
            "phases: [{name: 甲阶段, start: 2024-10, end: 2024-12}]",
            "期限2025年4月晚于最后阶段的结束（2024年12月），没有阶段去完成",
        ),
    ),
)
