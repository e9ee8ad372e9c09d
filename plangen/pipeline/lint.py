"""Lint a spec: its form first, then the rules that the configuration lets run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from plangen.compose import documents
from plangen.config.model import Config
from plangen.model.plan import Plan
from plangen.pipeline.load import load, placed
from plangen.problem import Level, Problem
from plangen.rules import Case, Outcome, rules, run
from plangen.source.ignores import ignores
from plangen.source.places import Source
from plangen.standard.catalogue import Standard, load_standard, standard_ids
from plangen.standard.context import Context


@dataclass
class Linted:
    """A spec with every problem found; `case` is None where its form is broken, or no plan."""

    source: Source
    problems: list[Problem]
    kind: str = ""
    case: Case | None = None
    outcome: Outcome = field(default_factory=Outcome)
    ignored: int = 0

    @property
    def plan(self) -> Plan | None:
        return self.case.plan if self.case else None

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.level is Level.ERROR]


def lint(raw: bytes, name: str, config: Config | None = None) -> Linted:
    """A spec from its bytes, with every problem: of form first, then by the rules."""
    config = config or Config()
    spec = load(raw, name)
    if spec.plan is None:
        return Linted(spec.source, spec.problems, spec.kind)
    case = make_case(spec.plan, config)
    outcome = run(case, tuple(rule for rule in rules() if config.runs(rule.id)))
    found = placed((_levelled(problem, config) for problem in outcome.problems), spec.source)
    silenced = ignores(spec.source)
    kept = [problem for problem in found if not silenced(problem)]
    shown = [problem for problem in kept if problem.level >= config.least]
    return Linted(spec.source, shown, spec.kind, case, outcome, len(found) - len(kept))


def make_case(plan: Plan, config: Config | None = None) -> Case:
    """A plan with its catalogues and the documents it prints."""
    standards = catalogues(plan)
    context = Context(plan, standards)
    composed = {kind: compose(context) for kind, compose in documents(plan).items()}
    return Case(plan, standards, composed, (config or Config()).words)


def catalogues(plan: Plan) -> Mapping[str, Standard]:
    """The catalogues of the standards a plan names; unknown ids are a rule's affair."""
    known = standard_ids()
    return {use.id: load_standard(use.id) for use in plan.standards if use.id in known}


def _levelled(problem: Problem, config: Config) -> Problem:
    return replace(problem, level=config.level(problem.rule, problem.level))
