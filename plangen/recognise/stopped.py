"""Headings of the second level that end in 。 although they stand on lines of their own.

（一）加强领导。 is one where all its siblings are as short, and something stands below each:
then it is read without its 。, and what stands below the last one is its text. Where what stands
below one ends in who does it, they are items in several paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from plangen.model.ordinals import ANNEX_LIST, FIRST, MARKS, SECOND, THIRD, Run, numbering
from plangen.recognise.labels import (
    is_contact,
    is_duties,
    is_role,
    is_units,
    labelled,
)
from plangen.recognise.marks import goes_on, read_mark
from plangen.recognise.targets import indicators
from plangen.recognise.usual_lines import Line

STOPPED = re.compile(r"^[^。；;：:？?！!（）()]{2,30}。$")
FEWEST = 2
LONGEST = 50  # characters of such a line with its ordinal


def unstopped(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, such headings without their 。."""
    short = [
        at
        for at, line in enumerate(lines[:-1])  # the last has nothing below it
        if len(line.text) <= LONGEST and line.text.endswith("。")
    ]
    if sum(_may_head(lines, at) for at in short) < FEWEST:
        return lines
    runs = numbering([line.block for line in lines])
    ranks = {entry.place: entry.rank for run in runs for entry in run.entries}
    stopped = {
        entry.place
        for run in runs
        if _is_second(run, runs) and len(run.entries) >= FEWEST and not _has_body(lines, run)
        if all(_is_heading(lines, ranks, entry.place, entry.text) for entry in run.entries)
        for entry in run.entries
    }
    return [
        line.turned(line.text.rstrip("。")) if at in stopped else line
        for at, line in enumerate(lines)
    ]


def _may_head(lines: Sequence[Line], at: int) -> bool:
    """Whether no sibling is next to a short paragraph that ends in 。.

    So it is with none of most texts. A number before a digit may be none (3.30%以上……), and one
    before a mark may be lost.
    """
    line, beside = lines[at], (*lines[max(0, at - 1) : at], lines[at + 1])
    if not line.rank:
        return line.text[0] in MARKS
    return line.rank not in [each.rank for each in beside if not each.rest[:1].isdigit()]


def _is_second(run: Run, runs: Sequence[Run]) -> bool:
    """Whether a run is of the second level; 1. below 一、 is where no （一） stands beside it."""
    if run.rank != THIRD or run.parent is None or run.parent.rank != FIRST:
        return run.rank == SECOND
    return not any(other.rank == SECOND and other.parent == run.parent for other in runs)


def _has_body(lines: Sequence[Line], run: Run) -> bool:
    """Whether a roster or duties stand in the section of a run: it may be a body's duties."""
    start = run.parent.place + 1 if run.parent else 0
    named = (labelled(line.text) for line in lines[start : run.last.place])
    return any(
        is_role(found[0]) or is_units(found[0]) or is_duties(found[0]) for found in named if found
    )


def _is_heading(lines: Sequence[Line], ranks: dict[int, int], at: int, text: str) -> bool:
    """Whether a line with an ordinal is short and has something below it."""
    if not is_stopped(text.strip()) or at + 1 == len(lines):
        return False
    below = lines[at + 1]
    if at + 1 in ranks:
        return ranks[at + 1] > ranks[at]
    return below.block.table is None and is_text(_until(lines, ranks, at + 1))


def _until(lines: Sequence[Line], ranks: dict[int, int], start: int) -> list[str]:
    """The paragraphs from a line up to the next one with an ordinal, or to a table."""
    own = takewhile(
        lambda at: at not in ranks and not lines[at].block.table, range(start, len(lines))
    )
    return [lines[at].text for at in own]


def is_stopped(text: str) -> bool:
    """Whether a line is short, one sentence, and ends in 。."""
    return bool(STOPPED.match(text))


def is_text(texts: Sequence[str]) -> bool:
    """Whether paragraphs below a line may be the text of a heading: not its mark or measures."""
    first = texts[0]
    named = labelled(first)
    other = ANNEX_LIST.match(first) or (named and is_contact(named[0]))
    return not (other or indicators(first) or goes_on(first) or any(map(read_mark, texts)))
