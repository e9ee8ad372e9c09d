"""The paragraphs of a Word file whose lines were pasted as paragraphs, put together again.

Word files made from such texts have what the texts have: 力争到 / 2024年底，……, 组 / 长：……, or a
paragraph for each line of a page. What mends them is the same; here the looks come along, and
every stretch keeps the place of the paragraph that it stands in, so that comments and fixes go
there. Titles, headings, tables and what begins a page are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plangen.model.document import Block, Role, Span
from plangen.model.look import Face, Look
from plangen.problem import Level, Problem
from plangen.read import Reading
from plangen.read.furniture import without_furniture
from plangen.read.measure import find_measure, may_wrap
from plangen.read.mended import may_mend, mended
from plangen.read.passages import Passage, Piece, stripped
from plangen.read.unbroken import LONG, broken, lost_breaks
from plangen.read.wraps import unwrapped
from plangen.text.cached import cached_property

APART = 9  # an outline level that keeps a paragraph from being joined, whatever its own is
WRAPPED = "每行末尾都成了一段（像是从 PDF 复制的），有 {} 段是几行接成的"
UNBROKEN = "换行丢了，已按序号分成 {} 段"
MENDED = "从这里起有 {} 处一句话、一个名目断成了几段，已接上"
PLACED = frozenset({"center", "right", "distribute"})

Place = tuple[int, int]


@dataclass
class _Sources:
    """The blocks of a file, and the passages that their text is."""

    passages: Sequence[Passage]
    read: Sequence[Block]

    @cached_property
    def blocks(self) -> dict[Place, Block]:
        """The blocks, by where their text begins; most files need not be asked."""
        both = zip(self.passages, self.read, strict=True)
        return {passage.pieces[0].at: block for passage, block in both}

    def whole(self, passage: Passage) -> Block | None:
        """The block that a passage is, if it is one."""
        found = self.blocks.get(passage.pieces[0].at)
        places = {piece.at for piece in passage.pieces if piece.at in self.blocks}
        cut = found is not None and found.table is None and not _is_all(passage, found)
        return found if found and len(places) == 1 and not cut else None

    def holding(self, piece: Piece) -> tuple[Block, int]:
        """The block that a piece is of, and how many characters of its text stand before it."""
        line, column = piece.at
        at = max(place for place in self.blocks if place[0] == line and place[1] <= column)
        return self.blocks[at], column - at[1]

    def faces(self, passage: Passage) -> Iterator[tuple[int, Face]]:
        """The faces over the text of a passage."""
        last = Face()
        for piece in passage.pieces:
            block = self.blocks.get(piece.at)
            offset = 0
            if block is None and piece is passage.pieces[0]:
                block, offset = self.holding(piece)
            count = len(piece.text)
            found = list(_faces(block, count, offset)) if block else [(count, last)]
            yield from found
            last = found[-1][1] if found else last


def rejoined(reading: Reading) -> Reading:
    """A reading with its broken paragraphs joined, and told of; the same where there are none."""
    texts = [block.text for block in reading.document.blocks]
    if not (may_wrap(texts) or max(map(len, texts), default=0) > LONG or may_mend(texts)):
        return reading
    lines = list(map(_passage, reading.document.blocks))
    sources = _Sources(lines, reading.document.blocks)
    problems: list[Problem] = []
    if measure := find_measure(lines):
        cleaned = without_furniture(lines, measure)
        if cleaned.dropped:
            message = f"页码、页眉、页脚共 {len(cleaned.dropped)} 段不是正文，没有读"
            problems.append(_told("read-furniture", message, cleaned.dropped[0]))
        after = unwrapped(cleaned.lines, measure)
        problems += _joints(after, sources, "read-wrapped", WRAPPED)
        lines = after
    elif lost_breaks(lines):
        lines = broken(lines)
        problems += _joints(lines, sources, "read-unbroken", UNBROKEN)
    apart, lines = lines, list(mended(lines))
    if len(lines) < len(apart):
        known = set(map(id, apart))
        new = [line for line in lines if id(line) not in known]
        problems += _joints(new, sources, "read-mended", MENDED)
    if not problems:
        return reading
    folds = {at: starts for line in lines for at, starts in line.folds()}
    document = replace(reading.document, blocks=tuple(_block(line, sources) for line in lines))
    return replace(
        reading,
        document=document,
        problems=(*reading.problems, *problems),
        folds={**reading.folds, **folds},
    )


def _passage(block: Block) -> Passage:
    line, column = block.where.line or 0, block.where.column or 1
    if block.table is not None:
        # A row without cells: what joins lines leaves tables alone.
        return Passage((Piece("", line, column),), rows=((),))
    look = block.look or Look()
    alone = look.outline is not None or look.align in PLACED or look.new_page
    return stripped(Passage((Piece(block.text, line, column),), outline=APART if alone else None))


def _block(line: Passage, sources: _Sources) -> Block:
    """A passage as a block: as it was read, or the blocks that it is made of."""
    if whole := sources.whole(line):
        return whole
    first, offset = sources.holding(line.pieces[0])
    look = (first.look or Look())._replace(faces=tuple(sources.faces(line)))
    if offset:
        look = look._replace(new_page=False)
    auto = 0 if offset else first.auto
    return Block(Role.PARAGRAPH, (Span(line.text),), look=look, auto=auto, where=line.where)


def _is_all(passage: Passage, block: Block) -> bool:
    """Whether a passage has as much text as the block it begins."""
    return len(passage.text) >= len(block.text.strip())


def _faces(block: Block, count: int, offset: int) -> Iterator[tuple[int, Face]]:
    """The faces over some characters of a block, without the blanks around its text."""
    skipped = len(block.text) - len(block.text.lstrip()) + offset
    begin, end = skipped, skipped + count
    at = 0
    for width, face in block.look.faces if block.look else ():
        shared = min(end, at + width) - max(begin, at)
        if shared > 0:
            yield shared, face
        at += width


def _joints(lines: Sequence[Passage], sources: _Sources, rule: str, message: str) -> list[Problem]:
    new = [line for line in lines if line.text and sources.whole(line) is None]
    return [_told(rule, message.format(len(new)), new[0])] if new else []


def _told(rule: str, message: str, at: Passage) -> Problem:
    return Problem(rule, Level.INFO, message, at.where, at.pieces[0].text)
