"""From a file to a `Document`: .docx through its XML, text, and what LibreOffice can convert.

What comes out says nothing of meaning: every paragraph is 正文, every table a table, with place
and look. A line of a paragraph (soft line break) is a block of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from plangen.model.document import Document
from plangen.model.like import like
from plangen.problem import Problem, Where


@dataclass(frozen=True)
class Start:
    """From character `offset` of a paragraph on, its text stands at this line and column."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True)
class Reading:
    """A document as read; `kind` is docx or text, `problems` what the reader has to say.

    `text` is the text by lines of a text file, that excerpts are shown from; for a Word file the
    paragraphs, one a line. `folds` tells of each paragraph that was put together from several
    stretches of the file where these begin; its key is the paragraph's own line and column.
    """

    document: Document
    kind: str
    text: str
    problems: tuple[Problem, ...] = ()
    folds: Mapping[tuple[int, int], tuple[Start, ...]] = field(default_factory=dict, compare=False)

    def at(self, where: Where, offset: int, width: int = 1) -> Where:
        """The place `offset` characters into the paragraph at `where`.

        The width ends where the paragraph goes on elsewhere in the file.
        """
        starts = self.folds.get((where.line or 0, where.column or 0), ())
        before = [start for start in starts if start.offset <= offset]
        if not before:
            return like(where, column=(where.column or 1) + offset, width=width)
        start = before[-1]
        column = start.column + offset - start.offset
        if len(before) < len(starts):
            width = min(width, starts[len(before)].offset - offset)
        # A line of a Word file is a paragraph; several of a text's count as the first of them.
        paragraph = start.line if self.kind == "docx" else where.paragraph
        return replace(where, paragraph=paragraph, line=start.line, column=column, width=width)
