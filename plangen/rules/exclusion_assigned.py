"""写明不分工的条款又分了工。

依据：实务（同一条款要么分工，要么说明不分工的理由）。级别：警告。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Clauses that are excluded and yet assigned, placed at the first owner."""
    for found in case.coverage():
        both = [one.id for one in found.standard.clauses if one.id in found.excluded]
        for clause in both:
            for owner in found.owners.get(clause, ())[:1]:
                yield owner.where, f"{clause}写明不分工（exclude），又分给了{owner.name}"


RULE = Rule(
    "exclusion-assigned",
    Level.WARNING,
    find,
    needs=("standards",),
    good=(
        "standards: [{id: weisheng-xiangzhen-2010, exclude: [{clauses: [D], reason: 另定}]}]\n"
        "groups: [{name: 甲组, clauses: [A, B]}]",
        "standards: [{id: weisheng-xiangzhen-2010, exclude: [{clauses: [D1-D2], reason: 另定}]}]\n"
        "assignments: [{section: D, charge: 甲组}, {clause: D3-D4, lead: [县环保局]}]",
    ),
    bad=(
        (
            "standards: [{id: weisheng-xiangzhen-2010, exclude: [{clauses: [D], reason: 另定}]}]\n"
            "groups: [{name: 甲组, clauses: [C, D2]}]",
            "D2写明不分工（exclude），又分给了甲组",
        ),
    ),
)
