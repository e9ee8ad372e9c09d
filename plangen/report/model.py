"""What was found in one file, for every format to print."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import quote

from plangen.problem import Level, Problem
from plangen.source.places import Source
from plangen.standard.coverage import Coverage


@dataclass(frozen=True)
class FileReport:
    """The problems of a file, its source for excerpts, and the coverage of its standards.

    From the level `fail_on` on a problem fails the check.
    """

    source: Source
    kind: str
    problems: list[Problem]
    coverage: list[Coverage] = field(default_factory=list)
    fail_on: Level = Level.ERROR

    @property
    def file(self) -> str:
        return self.source.name

    @property
    def path(self) -> PurePath:
        return PurePath(self.source.name)

    def fails(self, problem: Problem) -> bool:
        """Whether a problem is at or above the level that fails the check."""
        return problem.level >= self.fail_on

    @property
    def failed(self) -> bool:
        return any(self.fails(problem) for problem in self.problems)


def uri(path: PurePath) -> str:
    """A path as a URI reference: forward slashes, and what isn't ASCII in percent signs."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
