"""说明哪些标准没有逐条核对，为什么。

依据：实务（没有核对的要说出来）。级别：提示。
没有条款库的、条款库不全的、分工整体见于某表的，条款是否都有人负责只核对了一部分或没有核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Standards whose coverage is not, or not wholly, known."""
    for use in case.plan.standards:
        standard = case.standards.get(use.id)
        if use.assigned_in:
            name = use.title or (standard.title if standard else use.id)
            yield use.where, f"《{name}》的分工整体见{use.assigned_in}，没有逐条核对"
        elif standard is None and use.title:
            yield use.where, f"《{use.title}》只写了名称，没有条款库的编号，没有逐条核对"
        elif standard is not None and not standard.complete:
            count = len(standard.clauses)
            yield use.where, f"《{standard.title}》的条款库不全（只有{count}条），只核对了这些"


RULE = Rule(
    "standard-unchecked",
    Level.INFO,
    find,
    needs=("standards",),
    good=("standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, clauses: [A]}]",),
    bad=(
        (
            "standards: [{title: 省级卫生乡镇标准}]",
            "《省级卫生乡镇标准》只写了名称，没有条款库的编号，没有逐条核对",
        ),
        (
            "standards: [{id: weisheng-xiangzhen-2010, assigned_in: 《责任分解表》}]",
            "《国家卫生乡镇（县城）标准》的分工整体见《责任分解表》，没有逐条核对",
        ),
        (
            "standards: [weisheng-xiangzhen-2021]\ngroups: [{name: 甲组, clauses: [A]}]",
            "《国家卫生乡镇标准》的条款库不全（只有2条），只核对了这些",
        ),
    ),
)
