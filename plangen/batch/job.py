"""What is sent to the processes of a batch, and what comes back; all of it can be pickled."""

from __future__ import annotations

import hashlib
import pickle
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plangen.config.model import Config
from plangen.derive import Region, Tables
from plangen.model.plan import Phase, Plan
from plangen.model.roadmap import Place, phases
from plangen.problem import Level


@dataclass(frozen=True)
class File:
    """A file that a batch reads: its name, and its bytes as they were when the batch began."""

    name: str
    raw: bytes


@dataclass(frozen=True)
class Course:
    """What the townships of one cohort share; no years where the roadmap's are masked."""

    track: str
    years: tuple[int, int] | None
    calendar: tuple[Phase, ...]

    @property
    def year(self) -> int:
        """The year under whose folder its townships go; 0: not known."""
        return self.years[0] if self.years else 0

    @property
    def folder(self) -> Path:
        """Where its townships' folders are, within the output folder."""
        return Path(str(self.year) if self.years else "未定")


def course(place: Place, plan: Plan) -> Course:
    """The course of a township's cohort: its phases are the steps of the roadmap's calendar."""
    return Course(place.track.name, place.years, phases(place.cohort, plan.phases))


@dataclass(frozen=True)
class Job:
    """What every process needs to know, of however many townships.

    `out` must be a folder that all of them write into.
    """

    county: File
    roadmap: Plan  # as far as a township cites it
    tables: Tables
    region: Region
    courses: tuple[Course, ...]
    townships: str  # the file
    out: str
    config: Config
    template: str | None = None
    force: bool = False  # write over what was changed by hand

    def packed(self) -> Packed:
        """Ready to be sent, and by what a process knows that it has it."""
        raw = zlib.compress(pickle.dumps(self, protocol=pickle.HIGHEST_PROTOCOL))
        return Packed(hashlib.sha256(raw).hexdigest(), raw)


class Packed(NamedTuple):
    """A job on its way."""

    key: str
    raw: bytes

    def job(self) -> Job:
        """The job again. It was pickled by the process that asks for the work."""
        job = pickle.loads(zlib.decompress(self.raw))
        assert isinstance(job, Job)
        return job


class Asked(NamedTuple):
    """A township that is to be done: its place, and what the list has of it (pickled, if any)."""

    key: str
    course: int
    name: str
    own: bytes


class Unsound(NamedTuple):
    """In place of a township whose form has faults: what they are."""

    problems: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Result:
    """What became of a township: its files with the hash of each, its problems in words."""

    key: str
    year: int
    township: str
    track: str
    files: tuple[tuple[str, str], ...] = ()
    problems: tuple[tuple[str, str, str], ...] = ()  # level, rule, message

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that nothing was written."""
        return any(level == Level.ERROR.name for level, _, _ in self.problems)


def digest(*parts: object) -> str:
    """A hash of values, by their bytes or what `repr` shows (places aren't shown)."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part if isinstance(part, bytes) else repr(part).encode())
        found.update(b"\0")
    return found.hexdigest()
