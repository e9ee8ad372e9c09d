"""附件表格里的合计与各行相加的数不符。

依据：实务（同一份文件里的数应当一致）。级别：警告。
只有一行合计（在末行或首行）、没有小计和“其中”、别的格都是数的栏才算；比率、单价、年份一类不能相加
的栏不算；带小数的容许四舍五入的差。
"""

from __future__ import annotations

from plangen.model.plan import TableSpec
from plangen.problem import Level
from plangen.rules._annex_tables import tables_of
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

TOTAL = lazy(r"(?:合|总|共)\s*计")
PARTIAL = lazy(r"小\s*计|其\s*中")
UNSUMMED = lazy(
    r"率|比|均|价|占|序\s*号|编\s*号|^年$|年份|年度|时间|时限|电话|排名|名次|得分|标准|%|％|每"
)
NUMBER = lazy(r"\d+(?:\.\d+)?")
EMPTY = frozenset({"", "/", "-", "—", "——", "0"})
FEWEST = 2  # numbers above a total


def find(case: Case) -> Findings:
    """The columns whose total isn't the sum of their numbers."""
    for title, table in tables_of(case):
        last = len(table.rows) - 1
        totals = [at for at, row in enumerate(table.rows) if any(map(TOTAL.fullmatch, row[:2]))]
        if len(totals) != 1 or totals[0] not in {0, last} or _divided(table):
            continue
        total = table.rows[totals[0]]
        others = [row for row in table.rows if row is not total]
        for at, name in enumerate(table.head):
            said = _cell(total, at)
            if UNSUMMED.search(name) or not NUMBER.fullmatch(said):
                continue
            if summed := _other_sum(said, [_cell(row, at) for row in others]):
                message = f"“{title}”的“{name}”一栏合计是{said}，各行相加是{summed}"
                yield Finding(table.where / "rows" / totals[0], message, said)


def _divided(table: TableSpec) -> bool:
    """Whether rows are parts of other rows."""
    return any(PARTIAL.search(cell) for row in table.rows for cell in row)


def _cell(row: tuple[str, ...], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _other_sum(said: str, cells: list[str]) -> str:
    """What the numbers add up to, where it isn't what is said.

    Empty where anything else is among them, or too few. Rounding may come to half of the last
    place, for each number with a fraction.
    """
    numbers = [cell for cell in cells if cell not in EMPTY]
    if len(numbers) < FEWEST or not all(map(NUMBER.fullmatch, numbers)):
        return ""
    from decimal import Decimal  # a millisecond to import, and few tables have a total

    summed = sum((Decimal(number) for number in numbers), start=Decimal())
    places = max(len(number.partition(".")[2]) for number in numbers)
    slack = Decimal(sum("." in number for number in numbers)).scaleb(-places) / 2
    return str(summed) if abs(Decimal(said) - summed) > slack else ""


TABLE = "annexes: [{title: 物资表, table: {head: [%s], rows: [%s]}}]"
RULE = Rule(
    "table-sum",
    Level.WARNING,
    find,
    needs=("annexes", "notice.annexes", "outline"),
    good=(
        TABLE % ("乡镇, 户数", '[甲镇, "20"], [乙镇, "15"], [丙镇, —], [合计, "35"]'),
        TABLE % ("乡镇, 面积", '[甲镇, "1.26"], [乙镇, "2.37"], [合计, "3.64"]'),
        TABLE % ("乡镇, 入户率", '[甲镇, "95"], [乙镇, "85"], [合计, "90"]'),
        TABLE % ("乡镇, 户数", '[甲镇, "20"], [其中：东村, "15"], [合计, "20"]'),
        TABLE % ("乡镇, 户数", '[甲镇, "20"], [乙镇, 若干], [合计, "35"]'),
        TABLE % ("乡镇, 户数", '[甲镇, "20"], [合计, "35"], [乙镇, "10"], [合计, "35"]'),
    ),
    bad=(
        (
            TABLE
            % ("序号, 物资, 数量", '["1", 编织袋, "100"], ["2", 船, "12"], ["", 合计, "102"]'),
            "“物资表”的“数量”一栏合计是102，各行相加是112",
        ),
        (
            "outline: [{heading: 任务, text: 见下表。, table: {head: [乡镇, 万亩],"
            ' rows: [[总计, "3.9"], [甲镇, "1.2"], [乙镇, "2.3"]]}}]',
            "“任务”的“万亩”一栏合计是3.9，各行相加是3.5",
        ),
    ),
)
