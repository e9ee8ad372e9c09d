"""`lint --statistics` counts what was really checked: the rules that fit a plan and decided.

A rule without anything to look at has no data; one that could not decide something is suspended.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from plangen.model.plan import Plan
from plangen.pipeline import make_case
from plangen.pipeline.load import load
from plangen.rules import Case, rules, run
from tests.tools.specs import SPECS, over_base

PLANS = [path for path in sorted(SPECS.glob("xx-*.yaml")) if "\nkind: plan\n" in path.read_text()]
WHOLE = [path for path in PLANS if path.stem not in {"xx-district", "xx-masked"}]
each_plan = pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
FOR_PLANS = [r for r in rules() if not (r.looks or r.against or r.document or r.roadmap)]
SHARE = 0.9
GIVEN = {"locality", "wording", "layout", "where"}  # every plan has these


def case(raw: bytes) -> Case:
    plan = load(raw, "x.yaml").plan
    assert plan is not None
    return make_case(plan)


def test_there_are_examples_and_some_have_every_part() -> None:
    assert len(PLANS) >= 5
    assert len(WHOLE) >= 3


@each_plan
def test_nine_in_ten_of_the_rules_that_fit_an_example_decide(path: Path) -> None:
    outcome = run(case(path.read_bytes()))
    assert len(outcome.suspended) <= (1 - SHARE) * len(outcome.ran)


@pytest.mark.parametrize("path", WHOLE, ids=[path.stem for path in WHOLE])
def test_nine_in_ten_of_all_rules_decide_on_an_example_with_every_part(path: Path) -> None:
    outcome = run(case(path.read_bytes()))
    assert len(outcome.ran) - len(outcome.suspended) >= SHARE * len(FOR_PLANS)


# A rule that is counted as run has looked at something


class WatchedPlan(Plan):
    """A plan that notes which of its parts are asked for and there."""

    def __getattribute__(self, name: str) -> object:
        found: object = super().__getattribute__(name)
        if found and name in PARTS:
            SEEN.add(name)
        return found


class WatchedCase(Case):
    """A case that notes when its documents are read, or it is asked for a roadmap."""

    def __getattribute__(self, name: str) -> object:
        if name in {"lines", "document", "documents", "roadmap"}:
            SEEN.add(name)
        return super().__getattribute__(name)


PARTS = {field.name for field in fields(Plan)} - GIVEN
SEEN: set[str] = set()


def blind(given: Case) -> list[str]:
    """The rules that count as run without having looked at any part of a plan or a document."""
    plan = WatchedPlan(**{field.name: getattr(given.plan, field.name) for field in fields(Plan)})
    out = []
    for rule in rules():
        watched = WatchedCase(plan, given.standards, given.documents)
        SEEN.clear()
        outcome = run(watched, (rule,))
        if outcome.ran and not outcome.suspended and not SEEN:
            out.append(rule.id)
    return out


@each_plan
def test_every_rule_that_is_counted_has_looked_at_an_example(path: Path) -> None:
    assert blind(case(path.read_bytes())) == []


def test_every_rule_that_is_counted_has_looked_at_a_plan_with_a_title_alone() -> None:
    assert blind(case(over_base(""))) == []


def test_what_a_rule_needs_is_not_what_it_looks_at() -> None:
    assert "phase-gap" in run(case(over_base(""))).without_data
