"""What was found in one file, for every format to print."""

from __future__ import annotations

from dataclasses import dataclass, field

from plangen.problem import Problem
from plangen.source.places import Source
from plangen.standard.coverage import Coverage


@dataclass(frozen=True)
class FileReport:
    """The problems of a file, its source for excerpts, and the coverage of its standards."""

    source: Source
    kind: str
    problems: list[Problem]
    coverage: list[Coverage] = field(default_factory=list)

    @property
    def file(self) -> str:
        return self.source.name
