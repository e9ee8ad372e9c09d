"""发文字号的写法：机关代字、〔年份〕、顺序号和“号”；年份四位，用六角括号；序号不加“第”、不编虚位。

依据：GB/T 9704—2012 第7.2.5条。级别：错误。打码的字号（X政发〔20XX〕XX号）按形式核对。
纪要、令、公告、通告可以只编号（〔2024〕2号、2024年第3号）。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._text import CODE
from plangen.rules.base import Case, Findings, Rule, replacing
from plangen.text.patterns import lazy

MASK = "[Xx×]"
FORM = lazy(rf"{CODE}{{1,12}}〔(?:\d|{MASK}){{4}}〕(?:[1-9]\d*|{MASK}+)号")
BARE = lazy(r"(?:〔\d{4}〕|\d{4}年)?第?[1-9]\d*[号期]")
NUMBERED_ALONE = ("纪要", "令", "公告", "通告")
LOOSE = lazy(
    rf"(?P<body>{CODE}{{1,12}}?)\s*[〔\[［【（(﹝〖]\s*(?P<year>[\dXx×]{{4}})\s*"
    r"[〕\]］】）)﹞〗]\s*第?\s*0*(?P<number>[\dXx×]+)\s*号?"
)


def find(case: Case) -> Findings:
    """A number that isn't of the standard's form, with the form it should have."""
    notice = case.plan.notice
    if notice is None or FORM.fullmatch(notice.number):
        return
    if BARE.fullmatch(notice.number) and notice.title.endswith(NUMBERED_ALONE):
        return
    number, where = notice.number, notice.where / "number"
    found = LOOSE.fullmatch(number)
    if found:
        right = f"{found['body']}〔{found['year']}〕{found['number']}号"
        message = f"发文字号“{number}”应写作“{right}”"
        yield replacing(where, message, number, right)
    else:
        parts = "机关代字、〔年份〕、顺序号和“号”"
        yield where, f"发文字号“{number}”应由{parts}组成，如 青政办发〔2024〕12号"


RULE = Rule(
    "number-form",
    Level.ERROR,
    find,
    needs=("notice.number",),
    good=(
        "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕12号}",
        "notice: {issuer: XX县人民政府, number: X政发〔20XX〕XX号}",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府会议纪要, number: 〔2024〕2号}",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府公告, number: 第3号}",
        "notice: {issuer: 青山县公安局, title: 青山县公安局通告, number: 2024年第3号}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, number: '青政发[2024]第012号'}",
            "发文字号“青政发[2024]第012号”应写作“青政发〔2024〕12号”",
        ),
        (
            "notice: {issuer: 青山县人民政府, number: 12号}",
            "发文字号“12号”应由机关代字、〔年份〕、顺序号和“号”组成，如 青政办发〔2024〕12号",
        ),
    ),
)
