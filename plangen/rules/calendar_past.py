"""行事历表里的月份早于成文日期：2022年2月23日印发，2022年那一行却从1月做起。

依据：实务（任务在成文之后才能完成）。级别：警告。
只看一行里有一格是年份（2022年，或2022—2024年取第一年）、另一格的段落以“几月”“几—几月”开头的；表格转成
文字、一格一段的，年份独占一段、下面隔着乡镇名称的，也认。整个时段都在成文日期之前才报；没有成文日期
的不核对。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plangen.model.document import Block, Role, Row
from plangen.problem import Level, Where
from plangen.rules._time import issue_date
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.dates import Date
from plangen.text.patterns import lazy

YEAR = lazy(r"\s*(?P<year>20\d{2})\s*年?(?:\s*[—–~～至-]\s*20\d{2}\s*年?)?\s*")
MONTH = lazy(
    r"(?:(?P<year>20\d{2})年)?(?:\d{1,2}\s*(?:月\s*)?[—–~～至-]\s*)?(?P<month>1[0-2]|[1-9])月"
    r"(?:底|末)?(?:前)?(?=[，,：:、])"
)
SHOWN = 8
CELL = 12  # characters of a cell that stands between a year and its months
DASHES = tuple("—–~～至-")
DIGITS = tuple("0123456789")


def find(case: Case) -> Findings:
    """Steps of a year's row that were over when the notice was made."""
    made = issue_date(case)
    if made is None or case.document is None or case.roadmap:  # then step-past looks
        return
    in_tables = (
        (block.where, month, step)
        for block in case.document.blocks
        for row in (block.table.rows if block.table else ())
        for month, step in _steps(row)
    )
    years = any(YEAR.fullmatch(line.text) for line in case.having("20"))
    flat = _flat(case.document.blocks) if years else ()
    for where, month, step in chain(in_tables, flat):
        if made.first is None:
            yield Suspended(where, f"{month}不能与成文日期比较")
        elif month.last and month.last < made.first:
            message = f"“{month}”的任务早于成文日期{made}，印发时已经过去"
            yield Finding(where, message, step[:SHOWN])


def _steps(row: Row) -> Iterator[tuple[Date, str]]:
    """The months that the paragraphs of a row begin with, in the year of the row."""
    cells = [cell for cell in row.cells if len(cell) == 1]
    years = [found["year"] for cell in cells if (found := YEAR.fullmatch(cell[0]))]
    if len(years) != 1 or row.head:
        return
    for cell in row.cells:
        for text in cell:
            if month := _month(text, years[0]):
                yield month, text


def _flat(blocks: tuple[Block, ...]) -> Iterator[tuple[Where, Date, str]]:
    """The months of a table whose cells became paragraphs: below a year that stands alone.

    Only cells of a word or two may stand between; a year after one that ends in a dash is the
    end of a span, and says nothing of the months.
    """
    year = before = ""
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        month = _month(text, year) if year and block.role is Role.PARAGRAPH else None
        if text.startswith("20") and (found := YEAR.fullmatch(text)):
            year = "" if before.endswith(DASHES) else found["year"]
        elif month:
            yield block.where, month, text
        elif len(text) > CELL and not text.startswith(DIGITS):
            year = ""
        before = text


def _month(text: str, year: str) -> Date | None:
    """The month that a paragraph begins with."""
    found = MONTH.match(text)
    if found is None:
        return None
    number = int(found["year"] or year)
    return Date(f"{number}年{found['month']}月", number, int(found["month"]), None)


ANNEX = (
    "annexes: [{title: 行事历, table: {head: [年份, 乡镇, 步骤], rows: [[%s, 石门镇, %s]]}}]\n"
    "notice: {issuer: 青山县人民政府, date: 2022-02-23}"
)
FLAT = 'preamble: "%s"\nnotice: {issuer: 青山县人民政府, date: 2022-02-23}'
RULE = Rule(
    "calendar-past",
    Level.WARNING,
    find,
    needs=("notice.date",),
    good=(
        ANNEX % ("2022年", "2月，制定方案。"),
        ANNEX % ("2022—2024年", "3—4月，集中创建。"),
        ANNEX % ("2022年", "1—4月，集中创建。"),
        ANNEX % ("2023年", "1月，制定方案。"),
        ANNEX % ("2022年", "2023年1月，制定方案。"),
        ANNEX % ("长期", "1月，制定方案。"),
        FLAT % "2022年\\n石门镇\\n2月，制定方案。",
        FLAT % "2021—\\n2022年\\n石门镇\\n1月，制定方案。",
        FLAT % "2022年\\n全县各乡镇都要按照创建标准抓好落实。\\n1月，制定方案。",
        FLAT % "2022年是创建的第一年。\\n1月，制定方案。",
    ),
    bad=(
        (
            ANNEX % ("2022年", "1月，制定完善工作方案。"),
            "“2022年1月”的任务早于成文日期2022年2月23日，印发时已经过去",
        ),
        (
            ANNEX % ("2022年", "2021年9—12月，开展摸底。"),
            "“2021年12月”的任务早于成文日期2022年2月23日，印发时已经过去",
        ),
        (
            FLAT % "2022年\\n石门镇\\n城南镇\\n1月，制定方案。\\n2—4月，集中创建。",
            "“2022年1月”的任务早于成文日期2022年2月23日，印发时已经过去",
        ),
    ),
)
