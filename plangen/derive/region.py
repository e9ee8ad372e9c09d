"""What the townships of a county are together: whose which place is, and what they add up to.

Of any number of townships only as much is kept as the texts that are derived speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plangen.derive.targets import number
from plangen.model.plan import Plan
from plangen.model.townships import Figure, Township

PLACE = r"(?!各)[\u4e00-\u9fff]{2,4}"
# Who is no township's unit but that place's own: 霁阳镇, 文昌社区居委会, 霁阳镇镇长.
UNIT = re.compile(
    rf"(?P<town>{PLACE}(?:镇|乡|街道))|(?P<village>{PLACE}?(?:村|社区))(?:[村居]民?)?委(?:员)?会"
)
POST = re.compile(rf"(?P<town>{PLACE}(?:镇|乡|街道))(?:党|人大|镇长|乡长|办事处)")


@dataclass(frozen=True)
class Region:
    """`places` are the townships, villages and communities that the texts name → township."""

    places: Mapping[str, str] = field(default_factory=dict)
    totals: Mapping[str, float] = field(default_factory=dict)


class Gathering:
    """Takes in the townships one by one; `texts` are all that will be derived beside the plan.

    The places of townships that aren't in the list are known from the county's rosters and units.
    """

    def __init__(self, county: Plan, *texts: str) -> None:
        self.county = county
        self.text = "\n".join((repr(county), *texts))
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
        return Region(_of_plan(self.county) | self.places, self.totals | own)


def _of_plan(county: Plan) -> dict[str, str]:
    """The places that the members of a county's groups are of: each is its own township's."""
    leaders = (county.leaders,) if county.leaders else ()
    rosters = [role for body in (*leaders, *county.bodies) for role in body.roster]
    posts = (post for role in rosters for one in role.people for post in one.posts)
    units = [unit for role in rosters for unit in role.units]
    units += [unit for body in county.bodies for unit in body.units]
    found = [*(POST.match(post) for post in posts), *(UNIT.fullmatch(unit) for unit in units)]
    names = [one[one.lastgroup or 0] for one in found if one]
    return {name: name for name in names}
