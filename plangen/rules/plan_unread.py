"""读入的文档里没有认出方案的任何一部分，或者文档不是实施方案。

依据：实务（没有核对的要说出来）。级别：警告；是函、请示、办法一类公文，或通知没有带方案的，为提示。
只看读入的文档：没有编号的标题，也没有名单、步骤、分工的，只核对了文字和版面。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import kind_of
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.rules.content_unshown import CONTENT
from plangen.text.genres import LETTERS, NOTICE, REGULATIONS, genre


def find(case: Case) -> Findings:
    """A document in which nothing of a plan was recognised, or that is of another kind."""
    plan = case.plan
    kind = genre(plan.title) if plan.title else kind_of(plan)
    read = bool(plan.outline) or any(getattr(plan, part) for part in CONTENT)
    if kind in REGULATIONS:
        message = f"这是{kind}，不是实施方案，只核对了文字和版面"
        yield Finding(plan.where, message, level=Level.INFO)
    elif kind in LETTERS and kind != NOTICE and plan.notice:
        message = f"这是{kind}，不是实施方案，只核对了{kind}的各要素、文字和版面"
        yield Finding(plan.notice.where, message, level=Level.INFO)
    elif plan.notice and not read and not plan.preamble:
        message = "通知没有带方案，只核对了通知的各要素、文字和版面"
        yield Finding(plan.notice.where, message, level=Level.INFO)
    elif not read:
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
