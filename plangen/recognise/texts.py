"""Blocks as text: what isn't understood stays, a table row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.model.document import Block

CELLS = " | "  # between the cells of a row that is kept as a line


def lines_of(block: Block) -> Iterator[str]:
    """The lines of a paragraph, or of a table that has no place of its own: a row each."""
    if block.table is None:
        if text := block.text.strip():
            yield text
        return
    for row in block.table.rows:
        cells = ["".join(cell).strip() for cell in row.cells]
        if any(cells):
            yield CELLS.join(cells)


def text_of(blocks: Iterable[Block], *first: str) -> str:
    """Lines of text and blocks as one text; a line is a paragraph."""
    return "\n".join([*filter(None, first), *(line for b in blocks for line in lines_of(b))])


def together(*texts: str) -> str:
    """Texts below one another, without the empty ones."""
    return "\n".join(filter(None, texts))
