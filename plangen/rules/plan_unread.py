"""读入的文档里没有认出方案的任何一部分。

依据：实务（没有核对的要说出来）。级别：警告。
只看读入的文档：没有编号的标题，也没有名单、步骤、分工的，只核对了文字和版面。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule
from plangen.rules.content_unshown import CONTENT


def find(case: Case) -> Findings:
    """A document in which nothing of a plan was recognised."""
    plan = case.plan
    if not plan.outline and not any(getattr(plan, part) for part in CONTENT):
        wanted = "、".join(CONTENT.values())
        yield plan.where, f"没有认出方案的内容（{wanted}都没有），只核对了文字和版面"


RULE = Rule(
    "plan-unread",
    Level.WARNING,
    find,
    document=True,
    good=(
        "outline: [{heading: 指导思想, text: 为民。}]\nlooks: {}",
        "targets: [完成申报。]\nlooks: {}",
        "preamble: 制定本方案。",
    ),
    bad=(
        (
            "preamble: 制定本方案。\nlooks: {}",
            "没有认出方案的内容（目标、领导小组、办公室、工作组、责任分工、实施步骤、保障措施都没有），"
            "只核对了文字和版面",
        ),
    ),
)
