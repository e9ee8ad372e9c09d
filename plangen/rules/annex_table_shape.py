"""附件表格的行与表头格数不同，或附件没有内容。

依据：实务（每行各格对应表头各栏）。级别：错误；附件没有内容为警告。
"""

from __future__ import annotations

from plangen.model.plan import Annex
from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Rows that are longer or shorter than the head; annexes that print a title only."""
    notice = case.plan.notice
    for annex in (*case.plan.annexes, *(notice.annexes if notice else ())):
        if not annex.text and not annex.table and not annex.show:
            message = f"附件“{annex.title}”只有标题，没有内容（text、table 或 show）"
            yield Finding(annex.where, message, level=Level.WARNING)
        yield from _table(annex)


def _table(annex: Annex) -> Findings:
    table = annex.table
    if table is None:
        return
    width = len(table.head)
    for index, row in enumerate(table.rows):
        if len(row) != width:
            where = table.where / "rows" / index
            yield where, f"这一行有{len(row)}格，表头有{width}栏"
    if table.widths and len(table.widths) != width:
        yield table.where / "widths", f"栏宽有{len(table.widths)}个，表头有{width}栏"


RULE = Rule(
    "annex-table-shape",
    Level.ERROR,
    find,
    spec=True,
    needs=("annexes", "notice.annexes"),
    good=("annexes: [{title: 任务表, table: {head: [任务, 单位], rows: [[整治, 县住建局]]}}]",),
    bad=(
        (
            "annexes: [{title: 任务表, table: {head: [任务, 单位], rows: [[整治]]}}]",
            "这一行有1格，表头有2栏",
        ),
        ("annexes: [任务表]", "附件“任务表”只有标题，没有内容（text、table 或 show）"),
    ),
)
