"""Tables that are typed in a text: columns parted by tabs, by bars, or by runs of blanks.

Only where it is sure: a head that names its columns, and rows below it that have as many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from plangen.read.passages import Cell, Passage
from plangen.source.facts import facts

FEWEST, COLUMNS = 3, 2  # rows, the head among them; columns
LONGEST_NAME = 12  # characters of a column's name
NO_NAME = re.compile(r"[。，；：:,;\d]")
YEAR = re.compile(r"^(?:19|20)\d\d年(?=.)")  # 2024年任务
UNIT = re.compile(r"[（(][^（）()]*[）)]$")  # 面积（平方米）
BLANK = re.compile(r"\s+")
TAB = "\t"
MARKS = (TAB, *"|｜│┃", *("  ", "\u3000\u3000", " \u3000", "\u3000 "))
PARTED = re.compile(r"[\t|｜│┃]|[ \u3000]{2}")
BORDER = re.compile(r"[\s|｜│┃┌┬┐├┼┤└┴┘─━┏┳┓┣╋┫┗┻┛+:=-]{3,}")
GAPS = {  # what parts the columns, the surest first
    "tabs": re.compile(TAB),
    "bars": re.compile("[|｜│┃]"),
    "blanks": re.compile("[ \u3000]{2,}"),
}


@dataclass
class Tabled:
    """The lines of a text, its tables as one passage each; the first row of each of these."""

    lines: list[Passage]
    heads: list[Passage]


def tabled(lines: Sequence[Passage]) -> Tabled:
    """The lines, those that are tables as one passage each."""
    text = "\n".join([line.text for line in lines])
    if not any(mark in text for mark in MARKS):  # most texts have no table
        return Tabled([*lines], [])
    out = Tabled([], [])
    at = 0
    while at < len(lines):
        stop = at
        if PARTED.search(lines[at].text) or BORDER.fullmatch(lines[at].text):
            stop = next((end for gap in GAPS for end in [_read(lines, at, gap, out)] if end), at)
        if stop == at:
            out.lines.append(lines[at])
            stop += 1
        at = stop
    return out


def as_table(rows: Sequence[tuple[Passage, Sequence[Cell]]]) -> Passage:
    """Rows, each with its line, as one passage; they are filled up to the longest."""
    first = rows[0][0]
    width = max(len(cells) for _, cells in rows)
    full = (
        (*cells, *[(line.part(len(line.text), len(line.text)),)] * (width - len(cells)))
        for line, cells in rows
    )
    return first._replace(pieces=(first.pieces[0].slice(0, 0),), rows=tuple(full))


def _read(lines: Sequence[Passage], at: int, gap: str, out: Tabled) -> int:
    """Take in the table that begins at a line; where it ends, 0 where there is none."""
    rows: list[tuple[Passage, list[Cell]]] = []
    stop = at
    for line in lines[at:]:
        if gap == "bars" and BORDER.fullmatch(line.text):
            stop += 1
            continue
        cells = _cells(line, gap)
        if len(cells) < COLUMNS or (not rows and not _is_head(cells)):
            break
        rows.append((line, cells))
        stop += 1
    if len(rows) < FEWEST or not _alike(gap, [len(cells) for _, cells in rows]):
        return 0
    out.lines.append(as_table(rows))
    out.heads.append(rows[0][0])
    return stop


def _cells(line: Passage, gap: str) -> list[Cell]:
    """The cells of a line: a tab at its ends is beside an empty one, a bar is its border."""
    text = line.text
    spans = [found.span() for found in GAPS[gap].finditer(text)]
    starts = [0, *(stop for _, stop in spans)]
    stops = [*(start for start, _ in spans), len(text)]
    cells: list[Cell] = [(line.part(*ends),) for ends in zip(starts, stops, strict=True)]
    if gap == "bars" and spans:
        return cells[spans[0][0] == 0 : len(cells) - (spans[-1][1] == len(text))]
    if gap == "tabs":
        before, after = ((line.part(at, at),) for at in (0, len(text)))
        return [*[before] * line.before.count(TAB), *cells, *[after] * line.after.count(TAB)]
    return cells


def _alike(gap: str, counts: Sequence[int]) -> bool:
    """Whether rows have the columns of the head; an editor may have cut tabs at their ends."""
    return all(count == counts[0] or (gap == "tabs" and count < counts[0]) for count in counts)


def _is_head(cells: Sequence[Cell]) -> bool:
    """Whether cells name columns: all of them may, and half of them are known to."""
    names = [UNIT.sub("", BLANK.sub("", cell[0].text)) for cell in cells]
    if len(set(names)) < len(names) or not all(map(_may_name, names)):
        return False
    known = [name for name in names if name in _names() or name.endswith(_ends())]
    return len(known) >= max(COLUMNS, len(names) / 2)


def _may_name(name: str) -> bool:
    return 0 < len(name) <= LONGEST_NAME and not NO_NAME.search(YEAR.sub("", name))


@cache
def _names() -> frozenset[str]:
    return frozenset(_facts()["names"])


@cache
def _ends() -> tuple[str, ...]:
    return tuple(_facts()["ends"])


def _facts() -> dict[str, list[str]]:
    return cast("dict[str, list[str]]", facts("plangen.words", "table_columns.yaml"))
