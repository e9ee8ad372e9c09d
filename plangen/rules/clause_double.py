"""同一条款分给两个以上的组，没有分清牵头和协助。

依据：实务（一条一个责任主体；几家共担的写明牵头单位）。级别：警告。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Clauses with several owners, placed at the second of them."""
    for found in case.coverage():
        for clause, owners in found.multiple.items():
            names = "、".join(dict.fromkeys(owner.name for owner in owners))
            second = next(owner for owner in owners if owner.name != owners[0].name)
            yield second.where, f"{clause}同时分给{names}，应明确牵头和协助，或只留一个"


RULE = Rule(
    "clause-double",
    Level.WARNING,
    find,
    needs=("groups", "offices"),
    good=(
        "standards: [weisheng-xiangzhen-2010]\n"
        "groups: [{name: 甲组, clauses: [C1-C4]}, {name: 乙组, clauses: [C5]}]",
    ),
    bad=(
        (
            "standards: [weisheng-xiangzhen-2010]\n"
            "groups: [{name: 甲组, clauses: [C1-C9]}, {name: 乙组, clauses: [C5]}]",
            "C5同时分给甲组、乙组，应明确牵头和协助，或只留一个",
        ),
    ),
)
