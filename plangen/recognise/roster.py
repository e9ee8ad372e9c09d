"""Rosters (名单): lines with a label, and the lines below them that go on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import takewhile

from plangen.model.document import Block, Role
from plangen.model.plan import RosterRole
from plangen.problem import Where
from plangen.recognise.doubts import Doubts
from plangen.recognise.labels import is_members, is_role, is_task, is_units, labelled
from plangen.recognise.names import is_unit
from plangen.recognise.people import Entries, entries
from plangen.recognise.roster_table import table_roster, unread

SENTENCE = re.compile(r"。$|组成$|担任$|抽调.*$|兼任$")
DRAWN = re.compile("^(?:由|根据工作需要|从)")
PROSE = re.compile("[，；]|下设|负责(?!人)|成立|如下|设在|日常工作")
UNIT_MARKS = re.compile("[、，,；;]")
LONGEST_LINE = 400  # characters; what is longer is no list of names
HANGS = 3  # 字 that a line below a label stands further in than a paragraph
TEXT_SIZE = 16.0  # points, 三号


@dataclass
class Roster:
    """A roster as it is read: its roles, and what its lines looked like.

    `blocks` are those that it takes; `doubts` is what was noted of them, for who takes the roster.
    """

    roles: list[RosterRole] = field(default_factory=list)
    units: tuple[str, ...] = ()
    units_label: str = ""
    spaced: bool = False
    blocks: list[Block] = field(default_factory=list)
    doubts: Doubts = field(default_factory=Doubts)

    @property
    def last(self) -> RosterRole:
        return self.roles[-1]


def is_roster_line(block: Block) -> bool:
    """Whether a line begins a role (组长：…) or the member units."""
    found = labelled(block.text) if block.table is None else None
    return bool(found and (is_role(found[0]) or is_units(found[0])))


def is_body_line(block: Block) -> bool:
    """Whether a line begins a role of a body, not who does the item above it (责任人：…)."""
    return is_roster_line(block) and not is_task((labelled(block.text) or ("", ""))[0])


def read_roster(blocks: Iterable[Block]) -> Roster:
    """The roster that begins at the first of some blocks."""
    reader = Reader(Roster())
    reader.roster.blocks += takewhile(reader.take, blocks)
    reader.close()
    reader.roster.doubts.takes(reader.roster.blocks, Role.ROSTER)
    return reader.roster


@dataclass
class Reader:
    """Takes in a roster line by line; who is `named` is still to come into the last role."""

    roster: Roster
    named: list[Entries] = field(default_factory=list)

    def take(self, block: Block) -> bool:
        """Take in a block; False where the roster has ended before it."""
        if block.table is not None:
            roles = None if self.roster.roles else table_roster(block)
            self.roster.roles += roles or []
            columns = unread(block) if roles else []
            if columns:
                self.roster.doubts.add(block.where, f"名单表里的“{'”“'.join(columns)}”一栏没有读")
            elif roles:
                self.roster.doubts.turned[block.where] = ()  # its head says no more than they do
            return bool(roles)
        found = labelled(block.text)
        if found is None:
            return self.goes_on(block)
        label, text = found
        if is_members(label) and not self.roster.units_label:
            self.roster.units_label = label
            self.roster.units = units(text)
        elif is_role(label) or is_units(label):
            self.close()
            self.roster.roles.append(RosterRole(role=label, where=block.where))
            self.add(text, block.where)
        else:
            return False
        return True

    def add(self, text: str, where: Where) -> None:
        """What follows a label on its line."""
        if text:
            named = read_entries(text, where)
            self.say(text) if named is None else self.merge(named, where)

    def say(self, text: str) -> None:
        """A role that is filled in words."""
        self.roster.roles[-1] = replace(self.roster.last, text=text)

    def goes_on(self, block: Block) -> bool:
        """Take in a line without a label, where it belongs to the line above."""
        text = block.text.strip()
        if not self.roster.roles and not self.roster.units_label:
            return False
        named = read_entries(text, block.where)
        if self.roster.units_label:
            return self.more_units(named, block)
        if self.roster.last.text or len(text) > LONGEST_LINE:
            return False
        if named is None:
            return self.more_words(text, block)
        if not named.people and (PROSE.search(text) or (text.endswith("。") and not hangs(block))):
            return False
        self.merge(named, block.where)
        return True

    def more_words(self, text: str, block: Block) -> bool:
        """A sentence that says who else is in the role."""
        if not (SENTENCE.search(text) and (DRAWN.match(text) or hangs(block))):
            return False
        self.say(text)
        return True

    def more_units(self, named: Entries | None, block: Block) -> bool:
        """The member units' second line: not 30%以上村庄建成卫生村。, which is a sentence."""
        if named is None or named.people or named.classes:
            return False
        if len(named.units) == 1 and block.text.strip().endswith("。") and not hangs(block):
            return False
        self.roster.units = (*self.roster.units, *named.units)
        return True

    def merge(self, named: Entries, where: Where) -> None:
        """More people or units in the last role."""
        if named.doubt:
            self.roster.doubts.add(where, named.doubt)
        self.roster.spaced |= named.spaced
        self.named.append(named)

    def close(self) -> None:
        """Put those named into the last role, which is complete now."""
        if not self.named:
            return
        last = self.roster.last
        self.roster.roles[-1] = replace(
            last,
            people=(*last.people, *(person for one in self.named for person in one.people)),
            units=(*last.units, *(unit for one in self.named for unit in one.units)),
            classes=(*last.classes, *(each for one in self.named for each in one.classes)),
        )
        self.named = []


def read_entries(text: str, where: Where) -> Entries | None:
    """What a line names; None where it is a sentence."""
    named = entries(text, where)
    if named and (named.people or not SENTENCE.search(text)):
        return named
    listed = named is not None and bool(named.units) and all(map(is_unit, named.units))
    return named if listed else None


def units(text: str) -> tuple[str, ...]:
    """The units of a line: 县教育局、县住建局。"""
    parts = (part.strip() for part in UNIT_MARKS.split(text.strip().rstrip("。")))
    return tuple(part for part in parts if part)


def hangs(block: Block) -> bool:
    """Whether a line stands further in than a paragraph does, below the names above it."""
    look = block.look
    if look is None or look.left is None:
        return False
    return look.left >= HANGS * (look.face.size or TEXT_SIZE)
