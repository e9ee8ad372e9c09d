"""Lint a spec: its form first, then the rules that the configuration lets run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plangen.collector import put_off
from plangen.compose import composed
from plangen.config.model import Config, no_rule
from plangen.model.plan import Plan, StandardUse
from plangen.pipeline.load import Spec, load, placed
from plangen.problem import NOWHERE, Level, Problem, Where
from plangen.rules import Case, Outcome, Rule, run, sketches
from plangen.source.ignores import Ignore, Silence, ignores
from plangen.source.places import Source
from plangen.standard.context import Context

if TYPE_CHECKING:
    from plangen.model.roadmap import Roadmap
    from plangen.model.townships import Townships

IGNORE_UNKNOWN = "ignore-unknown"


@dataclass
class Linted:
    """A spec with every problem found; `case` is None where its form is broken, or no plan.

    `findings` are the problems before those that a reader couldn't tell apart became one;
    `ignored` counts what comments of the file silenced, `unused` are the comments that didn't.
    """

    source: Source
    problems: list[Problem]
    kind: str = ""
    case: Case | None = None
    outcome: Outcome = field(default_factory=Outcome)
    findings: list[Problem] = field(default_factory=list)
    ignored: int = 0
    unused: list[Ignore] = field(default_factory=list)

    @property
    def plan(self) -> Plan | None:
        return self.case.plan if self.case else None

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.level is Level.ERROR]


def rule_names() -> list[str]:
    """What `select`, `ignore` and `levels` may name."""
    return [*(rule.id for rule in sketches()), IGNORE_UNKNOWN]


@put_off()
def lint(
    raw: bytes, name: str, config: Config | None = None, county: Case | None = None
) -> Linted:
    """A spec from its bytes, with every problem: of form first, then by the rules."""
    return lint_loaded(load(raw, name), config, county)


@put_off()
def lint_loaded(
    spec: Spec,
    config: Config | None = None,
    county: Case | None = None,
    listed: Townships | None = None,
) -> Linted:
    """A spec that was read, with every problem.

    A township's plan is held against that of its county, where that is given; a roadmap against
    the townships that were `listed`, else against those that it names.
    """
    config = config or Config()
    if spec.plan is None:
        return Linted(spec.source, spec.problems, spec.kind)
    case = make_case(spec.plan, config, Path(spec.source.name).parent, spec.roadmap, listed)
    case = replace(case, county=county) if county else case
    outcome = run(case, chosen(config))
    comments = ignores(spec.source)
    every = [*outcome.problems, *_unknown(comments, config)]
    found = placed((levelled(problem, config) for problem in every), spec.source)
    silence = Silence(comments)
    silenced = [silence.of(problem) for problem in found]
    kept = [problem for problem, by in zip(found, silenced, strict=True) if not by]
    shown = [problem for problem in kept if problem.level >= config.least]
    used = {one for by in silenced for one in by}
    unused = [one for one in comments if one not in used]
    ignored = len(found) - len(kept)
    return Linted(spec.source, told_once(shown), spec.kind, case, outcome, shown, ignored, unused)


def chosen(config: Config) -> tuple[Rule, ...]:
    """The rules that a configuration lets run."""
    if not config.select and not config.ignore:
        return sketches()
    return tuple(rule for rule in sketches() if config.runs(rule.id))


def make_case(
    plan: Plan,
    config: Config | None = None,
    folder: Path = Path(),
    roadmap: Roadmap | None = None,
    listed: Townships | None = None,
) -> Case:
    """A plan with its catalogues and the documents it prints; `folder` is that of its file."""
    config = config or Config()
    if not plan.standards:
        plan = replace(plan, standards=assumed(config.standards))
    opened = config.library.open([use.id for use in plan.standards if use.id], folder)
    standards = opened.standards
    context = Context(plan, standards, roadmap)
    documents = composed(context)
    townships, unusable = _beside(roadmap, folder, listed) if roadmap else (None, {})
    return Case(
        plan,
        standards,
        documents,
        config.words,
        known=config.library.ids,
        unusable={**opened.unusable, **unusable},
        roadmap=roadmap,
        townships=townships,
    )


def _beside(
    roadmap: Roadmap, folder: Path, listed: Townships | None
) -> tuple[Townships | None, Mapping[str, str]]:
    """The townships of the list that a roadmap names, and which of its files can't be used."""
    from plangen.pipeline.linked import linked  # most specs are no roadmaps

    beside = linked(roadmap, folder, listed)
    return beside.townships, beside.unusable


def assumed(standards: Iterable[str]) -> tuple[StandardUse, ...]:
    """The standards of the configuration, for a plan that names none."""
    return tuple(StandardUse(id=name, where=NOWHERE / "standards") for name in standards)


def _unknown(comments: Iterable[Ignore], config: Config) -> list[Problem]:
    """A problem for each comment that silences a rule there isn't, or none at all."""
    if not config.runs(IGNORE_UNKNOWN):
        return []
    known = rule_names()
    problems = []
    for one in comments:
        said = [no_rule(pattern, known) for pattern in one.patterns]
        said = said or ["ignore 后面应写规则编号，如 ignore=phase-gap"]
        where = Where(line=one.line, column=one.column)
        problems += [
            Problem(IGNORE_UNKNOWN, Level.INFO, message, where) for message in said if message
        ]
    return problems


def levelled(problem: Problem, config: Config) -> Problem:
    """A problem at the level that the configuration gives its rule."""
    level = config.level(problem.rule, problem.level)
    return problem if level is problem.level else replace(problem, level=level)


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Problems without those that a reader couldn't tell from others."""
    return list({_told(problem): problem for problem in problems}.values())


def _told(problem: Problem) -> tuple[object, ...]:
    """What a reader is told; a value printed twice has each fault twice."""
    where = problem.where
    return problem.rule, problem.message, where.line, where.column, where.paragraph
