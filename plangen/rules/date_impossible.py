"""日期不存在：2月30日、13月。

依据：GB/T 9704—2012 第7.3.5.4条（成文日期用阿拉伯数字写实际日期）。级别：错误。
月份或日期打了码（20XX年2月30日）仍核对已知的部分；年份不明时按闰年。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, all_dates


def find(case: Case) -> Findings:
    """Every date of the plan that no calendar has."""
    for where, date in all_dates(case.plan):
        if not date.possible:
            what = "这一天" if date.day is not None else "这个月"
            yield where, f"没有“{date}”{what}"


RULE = Rule(
    "date-impossible",
    Level.ERROR,
    find,
    needs=("targets", "phases", "period", "notice"),
    good=("phases: [{name: 启动阶段, start: 2024-02, end: 2024-02-29}]",),
    bad=(
        (
            "phases: [{name: 启动阶段, start: 2024-02-01, end: 2024-02-30}]",
            "没有“2024年2月30日”这一天",
        ),
        ("targets: [{text: 完成申报, by: 2024-13}]", "没有“2024年13月”这个月"),
    ),
)
