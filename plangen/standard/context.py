"""A plan beside the catalogues of the standards it names: what its clause references mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from plangen.model.plan import ClauseRef, Plan, StandardUse
from plangen.standard.catalogue import Clause, Standard
from plangen.standard.refs import Resolved, cited, resolve

if TYPE_CHECKING:
    from plangen.model.roadmap import Roadmap


class Context(NamedTuple):
    """A plan and the catalogues of the standards it names, by id; of a roadmap, its calendar."""

    plan: Plan
    standards: Mapping[str, Standard]
    roadmap: Roadmap | None = None

    def use(self, standard_id: str) -> StandardUse | None:
        """How the plan uses a standard; without an id the first that has a catalogue, if any.

        A catalogue that the plan names by its file is meant by that name and by its own id.
        """
        uses = self.plan.standards
        if standard_id:
            return next((use for use in uses if standard_id in self._names(use)), None)
        known = (use for use in uses if use.id in self.standards)
        return next(known, next(iter(uses), None))

    def resolve(self, ref: ClauseRef) -> tuple[str, Resolved] | None:
        """The standard's title as cited and the clauses meant; None without a catalogue."""
        use = self.use(ref.standard)
        if use is None or use.id not in self.standards:
            return None
        standard = self.standards[use.id]
        return cited(use, standard), resolve(ref, standard)

    def _names(self, use: StandardUse) -> set[str]:
        found = self.standards.get(use.id)
        return {use.id, found.id} if found else {use.id}

    def section_title(self, ref: ClauseRef, clause: Clause) -> str:
        """The title of the section that a clause found by `ref` belongs to."""
        use = self.use(ref.standard)
        return self.standards[use.id].section_of(clause.id).title if use else ""
