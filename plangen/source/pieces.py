"""A long list in a YAML file, item by item: a file of any length in the memory of one item.

Limit: only what is written in the plain way is cut: the list's key at the left margin, its items
each on a line of its own that begins with “-”, all as far to the right. What an item refers to
with * has to stand above the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

ITEM = re.compile(r"(?P<mark> *-)(?:\s|$)")
MARGIN = {"", " ", "#", "\n", "\r"}  # how a line begins that goes on with the list


@dataclass
class Cut:
    """A file being cut. `rest` is all but the list, whole when the last piece was taken.

    `line` is how many lines stand before the piece that was taken last, `places` are the numbers
    of the lines of `rest`.
    """

    lines: Iterable[str]
    keys: tuple[str, ...]  # what the list may be called
    rest: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    line: int = 0

    def __iter__(self) -> Iterator[str]:
        """The text of each item, as it stands; nothing where there is no list in the plain way."""
        head = re.compile(f"(?:{'|'.join(map(re.escape, self.keys))})[ \t]*:[ \t]*(?:#.*)?$")
        piece: list[str] = []
        start = 0
        mark = ""  # how each item begins
        within = False
        for number, line in enumerate(self.lines):
            item = ITEM.match(line) if within else None
            mark = mark or (item["mark"] if item else "")
            begins = item is not None and item["mark"] == mark
            if within and not begins and line[:1] not in MARGIN:
                within = False
                yield from self._take(piece, start)
                piece = []
            if not within:
                within = not mark and head.match(line) is not None
                if not within:
                    self.rest.append(line)
                    self.places.append(number + 1)
                continue
            if begins:
                yield from self._take(piece, start)
                piece, start = [], number
            piece.append(line)
        yield from self._take(piece, start)

    def _take(self, piece: list[str], start: int) -> Iterator[str]:
        """A piece, if there is an item in it: before the first there are comments alone."""
        if piece and ITEM.match(piece[0]):
            self.line = start
            yield "".join(piece)
