"""正文的行距不能排成每面 22 行。

依据：GB/T 9704—2012 5.2.3（一般每面排22行）。级别：警告。
只看读入的 Word 文档的正文：固定值 28—30 磅，或按文档网格排（每页 22 行）。
"""

from __future__ import annotations

from plangen.model.document import Block
from plangen.model.look import Page
from plangen.problem import Level
from plangen.rules._looks import TEXT, gathered, look, of_roles
from plangen.rules.base import Case, Findings, Rule

LEAST, MOST = 28.0, 30.0  # 225 mm in 22 lines are 29 pt
FEW = 3  # paragraphs


def find(case: Case) -> Findings:
    """Paragraphs of the text whose pitch is neither exact nor the grid's."""
    blocks = of_roles(case, TEXT)
    page = case.document.pages[0] if case.document else Page()
    gridded = page.grid not in {"", "default"} and LEAST <= (page.pitch or 0) <= MOST
    if len(blocks) < FEW:
        return

    def fault(block: Block) -> str | None:
        style = look(block)
        if style.rule in {"exact", "atLeast"} and style.line is not None:
            return None if LEAST <= style.line <= MOST else f"{style.line:g}磅"
        if gridded:
            return None
        return f"{style.line or 1:g}倍"

    yield from gathered(
        blocks,
        fault,
        lambda found, extent: f"行距是{found}{extent}，应为固定值29磅左右（每面22行）",
    )


RULE = Rule(
    "line-pitch",
    Level.WARNING,
    find,
    looks=True,
    good=("looks: {}", "looks: {正文: {line: 1, rule: auto}, page: {grid: lines, pitch: 28.95}}"),
    bad=(
        (
            "preamble: |\n  为了开展创建工作。\n  结合实际。\n  制定本方案。\n"
            "looks: {正文: {line: 1.5, rule: auto}, page: {grid: ''}}",
            "行距是1.5倍（共3段），应为固定值29磅左右（每面22行）",
        ),
    ),
)
