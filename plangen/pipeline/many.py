"""A list of townships that is too long to be read at once: each is read again where it is told of.

Memory holds the text of the file and where each township stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from plangen.pipeline.faulty import LIST
from plangen.pipeline.listing import HEAD
from plangen.pipeline.load import load
from plangen.problem import Path
from plangen.source.places import Source, Spot, Value


@dataclass(frozen=True)
class Many:
    """A file of townships; `lines` are those of each, by its path."""

    source: Source  # without values
    lines: dict[Path, range]
    beside: Source  # what it says beside the list, as a file of its own
    places: Sequence[int]  # the lines of that file in this one

    def township(self, path: Path) -> Source:
        """The file with the values of one township, and of what stands beside the list."""
        numbers = self.lines[path]
        above = HEAD.count("\n")
        text = "\n".join(self.source.lines[numbers[above] - 1 : numbers[-1] - 1])
        piece = load(f"{HEAD}{text}\n".encode(), self.source.name).source
        [item] = cast("dict[str, list[Value]]", piece.data)[LIST]
        return replace(
            self.source,
            data=cast("Value", {LIST: {path[1]: item}}),  # at its number: a list has all before it
            keys=_placed(self.beside.keys, self.places) | _of(piece.keys, path, numbers),
            values=_placed(self.beside.values, self.places) | _of(piece.values, path, numbers),
        )


def _of(spots: dict[Path, Spot], whole: Path, lines: Sequence[int]) -> dict[Path, Spot]:
    """The places of a township, which is the first of its piece, as those of the whole file."""
    own = {path: spot for path, spot in spots.items() if path[:2] == (LIST, 0)}
    placed = _placed(own, lines)
    return {(*whole, *path[2:]): spot for path, spot in placed.items()}


def _placed(spots: dict[Path, Spot], lines: Sequence[int]) -> dict[Path, Spot]:
    """Places at the lines of the whole file that stand for theirs."""
    return {path: _moved(spot, lines) for path, spot in spots.items() if spot.line <= len(lines)}


def _moved(spot: Spot, lines: Sequence[int]) -> Spot:
    written = spot.written
    if written:
        last = lines[min(written.last, len(lines)) - 1]
        written = written._replace(line=lines[written.line - 1], last=last)
    return spot._replace(line=lines[spot.line - 1], written=written)
