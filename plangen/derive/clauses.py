"""Clauses: which of a standard's apply to a township, and what that leaves of a reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plangen.derive.origin import Kind, Made, Origin, computed, copied, listed
from plangen.derive.variant import Variant
from plangen.model.plan import Assignment, ClauseRef, Exclusion, StandardUse
from plangen.standard.catalogue import Clause
from plangen.standard.context import Context
from plangen.standard.coverage import reference
from plangen.standard.refs import spell


class Applying:
    """The clauses of the county's standards, for one kind of township."""

    def __init__(self, context: Context, variant: Variant) -> None:
        self.context = context
        self.place = variant.place

    def fits(self, clause: Clause) -> bool:
        """Whether a clause is for this kind of place; one that doesn't say is for all."""
        return not clause.applies_to or self.place in clause.applies_to

    def standards(self) -> Made[tuple[StandardUse, ...]]:
        """The county's standards, with the clauses that don't apply as not assigned."""
        return listed(self._use(use) for use in self.context.plan.standards)

    def _use(self, use: StandardUse) -> Made[StandardUse]:
        standard = self.context.standards.get(use.id)
        clauses = standard.clauses if standard else ()
        unfit = [clause for clause in clauses if not self.fits(clause)]
        if not unfit:
            return copied(use, use.where)
        places = "、".join(dict.fromkeys(word for one in unfit for word in one.applies_to))
        reason = f"只适用于{places}"
        exclusion = Exclusion(clauses=(ClauseRef(ids=spell(unfit)),), reason=reason)
        origins = {
            (): Origin(Kind.COPIED, use.where),
            ("exclude", len(use.exclude)): Origin(
                Kind.COMPUTED, why=f"条款库 {use.id} 的 applies_to：{reason}"
            ),
        }
        return Made(replace(use, exclude=(*use.exclude, exclusion)), origins)

    def refs(self, refs: Iterable[ClauseRef]) -> list[Made[ClauseRef]]:
        """References without the clauses that don't apply; empty ones are gone."""
        return [found for ref in refs if (found := self._ref(ref)) is not None]

    def _ref(self, ref: ClauseRef) -> Made[ClauseRef] | None:
        resolved = self.context.resolve(ref)
        clauses = resolved[1].clauses if resolved else ()
        kept = [clause for clause in clauses if self.fits(clause)]
        if len(kept) == len(clauses):
            return copied(ref, ref.where)
        if not kept:
            return None
        return computed(
            replace(ref, ids=spell(kept), section="", clauses=""), self._why(clauses), ref.where
        )

    def assignment(self, assignment: Assignment) -> Made[str] | None:
        """The clauses of an assignment, as its `clause`; None where none of them applies."""
        resolved = self.context.resolve(reference(assignment))
        clauses = resolved[1].clauses if resolved else ()
        kept = [clause for clause in clauses if self.fits(clause)]
        if len(kept) == len(clauses):
            return copied(assignment.clause, assignment.where)
        if not kept:
            return None
        return computed(spell(kept), self._why(clauses), assignment.where)

    def _why(self, clauses: Iterable[Clause]) -> str:
        gone = spell(clause for clause in clauses if not self.fits(clause))
        return f"条款库的 applies_to：{gone} 不适用于{self.place}"
