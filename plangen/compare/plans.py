"""What changed between two plans, by meaning: who, when, which clause, which words.

Order and numbering of the text don't count, what a plan says does. Limit: two plans in other
forms (a spec and a document) are to be compared in one form; see `pipeline.comparing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plangen.compare.parts import Change, Comparer, Trail, change
from plangen.model.plan import Plan
from plangen.model.roadmap import Roadmap
from plangen.schema.load import schema
from plangen.standard.coverage import Coverage

CLAUSES = frozenset({"clauses"})


def plan_changes(old: Plan, new: Plan, *, by_clause: bool) -> list[Change]:
    """The changes of a plan; `by_clause` leaves clauses out, which `clause_changes` tells."""
    comparer = Comparer(schema("plan"), CLAUSES if by_clause else frozenset())
    return list(comparer.parts(old, new, comparer.schema.keys))


def roadmap_changes(old: Roadmap, new: Roadmap) -> list[Change]:
    """The changes of what a roadmap says beside its plan."""
    comparer = Comparer(schema("roadmap"))
    own = {k: v for k, v in comparer.schema.keys.items() if hasattr(old, k) and k != "plan"}
    return list(comparer.parts(old, new, own))


def clause_changes(old: list[Coverage], new: list[Coverage]) -> Iterator[Change]:
    """The clauses of a standard that others answer for than before."""
    before = {found.standard.id: found for found in old}
    for found in new:
        if found.standard.id not in before:
            continue
        trail = ("条款分工", found.standard.title)
        owners, others = _owners(before[found.standard.id]), _owners(found)
        for clause in found.standard.clauses:
            was, now = owners.get(clause.id, ""), others.get(clause.id, "")
            if was != now:
                yield _clause((*trail, clause.id), was, now)


def _clause(trail: Trail, was: str, now: str) -> Change:
    return change(trail, was or "没有分工", now or "没有分工")


def _owners(found: Coverage) -> Mapping[str, str]:
    return {
        clause: "、".join(dict.fromkeys(owner.name for owner in owners))
        for clause, owners in found.owners.items()
    }
