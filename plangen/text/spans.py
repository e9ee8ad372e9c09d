"""Spans of time as people write them: 2024年8月10日—8月15日, 2024年2月至3月, 2024年6月底前.

A deadline has an end and no start. Limit: a span without a year (3月至4月) counts in the year
given, if any.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangen.text.dates import MASK, Date, parse_date
from plangen.text.patterns import lazy

_YEAR = rf"(?:(?:\d{{4}}|\d{{1,3}}{MASK}{{1,3}}|{MASK}{{2,4}})年?|今年|明年|本年|当年|次年)"
_PART = rf"(?:\d{{1,2}}|{MASK}{{1,2}})"
_ROUGH = r"(?:[上中下]旬|底|初|末|中旬)?"
_POINT = rf"(?:{_YEAR})?(?:\s*{_PART}\s*月)?(?:份)?(?:\s*{_PART}\s*[日号])?{_ROUGH}"
_DASH = r"\s*(?P<mark>至|到|—+|–|－|-|~|～|─+|―)\s*"
RANGE = lazy(rf"(?P<start>{_POINT}){_DASH}(?P<end>{_POINT})")
_ONE = lazy(rf"{_POINT}")
_PARTS = lazy(
    rf"(?P<year>{_YEAR})?(?:\s*(?P<month>{_PART})\s*月)?(?:份)?(?:\s*(?P<day>{_PART})\s*[日号])?"
    r"(?P<rough>[上中下]旬|底|初|末)?$"
)


DOTTED = lazy(r"(\d{4})[./．](\d{1,2})(?:[./．](\d{1,2}))?(?![\d./．年月])日?")
SHORT = lazy(r"(?<=[至到—－~～-])\s*(\d{1,2})[./．](\d{1,2})(?![\d./．年月])日?")


@dataclass(frozen=True)
class TimeSpan:
    """From and to; `mark` is what stands between (至, —), `full` whether the second year does."""

    start: Date | None
    end: Date | None
    mark: str = ""
    full: bool = False


def read_span(text: str, year: str = "") -> TimeSpan | None:
    """A span of time that is the whole of a text; None where it isn't one.

    `year` is the one to take (2024年) where none is written.
    """
    text = _undotted(text.strip())
    due = text.endswith("前")
    text = text.removesuffix("前").removesuffix("之").removesuffix("以").strip()
    found = RANGE.fullmatch(text)
    if found:
        start = _date(found["start"], year, following=found["end"])
        first_year = (
            start.printed.partition("年")[0] + "年" if start and "年" in start.printed else ""
        )
        end = _date(found["end"], first_year or year, before=found["start"])
        if start is None or end is None:
            return None
        mark = "至" if found["mark"] in "至到" else "—"
        full = bool(re.match(_YEAR, found["end"].strip())) and "年" in found["end"]
        return TimeSpan(start, end, mark, full)
    if not text or not _ONE.fullmatch(text):
        return None
    one = _date(text, year)
    return TimeSpan(None if due else one, one) if one else None


def _undotted(text: str) -> str:
    """2024.3.1—2024.3.31 → 2024年3月1日—2024年3月31日; the second year may be left out."""
    if not DOTTED.search(text):
        return text
    text = DOTTED.sub(lambda found: _words(*found.groups()), text)
    return SHORT.sub(lambda found: f"{found[1]}月{found[2]}日", text)


def _words(year: str, month: str, day: str | None) -> str:
    return f"{year}年{month}月" + (f"{day}日" if day else "")


def _date(text: str, year: str, following: str = "", before: str = "") -> Date | None:
    """A point of time; what it leaves out is taken from the other end of the span."""
    text = text.strip()
    found = _PARTS.fullmatch(text)
    if not found or not text:
        return None
    own, month, day = found["year"], found["month"], found["day"]
    if own and not own.endswith("年"):
        # 2022—2026年: the 年 stands at the end of the span
        if month or not re.search(rf"{_PART}月|年", following):
            return None
        own = f"{own}年"
    if not own and not month and day and before:
        other = _PARTS.fullmatch(before.strip())
        month = other["month"] if other else None
    own = own or year
    if own in {"今年", "明年", "本年", "当年", "次年"} or not own:
        printed = own + (f"{month}月" if month else "") + (f"{day}日" if day else "")
        if not printed or not (own or month):
            return None
        return parse_date(printed) or Date(printed, None, _int(month), _int(day))
    return parse_date(own + (f"{month}月" if month else "") + (f"{day}日" if day else ""))


def _int(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
