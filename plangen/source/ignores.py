"""`# plangen: ignore=ID` in a YAML file: the findings that the author has looked at.

At the end of a line it silences that line, and a text that begins, runs or ends there; on a line
of its own, all of the key or list item that starts on the next line; `ignore-file=ID` anywhere,
the whole file. `*` stands for any rule; what follows the ids is the author's reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from plangen.problem import Path, Problem
from plangen.source.letters import letters
from plangen.source.places import Source, Spot, Written, texts
from plangen.text.patterns import lazy

COMMENT = lazy(
    r"(?:^|\s)#\s*plangen\s*[:：]\s*ignore(?P<file>-file)?(?![\w-])\s*"
    r"(?:[=＝]\s*(?P<ids>[\w*?-]+(?:\s*[,，、]\s*[\w*?-]+)*))?"
)
EVERYWHERE, NOWHERE = (0, 1 << 30), (1, 0)  # first and last line


class Ignore(NamedTuple):
    """A comment: its place, its rule patterns, and the lines or the parts that it silences."""

    line: int
    column: int
    patterns: tuple[str, ...]
    lines: tuple[int, int] = NOWHERE
    paths: tuple[Path, ...] = ()

    def names(self, rule: str) -> bool:
        """Whether one of the patterns means a rule."""
        return any(fnmatchcase(rule, pattern) for pattern in self.patterns)


def ignores(source: Source) -> list[Ignore]:
    """Every comment of a source that silences something, in order."""
    return list(_find(_Rows(source))) if "plangen" in source.text else []


class Silence:
    """The comments that cover a problem, found by its place: not every one is asked of each."""

    def __init__(self, comments: Iterable[Ignore]) -> None:
        self.everywhere: list[Ignore] = []
        self.by_line: dict[int, list[Ignore]] = defaultdict(list)
        self.by_path: dict[Path, list[Ignore]] = defaultdict(list)
        for one in comments:
            if one.lines == EVERYWHERE:
                self.everywhere.append(one)
                continue
            for line in range(one.lines[0], one.lines[1] + 1):
                self.by_line[line].append(one)
            for path in one.paths:
                self.by_path[path].append(one)

    def of(self, problem: Problem) -> list[Ignore]:
        """The comments that silence a problem."""
        path = problem.where.path
        near = [*self.everywhere, *self.by_line.get(problem.where.line or 0, ())]
        for length in range(len(path) + 1):
            near += self.by_path.get(path[:length], ())
        return [one for one in near if one.names(problem.rule)]


class _Rows:
    """What stands on the lines with comments and below them, sorted once for all comments."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.blocks: dict[Written, set[int]] = {}
        self.numbers = [n for n, line in enumerate(source.lines, 1) if "plangen" in line]

    @cached_property
    def texts(self) -> dict[int, list[tuple[Written, str]]]:
        """The texts that touch a line with a comment."""
        touching: dict[Path, tuple[Written, list[int]]] = {}
        for path, spot in self.source.values.items():
            if (written := spot.written) and (on := self._between(written.line, written.last)):
                touching[path] = written, on
        out: dict[int, list[tuple[Written, str]]] = defaultdict(list)
        for path, text in texts(self.source.data) if touching else ():
            if path in touching:
                written, on = touching[path]
                for line in on:
                    out[line].append((written, text))
        return out

    @cached_property
    def below(self) -> dict[int, int]:
        """The next line that is neither blank nor a comment, by the line with a comment."""
        return {number: self._below(number) for number in self.numbers}

    @cached_property
    def starting(self) -> dict[int, list[Path]]:
        """The keys and list items that start on a line below a comment."""
        out: dict[int, list[Path]] = {line: [] for line in self.below.values()}
        for path, spot in self.source.keys.items():
            if (line := _line(spot)) in out:
                out[line].append(path)
        for path, spot in self.source.values.items():
            if (line := _line(spot)) in out and path and _is_item(path, spot):
                out[line].append(path)
        return out

    @cached_property
    def reach(self) -> dict[Path, tuple[int, int]]:
        """The first and the last line of what is written at and below each of these."""
        lines: dict[Path, list[int]] = {path: [] for path in chain(*self.starting.values())}
        lengths = {len(path) for path in lines}
        for path, spot in chain(self.source.keys.items(), self.source.values.items()):
            for length in lengths:
                if (above := path[:length]) in lines:
                    last = spot.written.last if spot.written else spot.line
                    lines[above] += _line(spot), last
        return {path: (min(found), max(found)) for path, found in lines.items()}

    def _between(self, first: int, last: int) -> list[int]:
        """The lines with comments from one line to another."""
        at = bisect_left(self.numbers, first)
        return self.numbers[at : bisect_right(self.numbers, last, at)]

    def _below(self, number: int) -> int:
        lines, number = self.source.lines, number + 1
        while number <= len(lines) and lines[number - 1].strip()[:1] in {"", "#"}:
            number += 1
        return number

    def in_block(self, line: int, written: Written, text: str) -> bool:
        """Whether a block has characters on a line: between them there may be comments."""
        if written not in self.blocks:
            found = letters(self.source, written, text)
            self.blocks[written] = {letter.line for letter in found if letter}
        return line in self.blocks[written]


def _find(rows: _Rows) -> Iterator[Ignore]:
    for number in rows.numbers:
        line = rows.source.line(number)
        found = COMMENT.finditer(line)
        comment = next((c for c in found if not _in_text(rows, number, c.start() + 1)), None)
        if comment is None:
            continue
        patterns = tuple(re.findall(r"[\w*?-]+", comment["ids"] or ""))
        column = line.index("#", comment.start()) + 1
        if comment["file"]:
            yield Ignore(number, column, patterns, EVERYWHERE)
        elif line[: comment.start()].strip():
            yield Ignore(number, column, patterns, _lines(rows, number))
        else:
            paths = _starting_below(rows, number)
            yield Ignore(number, column, patterns, _lines_of(rows, paths), paths)


def _in_text(rows: _Rows, line: int, column: int) -> bool:
    """Whether a place is inside a text, where # is a character like any other."""
    for written, text in rows.texts.get(line, ()):
        if written.style in {"|", ">"}:
            if rows.in_block(line, written, text):
                return True
        elif (written.line, written.column) <= (line, column) < (written.last, written.stop):
            return True
    return False


def _lines(rows: _Rows, line: int) -> tuple[int, int]:
    """The first and the last line of the texts that touch a line."""
    touching = [written for written, _ in rows.texts.get(line, ())]
    first = min((written.line for written in touching), default=line)
    last = max((written.last for written in touching), default=line)
    return min(first, line), max(last, line)


def _lines_of(rows: _Rows, paths: tuple[Path, ...]) -> tuple[int, int]:
    """The first and the last line of what is written at and below some paths."""
    reaches = [rows.reach[path] for path in paths]
    if not reaches:
        return NOWHERE
    return min(first for first, _ in reaches), max(last for _, last in reaches)


def _starting_below(rows: _Rows, number: int) -> tuple[Path, ...]:
    """The keys and list items on the next line that is neither blank nor a comment.

    More than one where a reference (*) stands for what is there.
    """
    starting = dict.fromkeys(rows.starting.get(rows.below[number], ()))
    return tuple(
        path
        for path in sorted(starting, key=len)
        if not any(path[:length] in starting for length in range(1, len(path)))
    )


def _is_item(path: Path, spot: Spot) -> bool:
    """Whether a value has a place of its own: a list as such begins where its first item does."""
    return isinstance(path[-1], int) or spot.written is not None


def _line(spot: Spot) -> int:
    return spot.written.line if spot.written else spot.line
