"""A roster as paper shows it: posts one by one, and units told from people by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plangen.model.plan import Person, RosterRole
from plangen.recognise.labels import is_members
from plangen.recognise.names import is_unit
from plangen.recognise.people import posts


@dataclass(frozen=True)
class Members:
    """The roles of a roster, and its member units with their label."""

    roles: tuple[RosterRole, ...] = ()
    label: str = ""
    units: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[RosterRole, ...]:
        """Its roles, the member units as the last of them."""
        held = RosterRole(role=self.label, units=self.units)
        return (*self.roles, held) if self.label else self.roles


def printed_roster(roster: Sequence[RosterRole]) -> Members:
    """The roles; the first one that is called 成员单位 or the like holds the member units."""
    out = Members()
    for role in roster:
        if is_members(role.role) and not out.label:
            out = replace(out, label=role.role, units=role.units)
        else:
            out = replace(out, roles=(*out.roles, printed_role(role)))
    return out


def printed_role(role: RosterRole) -> RosterRole:
    """A role: a class of people that is called like a unit is one, a sentence ends in 。."""
    people = tuple(Person(name=one.name, posts=printed_posts(one)) for one in role.people)
    text = role.text if not role.text or role.text.endswith("。") else f"{role.text}。"
    named = [unit for line in role.units for unit in line.split("、")]
    alone = len(named) == 1 and not is_unit(named[0])
    units = () if alone else tuple(named)
    classes = (*(named if alone else ()), *role.classes)
    return RosterRole(
        role=role.role,
        people=people,
        units=(*units, *(name for name in classes if is_unit(name))),
        classes=tuple(name for name in classes if not is_unit(name)),
        text=text,
    )


def printed_posts(person: Person) -> tuple[str, ...]:
    """Posts are parted by 、, so one that has a 、 in it is two."""
    return tuple(post for each in person.posts for post in posts(each))


def is_spaced(roster: Sequence[RosterRole]) -> bool:
    """Whether anybody has posts, so that one sees how they are set."""
    return any(person.posts for role in roster for person in role.people)
