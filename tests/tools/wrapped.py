"""Texts as they come out of a PDF: lines of a page's width, page numbers between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plangen.model.document import Role
from plangen.pipeline.lint import make_case
from plangen.pipeline.load import load
from plangen.text.width import em

SPECS = Path(__file__).parents[2] / "specs"
NO_START = "，。、；：？！”’）)》」』】〕%％…—"  # 避头
NO_END = "“‘（(《「『【〔"  # 避尾
HANGING = "，。、；："
WORD = re.compile(r"[A-Za-z0-9.%/@_+-]+|.")
LINES = 22  # of a page
# What stands in the middle or at the right of a page is not indented; tables aren't lines.
FLUSH = frozenset(
    {
        *(Role.MARK, Role.NUMBER, Role.TITLE, Role.ADDRESSEE, Role.SIGNATURE, Role.DATE),
        *(Role.ANNEX_LABEL, Role.ANNEX_TITLE),
    }
)
TABLES = frozenset({Role.TABLE, Role.IMPRINT, Role.MARK_TABLE, Role.SIGNATURE_TABLE})


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a document, and whether its first line is indented."""

    text: str
    indented: bool = True


@dataclass(frozen=True)
class Manner:
    """How lines come out of a page: how they are broken, and what becomes of the indent."""

    broken: Callable[[str, int, int], list[str]]
    width: Callable[[str], float]
    indent: int = 2
    shown: str = ""

    def lines(self, paragraph: Paragraph, width: int) -> list[str]:
        """The lines of a paragraph."""
        if not paragraph.indented:
            return self.broken(paragraph.text, width, 0)
        first, *others = self.broken(paragraph.text, width, self.indent)
        return [self.shown + first, *others]

    def is_full(self, paragraph: Paragraph, width: int) -> bool:
        """Whether its last line is, so that nobody can see that it ended there."""
        lines = self.lines(paragraph, width)
        lost = paragraph.indented and len(lines) == 1 and not self.shown
        return self.width(lines[-1]) + 1.5 >= width - (self.indent if lost else 0)


def documents() -> Iterator[tuple[Paragraph, ...]]:
    """The example plans with their notices, without their tables."""
    for path in sorted(SPECS.glob("xx-*.yaml")):
        plan = load(path.read_bytes(), path.name).plan
        document = make_case(plan).document if plan else None
        if document:
            yield tuple(
                Paragraph(text, block.role not in FLUSH)
                for block in document.blocks
                if block.role not in TABLES
                for text in block.texts()
                if text
            )


def pages(paragraphs: Sequence[Paragraph], manner: Manner, width: int) -> str:
    """The text of the pages, a number after each."""
    out = [line for paragraph in paragraphs for line in manner.lines(paragraph, width)]
    for number in range(len(out) // LINES, 0, -1):
        out.insert(number * LINES, f"— {number} —")
    return "\n".join(out) + "\n"


def typeset(text: str, width: int, indent: int) -> list[str]:
    """Broken as Word does: no mark that closes begins a line, none that opens ends one."""
    lines, line = [], ""
    room: float = width - indent
    for word in WORD.findall(text):
        if not line or em(word) <= room or (em(word) <= room + 1 and word in HANGING):
            line, room = line + word, room - em(word)
            continue
        taken = WORD.findall(line)[-1] if word[0] in NO_START else ""
        line = line.removesuffix(taken)
        while line[-1:] and line[-1] in NO_END:
            taken, line = line[-1] + taken, line[:-1]
        lines.append(line)
        line = taken + word
        room = width - em(line)
    return [*lines, line]


def folded(text: str, width: int, indent: int) -> list[str]:
    """Broken as a program does: after so many characters."""
    rest = text[width - indent :]
    return [text[: width - indent], *(rest[at : at + width] for at in range(0, len(rest), width))]


MANNERS = {
    "PDF, the indent lost": Manner(typeset, em),
    "PDF, the indent copied": Manner(typeset, em, shown="　　"),
    "PDF without indents": Manner(typeset, em, indent=0),
    "folded": Manner(folded, len, indent=0),
    "folded, the indent copied": Manner(folded, len, shown="　　"),
    "folded, the indent lost": Manner(folded, len),
}
