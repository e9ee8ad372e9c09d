"""Lines as they are turned into the usual forms; ordinals for those that have none.

Below a heading these are one level deeper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from plangen.model.document import Block, Role
from plangen.model.ordinals import FIRST, FOURTH, RING, SECOND, THIRD, label, ordinal
from plangen.recognise.labels import with_text

DEEPER = {0: FIRST, FIRST: SECOND, SECOND: THIRD, THIRD: FOURTH}


class Line(NamedTuple):
    """A block and its text without blanks around it: an ordinal of a rank, typed so, and the rest.

    What has no ordinal has the rank 0; a table has no text.
    """

    block: Block
    text: str
    rank: int
    typed: str
    rest: str

    def turned(self, text: str) -> Line:
        """Another text in the place of this paragraph or table."""
        block = self.block
        if block.table is not None:
            block = replace(block, role=Role.PARAGRAPH, table=None)
        return line_of(with_text(block, text))


Turn = Callable[[Sequence[Line]], Sequence[Line]]


def line_of(block: Block) -> Line:
    """A block as it is read before it is turned."""
    text = block.text.strip()
    found = ordinal(text)
    if found is None:
        return Line(block, text, 0, "", text)
    return Line(block, text, found.rank, found.typed, found.rest)


@dataclass
class Ordinals:
    """The ordinals of lists that are made; `above` is the rank of the heading they stand below."""

    above: int = 0
    number: int = 0

    def see(self, line: Line) -> None:
        """A line that stays as it is: an ordinal in it begins another list."""
        if line.rank:
            self.above, self.number = line.rank, 0

    def next(self) -> str:
        """The ordinal of the next line."""
        self.number += 1
        return label(DEEPER.get(self.above, RING), self.number)
