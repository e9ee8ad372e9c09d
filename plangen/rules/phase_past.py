"""成文时整个阶段已经过去。

依据：实务（方案部署的是成文以后的工作）。级别：警告；各阶段都已过去的为错误。
成文日期只写到月的，按当月第一天比；没有止期的阶段、打码的日期不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._time import issue_date
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended, phase_ends


def find(case: Case) -> Findings:
    """Phases that end before the date of the notice."""
    made = issue_date(case)
    if made is None:
        return
    past = []
    ends = list(phase_ends(case))
    for index, _, end in ends:
        phase = case.plan.phases[index]
        if made.first is None or end.last is None:
            yield Suspended(phase.where, f"{made}与{end}不能比较")
        elif end.last < made.first and phase.end is not None:
            past.append((phase, end))
    level = Level.ERROR if len(past) == len(ends) else Level.WARNING
    for phase, end in past:
        message = f"“{phase.name}”止于{end}，成文日期是{made}，印发时这一阶段已经过去"
        yield Finding(phase.where / "end", message, level=level)


RULE = Rule(
    "phase-past",
    Level.WARNING,
    find,
    needs=("notice.date",),
    good=(
        "notice: {issuer: 青山县人民政府, date: 2024-02-28}\n"
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02}]",
        "notice: {issuer: 青山县人民政府, date: 2024-02-28}\n"
        "phases: [{name: 甲阶段, start: 2023-11}, {name: 乙阶段, start: 2024}]",
        "notice: {issuer: 青山县人民政府, date: 2024-XX-XX}\n"
        "phases: [{name: 甲阶段, start: 2023-01, end: 2023-02}]",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, date: 2024-03-05}\n"
            "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02},"
            " {name: 乙阶段, start: 2024-03, end: 2024-12}]",
            "“甲阶段”止于2024年2月，成文日期是2024年3月5日，印发时这一阶段已经过去",
        ),
        (
            "notice: {issuer: 青山县人民政府, date: 2025-01-08}\n"
            "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02}]",
            "“甲阶段”止于2024年2月，成文日期是2025年1月8日，印发时这一阶段已经过去",
        ),
    ),
)
