"""乡镇的通知早于县里的通知，或沿用了县里的发文字号。

依据：实务（依据县方案制定的，应当在它之后；发文字号各用各的）。级别：错误。
日期打码、只写到月而分不出先后的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import county_of
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.masks import is_masked


def find(case: Case) -> Findings:
    """The date and the number of the township's notice, against those of the county's."""
    own, above = case.plan.notice, county_of(case).plan.notice
    if own is None or above is None:
        return
    if own.number and own.number == above.number and not is_masked(own.number):
        message = f"发文字号“{own.number}”是县方案的，应写本乡镇的"
        yield Finding(own.where / "number", message, own.number)
    if own.date is None or above.date is None:
        return
    last, first = own.date.last, above.date.first
    if last is None or first is None:
        yield Suspended(own.where / "date", f"{own.date}与{above.date}不能比较")
    elif last < first:
        message = f"成文日期{own.date}早于县方案的{above.date}，县方案是它的依据"
        yield own.where / "date", message


COUNTY = (
    "county: {notice: {issuer: 青山县人民政府, number: 青政发〔2024〕1号, date: 2024-01-08}}\n"
)
RULE = Rule(
    "notice-off-county",
    Level.ERROR,
    find,
    needs=("notice",),
    against=True,
    good=(
        COUNTY + "notice: {issuer: 石门镇人民政府, number: 石政发〔2024〕1号, date: 2024-01-15}",
        COUNTY + "notice: {issuer: 石门镇人民政府, number: 石政发〔2024〕1号, date: 2024-01}",
    ),
    bad=(
        (
            COUNTY
            + "notice: {issuer: 石门镇人民政府, number: 青政发〔2024〕1号, date: 2023-12-20}",
            "发文字号“青政发〔2024〕1号”是县方案的，应写本乡镇的\n"
            "成文日期2023年12月20日早于县方案的2024年1月8日，县方案是它的依据",
        ),
    ),
)
