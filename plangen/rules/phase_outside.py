"""阶段超出实施期限：早于期限的起始，或晚于期限的结束。

依据：实务（标题、期限、阶段的年份应当一致）。级别：错误。
期限取方案的 period（实施期限）；没有的取标题里的起止年份，如“（2022—2026年）”。
"""

from __future__ import annotations

from plangen.model.plan import Plan
from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, Suspended, phase_ends
from plangen.text.dates import Date, parse_date
from plangen.text.patterns import lazy

YEARS = lazy(r"((?:19|20)\d{2})年?[—\-－–至~～]((?:19|20)\d{2})年")


def period(plan: Plan) -> tuple[Date, Date] | None:
    """The plan's time: its own key, else the years in its title."""
    if plan.period:
        return plan.period.start, plan.period.end
    found = YEARS.search(plan.title)
    start, end = (parse_date(year) for year in found.groups()) if found else (None, None)
    return (start, end) if start and end else None


def find(case: Case) -> Findings:
    """Phases outside the plan's time."""
    span = period(case.plan)
    if span is None:
        return
    opens, closes = span
    for index, start, end in phase_ends(case):
        phase = case.plan.phases[index]
        if start.first is None or end.last is None or not opens.first or not closes.last:
            yield Suspended(phase.where, f"{start}至{end}不能与期限比较")
            continue
        if start.first < opens.first:
            yield phase.where / "start", f"“{phase.name}”从{start}开始，早于实施期限的{opens}"
        if end.last > closes.last:
            yield phase.where / "end", f"“{phase.name}”止于{end}，晚于实施期限的{closes}"


RULE = Rule(
    "phase-outside",
    Level.ERROR,
    find,
    needs=("phases",),
    good=(
        "period: {start: 2024-01, end: 2024-12}\n"
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-12}]",
    ),
    bad=(
        (
            "period: {start: 2024-02, end: 2024-12}\n"
            "phases: [{name: 甲阶段, start: 2024-01, end: 2024-06}]",
            "“甲阶段”从2024年1月开始，早于实施期限的2024年2月",
        ),
        (
            "title: 青山县卫生创建行动方案（2022—2026年）\n"
            "phases: [{name: 甲阶段, start: 2026, end: 2027}]",
            "“甲阶段”止于2027年，晚于实施期限的2026年",
        ),
    ),
)
