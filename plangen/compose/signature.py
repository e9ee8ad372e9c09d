"""署名 and 成文日期: where they stand, by the arithmetic of clause 7.3.5.

All widths are in 字 of the text; a line is 28 字 wide.
"""

from __future__ import annotations

from dataclasses import replace

from plangen.compose.blocks import blanks
from plangen.model.document import Block, Indent, Role, Row, Span, Table
from plangen.problem import Where
from plangen.text.width import em

SEAL_RIGHT = 4.0  # 加盖印章: the date 右空四字 (7.3.5.1)
PLAIN_RIGHT = 2.0  # 不加盖印章: 右空二字 (7.3.5.2)
STEP = 2.0  # 不加盖印章: the date starts 二字 right of the name's start
COLUMNS = 3  # names in a row of a joint signature


def signature_blocks(names: tuple[str, ...], date: str, where: Where, *, seal: bool) -> list[Block]:
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


def _line(role: Role, text: str, right: float, where: Where, *, keep: bool) -> Block:
    indent = Indent(None, 0, max(0.0, right))
    return Block(role, (Span(text),), indent, keep_next=keep, where=where)


def _sealed(name: str, date: str, where: Where) -> list[Block]:
    """The name centred over the date; a name too long for that stands flush right."""
    right = SEAL_RIGHT + (em(date) - em(name)) / 2
    date_right = SEAL_RIGHT
    if right < 0:
        right, date_right = 0.0, (em(name) - em(date)) / 2
    lines = [_line(Role.SIGNATURE, name, right, where, keep=bool(date))] if name else []
    return lines + ([_line(Role.DATE, date, date_right, where, keep=False)] if date else [])


def _plain(names: tuple[str, ...], date: str, where: Where) -> list[Block]:
    """Names one below the other from one edge, the date two 字 further right."""
    longest = max((em(name) for name in names), default=0)
    right, date_right = PLAIN_RIGHT, PLAIN_RIGHT + longest - em(date) - STEP
    if date_right < PLAIN_RIGHT and em(date) > longest:
        right, date_right = PLAIN_RIGHT + STEP + em(date) - longest, PLAIN_RIGHT
    lines = [
        _line(Role.SIGNATURE, name, right + longest - em(name), where, keep=True)
        for name in names
    ]
    if not date:
        return [*lines[:-1], *(replace(line, keep_next=False) for line in lines[-1:])]
    return [*lines, _line(Role.DATE, date, date_right, where, keep=False)]


def _joint(names: tuple[str, ...], date: str, where: Where) -> Block:
    """Rows of names, each to take its own seal; the date under the last one."""
    rows = [names[i : i + COLUMNS] for i in range(0, len(names), COLUMNS)]
    width = max(len(row) for row in rows)
    cells = [tuple((name,) for name in row) + ((),) * (width - len(row)) for row in rows]
    last = len(rows[-1]) - 1
    under = tuple((date,) if date and i == last else () for i in range(width))
    return Block(
        Role.SIGNATURE_TABLE, table=Table((*map(Row, cells), Row(under))), where=where
    )
