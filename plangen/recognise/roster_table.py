"""Rosters that are tables: with a column 姓名, or with role labels in their first column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plangen.model.document import Block, Row
from plangen.model.plan import Person, RosterRole
from plangen.problem import Where
from plangen.recognise.labels import is_role
from plangen.recognise.names import is_name
from plangen.recognise.people import posts

NAMES = frozenset({"姓名", "名字", "人员", "人员姓名"})
ROLES = "组内|小组|领导小组|分工|角色|担任|类别|职责"
POST = re.compile("单位|职务")
TITLE = "职务"
COLUMNS = 2  # at least, of a roster without a head


@dataclass(frozen=True)
class Entry:
    """A row: the role (empty where it is the one above), who, and the posts."""

    role: str
    name: str
    post: str
    where: Where


def is_roster_table(block: Block) -> bool:
    """Whether a table lists people."""
    return table_roster(block) is not None


def table_roster(block: Block) -> list[RosterRole] | None:
    """The roles of a table; None where it is no roster."""
    rows = block.table.rows if block.table else ()
    if not rows:
        return None
    head = [_plain(cell) for cell in rows[0].cells]
    name = next((at for at, text in enumerate(head) if text in NAMES), None)
    if name is None:
        return _without_head(rows, block.where)
    role = _column(head, ROLES)
    if role is None:
        role = _role_before(head, name, rows[1:])
    held = [at for at, text in enumerate(head) if at not in {role, name} and POST.search(text)]
    found = (
        Entry(
            _plain(_cell(row, role)),
            _plain(_cell(row, name)),
            _post(row, held),
            _place(row, name, block.where),
        )
        for row in rows[1:]
    )
    return by_role(entry for entry in found if entry.name or entry.post)


def _role_before(head: Sequence[str], name: int, rows: Sequence[Row]) -> int | None:
    """职务 before 姓名 is the role in the group, where every cell says so; blank cells go on."""
    for at, text in enumerate(head[:name]):
        cells = {_plain(_cell(row, at)) for row in rows} - {""}
        if text == TITLE and cells and all(map(is_role, cells)):
            return at
    return None


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
        rest = ["".join(cell).strip() for cell in row.cells[1:] if any(map(str.strip, cell))]
        if (label and not is_role(label)) or not rest or not is_name(re.sub(r"\s", "", rest[0])):
            return None
        post = "、".join(rest[1:])
        found.append(Entry(label, re.sub(r"\s", "", rest[0]), post, _place(row, 1, where)))
    return by_role(found) if found and found[0].role else None


def by_role(entries: Iterable[Entry]) -> list[RosterRole]:
    """Rows below one another that have one role, as that role."""
    out: list[RosterRole] = []
    for entry in entries:
        label = entry.role or (out[-1].role if out else "成员")
        if not out or out[-1].role != label:
            out.append(RosterRole(role=label, where=entry.where))
        last = out[-1]
        if entry.name:
            person = Person(name=entry.name, posts=posts(entry.post), where=entry.where)
            out[-1] = replace(last, people=(*last.people, person))
        else:
            out[-1] = replace(last, classes=(*last.classes, entry.post))
    return out


def _column(head: Sequence[str], words: str, but: int | None = None) -> int | None:
    found = (at for at, text in enumerate(head) if at != but and re.search(words, text))
    return next(found, None)


def _cell(row: Row, column: int | None) -> tuple[str, ...]:
    return row.cells[column] if column is not None and column < len(row.cells) else ()


def _plain(cell: Sequence[str]) -> str:
    return re.sub(r"\s", "", "".join(cell))


def _place(row: Row, column: int, default: Where) -> Where:
    places = row.places[column] if column < len(row.places) else ()
    return places[0] if places else default
