"""Groups in a line each, or in a table, as a heading with labelled lines below it.

1.综合协调组：由县应急局牵头，县水利局参与，负责…… is a heading, 牵头单位：, 成员单位：, 职责：.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plangen.model.document import Row
from plangen.recognise.labels import is_role, is_units, labelled
from plangen.recognise.marks import are_units, read_mark, unit_list
from plangen.recognise.usual_lines import Line, Ordinals
from plangen.recognise.usual_roster import labelled_parts

HAN = "[\u4e00-\u9fff]"
NAME = re.compile(
    rf"^(?P<name>(?!成立|组建|建立|健全|加强|落实|设立|各|全|由)(?:{HAN}|、){{2,14}}?"
    r"(?:组|专班|分队|工作队|突击队))"
    r"(?P<mark>[（(][^（）()]*[）)])?\s*(?:[：:。，]\s*(?P<rest>\S.*))?$",
    re.DOTALL,
)
# （一）抢险组组长：韩大川（副镇长）: who heads it on the line of its name
HEADED = re.compile(
    rf"^(?P<name>{HAN}{{2,30}}?(?:组|指挥部|专班|[分大]队))"
    r"(?P<head>(?:总指挥|指挥长|组长|队长)\s*[：:]\s*\S.*)$",
    re.DOTALL,
)
HEAD = re.compile("[长挥]\\s*[：:]")
NTH = re.compile(rf"^第[一二三四五六七八九十\d]{{1,2}}{HAN}{{0,6}}组$")  # 第一检查组
DRAWN = "(?:抽派|抽调)?(?:有关|相关)?(?:人员)?"
LEADS = re.compile("^(?:主要)?由?(?P<who>.+?)总?牵头(?:负责)?$")
JOINS = re.compile(
    rf"^(?:主要)?由?(?P<who>.+?)(?:等单位|等部门)?{DRAWN}"
    "(?:参与|参加|配合|协助|组成|为成员单位|为成员)$"
)
HEADS = re.compile(
    "^由?(?P<who>.+?)(?:同志)?(?:担任|兼任|任|为)(?P<role>(?:常务|第一)?副?(?:组长|队长|主任))$"
)
ROLE = re.compile(
    "^(?P<role>(?:常务|第一)?副?(?:组长|队长)|成员|组员)(?:由|为|是)?(?P<who>[^：:]+?)(?:同志)?(?:担任)?$"
)
DUTIES = re.compile("^(?:主要|具体|全面)?(?:负责|承担)")
GROUPS = re.compile("[组队班]")
PIECE = re.compile("[^，,；;。]+[，,；;。]?")
FEWEST, LONGEST_NAME, LONGEST_HEADED = 2, 17, 45
COLUMNS = (  # of a table of groups: what the label of a line is, by the words of the head
    ("牵头单位", re.compile("牵头(?:单位|部门)")),
    ("成员单位", re.compile("(?:成员|组成|责任|配合|参与|参加)(?:单位|部门)")),
    ("副组长", re.compile("^副组长$")),
    ("组长", re.compile("^组长$|^负责人$|^牵头领导$")),
    ("成员", re.compile("^(?:组?成员|组员)$")),
    ("职责", re.compile("职责|任务")),
)
GROUP = re.compile("组别|组名|^工作组$|^小组|专班|组别名称|工作组名称")
PASSED = re.compile("序号|编号")


@dataclass(frozen=True)
class Named:
    """A line that names a group: its ordinal, the name, the labelled lines it stands for."""

    typed: str
    rank: int
    name: str
    lines: tuple[str, ...]


def usual_groups(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, groups in a line each or in a table with headings of their own."""
    found = [
        _named(line) or _bare(lines, at) if GROUPS.search(line.rest, 0, LONGEST_NAME) else None
        for at, line in enumerate(lines)
    ]
    kept = [
        one if one and _has_sibling(found, at) else _headed(line)
        for at, (one, line) in enumerate(zip(found, lines, strict=True))
    ]
    read = ((at, line.block.table) for at, line in enumerate(lines))
    tables = {at: _rows(table.rows) for at, table in read if table}
    if not any(kept) and not any(tables.values()):
        return lines
    out: list[Line] = []
    ordinals = Ordinals()
    for at, line in enumerate(lines):
        group = kept[at]
        if group is not None:
            typed = group.typed or ordinals.next()
            out += map(line.turned, (typed + group.name, *group.lines))
        elif rows := tables.get(at):
            for row in rows:
                out += map(line.turned, (ordinals.next() + row.name, *row.lines))
        else:
            out.append(_duties(line, kept[at - 1] if at else None))
            ordinals.see(line)
    return out


def _named(line: Line) -> Named | None:
    """A line as a group; None where it says no more than a name, or isn't one."""
    found = NAME.match(line.rest)
    if found is None:
        return None
    lines = _marked(found["name"], found["mark"]) if found["mark"] else []
    if found["mark"] and not lines:
        return None
    said = _said(found["rest"]) if found["rest"] else []
    if found["rest"] and not said:
        return None
    told = (*lines, *said)
    return Named(line.typed, line.rank, found["name"], told) if told else None


