"""Years and months as calendars write them: 2022—2024年, 2—4月, 2024年1—4月, 年底.

Limit: what has neither a year nor a month nor one of the PARTS (适时) stands for no time.
"""

from __future__ import annotations

from typing import NamedTuple

from plangen.text.dates import Date
from plangen.text.patterns import lazy

DASH = r"\s*[-—–~～至]\s*"
YEARS = lazy(rf"(\d{{4}})年?(?:{DASH}(\d{{4}})年?)?")
WHEN = lazy(
    rf"(?:(?P<year>\d{{4}})(?:年?{DASH}(?P<until>\d{{4}}))?年)?"
    rf"(?:(?P<first>1[0-2]|0?[1-9])月?(?:{DASH}(?P<last>1[0-2]|0?[1-9]))?月(?:[上中下]旬|[初底末])?"
    r"|(?:(?<=年)|年)(?P<edge>[初中底末])|(?P<part>上半年|下半年|[一二三四]季度))?前?"
)
PARTS = {
    "初": (1, 1),
    "中": (6, 6),
    "底": (12, 12),
    "末": (12, 12),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "一季度": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
}


class When(NamedTuple):
    """A stretch of months; `year` is None where it is left to what stands before it."""

    year: int | None
    until: int | None
    months: tuple[int, int] | None

    def dates(self, year: int) -> tuple[Date, Date]:
        """Its ends, where no year is said in this one: to the month, or to the year."""
        first = self.year or year
        last = self.until or first
        if self.months is None:
            return Date(f"{first}年", first), Date(f"{last}年", last)
        one, two = self.months
        ends = (first, one), (last, two)
        start, end = (Date(f"{y}年{month}月", y, month) for y, month in ends)
        return start, end


def parse_years(text: str) -> tuple[int, int] | None:
    """2022, 2022年 → (2022, 2022); 2022—2024年 → (2022, 2024); 20XX → None."""
    found = YEARS.fullmatch(text.strip())
    return (int(found[1]), int(found[2] or found[1])) if found else None


def parse_when(text: str) -> When | None:
    """The time of a step; None where it names none."""
    found = WHEN.fullmatch(text.strip())
    if not found or not any(found.groups()):
        return None
    months = PARTS.get(found["edge"] or found["part"] or "")
    if found["first"]:
        months = int(found["first"]), int(found["last"] or found["first"])
    return When(_number(found["year"]), _number(found["until"]), months)


def _number(text: str | None) -> int | None:
    return int(text) if text else None
