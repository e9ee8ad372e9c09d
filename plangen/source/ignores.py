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
EVERYWHERE = (0, 1 << 30)


@dataclass(frozen=True)
class Ignore:
    """A comment: its place, its rule patterns, and the lines or the parts that it silences."""

    line: int
    column: int
    patterns: tuple[str, ...]
    lines: tuple[int, int] | None = None
    paths: tuple[Path, ...] = ()

    def covers(self, problem: Problem) -> bool:
        """Whether the author has silenced this problem."""
        if not any(fnmatchcase(problem.rule, pattern) for pattern in self.patterns):
            return False
        if self.lines is not None:
            return self.lines[0] <= (problem.where.line or 0) <= self.lines[1]
        return any(problem.where.path[: len(path)] == path for path in self.paths)


def ignores(source: Source) -> list[Ignore]:
    """Every comment of a source that silences something, in order."""
    return list(_find(source)) if "plangen" in source.text else []


def _find(source: Source) -> Iterator[Ignore]:
    for number, line in enumerate(source.lines, 1):
        comment = COMMENT.search(line)
        if comment is None or _in_text(source, number, comment.start() + 1):
            continue
        patterns = tuple(re.findall(r"[\w*?-]+", comment["ids"] or ""))
        column = line.index("#", comment.start()) + 1
        if comment["file"]:
            yield Ignore(number, column, patterns, EVERYWHERE)
        elif line[: comment.start()].strip():
            yield Ignore(number, column, patterns, _lines(source, number))
        else:
            yield Ignore(number, column, patterns, paths=_starting_below(source, number))


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


def _starting_below(source: Source, number: int) -> tuple[Path, ...]:
    """The keys and list items on the next line that is neither blank nor a comment.

    More than one where a reference (*) stands for what is there.
    """
    below = number + 1
    while below <= len(source.lines) and source.line(below).strip()[:1] in {"", "#"}:
        below += 1
    spots = [*source.keys.items(), *source.values.items()]
    starting = {path for path, spot in spots if path and _line(spot) == below}
    return tuple(
        path
        for path in sorted(starting, key=len)
        if not any(path[:length] in starting for length in range(1, len(path)))
    )


def _line(spot: Spot) -> int:
    return spot.written.line if spot.written else spot.line
