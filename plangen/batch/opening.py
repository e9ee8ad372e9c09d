"""What a batch begins with: its files read once, its townships put by, its places in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from importlib import metadata
from pathlib import Path

from plangen.batch.job import Asked, Course, File, Job, Packed, Unsound, course, digest
from plangen.batch.stock import Stock
from plangen.config.model import Config
from plangen.derive import Gathering
from plangen.model.plan import Plan
from plangen.model.roadmap import Roadmap
from plangen.model.townships import Townships
from plangen.pipeline.deriving import beside, load_tables, read_county
from plangen.pipeline.faulty import Faulty
from plangen.pipeline.linked import stripped
from plangen.pipeline.listing import Listing
from plangen.problem import UserError

At = tuple[int, str]
"""A place of a batch: the number of its course, the township's name."""


@dataclass(frozen=True)
class Files:
    """What a batch is made from and where it goes; all names are whole paths."""

    county: File
    townships: str
    out: str
    config: Config
    template: str | None = None
    force: bool = False


@dataclass
class Batch:
    """The files of a batch, read; `listed` is what a roadmap is held against."""

    job: Job
    stock: Stock
    places: list[At]
    listed: Townships | None
    packed: Packed = field(init=False)

    def __post_init__(self) -> None:
        self.packed = self.job.packed()

    @cached_property
    def _hashes(self) -> list[str]:
        """Of each course, and of all that every township depends on."""
        job = self.job
        template = Path(job.template).read_bytes() if job.template else b""
        basis = digest(
            metadata.version("plangen"),
            job.county.raw,
            job.tables,
            job.region,
            job.roadmap,
            job.config,
            template,
        )
        return [digest(basis, one) for one in job.courses]

    def key(self, place: At) -> str:
        """Hash of all that a township's documents depend on."""
        number, name = place
        return digest(self._hashes[number], name, self.stock.hash(name))

    def asked(self, place: At) -> Asked:
        """A township, to be sent to where it is done."""
        number, name = place
        return Asked(self.key(place), number, name, self.stock.own(name))

    def course(self, place: At) -> Course:
        """The course of a place."""
        return self.job.courses[place[0]]

    def of_year(self, year: int | None) -> list[At]:
        """The places that begin in a year, or all; UserError where none does."""
        found = [one for one in self.places if year in {None, self.course(one).year}]
        if not found and year is not None:
            years = sorted({one.years[0] for one in self.job.courses if one.years})
            known = f"有：{'、'.join(map(str, years))}" if years else "各批的年份都还没有写定"
            raise UserError(f"行动方案里没有{year}年开始的乡镇；{known}")
        return found


def open_batch(files: Files, plan: Plan, roadmap: Roadmap) -> Batch:
    """Everything read; UserError with the first fault where a file can't be used."""
    county = read_county(files.county.raw, files.county.name, files.config)
    courses, places = _courses(plan, roadmap)
    calendars = [step for one in courses for step in one.calendar]
    gathering = Gathering(county.case.plan, repr(plan), repr(calendars))
    stock = Stock()
    bare = []
    listing = Listing(Path(files.townships), files.townships)
    for listed in listing:
        _once(listed.township.name, stock, files)
        stock.add(listed)
        gathering.add(listed.township)
        bare.append(stripped(listed.township))
    for one in listing.faulty:
        _once(one.township.name, stock, files)
        stock.add_unsound(one.township.name, _unsound(one, Path(files.townships).name))
        gathering.add(one.township)
        bare.append(stripped(one.township))
    job = Job(
        files.county,
        _cited(plan),
        load_tables(beside(files.townships, listing.tables)),
        gathering.region(listing.figures),
        courses,
        files.townships,
        files.out,
        files.config,
        files.template,
        files.force,
    )
    return Batch(job, stock, places, Townships(townships=tuple(bare), tables=listing.tables))


def _once(name: str, stock: Stock, files: Files) -> None:
    if name in stock:
        raise UserError(f"“{files.townships}”里“{name}”写了两次，只留一个")


def _unsound(one: Faulty, file: str) -> Unsound:
    """The faults of a township, each with the line of the list where it is."""
    return Unsound(
        tuple(
            (each.level.name, each.rule, f"{file}:{each.where.line}：{each.message}")
            for each in one.problems
        )
    )


def _courses(plan: Plan, roadmap: Roadmap) -> tuple[tuple[Course, ...], list[At]]:
    """The course of each cohort, and every township with the number of its course."""
    courses: list[Course] = []
    places: list[At] = []
    before = None
    for place in roadmap.places():
        if place.cohort is not before:
            courses.append(course(place, plan))
            before = place.cohort
        places.append((len(courses) - 1, place.township))
    return tuple(courses), places


def _cited(plan: Plan) -> Plan:
    """As much of a roadmap as its townships cite: what it is called, its number."""
    return Plan(title=plan.title, locality=plan.locality, notice=plan.notice)
