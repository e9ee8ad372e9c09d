"""Ordinals for lines that have none, or another's: below a heading they are one level deeper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plangen.model.document import Block, Role, Span
from plangen.model.ordinals import FIRST, FOURTH, RING, SECOND, THIRD, forms_of, label
from plangen.text.memory import remembered

DEEPER = {0: FIRST, FIRST: SECOND, SECOND: THIRD, THIRD: FOURTH}


def in_place(block: Block, text: str) -> Block:
    """A line in the place of a table, or of a paragraph."""
    return replace(block, role=Role.PARAGRAPH, table=None, spans=(Span(text),))


@remembered(2048)  # a dozen readers ask about the same lines
def ordinal_of(text: str) -> tuple[int, str, str] | None:
    """(rank, ordinal, what follows it) of a line; None where it has none."""
    text = text.strip()
    for rank, form in forms_of(text):
        if found := form.match(text):
            return rank, found.group(), text[found.end() :].strip()
    return None


@dataclass
class Ordinals:
    """The ordinals of lists that are made; `above` is the rank of the heading they stand below."""

    above: int = 0
    number: int = 0

    def see(self, block: Block) -> None:
        """A line that stays as it is: an ordinal in it begins another list."""
        found = ordinal_of(block.text) if block.table is None else None
        if found:
            self.above, self.number = found[0], 0

    def next(self) -> str:
        """The ordinal of the next line."""
        self.number += 1
        return label(DEEPER.get(self.above, RING), self.number)
