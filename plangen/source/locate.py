"""Find a quoted piece of text in the source lines of a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plangen.problem import Path, Where
from plangen.source.places import Source

Taken = set[tuple[str, int, int]]


def locate(source: Source, where: Where, quote: str, taken: Taken) -> Where:
    """`where` narrowed to the quote: its next occurrence that isn't taken yet.

    A text that plangen made, or that the YAML writes with escapes, isn't found: then the value
    it came from is the place. `taken` remembers what was found, so that the second of two equal
    faults stands at the second place.
    """
    base = source.find(where)
    if not quote or base.line is None:
        return base
    for line, column in _occurrences(source, base, where.path, quote):
        if (quote, line, column) not in taken:
            taken.add((quote, line, column))
            return replace(base, line=line, column=column, width=len(quote))
    return base


def _occurrences(source: Source, base: Where, path: Path, quote: str) -> Iterator[tuple[int, int]]:
    first, start = base.line or 1, (base.column or 1) - 1
    for number in range(first, _last_line(source, first, path) + 1):
        text = source.line(number)
        at = text.find(quote, start if number == first else 0)
        while at >= 0:
            yield number, at + 1
            at = text.find(quote, at + len(quote))


def _last_line(source: Source, first: int, path: Path) -> int:
    """The last line before a value that isn't part of the one at `path`."""
    depth = len(path)
    others = (
        spot.line
        for other, spot in source.values.items()
        if spot.line > first and other[:depth] != path
    )
    return min(others, default=len(source.lines) + 1) - 1
