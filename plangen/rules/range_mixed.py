"""同一文件里日期的起止号不一致：有的用“至”，有的用“—”“～”。

依据：实务（起止号同一文件用一种；GB/T 15834—2011 第4.13.3条：起止用一字线或浪纹线）。级别：提示。
年份的起止（2022—2026年）和月、日的起止分开比；括号里的（阶段的时间）相互比，一字线、浪纹线、连接号
全文相互比；句子里的“至”、书名号里的、标题里的（惯用“—”）和表格不算；只指出较少的一种。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._time import YEAR
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.dates import MASK
from plangen.text.marks import parted
from plangen.text.patterns import lazy

MARKS = "至到—–－～~-"
NAMES = {"—": "—", "–": "—", "－": "—", "～": "～", "~": "～", "-": "-", "至": "至", "到": "至"}
UNIT = r"(?:\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)"
RANGE = lazy(
    rf"(?<![\d-])(?P<years>{YEAR}年?\s*(?P<mark1>[{MARKS}])\s*{YEAR}年(?!\d))"
    rf"|(?P<days>(?:{YEAR}年(?:{UNIT}|\d{{1,2}})|{UNIT}|(?<!\d)\d{{1,2}})\s*(?P<mark2>[{MARKS}])\s*"
    rf"(?:{YEAR}年)?{UNIT})"
)
LIKELY = lazy(rf"(?:[年月日\d]|{MASK})\s*[{MARKS}]")
SPOKEN, PAUSES = frozenset("自从由在于"), "，。；（("
ELSEWHERE = (Role.TABLE, Role.TITLE, Role.ANNEX_TITLE)


class Range(NamedTuple):
    """A range of dates: 2024年1月至3月, with the line it stands in."""

    line: Line
    text: str
    mark: str
    years: bool
    bracketed: bool


def find(case: Case) -> Findings:
    """The first range whose mark is not the one that most of its kind have."""
    found = list(_ranges(case))
    for years in (True, False):
        ranges = [one for one in found if one.years is years]
        odd = _odd([one for one in ranges if one.bracketed]) or _odd(
            [one for one in ranges if one.mark != "至"]
        )
        if odd:
            one, usual = odd
            message = f"“{one.text}”用“{one.mark}”，别处用“{usual}”，起止号应一致"
            yield Finding(one.line.where, message, one.text)


def _odd(ranges: list[Range]) -> tuple[Range, str] | None:
    """The first range with another mark than most, and their mark."""
    marks = [one.mark for one in ranges]
    usual = max(dict.fromkeys(marks), key=marks.count, default="")
    return next(((one, usual) for one in ranges if one.mark != usual), None)


def _ranges(case: Case) -> Iterator[Range]:
    """Every range that isn't told in words; those in tables and titles left out."""
    for line in case.having(*MARKS):
        if line.role in ELSEWHERE or not LIKELY.search(line.text):
            continue
        for found in RANGE.finditer(line.text):
            mark, at = NAMES[found["mark1"] or found["mark2"]], found.start()
            if _within(line.text, at, "《", "》"):
                continue
            bracketed = _within(line.text, at, "（(", "）)")
            if mark != "至" or SPOKEN.isdisjoint(parted(line.text[:at], PAUSES)[-1]):
                yield Range(line, found.group(), mark, bool(found["years"]), bracketed)


def _within(text: str, at: int, opening: str, closing: str) -> bool:
    """Whether a place lies between two marks: （2024年1月至3月）."""
    opened = max(text.rfind(mark, 0, at) for mark in opening)
    return opened > max(text.rfind(mark, 0, at) for mark in closing)


RULE = Rule(
    "range-mixed",
    Level.INFO,
    find,
    good=(
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02},"
        " {name: 乙阶段, start: 2024-03, end: 2024-06}]\n"
        "closing: 会期2024年5月1日至3日，自2024年1月至12月实施，热线0561-2013-1301。",
        "title: 青山县卫生创建行动方案（2022—2026年）\n"
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02}]",
        "title: 青山县卫生创建行动方案（2022—2026年）\n"
        "phases: [{name: 甲阶段, start: 2022, end: 2023}, {name: 乙阶段, start: 2024, end: 2026}]",
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02}]\n"
        "preamble: 2022年1—12月完成改造126处。",
        "closing: 占比10～20%，第1—7条，3～5天，2024年1—2月。",
    ),
    bad=(
        (
            "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02},"
            " {name: 乙阶段, start: 2024-03, end: 2024-06}]\n"
            "closing: 宣传月活动（2024年4月1日—30日）由县创卫办组织。",
            "“2024年4月1日—30日”用“—”，别处用“至”，起止号应一致",
        ),
        (
            "closing: 2022—2024年建设，2024～2025年整改，2025—2026年提高。",
            "“2024～2025年”用“～”，别处用“—”，起止号应一致",
        ),
    ),
)
