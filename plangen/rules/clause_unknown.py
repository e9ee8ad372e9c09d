"""写了标准里没有的条款或节。

依据：实务（条款编号以条款库为准，用 plangen standards show 查看）。级别：错误。
条款库不全、恰好缺那一节的，只提示不能核对。自拟任务上面的标题、文档里的标题不必是节名，不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import ClauseRef
from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.standard.coverage import reference


def refs(case: Case) -> Iterator[ClauseRef]:
    """Every clause reference of the plan, exclusions and bodies in charge included.

    The heading above a plan's own tasks, and any heading of a document, is worded freely.
    """
    for body in case.plan.bodies:
        yield from body.every_clause
    for assignment in case.plan.assignments:
        worded = assignment.text or assignment.intro
        heading = assignment.section and not worded and not case.read
        if assignment.clause or heading:
            yield reference(assignment)
    for use in case.plan.standards:
        for exclusion in use.exclude:
            yield from exclusion.clauses


def find(case: Case) -> Findings:
    """References to clauses that their standard hasn't got."""
    for ref in refs(case):
        if not ref.ids and not ref.section:
            continue
        found = case.context.resolve(ref)
        if found is None:
            continue
        title, resolved = found
        for lost in resolved.unknown:
            near = f"，是不是 {lost.guess}？" if lost.guess else ""
            yield ref.where, f"《{title}》没有 {lost.text}{near}"
        for lost in resolved.unseen:
            message = f"《{title}》的条款库不全，不能核对{lost.text}"
            yield Finding(ref.where, message, level=Level.INFO)


RULE = Rule(
    "clause-unknown",
    Level.ERROR,
    find,
    needs=("standards",),
    good=(
        "standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, clauses: [C1-C9]}]",
        "standards: [weisheng-xiangzhen-2010]\n"
        "assignments: [{section: 加强健康教育, text: 办好讲座。, lead: [县教育局]}]",
    ),
    bad=(
        (
            "standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, clauses: [C10]}]",
            "《国家卫生乡镇（县城）标准》没有 C10，是不是 C1-C9？",
        ),
        (
            "standards: [weisheng-xiangzhen-2010]\n"
            "assignments: [{section: 加强健康教育, charge: 甲组}]",
            "《国家卫生乡镇（县城）标准》没有 加强健康教育，是不是 健康教育？",
        ),
    ),
)
