"""What changed between two standards: sections, clauses, wording, indicators.

Of a standard that isn't complete nobody knows what it hasn't got; of a clause whose wording is
known in part nobody knows whether it changed. Both are said to be so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from plangen.standard.catalogue import CatalogueSection, Clause, Standard
from plangen.standard.indicators import Bearer, IndicatorPair, bearers, paired
from plangen.standard.pairing import Pairing, pairing
from plangen.standard.wording import Piece, pieces


class Kind(StrEnum):
    """What happened to a section, clause or indicator.

    UNSEEN isn't in the other catalogue, which isn't complete. Of what is PARTLY known nothing can
    be said.
    """

    ADDED = "added"
    DROPPED = "dropped"
    UNSEEN = "unseen"
    CHANGED = "changed"
    PARTLY = "partly"
    MOVED = "moved"
    SAME = "same"


@dataclass(frozen=True)
class SectionChange:
    """A section of both standards, or of one of them; CHANGED is called otherwise."""

    kind: Kind
    old: CatalogueSection | None
    new: CatalogueSection | None


@dataclass(frozen=True)
class ClauseChange:
    """A clause of both standards, or of one of them; `pieces` is its wording where that changed.

    `moved` where its id or its printed number isn't the same; what is moved may be changed too.
    """

    kind: Kind
    old: Clause | None
    new: Clause | None
    pieces: tuple[Piece, ...] = ()
    moved: bool = False


@dataclass(frozen=True)
class IndicatorChange:
    """An indicator with another value, or in one of the standards only; PARTLY without a value."""

    kind: Kind
    old: Bearer | None
    new: Bearer | None


@dataclass(frozen=True)
class Comparison:
    """Two standards side by side: what the new one has in its order, then what it hasn't got.

    Indicators that are the same are left out.
    """

    old: Standard
    new: Standard
    sections: tuple[SectionChange, ...]
    clauses: tuple[ClauseChange, ...]
    indicators: tuple[IndicatorChange, ...]

    def of(self, kind: Kind) -> tuple[ClauseChange, ...]:
        """The clauses that something happened to."""
        return tuple(change for change in self.clauses if change.kind is kind)


def compare(old: Standard, new: Standard) -> Comparison:
    """What changed from one standard to another."""
    pairs = pairing(old, new)
    return Comparison(
        old,
        new,
        _sections(old, new, pairs),
        _clauses(old, new, pairs.clauses),
        _indicators(old, new, pairs.clauses),
    )


def _sections(old: Standard, new: Standard, pairs: Pairing) -> tuple[SectionChange, ...]:
    before = {pairs.sections[s.id]: s for s in old.sections if s.id in pairs.sections}
    here = [
        SectionChange(_of_section(before.get(s.id), s, old), before.get(s.id), s)
        for s in new.sections
    ]
    gone = [s for s in old.sections if s.id not in pairs.sections]
    return (*here, *(SectionChange(_lost(new), section, None) for section in gone))


def _of_section(old: CatalogueSection | None, new: CatalogueSection, standard: Standard) -> Kind:
    if old is None:
        return _found(standard)
    if old.title != new.title:
        return Kind.CHANGED
    return Kind.SAME if old.number == new.number else Kind.MOVED


def _clauses(old: Standard, new: Standard, pairs: Mapping[str, str]) -> tuple[ClauseChange, ...]:
    before = {goal: old.by_id[name] for name, goal in pairs.items()}
    here = [
        _of_clause(before[clause.id], clause)
        if clause.id in before
        else ClauseChange(_found(old), None, clause)
        for clause in new.clauses
    ]
    gone = [clause for clause in old.clauses if clause.id not in pairs]
    return (*here, *(ClauseChange(_lost(new), clause, None) for clause in gone))


def _of_clause(old: Clause, new: Clause) -> ClauseChange:
    moved = (old.id, old.number) != (new.id, new.number)
    if old.text == new.text:
        return ClauseChange(Kind.MOVED if moved else Kind.SAME, old, new, moved=moved)
    if not (old.text_complete and new.text_complete):
        return ClauseChange(Kind.PARTLY, old, new, moved=moved)
    return ClauseChange(Kind.CHANGED, old, new, pieces(old.text, new.text), moved)


def _indicators(
    old: Standard, new: Standard, pairs: Mapping[str, str]
) -> tuple[IndicatorChange, ...]:
    found = paired(bearers(old), bearers(new), pairs)
    changes = (IndicatorChange(_of_indicator(pair, old, new), *pair) for pair in found)
    return tuple(change for change in changes if change.kind is not Kind.SAME)


def _of_indicator(pair: IndicatorPair, old: Standard, new: Standard) -> Kind:
    before, after = pair
    if before is None or after is None:
        kind = _found(old) if before is None else _lost(new)
        told = kind is not Kind.UNSEEN or any(one and one.valued for one in pair)
        return kind if told else Kind.SAME  # a bare name that may be in both says nothing
    if not (before.valued and after.valued):
        return Kind.PARTLY if before.valued or after.valued else Kind.SAME
    return Kind.SAME if before.spelled == after.spelled else Kind.CHANGED


def _found(old: Standard) -> Kind:
    """What is only in the new standard is new, where the old one is known as a whole."""
    return Kind.ADDED if old.complete else Kind.UNSEEN


def _lost(new: Standard) -> Kind:
    """What is only in the old standard is gone, where the new one is known as a whole."""
    return Kind.DROPPED if new.complete else Kind.UNSEEN
