"""Posts: who in a township has the work of a county's post, by the tables and its own people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from plangen.derive.origin import Made, own
from plangen.derive.tables import Counterpart, first
from plangen.derive.variant import Variant
from plangen.derive.wording import Wording
from plangen.model.plan import Person
from plangen.model.townships import Officer, Township

MARKS = re.compile(r"[、，,；;]")
Reason = tuple[Officer, str]
"""A person, and why he or she was chosen."""
TITLE = re.compile(
    r"(?:党[委组]|常务|第一|副)*(?P<title>书记|主任|主席|经理|大队长|中队长|"
    r"[局部院所站台馆段处厅校社会队园科厂]长)$"
)
HEADING = re.compile(r"^(?:主任|书记|主席|经理|负责人|[局部院所站台馆段处校社会队园]?长)$")


@dataclass(frozen=True)
class Wanted:
    """What a county's post is in a township: a post, or the head of a unit; and by which line."""

    county: str
    post: str = ""
    unit: str = ""
    required: bool = False
    at: str = ""

    @property
    def said(self) -> str:
        """The post, or whose head it is."""
        return self.post or f"{self.unit}负责人"


def wanted(post: str, wording: Wording) -> Wanted | None:
    """What a county's post is in a township; None where it has no counterpart."""
    variant = wording.variant
    line = _post_line(post, variant)
    if line:
        town = variant.of_town(line.to(variant.type))
        return Wanted(post, post=town, required=line.required, at=line.at) if town else None
    found = TITLE.search(post)
    if found is None:
        return None
    unit = post[: found.start()]
    title = found["title"]
    whole = unit[-1:] == title[0] or title in {"书记", "主任", "主席", "经理", "大队长", "中队长"}
    unit_line = wording.unit_line(unit if whole else unit + title[0])
    town = variant.of_town(unit_line.to(variant.type)) if unit_line else ""
    return Wanted(post, unit=town, at=unit_line.at) if unit_line and town else None


def wishes(posts: Sequence[str], wording: Wording) -> tuple[Wanted, ...]:
    """What the posts of one person are; where one must be filled it is the one that counts.

    A leader who heads a unit besides (副县长, 县公安局局长) is meant as a leader.
    """
    found = [wish for post in posts if (wish := wanted(post, wording))]
    required = [wish for wish in found if wish.required]
    leading = [wish for wish in found if wish.post]
    return tuple(required or leading or found)


def _post_line(post: str, variant: Variant) -> Counterpart | None:
    own_place = next((name for name in variant.places if post.startswith(name)), "")
    if own_place and variant.places[own_place] == variant.name:
        return Counterpart(town=variant.word + post.removeprefix(own_place), at="本乡镇的职务")
    for line in variant.tables.posts:
        if line.county and line.fits(variant.place) and variant.of_county(line.county) == post:
            return line
    return first((line for line in variant.tables.posts if line.like), post, variant.place)


@dataclass(frozen=True)
class People:
    """The people of one township, by their posts."""

    township: Township

    @cached_property
    def _posts(self) -> list[tuple[str, Officer]]:
        return [
            (part, officer)
            for officer in self.township.leaders
            for post in officer.posts
            for part in MARKS.split(post)
        ]

    @cached_property
    def _by_post(self) -> dict[str, list[Officer]]:
        out: dict[str, list[Officer]] = {}
        for post, officer in self._posts:
            out.setdefault(post, []).append(officer)
        return out

    def holding(self, wish: Wanted) -> list[Officer]:
        """Who holds a post, or heads a unit."""
        if wish.post:
            return self._by_post.get(wish.post, [])
        return [
            officer
            for post, officer in self._posts
            if post.startswith(wish.unit) and _heads(post.removeprefix(wish.unit), wish.unit)
        ]

    def ranked(self, found: Mapping[str, Reason]) -> list[Reason]:
        """People who were found by name, in the order of the township's own file."""
        return [found[one.name] for one in self.township.leaders if one.name in found]

    def charged(self, names: Sequence[str]) -> list[Officer]:
        """Who is in charge of a body, by any of its names."""
        return [o for o in self.township.leaders if any(name in names for name in o.charge)]


def _heads(title: str, unit: str) -> bool:
    """Whether a title is that of a unit's head: 所长 of 财政所, 院长 of 卫生院."""
    named = title[1:] != "长" or title[0] in unit
    return named and HEADING.match(title) is not None


def person(officer: Officer, why: str = "") -> Made[Person]:
    """A person of the township's file in a roster."""
    return own(Person(name=officer.name, posts=officer.posts), officer.where, why)


@dataclass
class Choice:
    """Who was found for the posts of a body's role, and which posts nobody clearly holds."""

    found: dict[str, Reason] = field(default_factory=dict)
    vacant: list[Wanted] = field(default_factory=list)
    several: list[tuple[Wanted, list[Officer]]] = field(default_factory=list)


def chosen(people: People, posts: Iterable[Sequence[Wanted]]) -> Choice:
    """For each person of the county, by his posts, the one who has most clearly his work."""
    choice = Choice()
    for wished in posts:
        held = [(wish, people.holding(wish)) for wish in wished]
        some = sorted((pair for pair in held if pair[1]), key=lambda pair: len(pair[1]))
        if not some:
            choice.vacant += wished[:1]
            continue
        wish, officers = some[0]
        if len(officers) > 1:
            choice.several.append((wish, officers))
            continue
        why = f"县里是{wish.county}，对应{wish.said}（{wish.at}）"
        choice.found.setdefault(officers[0].name, (officers[0], why))
    return choice
