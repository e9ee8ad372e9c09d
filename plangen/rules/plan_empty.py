"""方案只有标题，没有可核对的内容。

依据：实务（没有核对的要说出来）。级别：提示。
引言、提纲、目标、机构、步骤、保障措施写了任何一样都不报；一般要有的部分都列出来，带着各自的键。
通知有自己的标题和正文、没有方案的，只印通知，也不报。
"""

from __future__ import annotations

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule
from plangen.rules.content_unshown import CONTENT


def find(case: Case) -> Findings:
    """A plan without any part, which prints its title and no more."""
    plan, document = case.plan, case.documents.get("实施方案")
    if document and not any(
        block.text and block.role is not Role.TITLE for block in document.blocks
    ):
        wanted = "、".join(f"{label}（{part}）" for part, label in CONTENT.items())
        yield plan.where / "title", f"方案只有标题，没有可核对的内容；还没有写的：{wanted}"


RULE = Rule(
    "plan-empty",
    Level.INFO,
    find,
    spec=True,
    good=(
        "preamble: 结合我县实际，制定本方案。",
        "targets: [完成申报。]",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于做好防火工作的通知,"
        " body: 现将有关事项通知如下。}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府}",
            "方案只有标题，没有可核对的内容；还没有写的：目标（targets）、领导小组（leaders）、"
            "办公室（offices）、工作组（groups）、责任分工（assignments）、实施步骤（phases）、"
            "保障措施（guarantees）",
        ),
    ),
)
