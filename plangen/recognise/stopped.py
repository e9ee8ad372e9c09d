"""Headings of the second level that end in 。 although they stand on lines of their own.

（一）加强领导。 is one where all its siblings are as short, and something stands below each:
then it is read without its 。, and what stands below the last one is its text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.model.document import Block
from plangen.model.ordinals import ANNEX_LIST, FIRST, MARKS, SECOND, THIRD, Run, numbering
from plangen.recognise.labels import (
    is_contact,
    is_duties,
    is_role,
    is_units,
    labelled,
    with_text,
)
from plangen.recognise.marks import goes_on, read_mark
from plangen.recognise.targets import indicators
from plangen.recognise.usual_lines import ordinal_of

STOPPED = re.compile(r"^[^。；;：:？?！!（）()]{2,30}。$")
FEWEST = 2
LONGEST = 50  # characters of such a line with its ordinal

Line = tuple[int, str, str] | None
"""The rank of the ordinal that a line begins with, this, and the rest."""


def unstopped(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, such headings without their 。."""
    lines = [ordinal_of(block.text) for block in blocks]
    around = zip(blocks, lines, [None, *lines], lines[1:], strict=False)
    if sum(_may_head(*each) for each in around) < FEWEST:
        return list(blocks)
    runs = numbering(blocks)
    ranks = {entry.place: entry.rank for run in runs for entry in run.entries}
    stopped = {
        entry.place
        for run in runs
        if _is_second(run) and len(run.entries) >= FEWEST and not _has_body(blocks, run)
        if all(_is_heading(blocks, ranks, entry.place, entry.text) for entry in run.entries)
        for entry in run.entries
    }
    return [
        with_text(block, block.text.strip().rstrip("。")) if at in stopped else block
        for at, block in enumerate(blocks)
    ]


def _may_head(block: Block, line: Line, above: Line, below: Line) -> bool:
    """Whether a paragraph is short and ends in 。, and no sibling is next to it.

    So it is with none of most texts. A number before a digit may be none (3.30%以上……), and one
    before a mark may be lost.
    """
    text = block.text.strip()
    if not text.endswith("。") or len(text) > LONGEST:
        return False
    if line is None:
        return text[0] in MARKS
    beside = [each[0] for each in (above, below) if each and not each[2][:1].isdigit()]
    return line[0] not in beside


def _is_second(run: Run) -> bool:
    below_first = run.parent is not None and run.parent.rank == FIRST
    return run.rank == SECOND or (run.rank == THIRD and below_first)


def _has_body(blocks: Sequence[Block], run: Run) -> bool:
    """Whether a roster or duties stand in the section of a run: it may be a body's duties."""
    start = run.parent.place + 1 if run.parent else 0
    named = (
        labelled(block.text) for block in blocks[start : run.last.place] if block.table is None
    )
    return any(
        is_role(found[0]) or is_units(found[0]) or is_duties(found[0]) for found in named if found
    )


def _is_heading(blocks: Sequence[Block], ranks: dict[int, int], at: int, text: str) -> bool:
    """Whether a line with an ordinal is short and has something below it."""
    if not is_stopped(text.strip()) or at + 1 == len(blocks):
        return False
    below = blocks[at + 1]
    if at + 1 in ranks:
        return ranks[at + 1] > ranks[at]
    return below.table is None and is_text(below.text.strip())


def is_stopped(text: str) -> bool:
    """Whether a line is short, one sentence, and ends in 。."""
    return bool(STOPPED.match(text))


def is_text(text: str) -> bool:
    """Whether a paragraph below a line may be the text of a heading: not its mark or measures."""
    named = labelled(text)
    other = ANNEX_LIST.match(text) or (named and is_contact(named[0]))
    return not (other or indicators(text) or read_mark(text) or goes_on(text))
