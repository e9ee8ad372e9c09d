"""What the townships of a county are together: whose which place is, and what they add up to.

Of any number of townships only as much is kept as the texts that are derived speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from plangen.derive.targets import number
from plangen.model.townships import Figure, Township
from plangen.values import dataclass


@dataclass(frozen=True)
class Region:
    """`places` are the townships, villages and communities that the texts name → township."""

    places: Mapping[str, str] = field(default_factory=dict)
    totals: Mapping[str, float] = field(default_factory=dict)


class Gathering:
    """Takes in the townships one by one; `texts` are all that will be derived."""

    def __init__(self, *texts: str) -> None:
        self.text = "\n".join(texts)
        self.places: dict[str, str] = {}
        self.totals: dict[str, float] = {}

    def add(self, township: Township) -> None:
        """One more township; of places with the same name the first one counts."""
        for name in (township.name, *township.villages, *township.communities):
            if name in self.text:
                self.places.setdefault(name, township.name)
        for figure in township.figures:
            before = self.totals.get(figure.name, 0)
            self.totals[figure.name] = before + (number(figure.value) or 0)

    def region(self, figures: Iterable[Figure] = ()) -> Region:
        """All of them; the county's own `figures` go before what its townships add up to."""
        own = {one.name: number(one.value) or 0 for one in figures}
        return Region(self.places, self.totals | own)
