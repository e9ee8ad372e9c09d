"""Where every value of a YAML file stands, and the text around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from plangen.problem import Path, Where

Value = str | None | list["Value"] | dict[str, "Value"]


# Named tuples, not dataclasses: a file has thousands, and those are made four times as fast.
class Written(NamedTuple):
    """How a text stands in the file: its style (plain "", ' or ", | or >) and where it runs.

    `line` and `column` are where it begins, quote or header included; `stop` is the column after
    its end on line `last`.
    """

    style: str
    line: int
    column: int
    last: int
    stop: int


class Spot(NamedTuple):
    """A place in the text: line and column from 1, width in characters on that line."""

    line: int
    column: int
    width: int = 1
    written: Written | None = None  # of a text


@dataclass
class Source:
    """A file the user wrote: its text, its values (strings, lists, maps), and their places.

    `keys` holds the place of each key, `values` the place of each value, both by path.
    """

    name: str
    text: str
    data: Value = None
    keys: dict[Path, Spot] = field(default_factory=dict)
    values: dict[Path, Spot] = field(default_factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their breaks."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty outside the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def written(self, path: Path) -> Written | None:
        """How the text at a path stands in the file; None where there is none."""
        spot = self.values.get(path)
        return spot.written if spot else None

    def find(self, where: Where) -> Where:
        """`where` with line and column filled in from its path.

        A path that isn't in the file (a key left out, a default) gives its nearest parent.
        """
        if where.line is not None:
            return where
        path = where.path
        while path and path not in self.values:
            path = path[:-1]
        spot = self.values.get(path)
        if spot is None:
            return where
        if path != where.path:  # something is missing there: point at the parent's key
            spot = self.keys.get(path, spot)
        return replace(where, line=spot.line, column=spot.column, width=spot.width)

    def quote(self, where: Where) -> str:
        """The exact text at a place with a line, as far as it is underlined."""
        if where.line is None or where.column is None:
            return ""
        start = where.column - 1
        return self.line(where.line)[start : start + where.width]


def texts(data: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Path and text of every value that is a text, in order."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*path, index))
