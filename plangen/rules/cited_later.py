"""引用的文件比本文还晚：字号的年份晚于成文日期。

依据：党政机关公文处理工作条例第二十条（审核行文依据是否准确）。级别：错误。
年份相同的比不出先后，不算；字号或成文日期打码的不核对；本文自己的字号由 number-year 核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._text import CODE, dated_numbers
from plangen.rules._time import issue_date
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.patterns import lazy

CITED = lazy(
    rf"(?:根据|按照|依据|参照|落实|贯彻|以及|[和与及])?(?P<number>{CODE}{{1,12}}"
    r"[〔\[［【（(﹝〖](?P<year>(?:19|20)[\dXx×]{2})[〕\]］】)）﹞〗]\s*第?[\dXx×]+号)"
)


def find(case: Case) -> Findings:
    """Numbers of documents from a later year than the notice."""
    made = issue_date(case)
    if made is None:
        return
    own = case.plan.notice.number if case.plan.notice else ""
    for line in dated_numbers(case.index):
        for found in CITED.finditer(line.text):
            number, year = found["number"], found["year"]
            if number == own:
                continue
            if made.year is None or not year.isdecimal():
                yield Suspended(line.where, f"“{number}”不能与成文日期比较")
            elif int(year) > made.year:
                yield Finding(line.where, f"“{number}”晚于成文日期{made}", number)


RULE = Rule(
    "cited-later",
    Level.ERROR,
    find,
    needs=("notice.date",),
    good=(
        "preamble: 根据《国务院关于深入开展爱国卫生运动的意见》（国发〔2020〕15号）制定。\n"
        "notice: {issuer: 青山县人民政府, number: 青政发〔2025〕1号, date: 2024-12-30}",
        "preamble: 根据市政府要求（青政发〔20XX〕15号），制定本方案。\n"
        "notice: {issuer: 青山县人民政府, date: 2024-12-30}",
    ),
    bad=(
        (
            "preamble: 根据《关于开展创建工作的通知》（青政办发〔2024〕66号），制定本方案。\n"
            "notice: {issuer: 青山县人民政府, date: 2023-12-30}",
            "“青政办发〔2024〕66号”晚于成文日期2023年12月30日",
        ),
    ),
)
