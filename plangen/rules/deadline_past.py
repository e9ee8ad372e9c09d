"""文中的期限早于成文日期，印发时已经过期。

依据：实务（期限在成文之后才能完成）。级别：警告。
只看“……前”，写明年份的，或者按阶段可知年份的；每年、每月的期限和叙述过去的句子（已、此前、截至）
不算；列为目标的期限由 target-past 核对；没有成文日期的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._time import PAST, Deadline, Stretch, deadlines, issue_date, phases_stretch
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.dates import Date


def find(case: Case) -> Findings:
    """Deadlines in the text that were over on the day of the notice."""
    made = issue_date(case)
    if made is None:
        return
    stretch = phases_stretch(case)
    aims = [target.text for target in case.plan.targets if target.by]
    for line in case.lines():
        for due in deadlines(line.text):
            if PAST.search(due.sentence) or any(aim in line.text for aim in aims):
                continue
            if due.masked or made.first is None:
                yield Suspended(line.where, f"“{due.text}”不能与成文日期比较")
            elif _over(due, made, stretch if isinstance(stretch, Stretch) else None):
                message = f"“{due.text}”早于成文日期{made}，印发时已经过期"
                yield Finding(line.where, message, due.text)


def _over(due: Deadline, made: Date, stretch: Stretch | None) -> bool:
    """Whether it is over whatever it means: with no year said, in the years the plan runs.

    A year said two years back or more is history: 2020年底前建成的小区.
    """
    if made.first is None or made.year is None:
        return False
    if due.date.year is not None:
        last = due.date.last
        return last is not None and last.year >= made.year - 1 and last < made.first
    readings = due.readings(stretch.with_day(made.first)) if stretch else []
    return bool(readings) and all(last < made.first for _, last in readings)


RULE = Rule(
    "deadline-past",
    Level.WARNING,
    find,
    needs=("notice.date",),
    good=(
        "notice: {issuer: 青山县人民政府, date: 2024-01-08}\n"
        "preamble: 各单位于2024年1月底前报送名单。每年1月5日前报送总结，2000年底前建成的小区优先改造。"
        "2023年底前已完成摸底。",
        "notice: {issuer: 青山县人民政府, date: 2024-11-08}\n"
        "closing: 名单于1月10日前报送。\n"
        "phases: [{name: 甲阶段, start: 2024-11, end: 2025-03}]",
        "notice: {issuer: 青山县人民政府, date: 2024-11-08}\nclosing: 名单于1月10日前报送。",
        "notice: {issuer: 青山县人民政府, date: 2024-11-08}\n"
        "closing: 会前准备材料，饭前便后洗手，4月前期工作按20XX年5月前的要求办理。",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, date: 2024-03-08}\n"
            "closing: 名单于2024年2月20日前报送。",
            "“2024年2月20日前”早于成文日期2024年3月8日，印发时已经过期",
        ),
        (
            "notice: {issuer: 青山县人民政府, date: 2024-03-08}\n"
            "closing: 各单位于2月底前报送名单。\n"
            "phases: [{name: 甲阶段, start: 2024-03, end: 2024-12}]",
            "“2月底前”早于成文日期2024年3月8日，印发时已经过期",
        ),
    ),
)
