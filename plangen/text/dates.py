"""Dates as plans write them: to the day, the month, the year, masked (20XX年) or relative (今年).

A `Date` keeps what is known as numbers and what is not as text, so that a rule can tell a date
it may compare from one that suspends it. Impossible dates (2月30日) are kept and asked about
with `Date.possible`.
"""

from __future__ import annotations

import calendar
import datetime
import re

from plangen.text.cached import cached_property
from plangen.text.patterns import lazy
from plangen.value import Value, value

MASKS = frozenset("Xx×ＸOo○〇*＊_")
MASK = f"[{''.join(sorted(MASKS))}]"
_YEAR = rf"(?:\d{{4}}|\d{{1,3}}{MASK}{{1,3}}|{MASK}{{2,4}})"
_PART = rf"(?:\d{{1,2}}|{MASK}{{1,2}})"
_SPELT = lazy("^[一二][〇○О零OoＯ０一二三四五六七八九]{3}年")  # its 〇 masks nothing
_RELATIVE = lazy(rf"^(?:今年|明年|本年|当年|次年|后年)(?:底前?)?(?:({_PART})月)?(?:({_PART})日)?$")


def _forms(year: str, part: str) -> tuple[re.Pattern[str], ...]:
    """2024-02-08 and 2024年2月8日."""
    return (
        lazy(rf"^({year})(?:-({part}))?(?:-({part}))?$"),
        lazy(rf"^({year})年(?:({part})月)?(?:({part})日)?$"),
    )


_PLAIN, _MASKED = _forms(r"\d{4}", r"\d{1,2}"), _forms(_YEAR, _PART)


@value
class Date(Value):
    """A date of some precision. `year` is None where it is masked or relative.

    Many rules compare the same dates: what can be compared is worked out once.
    """

    printed: str
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        return self.printed

    @cached_property
    def known(self) -> bool:
        """Whether the date can be compared: a real year, nothing masked after it."""
        masked = not MASKS.isdisjoint(self.printed) and not _SPELT.match(self.printed)
        return self.year is not None and not masked

    @property
    def figures(self) -> str:
        """The date as a spec takes it: 2013年5月20日 for 二〇一三年五月二十日 and 2013.5.20."""
        if self.year is None or parse_date(self.printed) is not None:
            return self.printed
        parts = ((self.year, "年"), (self.month, "月"), (self.day, "日"))
        return "".join(f"{number}{unit}" for number, unit in parts if number is not None)

    @cached_property
    def possible(self) -> bool:
        """False for a year 0, a month 13 or a 2月30日; a masked part makes no date impossible."""
        if self.year == 0:
            return False
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        if self.month is None:
            return 1 <= self.day <= 31
        year = self.year if self.year is not None else 2000  # leap: 2月29日 of 20XX is possible
        return 1 <= self.day <= calendar.monthrange(year, self.month)[1]

    @cached_property
    def first(self) -> datetime.date | None:
        """The first day it may mean; None where it can't be compared."""
        if not self.known or not self.possible or self.year is None:
            return None
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @cached_property
    def last(self) -> datetime.date | None:
        """The last day it may mean; None where it can't be compared."""
        if not self.known or not self.possible or self.year is None:
            return None
        month = self.month or 12
        return datetime.date(
            self.year, month, self.day or calendar.monthrange(self.year, month)[1]
        )


def parse_date(text: str) -> Date | None:
    """2024, 2024-02, 2024-02-08, 2024年2月8日, 20XX-07, 今年, 今年7月 → a Date, else None."""
    text = text.strip()
    forms = _PLAIN if MASKS.isdisjoint(text) else _MASKED
    found = next(filter(None, (form.match(text) for form in forms)), None)
    if not found:
        return _relative(text)
    year, month, day = found.groups()
    printed = f"{year}年"
    if month:
        printed += f"{_plain(month)}月"
    if day:
        printed += f"{_plain(day)}日"
    return Date(printed, _number(year), _number(month), _number(day))


def _relative(text: str) -> Date | None:
    found = _RELATIVE.match(text)
    return Date(text, None, *map(_number, found.groups())) if found else None


def date_range(start: Date, end: Date, mark: str, *, short: bool = True) -> str:
    """2024年2月至3月; 2024年2月至2025年3月. The same date is printed once.

    With `short` the second date leaves out a year that both share, unless the first is nothing
    else: 2024年至2024年6月.
    """
    if start == end:
        return start.printed
    year = start.printed.partition("年")[0] + "年"
    later = end.printed
    if short and year not in {later, start.printed}:
        later = later.removeprefix(year)
    return f"{start.printed}{mark}{later}"


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def _plain(text: str) -> str:
    return str(int(text)) if text.isdecimal() else text