def _headed(line: Line) -> Named | None:
    """A numbered line with the name of a group and who heads it."""
    if not line.rank or not HEAD.search(line.text, 0, LONGEST_HEADED):
        return None
    found = HEADED.match(line.rest)
    return Named(line.typed, line.rank, found["name"], (found["head"],)) if found else None


def _bare(lines: Sequence[Line], at: int) -> Named | None:
    """A line with the name of a group and no number: a head with his label is in the next."""
    if not lines[at].text.startswith("第") or at + 1 == len(lines):
        return None
    name = lines[at].text.rstrip("：:")
    below = labelled(lines[at + 1].text) if NTH.match(name) else None
    return Named("", 0, name, ()) if below and is_role(below[0]) else None


def _marked(name: str, bracketed: str) -> list[str]:
    """What brackets after the name of a group say: （牵头单位：甲）, （组长：乙，成员：丙）."""
    parts = labelled_parts(bracketed[1:-1])
    named = labelled(parts[0]) if parts else None
    if named and (is_role(named[0]) or is_units(named[0])):
        return parts
    mark = read_mark(name + bracketed)
    others = [unit for party in mark.also for unit in party.units] if mark else []
    by = [("牵头单位", mark.lead), ("成员单位", (*mark.support, *others))] if mark else []
    return [f"{label}：{'、'.join(units)}" for label, units in by if units]


def _has_sibling(found: Sequence[Named | None], at: int) -> bool:
    """Whether another line names a group alike: with such an ordinal, or beside it."""
    one = found[at]
    if one is None:
        return False
    if one.typed:
        return sum(each is not None and each.rank == one.rank for each in found) >= FEWEST
    if not one.lines:
        return sum(each is not None and not each.lines for each in found) >= FEWEST
    beside = (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])
    return any(each is not None and not each.typed for each in beside)


def _said(text: str) -> list[str]:
    """What the line of a group says as labelled lines; none where it is another sentence."""
    parts = labelled_parts(text)
    if labelled(parts[0]):
        return parts
    lines: list[str] = []
    at = 0
    for piece in PIECE.finditer(text):
        line = _member(piece.group().strip("，,；;。 "))
        if line is None:
            break
        lines.append(line)
        at = piece.end()
    rest = text[at:].strip()
    if rest and not (lines or DUTIES.match(rest)):
        return []
    return [*_together(lines), *([f"职责：{rest}"] if rest else [])]


def _member(piece: str) -> str | None:
    """由县应急局牵头 → 牵头单位：县应急局; None where a piece names nobody."""
    if (found := ROLE.match(piece)) or (found := HEADS.match(piece)):
        return f"{found['role']}：{found['who']}"
    for label, form in (("牵头单位", LEADS), ("成员单位", JOINS)):
        found = form.match(piece)
        if found and are_units(unit_list(found["who"])):
            return f"{label}：{found['who']}"
    return None


def _together(lines: Sequence[str]) -> list[str]:
    """Labelled lines, those that have one label in one."""
    out: dict[str, list[str]] = {}
    for line in lines:
        label, _, who = line.partition("：")
        out.setdefault(label, []).append(who)
    return [f"{label}：{'、'.join(who)}" for label, who in out.items()]


def _duties(line: Line, group: Named | None) -> Line:
    """A paragraph below the name of a group that says what it does, with its label."""
    known = group is not None and any(said.startswith("职责") for said in group.lines)
    if group is None or known or not DUTIES.match(line.text):
        return line
    return line.turned(f"职责：{line.text}")


def _rows(rows: Sequence[Row]) -> list[Named]:
    """The groups of a table; none where it has a column that a group has no place for."""
    head = [_plain(cell) for row in rows[:1] for cell in row.cells]
    name = next((at for at, text in enumerate(head) if GROUP.search(text)), None)
    labels = {at: _label(text) for at, text in enumerate(head) if at != name}
    unknown = [at for at, label in labels.items() if not label and not PASSED.search(head[at])]
    if name is None or not any(labels.values()) or unknown:
        return []
    return [
        Named("", 0, _cell(row, name), tuple(_lines(row, labels)))
        for row in rows[1:]
        if _cell(row, name)
    ]


def _lines(row: Row, labels: dict[int, str]) -> Iterator[str]:
    for at, label in labels.items():
        text = _cell(row, at)
        if label and text:
            yield f"{label}：{text}"


def _label(head: str) -> str:
    return next((label for label, form in COLUMNS if form.search(head)), "")


def _plain(cell: Sequence[str]) -> str:
    return re.sub(r"\s", "", "".join(cell))


def _cell(row: Row, at: int) -> str:
    return "、".join(part.strip() for part in row.cells[at]) if at < len(row.cells) else ""
