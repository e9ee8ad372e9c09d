"""县方案分了工的条款，乡镇方案没有人承担：没有分工，或列作不分工。

依据：实务（县里的任务要逐条落到乡镇）。级别：警告。
只查适用于本乡镇的条款（条款库的 applies_to），标题写明创建县城的看适用于县城的；分工整体另见
附表的、条款库不全的不查；两份方案依据不同标准的，由 standard-off-county 指出。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import county_of
from plangen.rules._scope import applies
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """The clauses that somebody of the county answers for and nobody of the township does."""
    above = {one.standard.id: one for one in county_of(case).coverage()}
    for found in case.coverage():
        county = above.get(found.standard.id)
        if county is None or not found.checkable:
            continue
        missing = [
            clause.id
            for clause in found.standard.clauses
            if clause.id in county.owners
            and clause.id not in found.owners
            and applies(case, clause)
        ]
        if missing:
            listed = "、".join(missing)
            yield found.use.where, f"县方案分了工的{listed}，本方案没有人承担"


COUNTY = (
    "county: {standards: [weisheng-xiangzhen-2010], groups: [{name: 甲组, clauses: [A1-A5]}]}\n"
)
RULE = Rule(
    "clause-off-county",
    Level.WARNING,
    find,
    needs=("standards",),
    against=True,
    good=(
        COUNTY + "standards: [weisheng-xiangzhen-2010]\n"
        "groups: [{name: 甲组, clauses: ['A1-A3,A5']}]",
        COUNTY + "standards: [{id: weisheng-xiangzhen-2010, assigned_in: 《任务分解表》}]",
    ),
    bad=(
        (
            COUNTY + "standards: [{id: weisheng-xiangzhen-2010,"
            " exclude: [{clauses: [A5], reason: 县里承担}]}]\n"
            "groups: [{name: 甲组, clauses: ['A1,A3']}]",
            "县方案分了工的A2、A5，本方案没有人承担",
        ),
    ),
)
