"""A .docx as a `Document`: every paragraph that is seen, once, with its automatic number.

A note stands at the end, after the body, as a paragraph without a mark: it is text of the
document that the rules have to see, but what follows its mark in the body is one sentence, which
must not be torn, and a mark would be a character that nobody typed. Headers and footers are told
with the pages. Hidden text is left out and told of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from plangen.collector import put_off
from plangen.model.document import Block, Document, Role, Row, Span, Table
from plangen.model.look import Face, Look
from plangen.problem import Where
from plangen.read import Reading
from plangen.read.inline import LINE, PAGE
from plangen.read.package import Package
from plangen.read.pages import breaks, pages
from plangen.read.properties import points
from plangen.read.remarks import remarks
from plangen.read.story import Grid, Paragraph, Walked
from plangen.read.walk import walk
from plangen.read.xml import w
from plangen.value import of_tuple

Faces = tuple[tuple[int, Face], ...]
TEXT, BLANK = Role.PARAGRAPH, Role.BLANK  # Python 3.11 takes long to find a member by its name
SPAN = of_tuple(Span)  # one for each paragraph


class Line(NamedTuple):
    """A line of a paragraph: up to a soft break. `start` counts the characters before it."""

    start: int
    text: str
    faces: Faces
    new_page: bool


@put_off()
def read_docx(raw: bytes, name: str) -> Reading:
    """A document from the bytes of a .docx. UserError where they are none, or damaged."""
    package = Package.open(raw, name)
    walked = walk(package)
    text = "\n".join([one.text for one in walked.paragraphs()]).replace(PAGE, LINE)
    document = Document(_blocks(walked), pages=pages(package, walked))
    return Reading(document, "docx", text, remarks(package, walked))


def _blocks(walked: Walked) -> tuple[Block, ...]:
    found: list[Block] = []
    sections, new_page = breaks(walked), False
    for item in (*walked.body, *walked.notes):
        if isinstance(item, Grid):
            block = _table(item)
            first = block.where.paragraph
            found.append(_on_new_page(block) if new_page or first in sections else block)
            new_page = False
            continue
        new_page = new_page or item.number in sections
        text = item.text
        if LINE not in text and PAGE not in text:
            found.append(_block(item, text, _faces(item), new_page=new_page))
            new_page = False
            continue
        lines, ended = _pages(_lines(item))
        lines[0] = lines[0]._replace(new_page=new_page or lines[0].new_page)
        new_page = ended
        found += [_block(item, text, faces, at, new_page=new) for at, text, faces, new in lines]
    return tuple(found)


def _pages(lines: list[Line]) -> tuple[list[Line], bool]:
    """The lines but empty ones at a page break at either end, and whether one ends them."""
    ended = lines[-1].new_page and not lines[-1].text
    if ended:
        lines = lines[:-1]
    if len(lines) > 1 and not lines[0].text and lines[1].new_page:
        lines = lines[1:]
    return lines, ended


def _block(
    paragraph: Paragraph, text: str, faces: Faces, start: int = 0, *, new_page: bool
) -> Block:
    """A line of a paragraph that `start` characters stand before."""
    number = paragraph.number
    look = paragraph.format.look(faces, new_page=new_page)
    where = Where((), number, number, start + 1)
    if not text or text.isspace():
        return Block(BLANK, (), None, look, 0, where)
    auto = min(len(paragraph.auto), len(text)) if paragraph.auto and not start else 0
    spans = (SPAN((text, 0, False)),)
    return Block(TEXT, spans, None, look, auto, where)  # named, they take half as long again


def _lines(paragraph: Paragraph) -> list[Line]:
    """The lines of a paragraph: its text between soft breaks and page breaks."""
    text = paragraph.text
    faces = _faces(paragraph)
    if LINE not in text and PAGE not in text:
        return [Line(0, text, faces, new_page=False)]
    lines, start, new_page = [], 0, False
    for end in [at for at, char in enumerate(text) if char in LINE + PAGE] + [len(text)]:
        lines.append(Line(start, text[start:end], _part(faces, start, end), new_page))
        new_page, start = text[end : end + 1] == PAGE, end + 1
    return lines


def _faces(paragraph: Paragraph) -> Faces:
    """The faces over the text of a paragraph, like ones together."""
    pieces = paragraph.pieces
    if len(pieces) == 1 and not paragraph.auto:
        return ((len(pieces[0].text), pieces[0].face),)
    found: list[tuple[int, Face]] = []
    count, face = len(paragraph.auto), paragraph.auto_face
    for piece in pieces:
        if piece.face is not face:
            if count:
                found.append((count, face))
            count, face = 0, piece.face
        count += len(piece.text)
    if count:
        found.append((count, face))
    return tuple(found)


def _part(faces: Faces, start: int, end: int) -> Faces:
    """The faces over a stretch of the text."""
    found, begin = [], 0
    for count, face in faces:
        shared = min(end, begin + count) - max(start, begin)
        if shared > 0:
            found.append((shared, face))
        begin += count
    return tuple(found)


def _table(grid: Grid) -> Block:
    rows, first = [], None
    for row in grid.rows:
        cells = [[line for one in cell for line in _cell_lines(one)] for cell in row.cells]
        texts = tuple(tuple(text for text, _ in cell) for cell in cells)
        places = tuple(tuple(where for _, where in cell) for cell in cells)
        rows.append(Row(texts, row.head, row.merged, places=places))
        if first is None:
            first = next((one for cell in row.cells for one in cell), None)
    columns = grid.element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
    widths = tuple(points(one.get(w("w"), "")) for one in columns)
    where = Where((), first.number, first.number, 1) if first else Where()
    look = first.format.look(_faces(first)) if first else Look()
    return Block(Role.TABLE, table=Table(tuple(rows), widths), look=look, where=where)


def _cell_lines(paragraph: Paragraph) -> list[tuple[str, Where]]:
    """The lines of a paragraph in a cell, but for empty ones."""
    number = paragraph.number
    return [
        (line.text, Where((), number, number, line.start + 1))
        for line in _lines(paragraph)
        if line.text and not line.text.isspace()
    ]


def _on_new_page(block: Block) -> Block:
    return replace(block, look=(block.look or Look())._replace(new_page=True))
