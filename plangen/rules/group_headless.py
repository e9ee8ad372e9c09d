"""工作组或办公室没有负责人：名单里没有组长、主任。

依据：实务（每个机构有负责人）。级别：警告。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._organisation import HEAD
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Bodies whose roster has no head, or a head nobody holds."""
    for body in case.plan.bodies:
        heads = [role for role in body.roster if HEAD.match(role.role)]
        if not any(role.people or role.units or role.classes or role.text for role in heads):
            yield body.where / "name", f"“{body.name}”没有负责人（组长、主任）"


RULE = Rule(
    "group-headless",
    Level.WARNING,
    find,
    needs=("groups", "offices"),
    good=("groups: [{name: 甲组, roster: [{role: 组长, people: [周启明]}], duties: 负责宣传}]",),
    bad=(
        (
            "groups: [{name: 甲组, roster: [{role: 副组长, people: [周启明]}], duties: 负责宣传}]",
            "“甲组”没有负责人（组长、主任）",
        ),
    ),
)
