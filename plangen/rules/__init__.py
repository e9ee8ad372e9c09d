"""The rules: a check is one file in this folder, found by being there."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from functools import cache, partial

from plangen.collector import put_off
from plangen.model.plan import Plan
from plangen.problem import Problem
from plangen.rules import _sketch
from plangen.rules._sound import Doubtful
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended

__all__ = ["Case", "Outcome", "Rule", "rules", "run", "sketches"]


@dataclass
class Outcome:
    """What a run found, and what really ran: rule ids by fate."""

    problems: list[Problem] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    suspended: dict[str, list[Suspended]] = field(default_factory=dict)
    without_data: list[str] = field(default_factory=list)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of this folder, by id."""
    import pkgutil  # who only runs rules has their sketches

    found = (info.name for info in pkgutil.iter_modules(__path__))
    names = [name for name in found if name != "base" and not name.startswith("_")]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.id))


@cache
def sketches() -> tuple[Rule, ...]:
    """The same as far as they must be known to run: not imported before they have work to do."""
    return _sketch.sketches(__path__, rules)


@put_off()
def run(case: Case, chosen: tuple[Rule, ...] | None = None) -> Outcome:
    """Every rule (or the chosen ones) on one case."""
    outcome = Outcome()
    no_looks, no_roadmap, no_county = not case.has_looks, not case.roadmap, not case.county
    apart = case.county is not None and _apart(case)
    running = []
    there = cache(partial(_has, case.plan))  # many rules need the same parts
    for rule in rules() if chosen is None else chosen:
        if (
            (rule.looks and no_looks)
            or (rule.roadmap and no_roadmap)
            or (rule.spec if case.read else rule.document)
            or (rule.against and (no_county or (apart and not rule.unfit)))
            or (rule.needs and not any(map(there, rule.needs)))
        ):
            outcome.without_data.append(rule.id)
        else:
            running.append(rule)
    doubtful = Doubtful(case.index, running)
    for rule in running:
        _take(rule, doubtful.findings(rule, case), outcome)
    doubtful.keep()
    return outcome


def _apart(case: Case) -> bool:
    """Whether a plan and its county's don't belong together."""
    from plangen.rules.county_unfit import unfit  # few plans have a county's beside them

    return bool(unfit(case))


def _take(rule: Rule, findings: Findings, outcome: Outcome) -> None:
    """What a rule found, as problems of its id and level."""
    outcome.ran.append(rule.id)
    for found in findings:
        if isinstance(found, Suspended):
            outcome.suspended.setdefault(rule.id, []).append(found)
            continue
        item = found if isinstance(found, Finding) else Finding(*found)
        level = rule.level if item.level is None else item.level
        outcome.problems.append(
            Problem(rule.id, level, item.message, item.where, item.quote, rule.basis, item.fix)
        )


def _has(plan: Plan, part: str) -> bool:
    """Whether the plan has a part; a dotted part (notice.number) asks deeper."""
    value: object = plan
    for name in part.split("."):
        value = getattr(value, name, None)
    return bool(value)
