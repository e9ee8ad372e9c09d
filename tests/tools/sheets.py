"""A document beside its pages: which lines print which block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from plangen.model.document import Block, Document, Role
from plangen.model.plan import Plan
from tests.tools.pdf import Line, Pdf

NUMBER = re.compile(r"—\d+—")
HANGING = "，。、；：！？）》”"
LOWEST = 262 * 72 / 25.4  # of the 版心: what stands below it is a page number


@dataclass(frozen=True)
class Placed:
    """A block and its lines on the pages; a blank line has none."""

    block: Block
    lines: tuple[Line, ...]

    @property
    def role(self) -> Role:
        return self.block.role

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


@dataclass(frozen=True)
class Sheet:
    """A plan, one of its documents, and the pages of that document."""

    plan: Plan
    kind: str
    document: Document
    pdf: Pdf

    @property
    def pages(self) -> range:
        """The page numbers."""
        return range(1, len(self.pdf.sizes) + 1)

    def text(self, page: int) -> list[Line]:
        """The lines of a page without its number."""
        return [line for line in self.pdf.page(page) if line not in self.numbers]

    @cached_property
    def numbers(self) -> list[Line]:
        """The page numbers that are printed."""
        return [ln for ln in self.pdf.lines if ln.baseline > LOWEST and NUMBER.match(ln.text)]

    @cached_property
    def placed(self) -> list[Placed]:
        """Every block with its lines, in order; AssertionError where the pages lack one."""
        return list(_place(self.document.blocks, [*self._lines()]))

    def all(self, *roles: Role) -> list[Placed]:
        """The blocks of some roles that print something."""
        return [each for each in self.placed if each.role in roles and each.lines]

    def runs(self, role: Role) -> list[list[Placed]]:
        """The blocks of a role that follow each other, such as the lines of a roster."""
        groups = groupby(self.placed, key=lambda each: each.role)
        return [list(run) for found, run in groups if found is role]

    def _lines(self) -> Iterator[Line]:
        for page in self.pages:
            yield from self.text(page)


def squeezed(text: str) -> str:
    """The text as `Line.text` has it, without blanks."""
    return "".join(text.split())


def _place(blocks: tuple[Block, ...], lines: list[Line]) -> Iterator[Placed]:
    start = 0
    for index, block in enumerate(blocks):
        end = start
        if block.table or block.imprint:
            after = _first_text(blocks[index + 1 :])
            while end < len(lines) and not (after and after.startswith(lines[end].text)):
                end += 1
        else:
            missing = squeezed(block.text)
            while missing and end < len(lines) and _next(missing, lines[end].text) is not None:
                missing = _next(missing, lines[end].text) or ""
                end += 1
            near = lines[end].text if end < len(lines) else "（完）"
            assert not missing, f"页面上没有“{missing}”，此处是“{near}”"
        yield Placed(block, tuple(lines[start:end]))
        start = end


def _next(missing: str, line: str) -> str | None:
    """What is missing after a line; None where the line isn't next.

    LibreOffice 7.4 doesn't draw every mark that hangs at the end of a line.
    """
    rest = missing[1:] if missing[0] in HANGING else missing
    found = next((text for text in (missing, rest) if text.startswith(line)), None)
    return None if found is None else found.removeprefix(line)


def _first_text(blocks: tuple[Block, ...]) -> str:
    texts = (text for text in Document(blocks).texts() if squeezed(text))
    return squeezed(next(texts, ""))
