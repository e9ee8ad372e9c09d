"""标准的条款没有组、办公室或责任分工负责。

依据：实务（方案按标准逐条落实责任）。级别：错误。
只核对条款库里有的条款；不分工的条款写在标准的 exclude（不分工条款）里，并说明理由。
标准整体在别处分工的（assigned_in）、方案完全没有按条分工的，不逐条报。
"""

from __future__ import annotations

from itertools import groupby

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """Uncovered clauses, one finding for each section of a standard."""
    by_use = {id(found.use): found for found in case.coverage()}
    for use in case.plan.standards:
        where, found = use.where, by_use.get(id(use))
        if found is None or not found.checkable:
            yield Suspended(where, "没有条款库，或分工整体另见")
        elif not found.owners:
            message = f"《{found.standard.title}》的条款没有分给任何组、办公室或单位"
            yield where, f"{message}（共{len(found.standard.clauses)}条）"
        else:
            title = found.standard.section_of
            for section, clauses in groupby(found.uncovered, key=lambda c: title(c.id).title):
                ids = [clause.id for clause in clauses]
                yield where, f"“{section}”的{'、'.join(ids)}没有组、办公室或责任分工负责"


RULE = Rule(
    "clause-uncovered",
    Level.ERROR,
    find,
    needs=("standards",),
    good=(
        "standards: [weisheng-xiangzhen-2010]\n"
        "groups: [{name: 甲组, clauses: [A, B, C, D, E, F, G, H, I]}]",
        "standards: [{id: weisheng-xiangzhen-2010, assigned_in: 《责任分解表》}]",
        "standards:\n"
        "- {id: weisheng-xiangzhen-2010, exclude: [{clauses: 'A,B,C,D,E,F,G,H', reason: 另定}]}\n"
        "groups: [{name: 甲组, clauses: [I]}]",
    ),
    bad=(
        (
            "standards: [weisheng-xiangzhen-2010]\n"
            "groups: [{name: 甲组, clauses: [A, B, C1-C4, C6-C9, D, E, F, G1-G2, H, I]}]",
            "“环境卫生”的C5没有组、办公室或责任分工负责\n"
            "“传染病防治”的G3、G4没有组、办公室或责任分工负责",
        ),
        (
            "standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, duties: 负责宣传}]",
            "《国家卫生乡镇（县城）标准》的条款没有分给任何组、办公室或单位（共52条）",
        ),
    ),
)
