"""What a walk through a document gives: paragraphs and tables, in the order that counts them.

What reads, comments or mends a file begins with these: `Paragraph.at` leads from characters to the
elements that they stand in, `Walked.roots` are the parts to put back into the package.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.model.look import Face
from plangen.read.inline import Piece, Seen
from plangen.read.paragraph_format import Format, Formats
from plangen.read.xml import Element

NO_FACE = Face()


@dataclass(eq=False, slots=True)
class Paragraph:
    """A paragraph as it is seen. `text` is its automatic number and its pieces.

    `elements` are its w:p: the last one's mark is its own, those before were joined to it.
    """

    number: int
    elements: tuple[Element, ...]
    format: Format
    pieces: list[Piece]
    text: str
    auto: str = ""
    auto_face: Face = NO_FACE

    def at(self, start: int, end: int) -> list[tuple[Piece, int, int]]:
        """The pieces that hold the characters of `text` from `start` to `end`.

        Each with the part of its own text. An automatic number stands in no piece.
        """
        found, begin = [], len(self.auto)
        for piece in self.pieces:
            after = begin + len(piece.text)
            if begin < end and start < after:
                found.append((piece, max(start - begin, 0), min(end, after) - begin))
            begin = after
        return found


@dataclass(eq=False, slots=True)
class GridRow:
    """A row: the paragraphs of its cells, one entry for each column it covers.

    `merged` are the columns whose cell goes on from the row above.
    """

    cells: list[list[Paragraph]]
    head: bool
    merged: tuple[int, ...] = ()


@dataclass(eq=False, slots=True)
class Grid:
    """A table. A merged cell's paragraphs stand at its first column and row, others are empty."""

    element: Element
    rows: list[GridRow]


Item = Paragraph | Grid


@dataclass(eq=False, slots=True)
class Section:
    """A section: its w:sectPr, and the paragraphs that it begins and ends with.

    The last has none where a break stands right before the end of the document.
    """

    element: Element
    first: int
    last: int


@dataclass(eq=False)
class Walked:
    """A document's paragraphs and tables, with what was seen on the way."""

    numbered: list[Paragraph]
    body: list[Item]
    notes: list[Item]
    sections: list[Section]
    seen: Seen
    formats: Formats
    settings: Element | None
    roots: dict[str, Element]

    def paragraphs(self) -> list[Paragraph]:
        """Those of the body, of its tables and of the notes: number n is at n - 1."""
        return self.numbered


def flat(items: list[Item]) -> Iterator[Paragraph]:
    """The paragraphs of items, those in tables too, in reading order."""
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        else:
            yield from (one for row in item.rows for cell in row.cells for one in cell)
