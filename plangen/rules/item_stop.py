"""一组条目的最后一条以分号收尾，应为句号。

依据：实务（分号隔开各条，末条用句号）。级别：警告。
后面还有同级条目的不算；后面紧接上一级条目的也不算（整组可能还没完）；“一是”由
enumeration-gap 管。
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from plangen.model.document import Block
from plangen.problem import Level
from plangen.rules._numbering import boundary
from plangen.rules._text import ordinal_kind, word_before
from plangen.rules.base import Case, Findings, Rule, replacing

ITEMS = frozenset({"bracket", "number", "inner", "circle"})
OUTER = frozenset({"han", "bracket", ""})


def find(case: Case) -> Findings:
    """Last items that end with a semicolon."""
    blocks = case.document.blocks if case.document else ()
    for index, block in enumerate(blocks):
        text = block.text.rstrip()
        if not text.endswith("；") or block.clause:
            continue
        kind = ordinal_kind(text)
        if kind in ITEMS and _last(kind, blocks[index + 1 :]):
            old = word_before(text, len(text) - 1, 6) + "；"
            message = f"“{old}”是最后一条，应以句号收尾"
            yield replacing(block.where, message, old, old[:-1] + "。")


def _last(kind: str, after: Sequence[Block]) -> bool:
    """Whether the next ordinal, if there is one, shows that the list is over."""
    kinds = (ordinal_kind(block.text) for block in takewhile(lambda one: not boundary(one), after))
    return next(filter(None, kinds), "") in OUTER - {kind}


RULE = Rule(
    "item-stop",
    Level.WARNING,
    find,
    good=(
        "outline: [{heading: 重点任务, show: [targets]}]\n"
        "targets: [2024年6月底前完成申报；, 2024年12月底前完成创建。]",
        "preamble: 一是加强领导；二是落实责任。",
    ),
    bad=(
        (
            "outline: [{heading: 重点任务, items: [整治街道环境；, 整治集贸市场；]},"
            " {heading: 保障措施,"
            " text: 加强领导。}]",
            "“整治集贸市场；”是最后一条，应以句号收尾",
        ),
    ),
)
