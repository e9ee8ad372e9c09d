"""别的任务都只有一个牵头单位，这一条有几个；或者牵头的有四家以上，却没有协助单位。

依据：实务（一项任务一个牵头单位，其余列为协助单位）。级别：提示。
十条以上的责任分工里，有几个牵头单位的不到一成，才报：多处都有几个的，是这份方案的写法。四家以上一起
牵头、别的任务分牵头和协助而这一条不分的，都报；乡镇、街道各管一片，不算。
"""

from __future__ import annotations

from plangen.model.plan import Assignment
from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule

ENOUGH, SHARE = 10, 0.1
SHOWN = 4
CROWD, MOST = 4, 0.5  # as many leading units as say nothing; assignments that do tell them apart
AREAS = ("镇", "乡", "街道", "街办", "办事处", "村", "社区", "管委会")


def find(case: Case) -> Findings:
    """The few assignments with several leading units."""
    # 责任单位：甲、乙 below an item of its own label says nothing of who leads
    led = [one for one in case.plan.assignments if one.lead and not one.lead_label]
    several = [assignment for assignment in led if len(assignment.lead) > 1]
    few = len(several) <= len(led) * SHARE
    apart = sum(1 for assignment in led if assignment.support) >= len(led) * MOST
    for assignment in several if len(led) >= ENOUGH else ():
        why = "别的任务只有一个" if few else "没有协助单位，等于没有牵头"
        if few or (apart and _crowd(assignment)):
            names = "、".join(assignment.lead[:SHOWN])
            names += "等" if len(assignment.lead) > SHOWN else ""
            which = assignment.clause or assignment.section or f"“{assignment.text[:8]}”"
            message = f"{which}有{len(assignment.lead)}个牵头单位（{names}），{why}"
            yield Finding(assignment.where / "lead", message, assignment.lead[1])


def _crowd(assignment: Assignment) -> bool:
    """Whether many lead and nobody supports; townships and streets each lead at home."""
    bureaus = [unit for unit in assignment.lead if not unit.endswith(AREAS)]
    return not assignment.support and len(bureaus) >= CROWD


TASK = "{text: 任务%d。, lead: [%s]}"
TEN = [TASK % (number, "县教育局") for number in range(1, 11)]
BOTH = "{text: 任务%d。, lead: [%s], support: [县公安局]}"
FIVE = [
    BOTH % (number, "县教育局, 县水利局" if number == 1 else "县教育局") for number in range(5)
]
RULE = Rule(
    "lead-several",
    Level.INFO,
    find,
    needs=("assignments",),
    good=(
        "assignments: [" + ", ".join(TEN) + "]",
        "assignments: [" + ", ".join([*TEN, *[TASK % (n, "甲局, 乙局") for n in (11, 12)]]) + "]",
        "assignments: [" + TASK % (1, "县教育局, 县公安局") + "]",
        "assignments: ["
        + ", ".join([*FIVE, *FIVE, TASK % (11, "甲镇, 乙镇, 丙局, 丁街道")])
        + "]",
        "assignments: ["
        + ", ".join([*TEN, *[TASK % (n, "甲局, 乙局, 丙局, 丁局") for n in (11, 12)]])
        + "]",
    ),
    bad=(
        (
            "assignments: [" + ", ".join([*TEN, TASK % (11, "县教育局, 县公安局")]) + "]",
            "“任务11。”有2个牵头单位（县教育局、县公安局），别的任务只有一个",
        ),
        (
            "assignments: ["
            + ", ".join([*FIVE, *FIVE, TASK % (11, "甲局, 乙局, 丙委, 丁局, 石门镇")])
            + "]",
            "“任务11。”有5个牵头单位（甲局、乙局、丙委、丁局等），没有协助单位，等于没有牵头",
        ),
    ),
)
