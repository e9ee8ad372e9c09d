"""One document in the forms that offices keep it in: text, and Word made in several ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from plangen.model.document import Block, Document, Role
from plangen.template.markup import w
from tests.tools.documents import cell, docx, listed, p, table

HAN = "[一二三四五六七八九十]{1,3}"
# Ordinals as they are typed, their number formats and texts in Word; the levels of 7.3.3.
LEVELS = (
    (re.compile(f"{HAN}、"), "chineseCounting", "%{}、"),
    (re.compile(f"（{HAN}）"), "chineseCounting", "（%{}）"),
    (re.compile(r"\d{1,2}\."), "decimal", "%{}."),
    (re.compile(r"（\d{1,2}）"), "decimal", "（%{}）"),
)
HAN_NUMBERS = {
    tens + ones: 10 * len(tens) + at
    for tens in ("", "十")
    for at, ones in enumerate(["", *"一二三四五六七八九"])
}
ENTRY = re.compile(
    r"(?:(?P<role>[^：（]{2,6})：)?(?P<name>[^：（、，。]{2,4})（(?P<post>[^（）]+)）"
)


def texts(document: Document) -> list[str]:
    """The paragraphs of a document, without its tables."""
    return [
        text.replace("\t", "　" * 4)  # the gap in the last line of a 版记
        for block in document.blocks
        if block.table is None
        for text in ([block.text] if block.imprint is None else block.texts())
        if text
    ]


def as_text(document: Document, encoding: str = "utf-8") -> bytes:
    """A text file with a paragraph a line."""
    return "\n".join(texts(document)).encode(encoding)


def as_plain_word(document: Document) -> bytes:
    """A Word file where every paragraph is Normal: no styles, no indents, no sizes."""
    return docx(*map(p, texts(document)))


def as_numbered_word(document: Document) -> bytes:
    """A Word file where no ordinal is typed: each is an automatic number."""
    lists = Lists()
    body = [lists.paragraph(text) for text in texts(document)]
    return docx(*body, numbering=lists.part())


def as_tabled_word(document: Document) -> bytes:
    """A plain Word file whose rosters are tables: role, name, posts."""
    return docx(*_tabled(document))


@dataclass
class Lists:
    """The lists of a document; a new one begins where a number isn't one more than the last."""

    lists: list[tuple[int, int]] = field(default_factory=list)  # level, first number
    open: dict[int, tuple[int, int]] = field(default_factory=dict)  # level → list, last number

    def paragraph(self, text: str) -> str:
        """A paragraph, its ordinal taken out of its text."""
        for level, (form, _, _) in enumerate(LEVELS):
            if found := form.match(text):
                number = _number(found.group())
                return listed(text[found.end() :], self.place(level, number), level)
        return p(text)

    def place(self, level: int, number: int) -> int:
        """The list (w:numId) that a number is in."""
        self.open = {known: at for known, at in self.open.items() if known <= level}
        key, last = self.open.get(level, (0, 0))
        if not key or number != last + 1:
            self.lists.append((level, number))
            key = len(self.lists)
        self.open[level] = (key, number)
        return key

    def part(self) -> str:
        """The inside of numbering.xml."""
        kinds = "".join(
            w(
                "abstractNum",
                w("multiLevelType", val="singleLevel"),
                w(
                    "lvl",
                    w("start", val=start),
                    w("numFmt", val=LEVELS[level][1]),
                    w("suff", val="nothing"),
                    w("lvlText", val=LEVELS[level][2].format(level + 1)),
                    ilvl=level,
                ),
                abstractNumId=key,
            )
            for key, (level, start) in enumerate(self.lists, 1)
        )
        return kinds + "".join(
            w("num", w("abstractNumId", val=key), numId=key)
            for key in range(1, len(self.lists) + 1)
        )


def _number(typed: str) -> int:
    inner = typed.strip("（）、.")
    return int(inner) if inner.isdigit() else HAN_NUMBERS[inner]


def _tabled(document: Document) -> Iterator[str]:
    for is_roster, blocks in groupby(document.blocks, lambda block: block.role is Role.ROSTER):
        if is_roster:
            yield from _roster(list(blocks))
        else:
            yield from map(p, texts(Document(tuple(blocks))))


def _roster(blocks: Sequence[Block]) -> Iterator[str]:
    """A table of the people, then what else a roster has: units, sentences."""
    found = [(block.text, ENTRY.fullmatch(block.text)) for block in blocks]
    rows: list[list[str]] = []
    while found and (match := found[0][1]) and (match["role"] or rows):
        rows.append([cell(p(match[part] or "")) for part in ("role", "name", "post")])
        found.pop(0)
    if rows:
        yield table(*rows)
    yield from (p(text) for text, _ in found)


FORMS: dict[str, Callable[[Document], bytes]] = {
    "x.txt": as_text,
    "plain.docx": as_plain_word,
    "numbered.docx": as_numbered_word,
    "tabled.docx": as_tabled_word,
}


def wrapped(lines: Iterable[str], width: int, page: int) -> str:
    """Lines broken after so many characters, a page number after so many lines."""
    broken = [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]
    out = []
    for number, start in enumerate(range(0, len(broken), page), 1):
        out += [*broken[start : start + page], f"— {number} —"]
    return "\n".join(out)
