"""Find quoted pieces of text in the values of a source: never in a key, a comment or a mark.

Limit: a piece that plangen made, or that runs over several values, isn't found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, takewhile
from typing import NamedTuple

from plangen.problem import Path, Where
from plangen.source.letters import Letter, letters
from plangen.source.places import Source, texts

BETWEEN = "\0"  # no piece has it


class Piece(NamedTuple):
    """A stretch of a value: whose, from which of its characters on, and how it is written."""

    path: Path
    start: int
    text: str
    letters: tuple[Letter | None, ...]

    @property
    def place(self) -> tuple[int, int, int]:
        """Line, column, and the width as far as it runs on that line."""
        known = [letter for letter in self.letters if letter]
        first = known[0]
        last = [*takewhile(lambda letter: letter.line == first.line, known)][-1]
        return first.line, first.column, last.column + last.width - first.column


class Finder:
    """Finds pieces in one source, and gives each occurrence once to each rule that asks."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.read: dict[int, list[Letter | None]] = {}
        self.found: dict[tuple[Path, str], list[Piece]] = {}
        self.given: dict[tuple[str, Path, str], int] = defaultdict(int)

    @cached_property
    def texts(self) -> list[tuple[Path, str]]:
        """Every text; read when the first piece is looked for: most files have no findings."""
        return list(texts(self.source.data))

    @cached_property
    def under(self) -> dict[Path, tuple[int, int]]:
        """The numbers of the texts at and below a path: from the first to before the last."""
        out: dict[Path, tuple[int, int]] = {}
        for number, (path, _) in enumerate(self.texts):
            for length in range(len(path) + 1):
                first, _last = out.get(path[:length], (number, 0))
                out[path[:length]] = first, number + 1
        return out

    @cached_property
    def whole(self) -> tuple[str, list[int]]:
        """All texts as one, in which a piece is found at once, and where each begins there."""
        lengths = (len(text) + len(BETWEEN) for _, text in self.texts)
        return BETWEEN.join(text for _, text in self.texts), [*accumulate(lengths, initial=0)]

    def pieces(self, path: Path, quote: str) -> list[Piece]:
        """Every occurrence of a piece of text in the values at and below a path."""
        key = path, quote
        if key not in self.found:
            numbers = self._having(path, quote) if quote else ()
            self.found[key] = [piece for number in numbers for piece in self._in(number, quote)]
        return self.found[key]

    def place(self, rule: str, where: Where, quote: str) -> Where:
        """`where` narrowed to the quote; where it isn't found, the value is the place.

        The second of two equal findings of a rule stands at the second occurrence. Where there
        are more findings than occurrences (a value is printed twice) they begin anew.
        """
        base = self.source.find(where)
        found = self.pieces(where.path, quote) if where.line is None else []
        if not found:
            return base
        key = rule, where.path, quote
        line, column, width = found[self.given[key] % len(found)].place
        self.given[key] += 1
        return replace(base, line=line, column=column, width=width)

    def _having(self, path: Path, quote: str) -> Iterator[int]:
        """The numbers of the texts at and below a path that have a piece."""
        whole, starts = self.whole
        number, last = self.under.get(path, (0, 0))
        while (at := whole.find(quote, starts[number], starts[last])) >= 0:
            number = bisect_right(starts, at)
            yield number - 1

    def _in(self, number: int, quote: str) -> Iterator[Piece]:
        path, text = self.texts[number]
        at = text.find(quote)
        while at >= 0:
            found = tuple(self._letters(number)[at : at + len(quote)])
            if any(found):
                yield Piece(path, at, quote, found)
            at = text.find(quote, at + len(quote))

    def _letters(self, number: int) -> list[Letter | None]:
        if number not in self.read:
            path, text = self.texts[number]
            written = self.source.written(path)
            self.read[number] = letters(self.source, written, text) if written else []
        return self.read[number]
