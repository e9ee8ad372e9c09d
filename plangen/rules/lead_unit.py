"""组、办公室的 lead（起句）写成了单位名称，会独自印成一段话。

依据：实务（起句是条款一句之前的话；牵头单位写进名单）。级别：警告。
整句只有单位、各用顿号或逗号隔开才算。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import Plan
from plangen.problem import Level, Where
from plangen.rules._units import names_unit
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

MARKS = lazy("[、，,；;]")


def find(case: Case) -> Findings:
    """The lead-ins that are nothing but units."""
    for where, lead in _leads(case.plan):
        names = [name for name in MARKS.split(lead.rstrip("。：")) if name]
        if names and all(map(names_unit, names)):
            better = f"roster: [{{role: 牵头单位, units: [{', '.join(names)}]}}]"
            message = f"lead 是条款前的起句，这里只有单位“{lead}”；牵头单位应写成 {better}"
            yield Finding(where, message, lead)


def _leads(plan: Plan) -> Iterator[tuple[Where, str]]:
    for body in (*plan.offices, *plan.groups):
        yield body.where / "lead", body.lead
        for part in body.blocks:
            yield part.where / "lead", part.lead


GROUP = "groups: [{name: 整治组, lead: %s, duties: [{text: 清理垃圾。}]}]"
RULE = Rule(
    "lead-unit",
    Level.WARNING,
    find,
    needs=("offices", "groups"),
    spec=True,
    good=(
        GROUP % "制定整治工作实施方案",
        GROUP % "由县住房城乡建设局牵头",
        GROUP % "、",
        GROUP % "县住房城乡建设局、各乡镇开展整治",
        "groups: [{name: 整治组, roster: [{role: 牵头单位, units: [县住房城乡建设局]}]}]",
    ),
    bad=(
        (
            GROUP % "县住房城乡建设局",
            "lead 是条款前的起句，这里只有单位“县住房城乡建设局”；"
            "牵头单位应写成 roster: [{role: 牵头单位, units: [县住房城乡建设局]}]",
        ),
        (
            "offices: [{name: 办公室, blocks: [{label: 宣传, lead: 县教育局、县卫生健康局。,"
            " duties: 负责宣传}]}]",
            "lead 是条款前的起句，这里只有单位“县教育局、县卫生健康局。”；"
            "牵头单位应写成 roster: [{role: 牵头单位, units: [县教育局, 县卫生健康局]}]",
        ),
    ),
)
