"""The work on some townships: derived, checked, written; in any process, any number of times.

A process opens the files of a batch once and keeps them.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from plangen.batch.job import Asked, Course, File, Job, Packed, Result, Unsound, digest
from plangen.config.model import Config
from plangen.derive import Derivation, Derived
from plangen.model.plan import Plan
from plangen.model.townships import Township
from plangen.pipeline.by_hand import touched
from plangen.pipeline.deriving import Work, read_county
from plangen.pipeline.lint import lint
from plangen.problem import Level, Problem, UserError
from plangen.rules import Case, sketches
from plangen.source.places import Source
from plangen.template.load import Template
from plangen.text.dates import Date
from plangen.write.docx import write
from plangen.write.files import put

GONE, KEPT, UNWRITTEN = "batch-unknown", "batch-kept", "batch-unwritten"


@dataclass(frozen=True)
class Bench:
    """A job, opened in a process: the county's plan ready to be derived."""

    job: Job
    work: Work


_open: dict[str, Bench] = {}  # of this process; a worker of a cluster may get several jobs


def _bench(packed: Packed) -> Bench:
    """The bench for a job."""
    if packed.key not in _open:
        _open.clear()
        _open[packed.key] = _opened(packed.job())
    return _open[packed.key]


def _opened(job: Job) -> Bench:
    county = read_county(job.county.raw, job.county.name, job.config)
    plan = county.case.plan
    # What the townships of a roadmap follow and cite is the roadmap, not the plan it is based on.
    derivation = Derivation(plan, county.case.standards, job.tables, job.region, job.roadmap)
    above = replace(county, case=_by_calendar(county.case, job.roadmap))
    return Bench(job, Work(above, Source(job.townships, ""), (), derivation, job.config))


def _by_calendar(county: Case, roadmap: Plan) -> Case:
    """What a township is held against: the county's content, the roadmap's title and notice.

    The county's times don't bind it: its own are the calendar's.
    """
    own = {"title": roadmap.title, "notice": roadmap.notice}
    plan = replace(county.plan, phases=(), targets=(), period=None, **own)  # type: ignore[arg-type]
    return replace(county, plan=plan)


def produce(packed: Packed, asked: Iterable[Asked]) -> list[Result]:
    """Derive, check and write some townships."""
    bench = _bench(packed)
    return [_one(bench, one) for one in asked]


def keep(county: File, config: Config, template: str | None) -> None:
    """Make what is kept from process to process, before each of many has to.

    They would import for it what they need only then: all rules, all that reads templates.
    """
    with suppress(UserError):  # told where the plan is used
        plan = read_county(county.raw, county.name, config).case.plan
        sketches()
        _template(plan, template)


def rehearse(county: File, config: Config, template: str | None) -> None:
    """Go with the county's plan where each township's will go, and write nothing.

    What is imported for it, compiled and remembered is there then, while the list of the townships
    is still being read.
    """
    with suppress(UserError):  # told where the plan is used
        if case := lint(county.raw, county.name, config).case:
            _documents(case, template)


def _one(bench: Bench, asked: Asked) -> Result:
    course = bench.job.courses[asked.course]
    result = Result(asked.key, course.year, asked.name, course.track)
    if not asked.own:
        name = Path(bench.job.townships).name
        return _with(result, GONE, f"乡镇名单“{name}”里没有“{asked.name}”，请补上")
    own = pickle.loads(asked.own)
    if isinstance(own, Unsound):
        return replace(result, problems=own.problems)
    assert isinstance(own, Township)
    town, differing = _as_in_roadmap(own, course)
    derived = bench.work.derive(town, course.calendar)
    case = bench.work.case(derived)
    found = [*differing, *derived.problems, *derived.left, *bench.work.check(case)]
    result = replace(result, problems=tuple(_said(problem) for problem in found))
    if result.failed:
        return result
    contents = _contents(bench, derived, case)
    try:
        return _put(bench.job, course, result, contents)
    except UserError as error:  # what is in the way of one isn't in that of the others
        return _with(result, UNWRITTEN, str(error))


def _with(result: Result, rule: str, said: str) -> Result:
    """A result with one more error."""
    return replace(result, problems=(*result.problems, (Level.ERROR.name, rule, said)))


def _as_in_roadmap(town: Township, course: Course) -> tuple[Township, list[Problem]]:
    """A township with the goal and year that the roadmap gives it, and where its own differ."""
    problems = []
    last = course.years[1] if course.years else None
    if town.goal not in {"", course.track}:
        said = f"{town.name}的创建目标“{town.goal}”与行动方案的“{course.track}”不一致"
        problems.append(Problem("goal-differs", Level.WARNING, said, town.where / "goal"))
    if last and town.year and town.year.year not in {None, last}:
        said = f"{town.name}的目标年份{town.year}与行动方案的{last}年不一致"
        problems.append(Problem("year-differs", Level.WARNING, said, town.where / "year"))
    year = Date(f"{last}年", last) if last else town.year
    return replace(town, goal=course.track, year=year), problems


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.level.name, problem.rule, problem.message


def _contents(bench: Bench, derived: Derived, case: Case) -> dict[str, bytes]:
    """The spec and the documents of a township, by file name; the spec is the first."""
    name = derived.township.name
    contents = {f"{name}.yaml": bench.work.text(derived).encode()}
    for kind, content in _documents(case, bench.job.template).items():
        contents[f"{name}-{kind}.docx"] = content
    return contents


def _documents(case: Case, own: str | None) -> dict[str, bytes]:
    """The documents of a plan by their kinds, by its template or an office's own."""
    template = _template(case.plan, own)
    return {kind: write(document, template) for kind, document in case.documents.items()}


def _template(plan: Plan, own: str | None) -> Template:
    return Template.load(own or plan.layout.metrics, fonts=plan.layout.fonts)


def _put(job: Job, course: Course, result: Result, contents: dict[str, bytes]) -> Result:
    """Each file whole or not at all; none where a hand's work on the spec is in the way."""
    out, folder = Path(job.out), course.folder / result.township
    spec = folder / next(iter(contents))
    if not job.force and touched(out / spec):
        said = f"{spec.as_posix()}：手工改过，没有覆盖；要覆盖用 --force"
        kept = ((folder / file).as_posix() for file in contents)
        there = tuple((name, "") for name in kept if (out / name).is_file())
        return _with(replace(result, files=there), KEPT, said)
    files = []
    for file, content in contents.items():
        put(out / folder / file, content)
        files.append(((folder / file).as_posix(), digest(content)))
    return replace(result, files=tuple(files))
