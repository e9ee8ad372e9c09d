"""各阶段的时间有的写到日，有的只写到月或年。

依据：实务（同一方案的阶段时间写到同一精度）。级别：提示。
按月的阶段和按年的阶段并用不算；打码的月份看不出精度，不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, phase_ends
from plangen.text.dates import Date

UNITS = ("月", "日")


def find(case: Case) -> Findings:
    """The first date of another precision: within its phase, or beside the first phase."""
    first: tuple[str, str, str] | None = None
    for index, start, end in phase_ends(case):
        phase = case.plan.phases[index]
        units = _unit(start), _unit(end)
        if units[0] != units[1]:
            yield (
                phase.where / "end",
                f"“{phase.name}”的{start}写到{units[0]}，{end}写到{units[1]}，精度应一致",
            )
            return
        if first and (first[2] == "日") != (units[0] == "日"):
            yield (
                phase.where / "start",
                f"“{phase.name}”的时间写到{units[0]}，“{first[0]}”的写到{first[2]}，精度应一致",
            )
            return
        first = first or (phase.name, str(start), units[0])


def _unit(date: Date) -> str:
    """The last unit that is printed, masked or not."""
    return next((unit for unit in reversed(UNITS) if unit in date.printed), "年")


RULE = Rule(
    "phase-precision",
    Level.INFO,
    find,
    needs=("phases",),
    good=(
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-03}, {name: 乙阶段, start: 20XX-XX}]",
        "phases: [{name: 甲阶段, start: 2022, end: 2023}, {name: 乙阶段, start: 2024-01}]",
        "phases: [{name: 甲阶段, start: 2024-08-10, end: 2024-08-15}, {name: 乙阶段}]",
    ),
    bad=(
        (
            "phases: [{name: 甲阶段, start: 2024-08-10, end: 2024-08-15},"
            " {name: 乙阶段, start: 2024-08-16, end: 2024-10-31},"
            " {name: 丙阶段, start: 2024-11, end: 2024-12}]",
            "“丙阶段”的时间写到月，“甲阶段”的写到日，精度应一致",
        ),
        (
            "phases: [{name: 甲阶段, start: 2024-08-10, end: 2024-09}]",
            "“甲阶段”的2024年8月10日写到日，2024年9月写到月，精度应一致",
        ),
    ),
)
