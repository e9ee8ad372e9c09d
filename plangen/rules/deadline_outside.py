"""文中的期限落在方案的时间之外。

依据：实务（期限、阶段、实施期限应当一致）。级别：警告。
方案的时间取各阶段，有实施期限的一并算上。晚于最后阶段的都报，阶段结束后一个月内报送总结的除外；
早于第一阶段的，只在没有成文日期、又写“完成”“达到”之类时报。目标、阶段里的期限由 target-outside、
phase-deadline 核对；每年、每月的期限，叙述过去、展望长远的不算；最后阶段没有止期的不核对。
"""

from __future__ import annotations

import datetime

from plangen.problem import Level
from plangen.rules._time import (
    SOON,
    Deadline,
    Stretch,
    issue_date,
    later,
    phases_stretch,
    work_deadlines,
)
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.patterns import lazy

DONE = lazy(r"完成|达到|达标|实现|通过|建成")
REPORT = lazy(r"报送|上报|报[县市区镇省]|总结|汇总|归档|公示")
FAR = lazy(r"规划|纲要|为[^，。；]*打[下好]|长远|远期")
YEAR = datetime.timedelta(366)


def find(case: Case) -> Findings:
    """Deadlines of the text before or after the plan's time."""
    stretch = phases_stretch(case)
    if stretch is None:
        return
    for index, line, due in work_deadlines(case):
        if index is not None or FAR.search(due.sentence):
            continue
        if isinstance(stretch, Suspended) or due.masked:
            yield Suspended(line.where, f"“{due.text}”不能与阶段比较")
            continue
        side = _side(due, _whole(case, stretch), dated=issue_date(case) is not None)
        if side:
            message = f"“{due.text}”{side}，各阶段的时间是{stretch.said}"
            yield Finding(line.where, message, due.text)


def _whole(case: Case, stretch: Stretch) -> Stretch:
    """The phases' time and the plan's period together."""
    period = case.plan.period
    opens, closes = (period.start.first, period.end.last) if period else (None, None)
    return stretch._replace(
        opens=min(stretch.opens, opens or stretch.opens),
        closes=max(stretch.closes, closes or stretch.closes),
    )


def _side(due: Deadline, stretch: Stretch, *, dated: bool) -> str:
    """In words, on which side of the plan's time it lies; empty where it may lie within."""
    grace = SOON if REPORT.search(due.sentence) else datetime.timedelta(0)
    readings = due.readings(stretch)
    early = [last for _, last in readings if last < stretch.opens]
    late = [first for first, _ in readings if first > later(stretch.closes, grace)]
    if not readings or len(early) + len(late) < len(readings):
        return ""
    if not early:
        return "晚于最后阶段的结束"
    recent = stretch.opens - early[-1] < YEAR
    return "早于第一阶段的开始" if recent and not dated and DONE.search(due.sentence) else ""


PHASES = "phases: [{name: 甲阶段, start: 2024-03, end: 2024-12}]\n"
RULE = Rule(
    "deadline-outside",
    Level.WARNING,
    find,
    needs=("phases",),
    good=(
        PHASES + "closing: 总结于2025年1月10日前报送，5月底前完成整改；次年2月前兑现奖励。",
        PHASES + "closing: 名单于2024年2月10日前报送。每年2月底前完成检查。2022年底前已完成试点。",
        PHASES + "preamble: 为2035年底前建成健康中国打下基础。2000年底前建成的小区完成改造。",
        "phases: [{name: 甲阶段, start: 2024-03, end: 2024-12}, {name: 长效, start: 2025-01}]\n"
        "closing: 2025年6月底前完成命名。",
        "phases: [{name: 甲阶段, start: 20XX-03, end: 20XX-12}]\nclosing: 2025年6月底前完成。",
    ),
    bad=(
        (
            PHASES + "closing: 2025年6月底前完成命名。",
            "“2025年6月底前”晚于最后阶段的结束，各阶段的时间是2024年3月至2024年12月",
        ),
        (
            PHASES + "closing: 各单位于2月15日前完成摸底。",
            "“2月15日前”早于第一阶段的开始，各阶段的时间是2024年3月至2024年12月",
        ),
    ),
)
