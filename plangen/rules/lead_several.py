"""别的任务都只有一个牵头单位，这一条有几个。

依据：实务（一项任务一个牵头单位，其余列为协助单位）。级别：提示。
十条以上的责任分工里，有几个牵头单位的不到一成，才报：多处都有几个的，是这份方案的写法。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule

ENOUGH, SHARE = 10, 0.1
SHOWN = 4


def find(case: Case) -> Findings:
    """The few assignments with several leading units."""
    led = [assignment for assignment in case.plan.assignments if assignment.lead]
    several = [assignment for assignment in led if len(assignment.lead) > 1]
    if len(led) < ENOUGH or len(several) > len(led) * SHARE:
        return
    for assignment in several:
        names = "、".join(assignment.lead[:SHOWN]) + ("等" if len(assignment.lead) > SHOWN else "")
        which = assignment.clause or assignment.section or f"“{assignment.text[:8]}”"
        message = f"{which}有{len(assignment.lead)}个牵头单位（{names}），别的任务只有一个"
        yield Finding(assignment.where / "lead", message, assignment.lead[1])


TASK = "{text: 任务%d。, lead: [%s]}"
TEN = [TASK % (number, "县教育局") for number in range(1, 11)]
RULE = Rule(
    "lead-several",
    Level.INFO,
    find,
    needs=("assignments",),
    good=(
        "assignments: [" + ", ".join(TEN) + "]",
        "assignments: [" + ", ".join([*TEN, *[TASK % (n, "甲局, 乙局") for n in (11, 12)]]) + "]",
        "assignments: [" + TASK % (1, "县教育局, 县公安局") + "]",
    ),
    bad=(
        (
            "assignments: [" + ", ".join([*TEN, TASK % (11, "县教育局, 县公安局")]) + "]",
            "“任务11。”有2个牵头单位（县教育局、县公安局），别的任务只有一个",
        ),
    ),
)
