"""阶段里写的期限不在这个阶段之内。

依据：实务（一个阶段的任务在这个阶段完成）。级别：警告。
只看写到月或日的“……前”；力争、为……之类的远期目标，叙述过去的，每年、每月的期限不算；
阶段结束后一个月内报送总结的不算；打码的不核对。
"""

from __future__ import annotations

import datetime

from plangen.problem import Level
from plangen.rules._time import BY, PAST, SOON, Deadline, by_phase, deadlines, later
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended, phase_ends
from plangen.text.patterns import lazy

AIM = lazy(r"力争|争取|为|目标|确保[到在]?$|打下")
REPORT = lazy(r"报|总结|汇总|公示|归档|反馈")


def find(case: Case) -> Findings:
    """Deadlines in the text of a phase that lie outside it."""
    ends = {index: (start, end) for index, start, end in phase_ends(case)}
    for index, line in by_phase(case, *BY):
        if index not in ends or case.plan.phases[index].end is None:
            continue
        start, end = ends[index]
        for due in deadlines(line.text):
            if due.date.month is None or AIM.search(due.before) or PAST.search(due.sentence):
                continue
            if due.masked or start.first is None or end.last is None:
                yield Suspended(line.where, f"“{due.text}”不能与阶段比较")
            elif not _within(due, start.first, end.last):
                name = case.plan.phases[index].name
                message = f"“{due.text}”不在“{name}”的{start}至{end}之内"
                yield Finding(line.where, message, due.text)


def _within(due: Deadline, first: datetime.date, last: datetime.date) -> bool:
    """Whether some reading of the deadline lies in the phase, or soon after for a report."""
    grace = SOON if REPORT.search(due.sentence) else datetime.timedelta(0)
    closes = later(last, grace)
    dates = due.dates(range(first.year, closes.year + 1))
    return any(
        not date.first or not date.last or (date.last >= first and date.first <= closes)
        for date in dates
    )


RULE = Rule(
    "phase-deadline",
    Level.WARNING,
    find,
    needs=("phases",),
    good=(
        "phases: [{name: 甲阶段, start: 2023-11, end: 2024-02,"
        " text: 1月底前制定方案；2024年3月5日前报送总结；力争2024年12月底前建成。}]",
        "phases: [{name: 甲阶段, start: 2024-04, end: 2024-06,"
        " text: 对2024年3月底前已排查的问题逐项整改。每年3月底前开展检查。2024年底前全面达标。}]",
        "phases: [{name: 甲阶段, start: 20XX-04, end: 20XX-06, text: 8月底前完成。}]",
        "phases: [{name: 甲阶段, start: 2024-04, text: 8月底前完成。}]",
    ),
    bad=(
        (
            "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02,"
            " text: 各组于2024年4月底前制定方案。, tasks: [2023年12月10日前完成摸底。]},"
            " {name: 乙阶段, start: 2024-03, end: 2024-06}]",
            "“2024年4月底前”不在“甲阶段”的2024年1月至2024年2月之内\n"
            "“2023年12月10日前”不在“甲阶段”的2024年1月至2024年2月之内",
        ),
    ),
)
