"""分了不适用于本地的条款：乡镇的方案分了只适用于县城的条款。

依据：实务（标准写明条款适用于县城还是乡镇）。级别：提示（县城所在的镇可以适用）。
不适用的写进标准的 exclude（不分工条款）；适用的范围在 words/clause_scopes.yaml；市、区的不核对；
标题写明创建县城的，是县城所在的镇。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._scope import applies, entry
from plangen.rules.base import Case, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """Assigned clauses that are meant for another kind of place, one finding a standard."""
    known = entry(case)
    if known is None:
        yield Suspended(case.plan.locality.where / "level", "只核对县和乡镇的方案")
        return
    for found in case.coverage():
        wrong = [
            clause
            for clause in found.standard.clauses
            if clause.id in found.owners and not applies(case, clause)
        ]
        if wrong:
            scope = "、".join(dict.fromkeys(word for one in wrong for word in one.applies_to))
            listed = "、".join(clause.id for clause in wrong)
            where = found.owners[wrong[0].id][0].where
            yield where, f"{listed}只适用于{scope}，本方案是{known['name']}的"


RULE = Rule(
    "clause-unfit",
    Level.INFO,
    find,
    needs=("standards",),
    good=(
        "standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, clauses: [A]}]",
        "locality: {name: 青山镇, level: township}\nstandards: [weisheng-xiangzhen-2010]\n"
        "groups: [{name: 甲组, clauses: [A1-A3]}]",
        "title: 青山镇创建国家卫生县城实施方案\nlocality: {name: 青山镇, level: township}\n"
        "standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, clauses: [A]}]",
        "locality: {name: 青山市, level: city}\nstandards: [weisheng-chengshi-2014]\n"
        "groups: [{name: 甲组, clauses: [A4]}]",
    ),
    bad=(
        (
            "title: 青山镇创建国家卫生乡镇实施方案\nlocality: {name: 青山镇, level: township}\n"
            "standards: [weisheng-xiangzhen-2010]\n"
            "groups: [{name: 甲组, clauses: [A, C]}]",
            "A4、C4只适用于县城，本方案是乡镇的",
        ),
    ),
)
