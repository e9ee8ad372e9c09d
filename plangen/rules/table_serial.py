"""附件表格的序号不连续：1、2、4。

依据：实务（多半是删了行没有改序号）。级别：警告。
只看“序号”一栏；从几编起不管（接着上一张表的）；合并的格、另起一组又从1编起的、不是数的不算。
"""

from __future__ import annotations

from itertools import pairwise

from plangen.problem import Level
from plangen.rules._annex_tables import tables_of
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

SERIAL = lazy(r"序\s*号")


def find(case: Case) -> Findings:
    """The first number of a table that doesn't follow the one above it."""
    for title, table in tables_of(case):
        at = next((at for at, name in enumerate(table.head) if SERIAL.fullmatch(name.strip())), -1)
        if at < 0:
            continue
        cells = [(n, row[at].strip()) for n, row in enumerate(table.rows) if at < len(row)]
        numbers = [(n, int(cell)) for n, cell in cells if cell.isdecimal()]
        for (_, above), (n, number) in pairwise(numbers):
            if number not in {1, above, above + 1}:
                message = f"“{title}”的序号“{number}”应为“{above + 1}”"
                yield Finding(table.where / "rows" / n, message, table.rows[n][at])
                break


TABLE = "annexes: [{title: 任务表, table: {head: [序号, 任务], rows: [%s]}}]"
RULE = Rule(
    "table-serial",
    Level.WARNING,
    find,
    needs=("annexes", "notice.annexes", "outline"),
    good=(
        TABLE % '["1", 甲], ["2", 乙], ["2", 丙], ["", 合计]',
        TABLE % '["1", 甲], ["2", 乙], ["1", 丙], ["2", 丁]',
        TABLE % "[一, 甲], [三, 乙]",
    ),
    bad=(
        (TABLE % '["1", 甲], ["2", 乙], ["4", 丙], ["6", 丁]', "“任务表”的序号“4”应为“3”"),
        (
            "outline: [{heading: 任务, text: 见下表。, table: {head: [序 号, 乡镇],"
            ' rows: [["2", 甲镇], ["2", 乙镇], ["5", 丙镇]]}}]',
            "“任务”的序号“5”应为“3”",
        ),
    ),
)
