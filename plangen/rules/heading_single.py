"""一级之下只有一个序号：有“（一）”而没有“（二）”。

依据：实务（只有一项就不必编号）。级别：提示。
由 plangen 编号的不算，文档里只有一项的保障措施、阶段、工作组、职责、任务也不算；
同一段里接着编的、标签之后另起一组的、各节的序号接着往下编的不算。
"""

from __future__ import annotations

from plangen.model.plan import Item, Part
from plangen.problem import Level, Where
from plangen.rules._numbering import FIRST, FOURTH, PHASE, Entry, Run, label, outline
from plangen.rules.base import Case, Finding, Findings, Rule, once


def find(case: Case) -> Findings:
    """Runs of one entry."""
    read = outline(case)
    for run in read.runs:
        only = run.entries[0]
        if len(run.entries) > 1 or only.number != 1 or not only.ours:
            continue
        alone = not any(sister(run, other) or goes_on(run, other) for other in read.runs)
        inline = any(one in only.text for one in (label(run.rank, 2), "2、", "2．"))
        if not (FIRST < run.rank <= FOURTH and run.rank != PHASE and alone) or inline:
            continue
        if only.block.where not in numbered_parts(case) and not composed(case, only):
            message = f"只有“{label(run.rank, 1)}”，没有“{label(run.rank, 2)}”"
            yield Finding(only.block.where, message, only.quote)


def sister(run: Run, other: Run) -> bool:
    """Whether another run has the same parent and rank: lists after labels."""
    return other is not run and other.rank == run.rank and other.parent is run.parent


def goes_on(run: Run, other: Run) -> bool:
    """Whether another section's run goes on from this one: 一、（一）, 二、（二）（三）."""
    return other.rank == run.rank and other.before == 1 and other.entries[0].number > 1


def composed(case: Case, entry: Entry) -> bool:
    """Whether plangen made the ordinal: of a spec, and no text of the spec has it."""
    if entry.block.where.paragraph is not None or not entry.block.where.path:
        return False
    return entry.block.text not in typed(case)


@once
def numbered_parts(case: Case) -> set[Where]:
    """Where the parts of a plan are that plangen numbers in a document, be there only one."""
    plan = case.plan
    themes = [theme for body in plan.bodies for theme in body.themes]
    items = [item for theme in themes for item in theme.duties if isinstance(item, Item)]
    items += [task for phase in plan.phases for task in phase.tasks]
    return {part.where for part in (*plan.guarantees, *plan.phases, *plan.bodies, *items)}


@once
def typed(case: Case) -> set[str]:
    """The lines of every text of a plan."""
    return typed_lines(case.plan)


def typed_lines(value: object) -> set[str]:
    """The lines of every text of a plan's part and of all parts in it."""
    lines: set[str] = set()
    left = [value]
    while left:
        part = left.pop()
        if isinstance(part, str):
            lines.update(part.split("\n"))
        elif isinstance(part, tuple):
            left += part
        elif isinstance(part, Part):
            left += vars(part).values()
    return lines


RULE = Rule(
    "heading-single",
    Level.INFO,
    find,
    good=(
        'preamble: "（一）加强领导。\\n（二）落实责任。"',
        'preamble: "宣传方面：\\n1.办好专栏。\\n教育方面：\\n1.开设课程。\\n2.培训教师。"',
        "guarantees: [{title: 加强领导, text: 成立领导小组。}]",
        'preamble: "一、清理\\n（一）清理垃圾。\\n二、建设\\n（二）建公厕。\\n（三）装路灯。"',
    ),
    bad=(
        (
            'preamble: "一、工作目标\\n（一）总体目标\\n建成国家卫生县城。\\n二、工作任务\\n'
            '各负其责。"',
            "只有“（一）”，没有“（二）”",
        ),
    ),
)
