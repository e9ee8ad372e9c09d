"""The indicators of two standards side by side: which is which, and how a value is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plangen.standard.catalogue import Indicator, Standard
from plangen.standard.wording import likeness, pairs

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "==": "="}
ALIKE = 0.5  # of the names of two indicators of one clause that are one
ANYWHERE = 0.75  # and of those of different clauses
OTHER_PLACE = 0.8  # what is left of that where they hold for different places
TABLE = "指标表"


@dataclass(frozen=True)
class Bearer:
    """An indicator and the clause that has it; `clause` is empty for one of the table."""

    indicator: Indicator
    clause: str = ""

    @property
    def place(self) -> str:
        """B2, 指标表12."""
        number = self.indicator.no
        return self.clause or f"{TABLE}{'' if number is None else number}"

    @property
    def name(self) -> str:
        """The name with the place it holds for: 下水道管网覆盖率（县城）."""
        one = self.indicator
        return (
            f"{one.name}（{one.scope}）" if one.scope and one.scope not in one.name else one.name
        )

    @property
    def valued(self) -> bool:
        """Whether the catalogue has its value."""
        return bool(self.indicator.value or self.indicator.relative_to)

    @property
    def spelled(self) -> str:
        """≥90%, >所在省平均水平, 逐年提高; empty without a value."""
        one = self.indicator
        if one.op == "trend":
            return one.value
        goal = f"{one.value}{one.unit}" if one.value else one.relative_to
        return f"{SIGNS.get(one.op, one.op)}{goal}" if goal else ""


IndicatorPair = tuple[Bearer | None, Bearer | None]


def bearers(standard: Standard) -> list[Bearer]:
    """Every indicator of a standard, those of its table last."""
    found = [Bearer(one, clause.id) for clause in standard.clauses for one in clause.indicators]
    table = standard.indicator_table
    return [*found, *(Bearer(one) for one in table.items)] if table else found


def paired(
    old: Sequence[Bearer], new: Sequence[Bearer], clauses: Mapping[str, str]
) -> Iterator[IndicatorPair]:
    """Each indicator of both with its other, in the order of the new ones; then those left over.

    Those of one clause are tried first, then those of the same name anywhere.
    """
    found: dict[int, int] = {}
    for within in (True, False):
        for _, _, j, i in sorted(_scores(old, new, clauses, within=within), reverse=True):
            if j not in found and i not in found.values():
                found[j] = i
    for j, one in enumerate(new):
        yield old[found[j]] if j in found else None, one
    yield from ((one, None) for i, one in enumerate(old) if i not in found.values())


def _scores(
    old: Sequence[Bearer], new: Sequence[Bearer], clauses: Mapping[str, str], *, within: bool
) -> Iterator[tuple[float, int, int, int]]:
    """How alike two names are, and where they stand; pairs too unlike are left out."""
    names = {one.indicator.name: pairs(one.indicator.name) for one in (*old, *new)}
    for i, one in enumerate(old):
        goal = clauses.get(one.clause)
        for j, two in enumerate(new):
            if within and (goal is None or two.clause != goal):
                continue
            first, second = one.indicator, two.indicator
            score = likeness(names[first.name], names[second.name])
            if first.scope and second.scope and first.scope != second.scope:
                score *= OTHER_PLACE
            if score >= (ALIKE if within else ANYWHERE):
                yield score, -abs(i - j), j, i
