"""文中的期限早于成文日期，印发时已经过期。

依据：实务（期限在成文之后才能完成）。级别：警告。
只看“……前”，写明年份的，或者按阶段可知年份的；每年、每月的期限和叙述过去的句子（已、此前、截至）
不算；列为目标的由 target-past 核对，已经过去的阶段由 phase-past 指出；没有成文日期的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._time import Deadline, Stretch, issue_date, phases_stretch, work_deadlines
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended, phase_ends
from plangen.text.dates import Date


def find(case: Case) -> Findings:
    """Deadlines in the text that were over on the day of the notice."""
    made = issue_date(case)
    if made is None:
        return
    stretch = phases_stretch(case)
    past = {
        i for i, _, end in phase_ends(case) if made.first and end.last and end.last < made.first
    }
    for index, line, due in work_deadlines(case):
        if due.masked or made.first is None:
            yield Suspended(line.where, f"“{due.text}”不能与成文日期比较")
        elif index not in past and not _early(case, index, due) and _over(due, made, stretch):
            message = f"“{due.text}”早于成文日期{made}，印发时已经过期"
            yield Finding(line.where, message, due.text)


def _early(case: Case, index: int | None, due: Deadline) -> bool:
    """Whether it is before the phase it is written in, which `phase-deadline` says."""
    start = case.plan.phases[index].start if index is not None else None
    return bool(start and start.first and due.date.last and due.date.last < start.first)


def _over(due: Deadline, made: Date, stretch: Stretch | Suspended | None) -> bool:
    """Whether it is over whatever it means: with no year said, in the years the plan runs.

    A year said two years back or more is history: 2020年底前建成的小区.
    """
    if made.first is None or made.year is None:
        return False
    if due.date.year is not None:
        last = due.date.last
        return last is not None and last.year >= made.year - 1 and last < made.first
    if not isinstance(stretch, Stretch):
        return False
    readings = due.readings(stretch.with_day(made.first))
    return bool(readings) and all(last < made.first for _, last in readings)


RULE = Rule(
    "deadline-past",
    Level.WARNING,
    find,
    needs=("notice.date",),
    good=(
        "notice: {issuer: 青山县人民政府, date: 2024-01-08}\n"
        "preamble: 各单位于2024年1月底前报送名单。每年1月5日前报送总结，"
        "2000年底前建成的小区优先改造。2023年底前已完成摸底。",
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
