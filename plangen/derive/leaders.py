"""The leading group: the county's roles, filled with the township's own people."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from plangen.derive.origin import Kind, Made, Origin, altered, listed
from plangen.derive.parts import reworded
from plangen.derive.posts import People, Reason, Wanted, person, wishes
from plangen.derive.targets import Missing
from plangen.derive.wording import Wording
from plangen.model.plan import Leaders, RosterRole
from plangen.model.townships import Officer, Township
from plangen.problem import Level

SINGLED = re.compile("常务|第一|执行")


@dataclass(frozen=True)
class Seats:
    """A role of the county's leading group, and the township's posts for its people."""

    role: Made[RosterRole]
    posts: tuple[Wanted, ...]
    count: int = 0  # of people whom the county has in it

    def seated(self, found: list[Reason]) -> list[Reason]:
        """Those of some people who sit here: only the first of them may be 常务副组长."""
        return found[: self.count] if SINGLED.match(self.role.value.role) else found


@dataclass(frozen=True)
class Leading:
    """The county's leading group in the township's words, its rosters still empty."""

    leaders: Made[Leaders]
    seats: tuple[Seats, ...]


def leading(wording: Wording) -> Leading | None:
    """What the townships of one kind share of the leading group."""
    leaders = wording.variant.county.leaders
    if leaders is None:
        return None
    new = reworded(replace(leaders, roster=()), wording)
    if new is None:
        return None
    return Leading(new, tuple(_seats(role, wording) for role in leaders.roster))


def _seats(role: RosterRole, wording: Wording) -> Seats:
    bare = RosterRole(role=role.role, text=role.text, where=role.where)
    new = reworded(bare, wording)
    units = listed(wording.units(role.units, role.where / "units"))
    posts = [wish for one in role.people for wish in wishes(one.posts, wording)]
    unique = {wish.said: wish for wish in reversed(posts)}
    made = altered(new.value if new else bare, units=units)
    origins = {**(new.origins if new else {}), **made.origins}
    return Seats(Made(made.value, origins), tuple(reversed(unique.values())), len(role.people))


def filled(
    group: Leading, people: People, classes: Sequence[str], missing: list[Missing]
) -> Made[Leaders]:
    """The leading group of one township: each of its people once, in the highest role."""
    township = people.township
    taken: dict[str, None] = {}
    roles: list[Made[RosterRole]] = []
    for number, seats in enumerate(group.seats, 1):
        last = number == len(group.seats)
        found = seats.seated(_sitting(seats, people, taken, missing))
        if last:  # everybody else, in the order of the township's own file
            known = {officer.name: why for officer, why in found}
            rest = [officer for officer in township.leaders if officer.name not in taken]
            for officer in _above(township, taken):
                rest.remove(officer)
                missing.append(_unseated(officer, group.seats[0], township))
            found = [(officer, known.get(officer.name, "其余领导和负责人")) for officer in rest]
        taken |= dict.fromkeys(officer.name for officer, _ in found)
        role = _role(_without_heads(seats.role, people, taken), found, classes if last else ())
        if found or role.value.units or role.value.text or role.value.classes:
            roles.append(role)
    done = altered(group.leaders.value, roster=listed(roles))
    return Made(done.value, {**group.leaders.origins, **done.origins})


def _sitting(
    seats: Seats, people: People, taken: dict[str, None], missing: list[Missing]
) -> list[Reason]:
    out: dict[str, Reason] = {}
    for wish in seats.posts:
        holders = people.holding(wish)
        if wish.required and not holders:
            town = people.township
            missing.append(
                Missing(
                    town.where / "leaders",
                    f"{town.name}的 leaders（领导）里没有{wish.said}，而{seats.role.value.role}"
                    f"要由他担任（县里是{wish.county}，{wish.at}）；加上这个人，或改对照表",
                )
            )
        for officer in holders:
            if officer.name not in taken:
                why = f"县里是{wish.county}，对应{wish.said}（{wish.at}）"
                out.setdefault(officer.name, (officer, why))
    return people.ranked(out)


def _above(township: Township, taken: Collection[str]) -> list[Officer]:
    """Who stands in the township's file before all that have a seat: no mere member."""
    first = next((n for n, one in enumerate(township.leaders) if one.name in taken), 0)
    return list(township.leaders[:first])


def _unseated(officer: Officer, first: Seats, township: Township) -> Missing:
    message = (
        f"{township.name}的{officer.posts[0]}{officer.name}没有排进领导小组：县里的名单没有对应的职务，"
        f"作一般成员又排在{first.role.value.role}之前；要排进去的，在推出的方案里写上，"
        "或在对照表的 posts（职务）里加一行"
    )
    return Missing(officer.where, message, "derive-unseated", Level.WARNING)


def _without_heads(
    role: Made[RosterRole], people: People, taken: Collection[str]
) -> Made[RosterRole]:
    """A role without the units whose heads sit in the group themselves."""
    heads = (
        {one.name for one in people.holding(Wanted("", unit=unit))} for unit in role.value.units
    )
    kept = [number for number, names in enumerate(heads) if names.isdisjoint(taken)]
    if len(kept) == len(role.value.units):
        return role
    units = tuple(role.value.units[number] for number in kept)
    others = {path: one for path, one in role.origins.items() if path[:1] != ("units",)}
    moved = {
        ("units", new, *path[2:]): one
        for path, one in role.origins.items()
        for new, old in enumerate(kept)
        if path[:2] == ("units", old)
    }
    return Made(replace(role.value, units=units), {**others, **moved})


def _role(role: Made[RosterRole], found: list[Reason], classes: Sequence[str]) -> Made[RosterRole]:
    people = listed(person(officer, why) for officer, why in found)
    known = tuple(name for name in classes if name)
    made = altered(role.value, people=people)
    origins = {**role.origins, **made.origins}
    if known:
        origins[("classes",)] = Origin(Kind.COMPUTED, why="对照表 leaders.classes")
    return Made(replace(made.value, classes=known), origins)
