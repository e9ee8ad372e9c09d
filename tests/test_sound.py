"""No rule finds anything in a plan without a fault, whatever its shape: tests/faultless/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from plangen.model import plan as m
from plangen.pipeline import make_case
from plangen.rules import run
from tests.faultless import faultless_plan, intended
from tests.tools.needs import IN_CI

# A plan is one number, so there is nothing to shrink.
as_found = [Phase.explicit, Phase.reuse, Phase.generate]
seeds = st.integers(0, 2**32 - 1)


@settings(max_examples=2000 if IN_CI else 300, phases=as_found)
@given(seeds)
def test_nothing_is_found_in_a_faultless_plan(seed: int) -> None:
    plan = faultless_plan(Random(seed))
    found = run(make_case(plan)).problems
    told = [f"{p.rule}：{p.message}（{p.where.dotted}）" for p in found]
    assert [said for said in told if said.split("：")[0] not in intended(plan)] == []
    assert {problem.rule for problem in found} == intended(plan).keys()


SHAPES: dict[str, Callable[[m.Plan], object]] = {
    "no standard": lambda plan: not plan.standards,
    "a whole catalogue": lambda plan: any(use.id for use in plan.standards),
    "a standard without one": lambda plan: any(not use.id for use in plan.standards),
    "clauses that don't fit": lambda plan: any(use.exclude for use in plan.standards),
    "clauses in groups": lambda plan: any(group.clauses for group in plan.groups),
    "clauses in blocks": lambda plan: any(b.clauses for g in plan.groups for b in g.blocks),
    "clauses in rows": lambda plan: any(row.clause for row in plan.assignments),
    "sections in rows": lambda plan: any(row.section and row.lead for row in plan.assignments),
    "a section in charge": lambda plan: any(row.charge for row in plan.assignments),
    "own rows": lambda plan: any(row.text for row in plan.assignments),
    "no leaders": lambda plan: plan.leaders is None,
    "leaders in words": lambda plan: plan.leaders and plan.leaders.text,
    "whole classes of members": lambda plan: plan.leaders and "classes=('" in repr(plan.leaders),
    "a numbered office": lambda plan: any(office.numbered for office in plan.offices),
    "duties in a line": lambda plan: any(isinstance(g.duties, str) for g in plan.groups),
    "own outline": lambda plan: plan.outline,
    "sections in sections": lambda plan: any(part.sections for part in plan.outline),
    "items": lambda plan: any(part.items for part in plan.outline),
    "targets due": lambda plan: any(target.by for target in plan.targets),
    "indicators": lambda plan: any(target.indicators for target in plan.targets),
    "a period": lambda plan: plan.period,
    "phases to the day": lambda plan: precision(plan) == "day",
    "phases to the month": lambda plan: precision(plan) == "month",
    "phases to the year": lambda plan: precision(plan) == "year",
    "phases without dates": lambda plan: precision(plan) == "",
    "phases with a mask": lambda plan: "20XX" in repr(plan.phases),
    "a phase that goes on": lambda plan: plan.phases[-1].start and not plan.phases[-1].end,
    "an annex": lambda plan: len(plan.annexes) == 1,
    "annexes": lambda plan: len(plan.annexes) > 1,
    "assignments in an annex": lambda plan: any(one.show for one in plan.annexes),
    "no notice": lambda plan: plan.notice is None,
    "a joint notice": lambda plan: plan.notice and len(plan.notice.issuer) > 1,
    "a draft": lambda plan: plan.notice and plan.notice.draft,
    "a masked notice": lambda plan: plan.notice and "XX" in plan.notice.number,
    "approved": lambda plan: plan.notice and plan.notice.approved_by,
    "addressees in the imprint": lambda plan: plan.notice and plan.notice.to_place == "imprint",
    "copies": lambda plan: plan.notice and plan.notice.copy_to,
    "printed": lambda plan: plan.notice and plan.notice.printed,
    "no seal": lambda plan: plan.notice and not plan.notice.seal,
    "an annex of the notice": lambda plan: plan.notice and plan.notice.annexes,
    "named phases": lambda plan: plan.wording.phases == "named",
    "a masked place": lambda plan: plan.locality.name.startswith("XX"),
} | {
    level: lambda plan, level=level: plan.locality.level == level
    for level in ("county", "city", "district", "township")
}


def precision(plan: m.Plan) -> str:
    """How exactly the first phase says when it starts."""
    start = plan.phases[0].start
    if start is None:
        return ""
    return "day" if start.day else "month" if start.month else "year"


@pytest.fixture(scope="module")
def shapes() -> Counter[str]:
    """How many of 300 plans have which shape."""
    plans = [faultless_plan(Random(seed)) for seed in range(300)]
    return Counter(name for plan in plans for name, has in SHAPES.items() if has(plan))


@pytest.mark.parametrize("shape", SHAPES)
def test_faultless_plans_have_every_shape(shape: str, shapes: Counter[str]) -> None:
    assert shapes[shape] >= 3
