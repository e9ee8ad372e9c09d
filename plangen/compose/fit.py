"""Fit a notice onto its first page (clause 7.3.5.5: 可以采取调整行距、字距的措施解决).

A notice that runs over by a fraction of a line would leave its 附注, or the date, alone on a
second page. Then its blank lines are set a little lower, and where that isn't enough one of the
two above the signature goes: a seal is then still below the text. The lines of the text keep
their grid. The count of lines is an estimate: what stands in the way of a line's end (避头尾) is
not seen.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from plangen.model.document import Block, Role
from plangen.template.gbt9704 import CHARACTERS, LINES, MARK_LINES, TIGHT
from plangen.text.width import em

MARKS = frozenset({Role.MARK, Role.MARK_TABLE})
RULE = 0.3  # lines that the red rule adds below the 发文字号


def fitted(blocks: list[Block]) -> list[Block]:
    """The blocks of a notice, its blank lines set lower or one left out, if that saves a page."""
    if not any(block.role in MARKS for block in blocks):
        return blocks
    empty = sum(block.role is Role.BLANK for block in blocks)
    text = sum(height(block) for block in blocks if block.role is not Role.BLANK)
    if text + empty <= LINES:
        return blocks
    spare = _spare(blocks)
    if text + empty * TIGHT > LINES:
        if not spare or text + (empty - 1) * TIGHT > LINES:
            return blocks
        blocks = blocks[:spare] + blocks[spare + 1 :]
    return [replace(block, tight=block.role is Role.BLANK) for block in blocks]


def _spare(blocks: list[Block]) -> int:
    """The first of two blank lines above the signature; 0 where there is none."""
    signed = next((at for at, block in enumerate(blocks) if block.role is Role.SIGNATURE), 0)
    above = [block.role for block in blocks[max(0, signed - 2) : signed]]
    return signed - 2 if above == [Role.BLANK, Role.BLANK] else 0


def height(block: Block) -> float:
    """The height of a block in lines of the text."""
    if block.role is Role.MARK:
        return MARK_LINES - block.raised
    if block.table is not None:
        return _table_height(block)
    if block.role is Role.NUMBER:
        return 1 + RULE
    if block.role is Role.TITLE:
        return len(block.lines)
    first = 0 if block.role in {Role.ADDRESSEE, Role.SIGNATURE, Role.DATE} else 2
    left = block.indent.left or 0 if block.indent else 0
    return max(1, ceil((em(block.text) + first) / (CHARACTERS - left)))


def _table_height(block: Block) -> float:
    """The mark or the signatures of several issuers: names one below the other."""
    rows = block.table.rows if block.table else ()
    tallest = [max((len(cell) for cell in row.cells), default=1) for row in rows]
    drop = MARK_LINES - 1 - block.raised if block.role is Role.MARK_TABLE else 0
    return drop + sum(tallest)
