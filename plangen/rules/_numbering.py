"""The ordinals of a case's document, read once for all the rules that ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Outline:
    """The blocks of a document (a table has no text of its own) and the ordinals in them."""

    lines: tuple[Block, ...]
    runs: tuple[Run, ...]

    @cached_property
    def entries(self) -> list[Entry]:
        """All ordinals in reading order."""
        found = (entry for run in self.runs for entry in run.entries)
        return sorted(found, key=lambda entry: entry.place)


@once
def outline(case: Case) -> Outline:
    """The ordinals of the fullest document, the clauses of a standard too."""
    blocks = case.document.blocks if case.document else ()
    lines = tuple(one for one in blocks if one.table or one.imprint or one.text)
    return Outline(lines, tuple(numbering(lines)))


def typed_here(case: Case, entry: Entry) -> bool:
    """Whether the locality typed an ordinal: in a document it numbered even quoted clauses itself.

    What is numbered within a clause is the standard's.
    """
    if entry.ours:
        return True
    above = outline(case).lines[entry.place - 1] if entry.place else None
    return case.read and (above is None or above.clause != entry.block.clause)
