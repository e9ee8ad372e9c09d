"""实施期限有一头没有阶段：第一阶段比期限开始得晚，或最后阶段比期限结束得早。

依据：实务（标题、期限、阶段的时间应当一致）。级别：空出一个月以上为警告，不足一个月为提示。
期限取 period（实施期限），没有的取标题里的起止年份；精度不同的按粗的比；最后阶段没有止期的不核对。
"""

from __future__ import annotations

import datetime

from plangen.problem import Level
from plangen.rules._time import overlap, phases_stretch
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.rules.phase_outside import period

MONTH = datetime.timedelta(28)


def find(case: Case) -> Findings:
    """The ends of the period that no phase reaches."""
    span, stretch = period(case.plan), phases_stretch(case)
    if span is None or stretch is None:
        return
    opens, closes = span
    where = case.plan.period.where if case.plan.period else case.plan.where / "title"
    if isinstance(stretch, Suspended) or not opens.first or not closes.last:
        yield Suspended(where, "期限或阶段的时间不明，不能比较")
        return
    if stretch.opens > opens.first and not overlap(opens, stretch.first):
        said = f"实施期限从{opens}开始，第一阶段从{stretch.first}才开始"
        yield Finding(where, said, level=_level(stretch.opens - opens.first))
    if stretch.closes < closes.last and not overlap(closes, stretch.last):
        said = f"实施期限到{closes}为止，最后阶段在{stretch.last}就已结束"
        yield Finding(where, said, level=_level(closes.last - stretch.closes))


def _level(days: datetime.timedelta) -> Level:
    return Level.WARNING if days >= MONTH else Level.INFO


RULE = Rule(
    "period-uncovered",
    Level.WARNING,
    find,
    needs=("phases",),
    good=(
        "period: {start: 2024-01-08, end: 2024}\n"
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-11-30}]",
        "title: 青山县卫生创建行动方案（2022—2026年）\n"
        "phases: [{name: 甲阶段, start: 2022-03, end: 2024},"
        " {name: 乙阶段, start: 2025, end: 2026}]",
        "period: {start: 2024-01, end: 2024-12}\n"
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-03}, {name: 长效阶段, start: 2024-04}]",
        "period: {start: 20XX-01, end: 20XX-12}\n"
        "phases: [{name: 甲阶段, start: 20XX-03, end: 20XX-06}]",
    ),
    bad=(
        (
            "period: {start: 2024-01, end: 2024-12}\n"
            "phases: [{name: 甲阶段, start: 2024-02, end: 2024-10}]",
            "实施期限从2024年1月开始，第一阶段从2024年2月才开始\n"
            "实施期限到2024年12月为止，最后阶段在2024年10月就已结束",
        ),
        (
            "title: 青山县卫生创建行动方案（2022—2026年）\n"
            "phases: [{name: 甲阶段, start: 2022, end: 2024-12}]",
            "实施期限到2026年为止，最后阶段在2024年12月就已结束",
        ),
    ),
)
