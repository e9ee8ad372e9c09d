"""Headings that were typed in a letter's text (一、活动时间), in the faces of their levels.

Clause 7.3.3. A plan's headings are written by the parts that they stand over; a letter's text is
one piece.
"""

from __future__ import annotations

from plangen.model.document import HEADINGS, Block, Role, Span
from plangen.model.ordinals import FIRST, SECOND, forms_of
from plangen.text.patterns import lazy
from plangen.text.run_in import split_run_in

LEVELS = {FIRST: 1, SECOND: 2}  # the levels that have a face of their own
LONGEST = 30  # 字 of a heading on its line
SPEAKS = lazy("[。；：，！？]$")


def headed(part: Block) -> Block:
    """A paragraph that begins with 一、 or （一） as a heading, where it has one."""
    if part.role is not Role.PARAGRAPH:
        return part
    level, typed = _ordinal(part.text)
    text = part.text[len(typed) :]
    title, rest = split_run_in(text)
    if not level or not (title or _stands(text)):
        return part
    spans = (
        (Span(f"{typed}{title}。", head=True), Span(rest))
        if title
        else (Span(part.text, head=True),)
    )
    return Block(HEADINGS[level - 1], spans, where=part.where)


def _ordinal(text: str) -> tuple[int, str]:
    """The level that a line is numbered on, and its ordinal; 0 for none with a face."""
    for rank, form in forms_of(text):
        if rank in LEVELS and (found := form.match(text)):
            return LEVELS[rank], found.group()
    return 0, ""


def _stands(text: str) -> bool:
    return 0 < len(text) <= LONGEST and not SPEAKS.search(text)
