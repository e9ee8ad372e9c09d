"""How wide the columns of a table are that says nothing of it, and which stand centred.

A column is as wide as its longest line, so that 序号 takes less than 责任单位; what is too wide
for the page wraps in the widest columns first. No clause asks for it; it is how clerks set tables.
"""

from __future__ import annotations

from math import ceil

from plangen.model.plan import TableSpec
from plangen.text.width import em

UPRIGHT, TURNED = 36, 53  # 小四 characters on a line of the 版心, and of a turned one
NARROWEST, WIDEST = 4, 16  # 字 that a column is asked to wrap at
WHITE = 1.25  # 字 beside the text of a cell
HEAD = 4  # 字 of a head that doesn't wrap
SHORT = 7  # 字 of a cell that stands centred
STOPS = frozenset("，。；：、")


def fair_widths(table: TableSpec, *, turned: bool = False) -> tuple[float, ...]:
    """The widths of the columns in 字."""
    heads = [min(em(name), max(HEAD, ceil(em(name) / 2))) for name in table.head]
    asked = [
        max(1, head, *map(_longest, cells))
        for head, cells in zip(heads, _columns(table), strict=True)
    ]
    line = (TURNED if turned else UPRIGHT) - WHITE * len(asked)
    caps = range(WIDEST, NARROWEST, -1)
    cap = next((cap for cap in caps if sum(min(one, cap) for one in asked) <= line), NARROWEST)
    return tuple(WHITE + min(one, cap) for one in asked)


def centred(table: TableSpec) -> tuple[int, ...]:
    """The columns of numbers and short names."""
    return tuple(
        at for at, cells in enumerate(_columns(table)) if cells and all(map(_is_word, cells))
    )


def _columns(table: TableSpec) -> list[list[str]]:
    """The cells below each head; a row may be short of some."""
    return [[row[at] for row in table.rows if at < len(row)] for at in range(len(table.head))]


def _longest(cell: str) -> float:
    return max(map(em, cell.split("\n")))


def _is_word(cell: str) -> bool:
    return _longest(cell) <= SHORT and STOPS.isdisjoint(cell)
