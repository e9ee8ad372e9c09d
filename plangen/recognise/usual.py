"""Forms that other offices write in, turned into the usual ones before a plan is read.

The document itself stays as it is; what is turned keeps its place. Only what no plan of ours
prints is turned: the law of the round trip doesn't know of this step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from plangen.model.document import Block
from plangen.recognise.spoken_lists import numbered_lists
from plangen.recognise.stopped import unstopped
from plangen.recognise.usual_groups import usual_groups
from plangen.recognise.usual_headings import usual_headings
from plangen.recognise.usual_lines import ordinal_of
from plangen.recognise.usual_phases import usual_phases
from plangen.recognise.usual_roster import usual_rosters
from plangen.recognise.usual_targets import usual_targets

Turn = Callable[[Sequence[Block]], list[Block]]
TURNS: tuple[Turn, ...] = (
    usual_headings,
    usual_rosters,
    usual_groups,
    usual_phases,
    usual_targets,
    numbered_lists,
    unstopped,
)


def origins(turned: Sequence[Block], blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Each block that was turned, with the one it was, where that is one line still.

    A heading without an ordinal is none: the rules don't ask of it what they ask of headings.
    """
    kept = {id(block) for block in blocks}
    known = {block.where: block for block in blocks if block.table is None}
    counts = Counter(block.where for block in turned)
    for block in turned:
        was = known.get(block.where)
        if was is None or id(block) in kept or counts[block.where] > 1:
            continue
        if ordinal_of(was.text) or not ordinal_of(block.text):
            yield block, was


def usual(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs and tables of a plan in the usual forms."""
    found = list(blocks)
    for turn in TURNS:
        found = turn(found)
    return found
