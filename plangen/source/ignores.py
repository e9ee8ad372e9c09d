"""`# plangen: ignore=ID` in a YAML file: the findings that the author has looked at.

At the end of a line it silences that line; on a line of its own, all of the key or list item
that starts on the next line; `ignore-file=ID` anywhere, the whole file. `*` stands for any rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from plangen.problem import Path, Problem
from plangen.source.places import Source

COMMENT = re.compile(r"(?:^|\s)#\s*plangen:\s*ignore(-file)?\s*=\s*([\w*,\s-]+?)\s*(?:$|#)")


@dataclass(frozen=True)
class Ignore:
    """Rule patterns, and what they hold for: a line, the part at a path, or the whole file."""

    patterns: tuple[str, ...]
    line: int | None = None
    path: Path | None = None

    def covers(self, problem: Problem) -> bool:
        """Whether the author has silenced this problem."""
        if not any(fnmatchcase(problem.rule, pattern) for pattern in self.patterns):
            return False
        if self.line is not None:
            return problem.where.line == self.line
        return self.path is None or problem.where.path[: len(self.path)] == self.path


def ignores(source: Source) -> Callable[[Problem], bool]:
    """Whether a problem is silenced by a comment of the source."""
    found = list(_find(source))
    return lambda problem: any(ignore.covers(problem) for ignore in found)


def _find(source: Source) -> Iterator[Ignore]:
    for number, line in enumerate(source.lines, 1):
        if "plangen" not in line or not (comment := COMMENT.search(line)):
            continue
        patterns = tuple(part.strip() for part in comment.group(2).split(",") if part.strip())
        if comment.group(1):
            yield Ignore(patterns)
        elif line[: comment.start()].strip():
            yield Ignore(patterns, line=number)
        elif (path := _starts_below(source, number)) is not None:
            yield Ignore(patterns, path=path)


def _starts_below(source: Source, number: int) -> Path | None:
    """The path of the first key or list item on the next line that isn't blank or a comment."""
    below = number + 1
    while below <= len(source.lines) and source.line(below).strip()[:1] in {"", "#"}:
        below += 1
    spots = [*source.keys.items(), *source.values.items()]
    starting = [path for path, spot in spots if path and spot.line == below]
    return min(starting, key=len, default=None)
