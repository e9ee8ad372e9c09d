"""发文字号的年份与成文日期的年份不同。

依据：实务（按成文的年份编号）。级别：警告。
年初成文用上年字号、年末成文用下年字号的不算（1月、12月）；打码的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, Suspended
from plangen.text.patterns import lazy

YEAR = lazy(r"[〔\[［【（(﹝〖]\s*(\S{4})\s*[〕\]］】）)﹞〗]")
TURN = {1: -1, 12: 1}  # month → the other year that its number may have


def find(case: Case) -> Findings:
    """A number of another year than the date."""
    notice = case.plan.notice
    found = YEAR.search(notice.number) if notice else None
    if notice is None or notice.date is None or found is None:
        return
    date, where = notice.date, notice.where / "number"
    if date.year is None or not found[1].isdecimal():
        yield Suspended(where, f"{notice.number}不能与{date}比较")
    elif int(found[1]) not in {date.year, date.year + TURN.get(date.month or 0, 0)}:
        yield where, f"发文字号是{found[1]}年的，成文日期是{date}"


RULE = Rule(
    "number-year",
    Level.WARNING,
    find,
    needs=("notice.number",),
    good=(
        "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕1号, date: 2024-01-08}",
        "notice: {issuer: 青山县人民政府, number: 青政发〔2023〕98号, date: 2024-01-03}",
        "notice: {issuer: 青山县人民政府, number: 青政发〔2025〕1号, date: 2024-12-31}",
        "notice: {issuer: 青山县人民政府, number: 青政发〔20XX〕1号, date: 2024-03-08}",
        "notice: {issuer: 青山县人民政府, number: 青政发12号, date: 2024-03-08}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, number: 青政发〔2023〕12号, date: 2024-03-08}",
            "发文字号是2023年的，成文日期是2024年3月8日",
        ),
    ),
)
