"""Rosters that are tables: with a column 姓名, or with role labels in their first column.

A title may stand in a row above the head, and a row may hold several people side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plangen.model.document import Block, Row
from plangen.model.plan import Person, RosterRole
from plangen.problem import Where
from plangen.recognise.labels import is_role
from plangen.recognise.names import is_name
from plangen.recognise.people import Entries, entries, posts

NAMES = frozenset({"姓名", "名字", "人员", "人员姓名", "成员姓名"})
ROLES = "组内|小组|领导小组|角色|担任|类别|指挥部"
POST = re.compile("单位|职务")
TITLE = "职务"
GROUPS = frozenset({"组长", "副组长", "成员", "组员"})
NUMBER = re.compile("序号|编号")
COLUMNS = 2  # at least, of a roster without a head
ABOVE = 3  # rows in which the head is looked for


@dataclass(frozen=True)
class Columns:
    """Where one person of a row has the role, the name and the posts."""

    role: int | None
    name: int
    posts: tuple[int, ...]


@dataclass(frozen=True)
class Entry:
    """A row: the role (empty where it is the one above), who, and the posts."""

    role: str
    name: str
    post: str
    where: Where
    named: Entries | None = None  # several people in one cell, with their posts


def is_roster_table(block: Block) -> bool:
    """Whether a table lists people."""
    return table_roster(block) is not None


def table_roster(block: Block) -> list[RosterRole] | None:
    """The roles of a table; None where it is no roster."""
    rows = block.table.rows if block.table else ()
    if not rows:
        return None
    at = _head(rows)
    if at is None:
        return _without_head(rows, block.where)
    found = (
        Entry(
            _plain(_cell(row, columns.role)),
            _plain(_cell(row, columns.name)),
            _post(row, columns.posts),
            _place(row, columns.name, block.where),
        )
        for row in rows[at + 1 :]
        for columns in columns_of(rows[at:])
    )
    return by_role(entry for entry in found if entry.name or entry.post)


def unread(block: Block) -> list[str]:
    """The heads of the columns that a roster has no place for: 联系电话, 分工."""
    rows = block.table.rows if block.table else ()
    at = _head(rows)
    if at is None:
        return []
    taken = {
        number
        for columns in columns_of(rows[at:])
        for number in (columns.role, columns.name, *columns.posts)
    }
    head = [_plain(cell) for cell in rows[at].cells]
    filled = {
        number
        for row in rows[at + 1 :]
        for number in range(len(head))
        if any(map(str.strip, _cell(row, number)))
    }
    rest = [text for number, text in enumerate(head) if number in filled - taken]
    return [text for text in dict.fromkeys(rest) if text and not NUMBER.search(text)]


def _head(rows: Sequence[Row]) -> int | None:
    """Which row names the columns: one with 姓名."""
    for at, row in enumerate(rows[:ABOVE]):
        if NAMES & {_plain(cell) for cell in row.cells}:
            return at
    return None


def columns_of(rows: Sequence[Row]) -> list[Columns]:
    """The columns below a head, for each person that a row has."""
    head = [_plain(cell) for cell in rows[0].cells]
    names = [at for at, text in enumerate(head) if text in NAMES]
    roles = _roles(head, rows[1:])
    starts = [0, *(_start(head, names, roles, at) for at in range(1, len(names)))]
    out = []
    for name, start, stop in zip(names, starts, [*starts[1:], len(head)], strict=True):
        role = next((at for at in roles if start <= at < stop), roles[0] if roles else None)
        held = (at for at in range(start, stop) if at not in {*roles, name})
        out.append(Columns(role, name, tuple(at for at in held if POST.search(head[at]))))
    return out


def _start(head: Sequence[str], names: Sequence[int], roles: Sequence[int], at: int) -> int:
    """Where the columns of one more person begin: at a role or a number before the name."""
    start = names[at]
    while start - 1 > names[at - 1] and (start - 1 in roles or NUMBER.search(head[start - 1])):
        start -= 1
    return start


def _roles(head: Sequence[str], rows: Sequence[Row]) -> list[int]:
    """The columns that hold roles in the group, by their cells, else one by its head."""
    found = []
    for at in range(len(head)):
        cells = {_plain(_cell(row, at)) for row in rows} - {""}
        if head[at] not in NAMES and cells and all(map(is_role, cells)):
            found.append(at)
    name = next(at for at, text in enumerate(head) if text in NAMES)
    called = [at for at in found if re.search(ROLES, head[at])]
    # 职务 after the name is a post, be it one that a group has too: 主任, 书记.
    for first in (*called, *(at for at in found if at < name)):
        return [at for at in found if head[at] == head[first]]
    if mixed := [at for at in range(name) if head[at] == TITLE and _groups(rows, at)]:
        return mixed[:1]
    return [at for at, text in enumerate(head) if re.search(ROLES, text)][:1]


def _groups(rows: Sequence[Row], column: int) -> bool:
    """Whether the cells of a column before the names are roles, some with words of their own."""
    return bool(GROUPS & {_plain(_cell(row, column)) for row in rows})


def _post(row: Row, columns: Sequence[int]) -> str:
    """县卫生健康局 | 局长 → 县卫生健康局局长; the posts of one column as they stand."""
    texts = ["、".join(_cell(row, at)).strip() for at in columns]
    return "".join(dict.fromkeys(text for text in texts if text))


def _without_head(rows: Sequence[Row], where: Where) -> list[RosterRole] | None:
    """组　长 | 张文清 | 市委书记; an empty first cell belongs to the one above (merged)."""
    found = []
    for row in rows:
        if len(row.cells) < COLUMNS:
            return None
        label = _plain(row.cells[0]).rstrip("：:")
        rest = ["\n".join(cell).strip() for cell in row.cells[1:] if any(map(str.strip, cell))]
        if (label and not is_role(label)) or not rest:
            return None
        entry = _entry(label, rest, _place(row, 1, where))
        if entry is None:
            return None
        found.append(entry)
    return by_role(found) if found and found[0].role else None


def _entry(label: str, rest: Sequence[str], where: Where) -> Entry | None:
    """A row without a head: a name and posts, or one cell with several people."""
    name = re.sub(r"\s", "", rest[0])
    if is_name(name):
        return Entry(label, name, "、".join(rest[1:]), where)
    lines = [entries(line, where) for line in rest[0].split("\n")]
    if len(rest) > 1 or not all(line and line.people for line in lines):
        return None
    whole = Entries()
    for line in lines:
        whole += line or Entries()
    return Entry(label, "", "", where, whole)


def by_role(found: Iterable[Entry]) -> list[RosterRole]:
    """Rows below one another that have one role, as that role."""
    out: list[RosterRole] = []
    for entry in found:
        label = entry.role or (out[-1].role if out else "成员")
        if not out or out[-1].role != label:
            out.append(RosterRole(role=label, where=entry.where))
        last = out[-1]
        if entry.named:
            people = (*last.people, *entry.named.people)
            out[-1] = replace(last, people=people, units=(*last.units, *entry.named.units))
        elif entry.name:
            person = Person(name=entry.name, posts=posts(entry.post), where=entry.where)
            out[-1] = replace(last, people=(*last.people, person))
        else:
            out[-1] = replace(last, classes=(*last.classes, entry.post))
    return out


def _cell(row: Row, column: int | None) -> tuple[str, ...]:
    return row.cells[column] if column is not None and column < len(row.cells) else ()


def _plain(cell: Sequence[str]) -> str:
    return re.sub(r"\s", "", "".join(cell))


def _place(row: Row, column: int, default: Where) -> Where:
    places = row.places[column] if column < len(row.places) else ()
    return places[0] if places else default
