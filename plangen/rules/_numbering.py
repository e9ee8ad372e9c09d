"""The ordinals of a case's document, read once for all the rules that ask for them."""

from __future__ import annotations

from typing import NamedTuple

from plangen.model.document import Block
from plangen.model.ordinals import (
    ANNEX_LABEL,
    ANNEX_LIST,
    FIRST,
    FOURTH,
    HALF,
    HAN,
    NUMBERS,
    PHASE,
    RING,
    SECOND,
    THIRD,
    Entry,
    Run,
    boundary,
    label,
    numbering,
)
from plangen.rules.base import Case, once

__all__ = [
    "ANNEX_LABEL",
    "ANNEX_LIST",
    "FIRST",
    "FOURTH",
    "HALF",
    "HAN",
    "NUMBERS",
    "PHASE",
    "RING",
    "SECOND",
    "THIRD",
    "Entry",
    "Outline",
    "Run",
    "boundary",
    "label",
    "outline",
    "typed_here",
]


class Outline(NamedTuple):
    """The blocks of a document (a table has no text of its own) and the ordinals in them.

    The `entries` of all runs are in reading order.
    """

    lines: tuple[Block, ...]
    runs: tuple[Run, ...]
    entries: list[Entry]


@once
def outline(case: Case) -> Outline:
    """The ordinals of the fullest document, the clauses of a standard too."""
    blocks = case.document.blocks if case.document else ()
    lines = tuple([one for one in blocks if one.text or one.table or one.imprint])
    runs = tuple(numbering(lines))
    entries = [entry for run in runs for entry in run.entries]
    return Outline(lines, runs, sorted(entries, key=lambda entry: entry.place))


def typed_here(case: Case, entry: Entry) -> bool:
    """Whether the locality typed an ordinal: in a document it numbered even quoted clauses itself.

    What is numbered within a clause is the standard's.
    """
    if entry.ours:
        return True
    above = outline(case).lines[entry.place - 1] if entry.place else None
    return case.read and (above is None or above.clause != entry.block.clause)
