"""正文里的日期不存在：2月30日、13月。

依据：党政机关公文处理工作条例第二十条（审核时间是否准确）。级别：错误。
各阶段、期限、成文日期由 date-impossible 核对，这里不再重复；没写年份的2月29日不算；
写作 2024-02-30 的一并核对。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._time import YEAR
from plangen.rules.base import Case, Finding, Findings, Rule, all_dates
from plangen.text.dates import Date
from plangen.text.patterns import lazy

DATE = lazy(
    rf"(?<!\d)(?:(?P<year>{YEAR})年)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日"
    rf"|(?<!\d)(?P<year2>(?:19|20)\d\d)年(?P<month2>\d{{1,2}})月"
    r"|(?<![\d/.-])(?P<year3>(?:19|20)\d\d)-(?P<month3>[01]\d)-(?P<day3>\d\d)(?![\d/.-])"
)
LIKELY = lazy(r"\d月|\d-\d")


def find(case: Case) -> Findings:
    """Dates of the text that no calendar has."""
    known = {(date.month, date.day) for _, date in all_dates(case.plan) if not date.possible}
    for line in case.having("月", "-"):
        for found in DATE.finditer(line.text) if LIKELY.search(line.text) else ():
            date = _date(found)
            if not date.possible and (date.month, date.day) not in known:
                yield Finding(line.where, f"没有“{found.group()}”这一天", found.group())


def _date(found: re.Match[str]) -> Date:
    groups = found.groupdict()
    year, month, day = (
        next((groups[name + n] for n in ("", "2", "3") if groups.get(name + n)), None)
        for name in ("year", "month", "day")
    )
    return Date(
        found.group(),
        int(year) if year and year.isdecimal() else None,
        int(month) if month else None,
        int(day) if day else None,
    )


RULE = Rule(
    "day-impossible",
    Level.ERROR,
    find,
    good=(
        "closing: 2024年2月29日、2月29日、20XX年2月29日和12月31日前报送；"
        "历时13个月；电话0561-2013-1301。",
        "phases: [{name: 启动阶段, start: 2024-02-01, end: 2024-02-30}]",
        "closing: GB/T 9704-2012，GB 2024-13-01-5，工期为2月3日至31日。",
    ),
    bad=(
        ("closing: 2023年2月29日前报送。", "没有“2023年2月29日”这一天"),
        (
            "closing: 2024年13月、6月31日前和2024-02-30报送。",
            "没有“2024年13月”这一天\n没有“6月31日”这一天\n没有“2024-02-30”这一天",
        ),
    ),
)
