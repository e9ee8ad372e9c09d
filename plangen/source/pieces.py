"""A long list in a YAML file, item by item: a file of any length in the memory of one item.

Limit: only what is written in the plain way is cut: the list's key at the left margin, its items
each on a line of its own that begins with “- ”, all as far to the right. What an item refers to
with * has to stand above the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from plangen.values import dataclass

ITEM = re.compile(r" *- ")


@dataclass
class Cut:
    """A file being cut. `rest` is all but the list, whole when the last piece was taken.

    `number` and `line` are of the piece that was taken last: which item it is, from 0, and how
    many lines stand before it.
    """

    lines: Iterable[str]
    keys: tuple[str, ...]  # what the list may be called
    rest: list[str] = field(default_factory=list)
    number: int = -1
    line: int = 0

    def __iter__(self) -> Iterator[str]:
        """The text of each item, as it stands; nothing where there is no list in the plain way."""
        head = re.compile(f"(?:{'|'.join(map(re.escape, self.keys))})[ \t]*:[ \t]*(?:#.*)?$")
        piece: list[str] = []
        start = 0
        mark = ""  # how each item begins
        within = False
        for number, line in enumerate(self.lines):
            if within and not mark and (found := ITEM.match(line)):
                mark = found.group()
            if within and _ends(line, mark):
                within = False
                yield from self._take(piece, start)
                piece = []
            if not within:
                within = not mark and head.match(line) is not None
                self.rest += [] if within else [line]
                continue
            if mark and line.startswith(mark):
                yield from self._take(piece, start)
                piece, start = [], number
            piece.append(line)
        yield from self._take(piece, start)

    def _take(self, piece: list[str], start: int) -> Iterator[str]:
        text = "".join(piece)
        if text.lstrip().startswith("-"):
            self.number, self.line = self.number + 1, start
            yield text


def _ends(line: str, mark: str) -> bool:
    """Whether a line at the left margin is no item of the list: another key, the file's end."""
    return line[:1] not in {"", " ", "#", "\n", "\r"} and not (mark and line.startswith(mark))
