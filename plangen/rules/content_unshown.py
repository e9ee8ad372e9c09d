"""写了内容，提纲里却没有一节印它。

依据：实务（写了的都要印出来）。级别：错误。提纲（outline）里加一节，show 写上这项内容。
"""

from __future__ import annotations

from itertools import chain

from plangen.compose.outline import has, outline, parts
from plangen.model.plan import Section
from plangen.problem import Level, Where
from plangen.rules.base import Case, Findings, Rule

CONTENT = {
    "targets": "目标",
    "leaders": "领导小组",
    "offices": "办公室",
    "groups": "工作组",
    "assignments": "责任分工",
    "phases": "实施步骤",
    "guarantees": "保障措施",
}
ROSTERS = {"roster": "leaders", "roster-lines": "leaders"}  # what an annex shows of the plan


def shown(section: Section) -> set[str]:
    """What a section and its sub-sections print."""
    return set(parts(section.show)) | set(chain.from_iterable(map(shown, section.sections)))


def find(case: Case) -> Findings:
    """Parts of the plan that no section shows, and sections that show nothing."""
    plan = case.plan
    printed = set(chain.from_iterable(map(shown, outline(plan))))
    annexes = (*plan.annexes, *(plan.notice.annexes if plan.notice else ()))
    printed |= {ROSTERS.get(annex.show, annex.show) for annex in annexes}
    for part, label in CONTENT.items():
        if has(plan, part) and part not in printed:
            yield Where((part,)), f"“{label}”写了内容，但提纲里没有一节印它（show: [{part}]）"
    for section in plan.outline:
        for part in (part for part in parts(section.show) if part in CONTENT):
            optional = "organization" in section.show and part != "leaders"
            if not has(plan, part) and not optional:
                yield section.where / "show", f"“{section.heading}”要印{CONTENT[part]}，但没有写"


RULE = Rule(
    "content-unshown",
    Level.ERROR,
    find,
    needs=("outline", *CONTENT),
    spec=True,
    good=(
        "outline: [{heading: 总体目标, show: targets}]\ntargets: [完成申报。]",
        "targets: [完成申报。]",
    ),
    bad=(
        (
            "outline: [{heading: 指导思想, text: 以人民健康为中心。}]\ntargets: [完成申报。]",
            "“目标”写了内容，但提纲里没有一节印它（show: [targets]）",
        ),
        ("outline: [{heading: 实施步骤, show: phases}]", "“实施步骤”要印实施步骤，但没有写"),
    ),
)
