"""组织机构: the leading group, its offices and the groups, wherever a section sets them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from plangen.model.document import Block
from plangen.model.plan import Group, Leaders, Office
from plangen.problem import NOWHERE, Where
from plangen.recognise import founding
from plangen.recognise.body import Body, BodyReader, Part, all_roles, parts_text
from plangen.recognise.duties import read_duties
from plangen.recognise.founding import Named
from plangen.recognise.labels import is_duties, is_task, labelled
from plangen.recognise.roster_sentence import sentence_roster
from plangen.recognise.stretches import LEADERS, OFFICES, Stretch, cut, group_name
from plangen.recognise.texts import text_of, together
from plangen.recognise.tree import Node


@dataclass
class Organization:
    """What a section sets up; `shown` says in which order, `rest` is numbered and no body."""

    leaders: Leaders | None = None
    offices: list[Office] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    before: list[Block] = field(default_factory=list)
    after: str = ""
    rest: list[Part] = field(default_factory=list)

    @property
    def sets_up(self) -> bool:
        """Whether there is more to it than a sentence that names an office."""
        named = all(
            office == Office(**cast("dict[str, Any]", named_only(office)))
            for office in self.offices
        )
        if self.tasked:
            return False
        return bool(self.leaders or self.groups) or (bool(self.offices) and not named)

    @property
    def tasked(self) -> bool:
        """Whether its labels say who does an item (责任人：), and nothing names a body."""
        if self.groups or self.leaders is None or self.leaders.name != founding.DEFAULT_BODY:
            return False
        offices = all(office.name == founding.DEFAULT_OFFICE for office in self.offices)
        rosters = (self.leaders.roster, *(office.roster for office in self.offices))
        return offices and all(is_task(role.role) for roster in rosters for role in roster)


@dataclass
class Reader:
    """Reads the content of one section; `led` says that the plan has its leading group."""

    bodies: BodyReader
    led: bool = False
    out: Organization = field(default_factory=Organization)

    def read(self, parts: Sequence[Part]) -> Organization:
        """The bodies of a section, in order."""
        stretches, self.out.rest = cut(parts, led=self.led)
        bodies = [stretch for stretch in stretches if stretch.kind]
        loose = [stretch.parts for stretch in stretches if not stretch.kind]
        self.out.before = [part for each in loose for part in each if isinstance(part, Block)]
        for stretch in bodies:
            last = stretch is bodies[-1] and not self.out.rest
            if stretch.kind not in self.out.shown:
                self.out.shown.append(stretch.kind)
            self.put(stretch, last=last)
        return self.out

    def put(self, stretch: Stretch, *, last: bool) -> None:
        """Take in one body."""
        first = stretch.parts[0]
        if stretch.kind == LEADERS:
            self.out.leaders = self.leaders(stretch)
        elif isinstance(first, Node):
            self.numbered(stretch, first, last=last)
        else:
            self.office(stretch, last=last and stretch.in_list)

    def leaders(self, stretch: Stretch) -> Leaders:
        """The leading group: its sentence, its roster, the lines after it."""
        body, at = self.bodies.head(stretch.parts, stretch.roster)
        text = text_of(body.before)
        named = founding.leading(text)
        return Leaders(
            name=named.name,
            short=named.short,
            text=text,
            roster=all_roles(body.roster),
            after=parts_text(stretch.parts[at:]),
            where=_first(body.before),
        )

    def office(self, stretch: Stretch, *, last: bool) -> None:
        """An office without a number: its sentence, roster, duties.

        What stands after it at the end of a section (`last`) is the section's, below a list.
        """
        body = self.bodies.read(stretch.parts, stretch.roster)
        if last:
            self.out.after, body.after = parts_text(body.after), []
        text = text_of(body.before)
        named = founding.office(text) or Named(founding.DEFAULT_OFFICE)
        made = self.group(named.name, text, body, _first(body.before))
        office = Office(**{**vars(made), "short": named.short, "seat": named.seat})
        self.out.offices.append(office)

    def numbered(self, stretch: Stretch, node: Node, *, last: bool) -> None:
        """A numbered body: its name is the heading; what follows it all is the section's."""
        name, text = group_name(node)
        body = self.bodies.read(node.below)
        following = parts_text(stretch.parts[1:])
        if last:
            self.out.after = following
        else:
            body.after += stretch.parts[1:]
        body = self.with_line(body, node, text)
        spoken = "" if self.is_duty(text) else text
        made = self.group(name, together(spoken, text_of(body.before)), body, node.block.where)
        if stretch.kind == OFFICES:
            named = founding.office(made.text) or Named(name)
            fields = {**vars(made), "short": named.short, "seat": named.seat, "numbered": True}
            self.out.offices.append(Office(**fields))
        else:
            self.out.groups.append(made)

    def with_line(self, body: Body, node: Node, text: str) -> Body:
        """A body whose duties stand on the line of its name: （一）综合组：职责：……"""
        if not self.is_duty(text) or body.themes:
            return body
        rest = (labelled(text) or ("", text))[1]
        return replace(
            body, themes=read_duties(node.block, rest, (), self.bodies.catalogues).themes
        )

    def is_duty(self, text: str) -> bool:
        """Whether the line of a name goes on with its duties."""
        found = labelled(text)
        return found is not None and is_duties(found[0])

    def group(self, name: str, text: str, body: Body, where: Where) -> Group:
        """A body as a group; who heads it may stand in its text."""
        found = self.bodies.fields(body)
        if not found["roster"] and not body.themes and text:
            found["roster"] = sentence_roster(text, where, self.bodies.doubts)
        return Group(name=name, text=text, where=where, **cast("dict[str, Any]", found))


def is_nameless(office: Office) -> bool:
    """Whether nothing says that it is an office: a second roster, below 扑救组： or no word."""
    return office.name == founding.DEFAULT_OFFICE and "办" not in office.text


def named_only(office: Office) -> dict[str, str]:
    """What a sentence alone says of an office."""
    return {
        "name": office.name,
        "short": office.short,
        "seat": office.seat,
        "text": office.text,
        "after": office.after,
    }


def _first(blocks: Sequence[Block]) -> Where:
    return blocks[0].where if blocks else NOWHERE
