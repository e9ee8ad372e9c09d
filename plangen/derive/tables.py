"""The mapping tables of `specs/derive/`: what a thing of the county is in a township.

Field names are the schema's keys (schemas/derive.yaml). A line knows the file and the line where
it stands, so that a derived value can name it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import field, fields, replace
from functools import cache
from typing import TypeVar

from plangen.model.plan import Part
from plangen.value import named_value

STREET = "街道"
L = TypeVar("L", bound="Line")


@named_value
class Line(Part):
    """A line of a table; `at` is where it stands: default.yaml:31."""

    place: str = ""
    why: str = ""
    standard: str = ""
    at: str = field(default="", compare=False)

    def based_on(self, standards: Iterable[str]) -> bool:
        """Whether it holds for a plan with these standards; `standard` is how an id begins."""
        return not self.standard or any(one.startswith(self.standard) for one in standards)

    def fits(self, place: str) -> bool:
        """Whether it holds for the clauses of 乡镇, or of 县城."""
        return not self.place or self.place == place


@named_value
class Counterpart(Line):
    """What stands in a township for a thing of the county, literal (`county`) or `like` it."""

    county: str = ""
    like: str = ""
    town: str = ""
    street: str = ""
    drop: bool = False
    required: bool = False

    def to(self, kind: str) -> str:
        """What it is in a 镇, 乡 or 街道; empty where there is no such thing."""
        return "" if self.drop else (self.street if kind == STREET else "") or self.town


@named_value
class Goal(Line):
    """A goal that a township may have; `forms` are the county's words for it."""

    name: str
    forms: tuple[str, ...] = ()


@named_value
class MergedGroup(Line):
    """The township's group that takes the county's groups with such names; none without a name."""

    like: str
    name: str = ""


@named_value
class TargetLine(Line):
    """An indicator that isn't passed down, or is shared out by a figure (`scale`)."""

    like: str
    drop: bool = False
    scale: str = ""


@named_value
class Dropped(Line):
    """Items and sentences that are the county's alone."""

    like: str


@named_value
class Leftover(Part):
    """What must not be left in a township's text, of a county or of one `level` (县, 区, 市)."""

    like: str
    level: str = ""


@named_value
class PhaseRules(Part):
    """How many days before the county a township has done."""

    lead: float | None = None


@named_value
class Basis(Part):
    """How the county's plan is cited: before which words of the preamble, and what with none."""

    text: str = ""
    before: tuple[str, ...] | None = None
    alone: str = ""


@named_value
class Leading(Part):
    """Whom the leading group has besides the people of the township's file."""

    classes: tuple[str, ...] | None = None


@named_value
class NoticeWords(Part):
    """Who issues a township's notice, to whom, and who prints it."""

    issuer: Counterpart | None = None
    to: tuple[Counterpart, ...] | None = None
    copy_to: tuple[Counterpart, ...] | None = None
    printed_by: Counterpart | None = None
    approved_by: Counterpart | None = None


@named_value
class Tables(Part):
    """Everything that changes on the way down."""

    extends: str = ""
    goals: tuple[Goal, ...] = ()
    posts: tuple[Counterpart, ...] = ()
    units: tuple[Counterpart, ...] = ()
    groups: tuple[MergedGroup, ...] = ()
    wording: tuple[Counterpart, ...] = ()
    keep: tuple[str, ...] = ()
    left: tuple[Leftover, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    duties: tuple[Dropped, ...] = ()
    phases: PhaseRules = field(default_factory=PhaseRules)
    basis: Basis = field(default_factory=Basis)
    leaders: Leading = field(default_factory=Leading)
    notice: NoticeWords = field(default_factory=NoticeWords)

    def goal(self, name: str) -> Goal | None:
        """The goal of a name."""
        return next((goal for goal in self.goals if goal.name == name), None)


WHOLE = ("groups", "left")  # a county that has its own has no others
MAPPED = ("phases", "basis", "leaders", "notice")  # its own keys, the others' where it has none


def over(own: Tables, base: Tables) -> Tables:
    """A county's own tables over those that they extend: its lines come first."""
    changed: dict[str, object] = {}
    for item in fields(Tables):
        mine, theirs = getattr(own, item.name), getattr(base, item.name)
        if item.name in MAPPED:
            changed[item.name] = _filled(mine, theirs)
        elif item.name in WHOLE:
            changed[item.name] = mine or theirs
        elif isinstance(mine, tuple):
            changed[item.name] = mine + theirs
    return replace(own, **changed)  # type: ignore[arg-type]


T = TypeVar("T", bound=Part)


def based(part: T, standards: Collection[str]) -> T:
    """Tables without the lines that are for plans with other standards."""
    new: dict[str, object] = {}
    for item in fields(part):
        value = getattr(part, item.name)
        if isinstance(value, tuple):
            new[item.name] = tuple(one for one in value if _holds(one, standards))
        elif isinstance(value, Counterpart):
            new[item.name] = value if _holds(value, standards) else None
        elif isinstance(value, Part):
            new[item.name] = based(value, standards)
    return replace(part, **new)  # type: ignore[arg-type]


def _holds(one: object, standards: Collection[str]) -> bool:
    return not isinstance(one, Line) or one.based_on(standards)


def _filled(mine: Part, theirs: Part) -> Part:
    """What isn't said is the others'; an empty list says that there is none."""
    missing = {
        item.name: getattr(theirs, item.name)
        for item in fields(mine)
        if item.name != "where" and getattr(mine, item.name) in (None, "")
    }
    return replace(mine, **missing)


def first(lines: Iterable[L], text: str, place: str) -> L | None:
    """The first line that holds for a text: the same, or like it."""
    return next((line for line in lines if line.fits(place) and _means(line, text)), None)


def _means(line: Line, text: str) -> bool:
    literal, like = getattr(line, "county", ""), getattr(line, "like", "")
    return literal == text or bool(like and pattern(like).search(text))


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A regular expression of the tables, compiled once."""
    return re.compile(text)
