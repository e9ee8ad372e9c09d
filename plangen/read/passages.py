"""The text of a file in passages: lines at first, then paragraphs, each character with its place.

A passage is made of pieces; what mends a text joins and cuts them and never makes a new string,
so that a quote deep in a joined paragraph is found where it stands in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plangen.model.document import Block, Role, Row, Span, Table
from plangen.model.look import Face, Look
from plangen.problem import Where
from plangen.read import Start

BLANKS = " \t\u3000\xa0\u1680\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
# What parts paragraphs within a line: a form feed, and what Word and browsers copy as a break.
BREAK = re.compile("[\f\v\x85\u2028\u2029]")
FORM_FEED = "\f"


class Piece(NamedTuple):
    """A stretch of text that stands in one piece in the file."""

    text: str
    line: int
    column: int
    bold: bool = False

    @property
    def at(self) -> tuple[int, int]:
        return self.line, self.column

    @property
    def where(self) -> Where:
        return Where(line=self.line, column=self.column, paragraph=self.line)

    def slice(self, start: int, stop: int) -> Piece:
        """Some of its characters."""
        return self._replace(text=self.text[start:stop], column=self.column + start)


class Passage(NamedTuple):
    """A line or paragraph without the blanks around it, which are kept apart.

    `outline` is a level of Markdown headings. A passage with `rows` is a table: its text is
    that of its cells, each of them some passages.
    """

    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""
    new_page: bool = False
    outline: int | None = None
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def text(self) -> str:
        pieces = self.pieces
        return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])

    @property
    def where(self) -> Where:
        return self.pieces[0].where

    @property
    def end(self) -> Piece:
        """The empty place behind its last character."""
        last = self.pieces[-1]
        return Piece("", last.line, last.column + len(last.text))

    @property
    def empty(self) -> bool:
        return not self.text and not self.rows

    def cut(self, *places: int) -> list[Passage]:
        """The passages between some characters, without blanks at their ends."""
        parts: list[list[Piece]] = [[] for _ in range(len(places) + 1)]
        offset = 0
        for piece in self.pieces:
            stop = offset + len(piece.text)
            first, last = bisect_right(places, offset), bisect_left(places, stop)
            edges = [offset, *places[first:last], stop]
            for number, (low, high) in enumerate(pairwise(edges), first):
                if low < high:
                    parts[number].append(piece.slice(low - offset, high - offset))
            offset = stop
        whole = [stripped(self._replace(pieces=tuple(part))) for part in parts if part]
        return [*whole[:1], *(part._replace(new_page=False, outline=None) for part in whole[1:])]

    def part(self, start: int, stop: int) -> Passage:
        """Some characters as a passage of their own, without blanks at their ends."""
        _, rest = _cut(self.pieces, start)
        inner, _ = _cut(rest, stop - start)
        return stripped(Passage(inner or (rest[0]._replace(text="") if rest else self.end,)))

    def block(self) -> Block:
        """As a block of a document."""
        if self.rows:
            rows = tuple(_row(cells, head=not at) for at, cells in enumerate(self.rows))
            return Block(Role.TABLE, table=Table(rows), look=Look(), where=self.where)
        faces = ((len(piece.text), Face(bold=piece.bold)) for piece in self.pieces if piece.text)
        bold = any(piece.bold for piece in self.pieces)
        look = Look(
            outline=self.outline, new_page=self.new_page, faces=tuple(faces) if bold else ()
        )
        if not self.text:
            return Block(Role.BLANK, look=look, where=self.where)
        return Block(Role.PARAGRAPH, (Span(self.text),), look=look, where=self.where)

    def folds(self) -> Iterator[tuple[tuple[int, int], tuple[Start, ...]]]:
        """Where its stretches begin, and those of its cells, by where it begins itself."""
        for cell in (cell for cells in self.rows for cell in cells):
            for part in cell:
                yield from part.folds()
        starts = []
        offset = 0
        for last, piece in zip((None, *self.pieces), self.pieces, strict=False):
            if last is None or (last.line, last.column + len(last.text)) != piece.at:
                starts.append(Start(offset, *piece.at))
            offset += len(piece.text)
        if len(starts) > 1:
            yield self.pieces[0].at, tuple(starts)


Cell = tuple[Passage, ...]
Glue = Callable[[Passage, Passage], tuple[Piece, ...]]


def nothing(_: Passage, __: Passage) -> tuple[Piece, ...]:
    """No glue, as between lines of Chinese."""
    return ()


def blanks(above: Passage, below: Passage) -> tuple[Piece, ...]:
    """The blanks that stand at the end of a line and at the beginning of the next."""
    end, start = above.end, below.pieces[0]
    before = start._replace(text=below.before, column=start.column - len(below.before))
    return tuple(piece for piece in (end._replace(text=above.after), before) if piece.text)


def blank(above: Passage, _: Passage) -> tuple[Piece, ...]:
    """A blank for the line break itself, in whose place it stands."""
    return (above.end._replace(text=" "),)


def joined(parts: Iterable[Passage], glue: Glue = nothing) -> Passage:
    """Passages put together, with the pieces that come between two."""
    first, *others = parts
    if not others:
        return first
    pieces, last = [*first.pieces], first
    for part in others:
        pieces += [*glue(last, part), *part.pieces]
        last = part
    return first._replace(pieces=tuple(pieces), after=last.after)


def stripped(passage: Passage) -> Passage:
    """A passage without blanks at its ends."""
    text = passage.text
    inner = text.strip(BLANKS)
    if inner == text:
        return passage
    start = len(text) - len(text.lstrip(BLANKS)) if inner else 0
    _, rest = _cut(passage.pieces, start)
    pieces, _ = _cut(rest, len(inner))
    return passage._replace(
        pieces=pieces or (passage.pieces[0].slice(0, 0),),
        before=passage.before + text[:start],
        after=text[start + len(inner) :] + passage.after,
    )


def passages(text: str) -> Iterator[Passage]:
    """The lines of a text as passages. A form feed begins a page, and a passage."""
    lines = text.split("\n")
    if not lines[-1]:
        del lines[-1]
    page = False
    for number, line in enumerate(lines, 1):
        breaks = [found.start() for found in BREAK.finditer(line)]
        starts = [0, *(at + 1 for at in breaks)]
        for start, stop in zip(starts, [*breaks, len(line)], strict=True):
            page = page or line[start - 1 : start] == FORM_FEED
            passage = stripped(Passage((Piece(line[start:stop], number, start + 1),)))
            if passage.empty and breaks:
                continue
            yield passage._replace(new_page=page)
            page = False


def _row(cells: Sequence[Cell], *, head: bool) -> Row:
    return Row(
        tuple(tuple(part.text for part in cell) for cell in cells),
        head=head,
        places=tuple(tuple(part.where for part in cell) for cell in cells),
    )


def _cut(pieces: Sequence[Piece], at: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces before and after a character."""
    for number, piece in enumerate(pieces):
        if at < len(piece.text):
            head = (*pieces[:number], piece.slice(0, at)) if at else pieces[:number]
            return tuple(head), (piece.slice(at, len(piece.text)), *pieces[number + 1 :])
        at -= len(piece.text)
    return tuple(pieces), ()
