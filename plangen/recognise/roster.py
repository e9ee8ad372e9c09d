"""Rosters (名单): lines with and without labels, tables, and one sentence (以……为组长)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block, Role, Row
from plangen.model.plan import Person, RosterRole
from plangen.problem import Where
from plangen.recognise.doubts import Doubts
from plangen.recognise.labels import is_role, is_units, labelled
from plangen.recognise.people import Entries, entries, is_name, posts, split_names

SENTENCE = re.compile(r"。$|组成$|担任$|抽调.*$")
AS_HEAD = re.compile(
    r"(?:由|以|，|,|、|;|；)(?P<who>[^，,；;。]{2,40}?)(?:同志)?(?:任|为|担任|兼任)"
    r"(?P<role>(?:名誉|第一|常务|执行)?副?(?:组长|指挥长|总指挥|主任|政委)|成员)"
)
NAME_AT_END = 3


@dataclass
class Roster:
    """A roster as it is read: its roles, and what its lines looked like."""

    roles: list[RosterRole] = field(default_factory=list)
    units: tuple[str, ...] = ()
    units_label: str = ""
    spaced: bool = False


def is_roster_line(block: Block) -> bool:
    """Whether a line begins a role (组长：…) or the member units."""
    found = labelled(block.text) if block.table is None else None
    return bool(found and (is_role(found[0]) or is_units(found[0])))


def read_roster(blocks: Sequence[Block], doubts: Doubts) -> tuple[Roster, int]:
    """The roster that begins at the first of some blocks, and how many of them it takes."""
    roster = Roster()
    count = 0
    for block in blocks:
        if block.table is not None:
            roles = table_roster(block, doubts) if not roster.roles else None
            if not roles:
                break
            roster.roles += roles
        elif not _line(roster, block, doubts):
            break
        doubts.takes([block], Role.ROSTER)
        count += 1
    return roster, count


def _line(roster: Roster, block: Block, doubts: Doubts) -> bool:
    """Take in a line; False where the roster has ended before it."""
    found = labelled(block.text)
    if found and is_units(found[0]):
        roster.units_label = found[0]
        roster.units = tuple(_units(found[1]))
        return True
    if found and is_role(found[0]):
        role = RosterRole(role=found[0], where=block.where)
        roster.roles.append(_added(roster, role, found[1], block.where, doubts))
        return True
    if found or not roster.roles or roster.units:
        return False
    named = entries(block.text, block.where)
    if named is None or (block.text.rstrip().endswith("。") and not named.people):
        if SENTENCE.search(block.text.strip()) and re.match(
            "由|根据工作需要|从", block.text.strip()
        ):
            roster.roles[-1] = _sentence(roster.roles[-1], block.text.strip())
            return True
        return False
    role = roster.roles[-1]
    if role.text or len(block.text) > 400 or (named.classes and _prose(block.text)):
        return False
    roster.roles[-1] = _merged(roster, role, named, block.where, doubts)
    return True


def _prose(text: str) -> bool:
    """Whether a line without a label is a sentence, not a class of people."""
    return bool(re.search("[，；]|下设|负责|成立|如下|设在|日常工作", text))


def _units(text: str) -> list[str]:
    parts = re.split("[、，,；;]", text.strip().rstrip("。"))
    return [part.strip() for part in parts if part.strip()]


def _added(
    roster: Roster, role: RosterRole, text: str, where: Where, doubts: Doubts
) -> RosterRole:
    if not text:
        return role
    if SENTENCE.search(text) and not re.search("[（(].+[）)]。$", text):
        return _sentence(role, text)
    named = entries(text, where)
    if named is None:
        return _sentence(role, text)
    return _merged(roster, role, named, where, doubts)


def _sentence(role: RosterRole, text: str) -> RosterRole:
    return RosterRole(
        role=role.role,
        people=role.people,
        units=role.units,
        classes=role.classes,
        text=text,
        where=role.where,
    )


def _merged(
    roster: Roster, role: RosterRole, named: Entries, where: Where, doubts: Doubts
) -> RosterRole:
    if named.doubt:
        doubts.add(where, named.doubt)
    roster.spaced |= named.spaced
    return RosterRole(
        role=role.role,
        people=(*role.people, *named.people),
        units=(*role.units, *named.units),
        classes=(*role.classes, *named.classes),
        where=role.where,
    )


def table_roster(block: Block, doubts: Doubts) -> list[RosterRole] | None:
    """A table with a column 姓名, or with role labels in its first column."""
    table = block.table
    if table is None or not table.rows:
        return None
    head = [_cell(cell) for cell in table.rows[0].cells]
    name = next((i for i, text in enumerate(head) if text in {"姓名", "名字", "姓 名"}), None)
    if name is None:
        return _labelled_table(table.rows, block.where)
    role = _column(head, "组内|小组|领导小组|分工|角色|担任")
    post = _column(head, "单位及职务|职务|单位", but=role)
    return _by_role(
        (
            _text(row, role) if role is not None else "",
            _text(row, name),
            _text(row, post) if post is not None else "",
            _where(row, name, block.where),
        )
        for row in table.rows[1:]
    )


def _column(head: list[str], words: str, but: int | None = None) -> int | None:
    found = (i for i, text in enumerate(head) if i != but and re.search(words, text))
    return next(found, None)


def _by_role(rows: object) -> list[RosterRole]:
    out: list[RosterRole] = []
    for label, name, post, where in rows:  # type: ignore[attr-defined]
        label = re.sub(r"\s", "", label) or (out[-1].role if out else "成员")
        person = Person(name=re.sub(r"\s", "", name), posts=posts(post), where=where)
        people = (person,) if name else ()
        classes = () if name else ((post,) if post else ())
        if out and out[-1].role == label:
            last = out[-1]
            out[-1] = RosterRole(
                role=label,
                people=(*last.people, *people),
                classes=(*last.classes, *classes),
                where=last.where,
            )
        else:
            out.append(RosterRole(role=label, people=people, classes=classes, where=where))
    return out


def _labelled_table(rows: Sequence[Row], where: Where) -> list[RosterRole] | None:
    """组　长 | 张文清 | 市委书记, without a head."""
    found = []
    for row in rows:
        cells = [_cell(cell) for cell in row.cells]
        label = re.sub(r"[\s：:]", "", cells[0])
        if label and not is_role(label):
            return None
        rest = [cell for cell in cells[1:] if cell]
        if not rest or not is_name(re.sub(r"\s", "", rest[0])):
            return None
        found.append((label, rest[0], "、".join(rest[1:]), _where(row, 0, where)))
    return _by_role(found) if found and found[0][0] else None


def _cell(cell: tuple[str, ...]) -> str:
    return "".join(cell).strip()


def _text(row: Row, column: int) -> str:
    return _cell(row.cells[column]) if column < len(row.cells) else ""


def _where(row: Row, column: int, default: Where) -> Where:
    places = row.places[column] if column < len(row.places) else ()
    return places[0] if places else default


def sentence_roster(text: str, where: Where, doubts: Doubts) -> list[RosterRole]:
    """成立以人大主席宋怀民为组长，宣传委员吕景行等为副组长，……为成员的领导小组."""
    out = []
    for found in AS_HEAD.finditer(text):
        who, role = found["who"].strip(), found["role"]
        people, classes = _who(who, where)
        if people:
            names = "、".join(person.name for person in people)
            doubts.add(where, f"“{who}”读作姓名{names}")
        out.append(RosterRole(role=role, people=people, classes=classes, where=where))
    return out


def _who(text: str, where: Where) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """人大主席宋怀民 → a person with a post; 各部门负责人 → a class."""
    plain = re.sub("等$|等人$", "", text)
    people = []
    for part in re.split("、(?=[^、]*$)", plain) if is_name(plain[-3:]) else [plain]:
        person = _post_and_name(part, where)
        if person is None:
            return (), (text,)
        people.append(person)
    return tuple(people), ()


def _post_and_name(text: str, where: Where) -> Person | None:
    for size in (NAME_AT_END, 2):
        post, name = text[:-size], text[-size:]
        if is_name(name) and (not post or re.search("[长记任席员委]$", post)):
            return Person(name=name, posts=(post,) if post else (), where=where)
    if split_names(text):
        return Person(name=text, where=where)
    return None
