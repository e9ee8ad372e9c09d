"""工作组或办公室没有职责：没有写做什么，也没有负责的条款。

依据：实务（设了机构就有职责）。级别：警告。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Bodies without duties and clauses, that no assignment names either."""
    named = {
        name
        for assignment in case.plan.assignments
        for name in (assignment.charge, *assignment.units)
    }
    for body in case.plan.bodies:
        if not body.themes and not body.text and not body.after and body.name not in named:
            yield body.where / "name", f"“{body.name}”没有职责"


RULE = Rule(
    "group-idle",
    Level.WARNING,
    find,
    needs=("groups", "offices"),
    good=("groups: [{name: 甲组, roster: [{role: 组长, people: [周启明]}], duties: 负责宣传}]",),
    bad=(
        (
            "groups: [{name: 甲组, roster: [{role: 组长, people: [周启明]}]}]",
            "“甲组”没有职责",
        ),
    ),
)
