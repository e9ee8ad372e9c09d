"""Which of a standard's clauses a plan needs: those for its level (words/clause_scopes.yaml).

A township that is the county town says so in its title (创建国家卫生县城).
"""

from __future__ import annotations

from plangen.config.model import Entry
from plangen.rules.base import Case, once
from plangen.standard.catalogue import Clause

SEAT = "县城"


def entry(case: Case) -> Entry | None:
    """What the word list says of the plan's level; None of one that it doesn't know."""
    level = case.plan.locality.level
    return next((one for one in case.words("clause_scopes") if one["level"] == level), None)


@once
def _places(case: Case) -> frozenset[str]:
    """What the standards call places like the plan's; nothing of a level that isn't known."""
    known = entry(case)
    seat = {SEAT} if SEAT in case.plan.title else set()
    return frozenset({*known["fits"].split(), *seat} if known else ())


def applies(case: Case, clause: Clause) -> bool:
    """Whether a clause is for places like the plan's; one that doesn't say is for all."""
    own = _places(case) if clause.applies_to else None
    return not own or not own.isdisjoint(clause.applies_to)
