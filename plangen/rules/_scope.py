"""Which of a standard's clauses a plan needs: those for its level (words/clause_scopes.yaml).

A township that is the county town says so in its title (创建国家卫生县城).
"""

from __future__ import annotations

from plangen.config.model import Entry
from plangen.rules.base import Case
from plangen.standard.catalogue import Clause

SEAT = "县城"


def entry(case: Case) -> Entry | None:
    """What the word list says of the plan's level; None of one that it doesn't know."""
    level = case.plan.locality.level
    return next((one for one in case.words("clause_scopes") if one["level"] == level), None)


def applies(case: Case, clause: Clause) -> bool:
    """Whether a clause is for places like the plan's; one that doesn't say is for all."""
    known = entry(case)
    if known is None or not clause.applies_to:
        return True
    seat = {SEAT} if SEAT in case.plan.title else set()
    return bool({*known["fits"].split(), *seat} & {*clause.applies_to})
