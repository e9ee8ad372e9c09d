"""The work on some townships: derived, checked, written; in any process, any number of times.

A process opens the files of a batch once and keeps them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from plangen.config.model import Config
from plangen.derive import Derived
from plangen.model.plan import Phase, Plan
from plangen.model.roadmap import Place, Roadmap, phases
from plangen.model.townships import Township
from plangen.pipeline.deriving import Work, open_work, read_county
from plangen.pipeline.load import load
from plangen.problem import Level, Problem, UserError
from plangen.rules import Case
from plangen.text.dates import Date
from plangen.write.files import put

GONE = "batch-unknown"


@dataclass(frozen=True)
class File:
    """A file that a batch reads: its name, and its bytes as they were when the batch began."""

    name: str
    raw: bytes


@dataclass(frozen=True)
class Job:
    """What every process needs to know; it can be sent to another machine.

    `out` must be a folder that all of them write into.
    """

    roadmap: File
    county: File
    townships: File
    out: str
    config: Config
    template: str | None = None

    @property
    def key(self) -> str:
        """By what a process knows that it has these files open."""
        parts = (self.roadmap, self.county, self.townships)
        return digest(self.out, self.template, self.config, *(part.raw for part in parts))


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


@dataclass(frozen=True)
class Batch:
    """The files of a batch, read: the county's plan ready to be derived, the places by name."""

    work: Work
    plan: Plan  # of the roadmap
    roadmap: Roadmap
    basis: str  # hash of all that every township depends on
    template: str | None

    def places(self, year: int | None = None) -> list[Place]:
        """The places of a year, or of all."""
        every = self.roadmap.places()
        return [place for place in every if year is None or first_year(place) == year]

    def key(self, place: Place) -> str:
        """Hash of all that a township's documents depend on."""
        own = self.township(place.township)
        return digest(self.basis, own, place.track.name, place.years, self.calendar(place))

    def township(self, name: str) -> Township | None:
        """A township of the list, by name."""
        return next((one for one in self.work.townships if one.name == name), None)

    def calendar(self, place: Place) -> tuple[Phase, ...]:
        """The phases of a township: the steps of its cohort."""
        return phases(place.cohort, self.plan.phases)


_open: dict[str, Batch] = {}  # of this process; a worker of a cluster may get several jobs


def open_batch(job: Job) -> Batch:
    """The files of a job; UserError with the first fault where one can't be used."""
    key = job.key
    if key not in _open:
        _open.clear()
        _open[key] = _opened(job)
    return _open[key]


def _opened(job: Job) -> Batch:
    spec = load(job.roadmap.raw, job.roadmap.name)
    if spec.plan is None or spec.roadmap is None:
        raise UserError(f"“{job.roadmap.name}”不是行动方案（kind: roadmap），或写法有错误")
    county = read_county(job.county.raw, job.county.name, job.config)
    work, problems, _ = open_work(county, job.townships.raw, job.townships.name, job.config)
    if work is None:
        raise UserError(f"“{job.townships.name}”的写法有错误：{problems[0].message}")
    # What the townships of a roadmap follow and cite is the roadmap, not the plan it is based on.
    work = replace(work, derivation=replace(work.derivation, basis=spec.plan))
    return Batch(work, spec.plan, spec.roadmap, _basis(job, work), job.template)


def _basis(job: Job, work: Work) -> str:
    """Hash of what all townships share: the county's plan, tables, template, version, names."""
    template = Path(job.template).read_bytes() if job.template else b""
    shared = [
        (town.name, town.villages, town.communities, town.figures) for town in work.townships
    ]
    tables = work.derivation.tables
    version = metadata.version("plangen")
    return digest(version, job.county.raw, tables, template, job.config, shared)


def digest(*parts: object) -> str:
    """A hash of values, by their bytes or what `repr` shows (places aren't shown)."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part if isinstance(part, bytes) else repr(part).encode())
        found.update(b"\0")
    return found.hexdigest()


def first_year(place: Place) -> int:
    """The year under whose folder a township goes: 0 where the roadmap's years are masked."""
    return place.years[0] if place.years else 0


def produce(job: Job, names: Iterable[tuple[int, str, str]]) -> list[Result]:
    """Derive, check and write some townships, each named by year, track and name."""
    batch = open_batch(job)
    by_name = {identity(place): place for place in batch.places()}
    return [_one(batch, by_name[name], Path(job.out)) for name in names]


def identity(place: Place) -> tuple[int, str, str]:
    """By what a place is known: year, track, township."""
    return first_year(place), place.track.name, place.township


def folder(place: Place) -> Path:
    """Where a township's files go, within the output folder."""
    return Path(str(first_year(place)) if place.years else "未定") / place.township


def _one(batch: Batch, place: Place, out: Path) -> Result:
    result = Result(batch.key(place), *_named(place))
    own = batch.township(place.township)
    if own is None:
        name = Path(batch.work.source.name).name
        said = f"乡镇名单“{name}”里没有“{place.township}”，请补上"
        return replace(result, problems=((Level.ERROR.name, GONE, said),))
    town, differing = _as_in_roadmap(own, place)
    derived = batch.work.derive(town, batch.calendar(place))
    case = _by_calendar(batch.work.case(derived), batch.plan)
    found = [*differing, *derived.problems, *derived.left, *batch.work.check(case)]
    result = replace(result, problems=tuple(_said(problem) for problem in found))
    if result.failed:
        return result
    return replace(result, files=tuple(_write(batch, place, derived, case, out)))


def _by_calendar(case: Case, roadmap: Plan) -> Case:
    """A township's plan, to be held against the county's content and the roadmap's notice.

    The county's times don't bind it: its own are the calendar's.
    """
    if case.county is None:
        return case
    own = {"title": roadmap.title, "notice": roadmap.notice}
    plan = replace(case.county.plan, phases=(), targets=(), period=None, **own)  # type: ignore[arg-type]
    return replace(case, county=replace(case.county, plan=plan))


def _named(place: Place) -> tuple[int, str, str]:
    return first_year(place), place.township, place.track.name


def _as_in_roadmap(town: Township, place: Place) -> tuple[Township, list[Problem]]:
    """A township with the goal and year that the roadmap gives it, and where its own differ."""
    problems = []
    last = place.years[1] if place.years else None
    if town.goal != place.track.name:
        said = f"{town.name}的创建目标“{town.goal}”与行动方案的“{place.track.name}”不一致"
        problems.append(Problem("goal-differs", Level.WARNING, said, town.where / "goal"))
    if last and town.year.year and town.year.year != last:
        said = f"{town.name}的目标年份{town.year}与行动方案的{last}年不一致"
        problems.append(Problem("year-differs", Level.WARNING, said, town.where / "year"))
    year = Date(f"{last}年", last) if last else town.year
    return replace(town, goal=place.track.name, year=year), problems


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.level.name, problem.rule, problem.message


def _write(
    batch: Batch, place: Place, derived: Derived, case: Case, out: Path
) -> Iterator[tuple[str, str]]:
    """The spec and the documents of a township; each file whole or not at all."""
    # Only what writes needs the template.
    from plangen.template.load import Template
    from plangen.write.docx import write

    layout = derived.plan.layout
    template = Template.load(batch.template or layout.metrics, fonts=layout.fonts)
    contents = {f"{place.township}.yaml": batch.work.text(derived).encode()}
    for kind, document in case.documents.items():
        contents[f"{place.township}-{kind}.docx"] = write(document, template)
    for name, content in contents.items():
        path = folder(place) / name
        put(out / path, content)
        yield path.as_posix(), digest(content)
