"""What a rule's tests try it on: its examples, its cases (tests/cases), and whole plans.

A trial says whether a rule, maybe a changed one, does there what it should.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from plangen.pipeline import lint, make_case
from plangen.pipeline.load import placed
from plangen.problem import Level
from plangen.rules import Case, Outcome, Rule, run
from plangen.source.places import Source
from tests.faultless import faultless_plan, intended
from tests.test_faults import NAMES, linted, planted
from tests.tools.cases import Example, examples, found_in
from tests.tools.held import AGAINST, held
from tests.tools.looks import dressed_case
from tests.tools.specs import SPECS, over_base

SEEDS = 60


@dataclass(frozen=True)
class Trial:
    """A case, and whether the outcome of the rule there is what its tests want."""

    name: str
    case: Case
    right: Callable[[Rule, Outcome], bool]

    def passes(self, rule: Rule) -> bool:
        return self.right(rule, run(self.case, (rule,)))


def own_trials(rule: Rule) -> list[Trial]:
    """A rule's bad examples, then its good ones, then its cases."""
    bad = [_bad(f"bad {at}", piece, said) for at, (piece, said) in enumerate(rule.bad)]
    good = [_bad(f"good {at}", piece, "") for at, piece in enumerate(rule.good)]
    return [*bad, *good, *(_trial(example) for example in examples(rule.id))]


def _opened(piece: str) -> tuple[Case, Source | None]:
    if "looks:" in piece:
        return dressed_case(piece), None
    found = held(piece) if AGAINST.search(piece) else lint(over_base(piece), "x.yaml")
    assert found.case is not None
    return found.case, found.source


def _bad(name: str, piece: str, said: str) -> Trial:
    """As tests/test_rules.py has it: the messages, the levels, and quotes that are there."""
    case, source = _opened(piece)

    def right(rule: Rule, outcome: Outcome) -> bool:
        found = outcome.problems
        labels = rule.doc.partition("级别：")[2]
        return (
            "\n".join(problem.message for problem in found) == said
            and all(problem.level.label in labels for problem in found)
            and (source is None or _stand(outcome, source))
        )

    return Trial(name, case, right)


def _stand(outcome: Outcome, source: Source) -> bool:
    for problem in placed(iter(outcome.problems), source):
        line, column = problem.where.line, problem.where.column
        if line is None or column is None or not problem.quote:
            return False
        if not source.line(line)[column - 1 :].startswith(problem.quote):
            return False
    return True


def _trial(example: Example) -> Trial:
    return Trial(
        example.why, example.case, lambda _, outcome: found_in(outcome, example) == example.wants
    )


@cache
def whole_plans() -> tuple[Trial, ...]:
    """Plans with planted faults, the examples, and plans without a fault."""
    return tuple(_whole_plans())


def _whole_plans() -> Iterator[Trial]:
    for name in NAMES:
        found = linted(name)
        assert found.case is not None
        yield Trial(name, found.case, _planted(name, found.source))
    for path in sorted(SPECS.glob("xx-*.yaml")):
        if re.search("^kind: plan$", path.read_text(encoding="utf-8"), re.MULTILINE):
            case = lint(path.read_bytes(), str(path)).case
            assert case is not None
            yield Trial(path.stem, case, _clean)
    for seed in range(SEEDS):
        plan = faultless_plan(Random(seed))
        yield Trial(f"faultless {seed}", make_case(plan), _intended(frozenset(intended(plan))))


def _planted(name: str, source: Source) -> Callable[[Rule, Outcome], bool]:
    marks = planted(name)

    def right(rule: Rule, outcome: Outcome) -> bool:
        found = placed(iter(outcome.problems), source)
        lines = {(problem.where.line or 0, problem.message) for problem in found}
        return lines == {(line, said) for line, name, said in marks if name == rule.id}

    return right


def _intended(names: frozenset[str]) -> Callable[[Rule, Outcome], bool]:
    return lambda rule, outcome: bool(outcome.problems) == (rule.id in names)


def _clean(_: Rule, outcome: Outcome) -> bool:
    """As tests/test_laws.py has it: what plangen renders from an example passes its own rules."""
    return [problem for problem in outcome.problems if problem.level > Level.INFO] == []
