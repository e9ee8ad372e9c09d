"""The roster of the leading group as an annex: 附件 ……领导小组成员名单, in lines or a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plangen.model.document import Block
from plangen.model.plan import Annex, Leaders
from plangen.recognise.body import all_roles
from plangen.recognise.doubts import Doubts
from plangen.recognise.founding import BODY
from plangen.recognise.roster import Roster, is_roster_line, read_roster
from plangen.recognise.roster_table import table_roster
from plangen.recognise.texts import text_of

SHOWN = "roster-lines"
LISTS = re.compile(rf"^(?P<name>.+{BODY})(?:及.*)?(?:组成|成员|人员|名单)")
ALONE = re.compile(rf"^(?!关于|调整|成立)(?P<name>[^，。；：]+{BODY})$")


@dataclass(frozen=True)
class Listed:
    """An annex that lists the members of a body: what is above the roster, and below it."""

    before: str
    roster: Roster
    after: str
    leaders: Leaders

    def on(self, annex: Annex) -> Annex:
        """The annex, its roster shown as that of the leading group."""
        return replace(annex, text=self.before, show=SHOWN, after=self.after)


def body_of(title: str) -> str:
    """The body whose members an annex of this title may list; empty where it lists none."""
    found = LISTS.match(title) or ALONE.match(title)
    return found["name"] if found else ""


def tabled(title: str, table: Block) -> Leaders | None:
    """The leading group whose roster is the table of an annex."""
    name = body_of(title)
    roles = table_roster(table) if name else None
    if not roles or not any(role.people for role in roles):
        return None
    return Leaders(name=name, roster=tuple(roles), where=table.where)


def listed(title: str, blocks: Sequence[Block], doubts: Doubts) -> Listed | None:
    """The roster of an annex; None where it has none, or more than one."""
    name = body_of(title)
    at = next((at for at, block in enumerate(blocks) if is_roster_line(block)), None)
    if not name or at is None or any(block.table for block in blocks):
        return None
    roster = read_roster(blocks[at:])
    below = blocks[at + len(roster.blocks) :]
    if any(map(is_roster_line, below)) or not any(role.people for role in roster.roles):
        return None
    doubts.learn(roster.doubts)
    leaders = Leaders(name=name, roster=all_roles(roster), where=blocks[at].where)
    return Listed(text_of(blocks[:at]), roster, text_of(below), leaders)
