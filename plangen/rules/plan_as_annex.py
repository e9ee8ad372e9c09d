"""印发方案的通知，又把方案列作附件。

依据：实务（《党政机关公文格式》应用指南：被印发的文件不是附件，不加附件说明和“附件”字样）。
级别：警告。
征求意见稿不算：送去征求意见的方案可以是附件。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import title_of
from plangen.rules._references import annexes, bare, own_title
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

ISSUING = lazy(r"关于(?:印发|转发|批转)")


def find(case: Case) -> Findings:
    """The plan's title among the annexes of the notice."""
    notice = case.plan.notice
    title = own_title(case)
    if notice is None or notice.draft or not ISSUING.search(title_of(case.plan, notice)):
        return
    for name, line in annexes(case).titles:
        if bare(name) == title:
            message = f"方案是这个通知印发的，不列作附件“{name}”"
            yield Finding(line.where, message, name)


RULE = Rule(
    "plan-as-annex",
    Level.WARNING,
    find,
    needs=("notice",),
    good=(
        "notice: {issuer: 青山县人民政府, annexes: [{title: 任务分解表, text: 甲。}]}",
        "notice: {issuer: 青山县人民政府, draft: 是, "
        "annexes: [{title: 青山县创建国家卫生县城实施方案, text: 甲。}]}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, "
            "annexes: [{title: 青山县创建国家卫生县城实施方案, text: 甲。}]}",
            "方案是这个通知印发的，不列作附件“青山县创建国家卫生县城实施方案”",
        ),
    ),
)
