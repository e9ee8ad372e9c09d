"""标题、实施期限、正文所说的起止时间与各阶段不一致。

依据：实务（标题、期限、阶段的时间应当一致）。级别：警告。
标题里的年份与实施期限比；标题里只有一个年份的与各阶段比；标题里的“三年行动”与起止年份比；
正文“从……开始，至……结束，分几个阶段”与各阶段的首尾比。精度不同的按粗的比；打码的不核对；
阶段早于或晚于期限的由 phase-outside 指出。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._counts import NUMBER, value
from plangen.rules._time import YEAR, Stretch, by_phase, overlap, phases_stretch
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.dates import Date, parse_date
from plangen.text.patterns import lazy

YEARS = lazy(r"(?<!\d)((?:19|20)\d{2})(?:年?[—\-－–至~～]((?:19|20)\d{2}))?年(?!版)")
LONG = lazy(rf"(?<![\d第]){NUMBER}年(?=行动|攻坚|提升|整治|创建|计划|规划|工作|实施|方案)")
ONE = rf"{YEAR}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?"
SAID = lazy(
    rf"(?P<said>(?:自|从)(?P<start>{ONE})(?:底|初)?(?:开始|起|启动)?[，,]?(?:至|到)"
    rf"(?P<end>{ONE}|\d{{1,2}}月(?:\d{{1,2}}日)?)(?:底|末)?(?:基本)?(?:结束|止|完成)?)"
    r"[，,][^。；]{0,8}[分共][^。；]{0,6}阶段"
)


def find(case: Case) -> Findings:
    """Times said in the title and the text that differ from the plan's own."""
    yield from _title(case)
    stretch = phases_stretch(case)
    for index, line in by_phase(case, "阶段") if stretch else ():
        for found in SAID.finditer(line.text) if index is None else ():
            start, end = _ends(found)
            if isinstance(stretch, Suspended) or not start or not end or not start.known:
                yield Suspended(line.where, f"“{found['said']}”不能与阶段比较")
            elif stretch and not (overlap(start, stretch.first) and overlap(end, stretch.last)):
                message = f"正文说{start}至{end}，各阶段是{stretch.said}"
                yield Finding(line.where, message, found["said"])


def _ends(found: re.Match[str]) -> tuple[Date | None, Date | None]:
    """Both dates; the second takes the first one's year where it has none."""
    year = "" if "年" in found["end"] else found["start"].partition("年")[0] + "年"
    return parse_date(found["start"]), parse_date(year + found["end"])


def _title(case: Case) -> Findings:
    plan = case.plan
    found = list(YEARS.finditer(plan.title))
    if len(found) != 1:
        return
    first, last = found[0].groups()
    yield from _length(case, first, last)
    where, period, stretch = plan.where / "title", plan.period, phases_stretch(case)
    if last and period and period.start.year and period.end.year:
        if (period.start.year, period.end.year) != (int(first), int(last)):
            message = f"标题是{first}—{last}年，实施期限是{period.start}至{period.end}"
            yield Finding(where, message, found[0].group())
    elif not last and isinstance(stretch, Stretch) and _misses(int(first), stretch):
        yield Finding(where, f"标题是{first}年，各阶段是{stretch.said}", found[0].group())


def _length(case: Case, first: str, last: str | None) -> Findings:
    """三年行动（2022—2026年）; from 2021 to 2024 may be three years, too."""
    said = LONG.search(case.plan.title) if last else None
    count = value(said.group()[:-1]) if said else None
    years = int(last) - int(first) if last else 0
    if said and count and count not in {years, years + 1}:
        message = f"标题说“{said.group()}”，起止是{first}—{last}年（{years + 1}年）"
        yield Finding(case.plan.where / "title", message, said.group())


def _misses(year: int, stretch: Stretch) -> bool:
    return not stretch.opens.year <= year <= stretch.closes.year


PHASES = (
    "phases: [{name: 甲阶段, start: 2024-01, end: 2024-06},"
    " {name: 乙阶段, start: 2024-07, end: 2024-12}]\n"
)
RULE = Rule(
    "period-mismatch",
    Level.WARNING,
    find,
    needs=("phases", "period", "title"),
    good=(
        PHASES + "closing: 创建工作自2024年1月8日开始，至12月底结束，分两个阶段组织实施。",
        PHASES
        + "title: 青山县2024年卫生创建实施方案\nclosing: 从2021年至2023年，建成一批阶段性成果。",
        "title: 青山县卫生创建行动方案（2022—2026年）\nperiod: {start: 2022-02, end: 2026-12}",
        "title: 青山县卫生创建五年行动方案（2022—2026年）",
        "title: 青山县卫生创建三年行动方案（2021—2024年）",
        "title: 青山县2024年卫生创建三年行动实施方案",
        "closing: 创建工作自20XX年1月开始，至12月结束，分两个阶段。\n"
        "phases: [{name: 甲阶段, start: 20XX-01, end: 20XX-12}]",
    ),
    bad=(
        (
            PHASES + "closing: 创建工作自2024年3月开始，至2024年12月结束，分两个阶段组织实施。",
            "正文说2024年3月至2024年12月，各阶段是2024年1月至2024年12月",
        ),
        (
            PHASES + "title: 青山县2023年卫生创建实施方案",
            "标题是2023年，各阶段是2024年1月至2024年12月",
        ),
        (
            "title: 青山县卫生创建行动方案（2022—2026年）\nperiod: {start: 2022-02, end: 2025-12}",
            "标题是2022—2026年，实施期限是2022年2月至2025年12月",
        ),
        (
            "title: 青山县卫生创建三年行动方案（2022—2026年）",
            "标题说“三年”，起止是2022—2026年（5年）",
        ),
    ),
)
