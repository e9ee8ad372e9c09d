"""署名 and 成文日期: where they stand, by the arithmetic of clause 7.3.5.

All widths are in 字 of the text; a line is 28 字 wide.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from plangen.compose.blocks import blanks
from plangen.model.document import Block, Indent, Role, Row, Span, Table
from plangen.problem import Where
from plangen.text.width import em

SEAL_RIGHT = 4.0  # 加盖印章: the date 右空四字 (7.3.5.1)
PLAIN_RIGHT = 2.0  # 不加盖印章: 右空二字 (7.3.5.2)
STEP = 2.0  # 不加盖印章: the date starts 二字 right of the name's start
BETWEEN_SEALS = ("",) * 3  # 印章互不相交: a seal is some four lines high
LINE = 28.0
SLACK = 1.5  # what an engine may add between digits and characters in a date
COLUMNS = 3  # names in a row of a joint signature
APART = 1.0  # between two of them


def signature_blocks(
    names: tuple[str, ...], date: str, where: Where, *, seal: bool
) -> list[Block]:
    """Blank lines, names, date; none of them leaves the text before it."""
    if not names and not date:
        return []
    if seal and len(names) > 1:
        body = [_joint(names, date, where)]
    elif seal:
        body = _sealed(names[0] if names else "", date, where)
    else:
        body = _plain(names, date, where)
    # Two lines for the seal, so that it lies over name and date within a line of the text.
    return [replace(part, keep_next=True) for part in blanks(2 if seal else 1)] + body


def _right(role: Role, text: str, right: float, where: Where, *, keep: bool = True) -> Block:
    """A line that ends `right` 字 before the edge."""
    indent = Indent(None, 0, max(0.0, right))
    return Block(role, (Span(text),), indent, keep_next=keep, where=where)


def _left(role: Role, text: str, left: float, where: Where, *, keep: bool = True) -> Block:
    """A line that starts `left` 字 after the edge, whatever its digits measure."""
    return Block(role, (Span(text),), Indent(max(0.0, left), 0, 0), keep_next=keep, where=where)


def _sealed(name: str, date: str, where: Where) -> list[Block]:
    """The name centred over the date; a name too long for that stands flush right."""
    right = SEAL_RIGHT + (em(date) - em(name)) / 2
    date_right = SEAL_RIGHT
    if right < 0:
        right, date_right = 0.0, (em(name) - em(date)) / 2
    lines = [_right(Role.SIGNATURE, name, right, where, keep=bool(date))] if name else []
    return [*lines, *([_right(Role.DATE, date, date_right, where, keep=False)] if date else [])]


def _plain(names: tuple[str, ...], date: str, where: Where) -> list[Block]:
    """Names one below the other from one edge, the date two 字 further right.

    The first characters are what the clause places, so both are set from the left; a date that
    is longer than the name, or would run to the edge, is set from the right.
    """
    longest = max((em(name) for name in names), default=0)
    start = LINE - PLAIN_RIGHT - longest
    if em(date) > longest:
        start = LINE - PLAIN_RIGHT - em(date) - STEP
    last = len(names) - 1
    lines = [
        _left(Role.SIGNATURE, name, start, where, keep=bool(date) or i < last)
        for i, name in enumerate(names)
    ]
    if not date:
        return lines
    right = LINE - start - STEP - em(date)
    if em(date) > longest or right < SLACK:
        return [*lines, _right(Role.DATE, date, right, where, keep=False)]
    return [*lines, _left(Role.DATE, date, start + STEP, where, keep=False)]


def _joint(names: tuple[str, ...], date: str, where: Where) -> Block:
    """Rows of names, each to take its own seal; the date under the last one."""
    columns, widths = _columns(names)
    rows = _rows(names, columns)
    width = max(len(row) for row in rows)
    cells = [tuple((name,) for name in row) + ((),) * (width - len(row)) for row in rows]
    last = len(rows[-1]) - 1
    under = tuple((date,) if date and i == last else () for i in range(width))
    apart = Row((BETWEEN_SEALS, *((),) * (width - 1)))
    body = [row for names_of in cells for row in (apart, Row(names_of))][1:]
    return Block(Role.SIGNATURE_TABLE, table=Table((*body, Row(under)), widths), where=where)


def _columns(names: tuple[str, ...]) -> tuple[int, tuple[float, ...]]:
    """How many names stand in a row, and the widths of columns that aren't even.

    Even ones are the first choice; others where they save a row.
    """
    even = max(1, min(COLUMNS, int(LINE // (max(map(em, names)) + APART))))
    ways: list[tuple[int, tuple[float, ...]]] = [(even, ())]
    for columns in range(even + 1, min(COLUMNS, len(names)) + 1):
        below = zip_longest(*_rows(names, columns), fillvalue="")
        widths = tuple(max(map(em, column)) + APART for column in below)
        if sum(widths) <= LINE:
            ways.append((columns, widths))
    return min(ways, key=lambda way: len(_rows(names, way[0])))


def _rows(names: tuple[str, ...], columns: int) -> list[tuple[str, ...]]:
    return [names[at : at + columns] for at in range(0, len(names), columns)]
