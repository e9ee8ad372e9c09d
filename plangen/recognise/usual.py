"""Forms that other offices write in, turned into the usual ones before a plan is read.

The document itself stays as it is; what is turned keeps its place. Only what no plan of ours
prints is turned: the law of the round trip doesn't know of this step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plangen.model.document import Block
from plangen.recognise.usual_groups import usual_groups
from plangen.recognise.usual_roster import usual_rosters

Turn = Callable[[Sequence[Block]], list[Block]]
TURNS: tuple[Turn, ...] = (usual_rosters, usual_groups)


def usual(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs and tables of a plan in the usual forms."""
    found = list(blocks)
    for turn in TURNS:
        found = turn(found)
    return found
