"""文中留有打码：XX、××、某某、20XX年。

依据：实务（印发的公文不留空缺）。级别：印发的通知为错误，其余为提示。每个文件只报一次。
"""

from __future__ import annotations

import re

from plangen.problem import Level, Where
from plangen.rules.base import Case, Finding, Findings, Rule

MASK = re.compile(r"[Xx×]{2,}|某某|20[Xx×]{2}")


def find(case: Case) -> Findings:
    """The masks of what is printed, counted; placed at the first."""
    seen: dict[str, int] = {}
    first: Where | None = None
    for document in list(case.documents.values())[-1:]:
        for block in document.blocks:
            for found in MASK.finditer(block.text):
                seen[found.group()] = seen.get(found.group(), 0) + 1
                first = first or block.where
    if seen and first is not None:
        total = sum(seen.values())
        listed = "、".join(list(seen)[:5])
        level = Level.ERROR if case.issued else Level.INFO
        yield Finding(first, f"文中有{total}处打码（{listed}），印发前应填实", level=level)


RULE = Rule(
    "mask-left",
    Level.ERROR,
    find,
    good=("preamble: 结合我县实际，制定本方案。",),
    bad=(
        (
            "preamble: 根据XX市要求，制定本方案。\n"
            "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕1号}",
            "文中有1处打码（XX），印发前应填实",
        ),
    ),
)
