"""Who answers for which clause: the coverage of a standard by a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from plangen.model.plan import Assignment, ClauseRef, StandardUse
from plangen.problem import Where
from plangen.standard.catalogue import Clause, Standard
from plangen.standard.context import Context


class Owner(NamedTuple):
    """A group, office or assignment that answers for a clause; `led` where 牵头 is named."""

    name: str
    where: Where
    led: bool = False


@dataclass
class Coverage:
    """The owners of each clause of one standard, by clause id, in the catalogue's order."""

    use: StandardUse
    standard: Standard
    owners: dict[str, list[Owner]] = field(default_factory=dict)
    excluded: set[str] = field(default_factory=set)

    @property
    def checkable(self) -> bool:
        """False where the plan assigns the standard as a whole in a named table elsewhere."""
        return not self.use.assigned_in

    @property
    def uncovered(self) -> list[Clause]:
        """The clauses nobody answers for; none where that can't be asked."""
        if not self.checkable:
            return []
        return [
            clause
            for clause in self.standard.clauses
            if clause.id not in self.owners and clause.id not in self.excluded
        ]

    @property
    def multiple(self) -> dict[str, list[Owner]]:
        """The clauses that several bodies have without one of them leading."""
        return {
            clause: owners
            for clause, owners in self.owners.items()
            if len({owner.name for owner in owners}) > 1 and not any(o.led for o in owners)
        }


def coverage(context: Context) -> list[Coverage]:
    """The coverage of every standard of the plan that has a catalogue."""
    out = []
    for use in context.plan.standards:
        standard = context.standards.get(use.id)
        if standard is None:
            continue
        found = Coverage(use, standard)
        for exclusion in use.exclude:
            for ref in exclusion.clauses:
                found.excluded |= {clause.id for clause in _clauses(context, ref, use)}
        for ref, owner in owned(context):
            for clause in _clauses(context, ref, use):
                found.owners.setdefault(clause.id, []).append(owner)
        _charged(context, found)
        out.append(found)
    return out


def _charged(context: Context, found: Coverage) -> None:
    """The body in charge of a section answers for those of its clauses that nobody else has."""
    for assignment in context.plan.assignments:
        if assignment.charge and not assignment.units:
            owner = Owner(assignment.charge, assignment.where, led=True)
            for clause in _clauses(context, reference(assignment), found.use):
                if clause.id not in found.excluded:
                    found.owners.setdefault(clause.id, [owner])


def owned(context: Context) -> Iterator[tuple[ClauseRef, Owner]]:
    """Every clause reference of the plan that makes somebody answer for it.

    The body in charge of a section (由……总负责) is not a second assignment.
    """
    for body in context.plan.bodies:
        for ref in body.every_clause:
            yield ref, Owner(body.name, ref.where)
    for assignment in context.plan.assignments:
        if assignment.units:
            yield reference(assignment), Owner(_names(assignment), assignment.where, led=True)


def reference(assignment: Assignment) -> ClauseRef:
    """The clauses an assignment names."""
    return ClauseRef(
        ids=assignment.clause,
        standard=assignment.standard,
        section=assignment.section,
        where=assignment.where / ("clause" if assignment.clause else "section"),
    )


def _names(assignment: Assignment) -> str:
    return "、".join(assignment.lead or assignment.supporting)


def _clauses(context: Context, ref: ClauseRef, use: StandardUse) -> tuple[Clause, ...]:
    if context.use(ref.standard) is not use or not (ref.ids or ref.section):
        return ()
    found = context.resolve(ref)
    return found[1].clauses if found else ()
