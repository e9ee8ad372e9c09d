"""日期和星期对不上：2024年3月5日（星期三）。

依据：党政机关公文处理工作条例第二十条（审核时间是否准确）。级别：错误。
没写年份的，成文、阶段所在各年都对不上才报；没有年份可依的不核对。
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from plangen.problem import Level
from plangen.rules._time import YEAR, Stretch, issue_date, phases_stretch
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.patterns import lazy

NAMES = "一二三四五六日"
WEEK = ("星期", "周", "礼拜")
DATE = lazy(
    rf"(?<!\d)(?:(?P<year>{YEAR})年)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日"
    rf"\s*[（(]?\s*(?P<name>(?:{'|'.join(WEEK)})(?P<week>[一二三四五六日天]))(?![均期])[）)]?"
)


def find(case: Case) -> Findings:
    """Days of the week that their date doesn't have."""
    for line in case.having_each((("日",), WEEK)):
        for found in DATE.finditer(line.text):
            years = list(_years(case, found["year"]))
            days = [day for year in years if (day := _day(year, found))]
            if not years:
                yield Suspended(line.where, f"“{found.group()}”的年份不明")
            elif days and all(_name(day) != found["week"].replace("天", "日") for day in days):
                right = found["name"][:-1] + _name(days[0])
                message = f"{years[0]}年{found['month']}月{found['day']}日是{right}"
                yield Finding(line.where, f"{message}，不是{found['name']}", found.group())


def _years(case: Case, said: str | None) -> Iterator[int]:
    """The year that is said; else those of the notice and the phases."""
    if said:
        yield from [int(said)] if said.isdecimal() else []
        return
    made, stretch = issue_date(case), phases_stretch(case)
    if made and made.year:
        yield made.year
    if isinstance(stretch, Stretch):
        yield from range(stretch.opens.year, stretch.closes.year + 1)


def _day(year: int, found: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _name(day: datetime.date) -> str:
    return NAMES[day.weekday()]


RULE = Rule(
    "weekday-wrong",
    Level.ERROR,
    find,
    good=(
        "closing: 2024年3月5日（星期二）上午召开，2024年3月10日（周日）和"
        "2024年3月10日（星期天）休息。",
        "closing: 会议定于3月6日（星期三）召开。\n"
        "notice: {issuer: 青山县人民政府, date: 2024-03-01}",
        "closing: 3月5日（星期三）召开，20XX年3月5日（星期一）结束；3月5日周边整治，5月6日周末。",
    ),
    bad=(
        (
            "closing: 会议定于2024年3月5日（星期三）召开。",
            "2024年3月5日是星期二，不是星期三",
        ),
        (
            "closing: 会议定于3月5日（周三）召开。\n"
            "notice: {issuer: 青山县人民政府, date: 2024-03-01}",
            "2024年3月5日是周二，不是周三",
        ),
    ),
)
