"""`# plangen: ignore=ID` in a YAML file: the findings that the author has looked at.

At the end of a line it silences that line, and a text that begins, runs or ends there; on a line
of its own, all of the key or list item that starts on the next line; `ignore-file=ID` anywhere,
the whole file. `*` stands for any rule; what follows the ids is the author's reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from plangen.problem import Path, Problem
from plangen.source.letters import letters
from plangen.source.places import Source, Spot, Written, texts

COMMENT = re.compile(
    r"(?:^|\s)#\s*plangen\s*[:：]\s*ignore(?P<file>-file)?(?![\w-])\s*"
    r"(?:[=＝]\s*(?P<ids>[\w*?-]+(?:\s*[,，、]\s*[\w*?-]+)*))?"
)
EVERYWHERE, NOWHERE = (0, 1 << 30), (1, 0)  # first and last line


@dataclass(frozen=True)
class Ignore:
    """A comment: its place, its rule patterns, and the lines or the parts that it silences."""

    line: int
    column: int
    patterns: tuple[str, ...]
    lines: tuple[int, int] = NOWHERE
    paths: tuple[Path, ...] = ()

    def covers(self, problem: Problem) -> bool:
        """Whether the author has silenced this problem."""
        if not any(fnmatchcase(problem.rule, pattern) for pattern in self.patterns):
            return False
        first, last = self.lines
        if first <= (problem.where.line or 0) <= last:
            return True
        return any(problem.where.path[: len(path)] == path for path in self.paths)


def ignores(source: Source) -> list[Ignore]:
    """Every comment of a source that silences something, in order."""
    return list(_find(source)) if "plangen" in source.text else []


def _find(source: Source) -> Iterator[Ignore]:
    for number, line in enumerate(source.lines, 1):
        found = COMMENT.finditer(line)
        comment = next((c for c in found if not _in_text(source, number, c.start() + 1)), None)
        if comment is None:
            continue
        patterns = tuple(re.findall(r"[\w*?-]+", comment["ids"] or ""))
        column = line.index("#", comment.start()) + 1
        if comment["file"]:
            yield Ignore(number, column, patterns, EVERYWHERE)
        elif line[: comment.start()].strip():
            yield Ignore(number, column, patterns, _lines(source, number))
        else:
            paths = _starting_below(source, number)
            yield Ignore(number, column, patterns, _lines_of(source, paths), paths)


def _written(source: Source) -> Iterator[tuple[Written, str]]:
    for path, text in texts(source.data):
        if written := source.written(path):
            yield written, text


def _in_text(source: Source, line: int, column: int) -> bool:
    """Whether a place is inside a text, where # is a character like any other."""
    for written, text in _written(source):
        if not written.line <= line <= written.last:
            continue
        if written.style in {"|", ">"}:
            if any(letter and letter.line == line for letter in letters(source, written, text)):
                return True
        elif (written.line, written.column) <= (line, column) < (written.last, written.stop):
            return True
    return False


def _lines(source: Source, line: int) -> tuple[int, int]:
    """The first and the last line of the texts that touch a line."""
    touching = [written for written, _ in _written(source) if written.line <= line <= written.last]
    first = min((written.line for written in touching), default=line)
    last = max((written.last for written in touching), default=line)
    return min(first, line), max(last, line)


def _lines_of(source: Source, paths: tuple[Path, ...]) -> tuple[int, int]:
    """The first and the last line of what is written at and below some paths."""
    spots = [
        spot
        for path, spot in [*source.keys.items(), *source.values.items()]
        if any(path[: len(start)] == start for start in paths)
    ]
    if not spots:
        return NOWHERE
    last = max(spot.written.last if spot.written else spot.line for spot in spots)
    return min(map(_line, spots)), last


def _starting_below(source: Source, number: int) -> tuple[Path, ...]:
    """The keys and list items on the next line that is neither blank nor a comment.

    More than one where a reference (*) stands for what is there.
    """
    below = number + 1
    while below <= len(source.lines) and source.line(below).strip()[:1] in {"", "#"}:
        below += 1
    values = source.values.items()
    items = [(path, spot) for path, spot in values if path and _is_item(path, spot)]
    spots = [*source.keys.items(), *items]
    starting = {path for path, spot in spots if _line(spot) == below}
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
