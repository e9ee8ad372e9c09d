"""目标的期限早于成文日期，印发时已经过期。

依据：实务（期限在成文之后才能完成）。级别：错误。日期打码的不核对；当月、当年到期的不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._time import issue_date
from plangen.rules.base import Case, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """Targets due before the date of the notice."""
    made = issue_date(case)
    if made is None:
        return
    for target in case.plan.targets:
        if target.by is None:
            continue
        where = target.where / "by"
        if made.first is None or target.by.last is None:
            yield Suspended(where, f"{made}与{target.by}不能比较")
        elif target.by.last < made.first:
            yield where, f"目标的期限{target.by}早于成文日期{made}，印发时已经过期"


RULE = Rule(
    "target-past",
    Level.ERROR,
    find,
    needs=("targets",),
    good=(
        "notice: {issuer: 青山县人民政府, date: 2024-04-28}\n"
        "targets: [{text: 完成申报, by: 2024-04}, {text: 建成, by: 2024}]",
        "notice: {issuer: 青山县人民政府, date: 20XX-04-28}\n"
        "targets: [{text: 完成申报, by: 2024-04}]",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, date: 2024-05-06}\n"
            "targets: [{text: 完成申报, by: 2024-04}, {text: 通过评审, by: 2024-12}]",
            "目标的期限2024年4月早于成文日期2024年5月6日，印发时已经过期",
        ),
    ),
)
