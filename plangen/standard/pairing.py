"""Which clause of one standard is which of another, by wording; and sections by their clauses.

Limit: a clause that was split in two is found again in the half that has more of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeVar

from plangen.standard.catalogue import CatalogueSection, Clause, Standard
from plangen.standard.notation import plain
from plangen.standard.wording import likeness, pairs, share

ALIKE = 0.23  # of the wording of two clauses that are one, words of many clauses counted less
KNOWN = 0.75  # of a text known in part that the other must have
TITLED = 0.5  # of the titles of two sections that are one
PLACED = 0.1  # what the same section and number count for, where the wording decides nothing

Item = TypeVar("Item")


@dataclass(frozen=True)
class Pairing:
    """The pairs of two standards by their ids, old to new."""

    sections: Mapping[str, str]
    clauses: Mapping[str, str]


def pairing(old: Standard, new: Standard) -> Pairing:
    """Sections by their titles, then clauses; a section left over by where its clauses went."""
    sections = _best(old.sections, new.sections, _titles_alike, lambda s: s.id)
    wording = _Wording(sections, [*old.clauses, *new.clauses])
    clauses = _best(old.clauses, new.clauses, wording.alike, lambda c: c.id)
    for section in old.sections:
        goal = "" if section.id in sections else _most(section, clauses, new)
        if goal and goal not in sections.values():
            sections[section.id] = goal
    return Pairing(sections, clauses)


def _best(
    old: Sequence[Item],
    new: Sequence[Item],
    alike: Callable[[Item, Item], float],
    name: Callable[[Item], str],
) -> dict[str, str]:
    """The pairs that are most alike, the best first; 0 is no pair."""
    scores = [
        (alike(one, two), -abs(i - j), i, j)
        for i, one in enumerate(old)
        for j, two in enumerate(new)
    ]
    out: dict[str, str] = {}
    for score, _, i, j in sorted(scores, reverse=True):
        first, second = name(old[i]), name(new[j])
        if score > 0 and first not in out and second not in out.values():
            out[first] = second
    return out


def _titles_alike(one: CatalogueSection, two: CatalogueSection) -> float:
    """How alike two titles are; 爱国卫生组织管理 and 组织管理 are."""
    first, second = Counter(plain(one.title)), Counter(plain(two.title))
    score = max(likeness(first, second), min(share(first, second), share(second, first)))
    return score if score >= TITLED else 0


class _Wording:
    """Compares clauses by the pairs of characters they share; those of many clauses weigh less."""

    def __init__(self, sections: Mapping[str, str], clauses: Sequence[Clause]) -> None:
        self.sections = sections
        self.counted = {clause.text: pairs(clause.text) for clause in clauses}
        spread = Counter(pair for found in self.counted.values() for pair in found)
        count = len(self.counted)
        self.weights = {pair: log(1 + count / many) for pair, many in spread.items()}
        self.sums = {text: self._weight(found) for text, found in self.counted.items()}

    def alike(self, one: Clause, two: Clause) -> float:
        """How alike two clauses are in wording; a little more in the same place."""
        first, second = self.sums[one.text], self.sums[two.text]
        both = self._weight(self.counted[one.text] & self.counted[two.text])
        whole = one.text_complete and two.text_complete
        # What is known of a clause known in part is all there in the other.
        score = 2 * both / (first + second) if whole else both / min(first, second)
        if score < (ALIKE if whole else KNOWN):
            return 0
        near = self.sections.get(one.section) == two.section
        return score + PLACED * near + PLACED * (near and one.position == two.position)

    def _weight(self, found: Counter[str]) -> float:
        return sum(self.weights[pair] * count for pair, count in found.items())


def _most(section: CatalogueSection, clauses: Mapping[str, str], new: Standard) -> str:
    """The section that most clauses of another are in now; empty where there are too few."""
    went = Counter(
        new.by_id[clauses[clause.id]].section for clause in section.clauses if clause.id in clauses
    )
    if not went:
        return ""
    goal, count = went.most_common(1)[0]
    return goal if count * 2 > len(section.clauses) else ""
