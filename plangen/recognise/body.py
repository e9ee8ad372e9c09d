"""One body (an office, a group): text, roster, member units, duties, what stands after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block
from plangen.model.plan import DutyBlock, RosterRole
from plangen.recognise.clauses import Catalogues
from plangen.recognise.doubts import Doubts
from plangen.recognise.duties import read_duties
from plangen.recognise.labels import is_duties, is_role, is_units, labelled
from plangen.recognise.roster import Roster, read_roster
from plangen.recognise.roster_table import is_roster_table
from plangen.recognise.texts import text_of, together
from plangen.recognise.tree import Node, whole
from plangen.recognise.worded import Worded

Part = Block | Node


@dataclass
class Body:
    """What stands below a body's name or introduction, part by part.

    `before` are the paragraphs before the roster, or before the duties where there is none.
    """

    before: list[Block] = field(default_factory=list)
    roster: Roster = field(default_factory=Roster)
    between: list[Block] = field(default_factory=list)  # of roster and duties
    themes: list[DutyBlock] = field(default_factory=list)
    after: list[Part] = field(default_factory=list)


@dataclass
class BodyReader:
    """Reads bodies; knows what is shared by all of them."""

    catalogues: Catalogues
    doubts: Doubts
    worded: Worded

    def head(self, parts: Sequence[Part], known: Roster | None = None) -> tuple[Body, int]:
        """A body's text and roster, and how many parts they are.

        The roster is `known` where its end was looked for before.
        """
        body = Body()
        at = _paragraphs(parts, 0)
        body.before = first_blocks(parts[:at])
        if at < len(parts) and begins_roster(parts[at]):
            body.roster = known or read_roster(first_blocks(parts[at:]))
            at += len(body.roster.blocks)
        self.note(body.roster)
        return body, at

    def read(self, parts: Sequence[Part], known: Roster | None = None) -> Body:
        """A body's parts in order."""
        body, at = self.head(parts, known)
        stop = _paragraphs(parts, at)
        if stop < len(parts) and is_duty_line(parts[stop]):
            body.between = first_blocks(parts[at:stop])
            at = stop
        body.themes, at = self.duties(parts, at)
        body.after = list(parts[at:])
        return body

    def duties(self, parts: Sequence[Part], at: int) -> tuple[list[DutyBlock], int]:
        """The duties that begin at a place, and where they end."""
        if at == len(parts):
            return [], at
        first = parts[at]
        if isinstance(first, Node) or not is_duty_line(first):
            # Items without a label are duties all the same: a body has nothing else numbered.
            if not any(isinstance(part, Node) for part in parts[at:]):
                return [], at
            block = first.block if isinstance(first, Node) else first
            found = read_duties(block, "", parts[at:], self.catalogues)
            return found.themes, at + found.used
        label, rest = labelled(first.text) or ("", "")
        self.worded.say("duties", label)
        found = read_duties(first, rest, parts[at + 1 :], self.catalogues)
        return found.themes, at + 1 + found.used

    def note(self, roster: Roster) -> None:
        """Remember how a roster is worded, and what was guessed in it."""
        self.doubts.learn(roster.doubts)
        if roster.units_label:
            self.worded.say("units", roster.units_label)
        if roster.spaced:
            self.worded.say("posts", "space")

    def fields(self, body: Body) -> dict[str, object]:
        """A body in the terms of a `Group`: the theme without a label is its own."""
        own = next((theme for theme in body.themes if not theme.label), DutyBlock())
        roles, units = self.members(body.roster)
        return {
            "roster": roles,
            "units": units,
            "lead": own.lead,
            "clauses": own.clauses,
            "duties": own.duties,
            "blocks": tuple(theme for theme in body.themes if theme.label),
            "after": together(text_of(body.between), parts_text(body.after)),
        }

    def members(self, roster: Roster) -> tuple[tuple[RosterRole, ...], tuple[str, ...]]:
        """Its roles, and its member units where they are labelled as the plan labels them."""
        if roster.units_label in {"", self.worded.seen.get("units")}:
            return tuple(roster.roles), roster.units
        return all_roles(roster), ()


def all_roles(roster: Roster) -> tuple[RosterRole, ...]:
    """The roles of a roster, its member units as one of them."""
    if not roster.units_label:
        return tuple(roster.roles)
    return (*roster.roles, RosterRole(role=roster.units_label, units=roster.units))


def begins_roster(part: Part) -> bool:
    """Whether a part is a role with its label, the member units, or a roster as a table."""
    if isinstance(part, Node):
        return False
    if part.table is not None:
        return is_roster_table(part)
    found = labelled(part.text)
    return found is not None and (is_role(found[0]) or is_units(found[0]))


def is_duty_line(part: Part) -> bool:
    """Whether a part is a paragraph that begins with 具体职责："""
    if isinstance(part, Node) or part.table is not None:
        return False
    found = labelled(part.text)
    return found is not None and is_duties(found[0])


def parts_text(parts: Sequence[Part]) -> str:
    """Parts as text; what is numbered keeps its ordinal."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Node):
            first, *rest = whole(part)
            lines += [part.entry.typed + first, *rest]
        else:
            lines += filter(None, [text_of([part])])
    return "\n".join(lines)


def _paragraphs(parts: Sequence[Part], at: int) -> int:
    """Where the paragraphs from a place on end: at a roster, duties, or something numbered."""
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Node) or begins_roster(part) or is_duty_line(part):
            break
        at += 1
    return at


def first_blocks(parts: Sequence[Part]) -> list[Block]:
    """The blocks up to the first node."""
    out: list[Block] = []
    for part in parts:
        if isinstance(part, Node):
            break
        out.append(part)
    return out
