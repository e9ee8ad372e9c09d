"""组织机构: the leading group, its offices and the groups, wherever a section sets them up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block
from plangen.model.plan import Group, Leaders, Office
from plangen.problem import NOWHERE, Where
from plangen.recognise.clauses import Catalogues
from plangen.recognise.doubts import Doubts
from plangen.recognise.duties import Duties, read_duties, theme_label
from plangen.recognise.labels import is_duties, is_role, labelled
from plangen.recognise.roster import Roster, is_roster_line, read_roster, sentence_roster
from plangen.recognise.tree import Node

BODY = r"(?:领导小组|领导组|工作专班|指挥部|委员会|专班|工作组|推进组|协调组)"
SET_UP = re.compile(
    rf"成立(?:以[^。]*?为(?:组长|主任|指挥长)[^。]*?的)?(?P<name>[^，。；：（(“”]{{2,40}}?{BODY})"
    r"(?:[（(](?:以下)?简称[:：]?“?(?P<short>[^”）)]+)”?[）)])?"
)
NAMED = re.compile(rf"(?P<name>[^，。；：（(“”、]{{2,40}}?{BODY})")
OFFICE = re.compile(
    r"下设(?P<name>[^，。；：（(“”和、]{0,40}?(?:办公室|创[卫建城]办|指挥部办公室))"
    r"(?:[（(](?:以下)?简称[:：]?“?(?P<short>[^”）)]+)”?[）)])?"
    r"(?:[，,。；]?(?:领导小组|领导组|指挥部)?办公室设在(?P<seat>[^，。；：（(]+))?"
)
GROUP = re.compile(
    r"(?:组|办|办公室|专班|中心|指挥部|小组|队)(?:[（(][^（）()]*[）)])?(?:主要|工作)?(?:职责)?$"
)
RUN_INTRO = re.compile(r"(?:名单)?如下[：:]?$|[：:]$")


@dataclass
class Organization:
    """What a section sets up; `parts` say in which order, `rest` is what was not understood."""

    leaders: Leaders | None = None
    offices: list[Office] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    stray: bool = False  # a numbered part that is no body
    spaced: bool = False
    duty_label: str = ""
    units_label: str = ""
    clause_word: str = ""

    def shows(self, part: str) -> None:
        """Note that a part comes next."""
        if part not in self.parts:
            self.parts.append(part)

    @property
    def found(self) -> bool:
        return bool(self.leaders or self.offices or self.groups)


@dataclass
class Reader:
    """Reads the content of one section."""

    catalogues: Catalogues
    doubts: Doubts
    out: Organization = field(default_factory=Organization)

    def read(self, parts: Sequence[Block | Node]) -> Organization:
        """The bodies of a section, in order."""
        head: list[Block] = []
        at = 0
        while at < len(parts):
            part = parts[at]
            if isinstance(part, Node):
                self.put_after(head)
                head = []
                self.numbered(part)
                at += 1
                continue
            following = parts[at:]
            if (
                is_roster_line(part)
                or _is_table(part)
                or (_duty_line(part) and head and OFFICE.search(head[-1].text))
            ):
                at += self.body(head, following)
                head = []
            else:
                head.append(part)
                at += 1
        self.rest(head)
        return self.out

    def numbered(self, node: Node) -> None:
        """A numbered group; what is numbered and none, is said to be a stray."""
        if is_group(node):
            self.out.groups.append(self.group(node))
            self.out.shows("groups")
        else:
            self.out.stray = True

    def body(self, head: list[Block], parts: Sequence[Block | Node]) -> int:
        """A leading group or an office, that a sentence introduces; how many parts it takes."""
        start = _office_start(head) if self.out.leaders or _sets_up(head) is None else None
        if self.out.leaders is None and start is None:
            return self.lead(head, parts)
        cut = len(head) if start is None else start
        self.put_after(head[:cut])
        return self.office(head[cut:], parts)

    def lead(self, head: list[Block], parts: Sequence[Block | Node]) -> int:
        """The leading group: its sentence, its roster, the lines up to the office's."""
        roster, used = read_roster(_leading_blocks(parts), self.doubts)
        self.note(roster)
        setting = _sets_up(head)
        first = 0 if setting is None else setting
        self.out.before += head[:first]
        lines = head[first:]
        text = "\n".join(block.text.strip() for block in lines)
        name, short = leading_name(text)
        where = lines[0].where if lines else NOWHERE
        self.out.leaders = Leaders(
            name=name, short=short, text=text, roster=tuple(roster.roles), where=where
        )
        self.out.shows("leaders")
        return used

    def put_after(self, blocks: list[Block]) -> None:
        """Lines after a roster belong to the body before them."""
        if not blocks:
            return
        text = "\n".join(block.text.strip() for block in blocks)
        out = self.out
        if out.offices or out.groups:
            out.after += blocks
        elif out.leaders:
            out.leaders = _with_after(out.leaders, text)
        else:
            out.before += blocks

    def office(self, head: list[Block], parts: Sequence[Block | Node]) -> int:
        """An office without a number: its sentence, roster, duties."""
        text = "\n".join(block.text.strip() for block in head)
        found = OFFICE.search(text)
        name, short, seat = ("办公室", "", "")
        if found:
            name = found["name"] or "办公室"
            short, seat = found["short"] or "", (found["seat"] or "").strip()
        where = head[0].where if head else NOWHERE
        body, used = self.filled(name, parts, where)
        office = Office(**{**vars(body), "text": text, "short": short, "seat": seat})
        self.out.offices.append(office)
        self.out.shows("offices")
        return used

    def group(self, node: Node) -> Group:
        """A numbered group: its name is the heading."""
        name, text = node.split() if not node.standing else (node.text.rstrip("。：: "), "")
        if not name:
            name, text = _run_in_name(node.text)
        body, _ = self.filled(name, node.below, node.block.where)
        if text:
            found = labelled(text)
            if found and is_duties(found[0]):
                themes = read_duties(node.block, found[1], (), self.catalogues)
                return _with_duties(body, themes)
            both = "\n".join(part for part in (text, body.text) if part)
            return Group(**{**vars(body), "text": both})
        return body

    def filled(self, name: str, parts: Sequence[Block | Node], where: Where) -> tuple[Group, int]:
        """A body from what stands below its name: text, roster, units, duties."""
        at = 0
        lead: list[Block] = []
        roster = Roster()
        while at < len(parts):
            part = parts[at]
            if isinstance(part, Node):
                break
            if is_roster_line(part) or _is_table(part):
                roster, used = read_roster(_leading_blocks(parts[at:]), self.doubts)
                at += used
                break
            if _duty_line(part):
                break
            lead.append(part)
            at += 1
        self.note(roster)
        text = "\n".join(block.text.strip() for block in lead)
        duties, used = self.duties(parts[at:])
        body = Group(
            name=name,
            text=text,
            roster=tuple(roster.roles),
            units=roster.units,
            where=where,
        )
        if duties is None and roster.roles == [] and text:
            found = sentence_roster(text, where, self.doubts)
            body = Group(**{**vars(body), "roster": tuple(found)}) if found else body
        return (_with_duties(body, duties) if duties else body), at + used

    def duties(self, parts: Sequence[Block | Node]) -> tuple[Duties | None, int]:
        """The duties at the beginning of some parts, up to the next heading of a body."""
        first = parts[0] if parts else None
        rest, start = "", 0
        if isinstance(first, Block):
            found = labelled(first.text) if first.table is None else None
            if not found or not is_duties(found[0]):
                return None, 0
            self.out.duty_label = self.out.duty_label or found[0]
            rest, start = found[1], 1
        elif first is None:
            return None, 0
        taken = _duty_parts(parts[start:])
        block = first if isinstance(first, Block) else first.block
        duties = read_duties(block, rest, taken, self.catalogues)
        self.out.clause_word = self.out.clause_word or duties.clause_word
        return duties, start + len(taken)

    def note(self, roster: Roster) -> None:
        """Remember how a roster is worded."""
        self.out.spaced |= roster.spaced
        self.out.units_label = self.out.units_label or roster.units_label

    def rest(self, head: list[Block]) -> None:
        """What follows the last body."""
        self.put_after(head)


def _is_table(block: Block) -> bool:
    if block.table is None or not block.table.rows:
        return False
    head = {"".join(cell).strip() for cell in block.table.rows[0].cells}
    return bool(head & {"姓名", "名字"}) or is_role(_first_cell(block))


def _first_cell(block: Block) -> str:
    cells = block.table.rows[0].cells if block.table else ()
    return re.sub(r"[\s：:]", "", "".join(cells[0])) if cells else ""


def _duty_line(block: Block) -> bool:
    found = labelled(block.text) if block.table is None else None
    return bool(found and is_duties(found[0]))


def _leading_blocks(parts: Sequence[Block | Node]) -> list[Block]:
    out = []
    for part in parts:
        if isinstance(part, Node):
            break
        out.append(part)
    return out


def _duty_parts(parts: Sequence[Block | Node]) -> list[Block | Node]:
    """The introduction and the items; a paragraph after items needs a label and items, too."""
    out: list[Block | Node] = []
    for at, part in enumerate(parts):
        if isinstance(part, Node) and is_group(part):
            break
        if isinstance(part, Block):
            following = parts[at + 1] if at + 1 < len(parts) else None
            found = theme_label(part.text)
            if OFFICE.search(part.text) and "办公室" in part.text:
                break
            seen = any(isinstance(done, Node) for done in out)
            if seen and not (found and isinstance(following, Node)):
                break
        out.append(part)
    return out


def _sets_up(head: Sequence[Block]) -> int | None:
    """Which of the lines before a roster sets the leading group up."""
    for at, block in enumerate(head):
        if SET_UP.search(block.text):
            return at
    named = [at for at, block in enumerate(head) if RUN_INTRO.search(block.text.strip())]
    return named[-1] if named else (len(head) - 1 if head else None)


def _office_start(head: Sequence[Block]) -> int | None:
    """Which of the lines before a roster introduces an office."""
    found = [at for at, block in enumerate(head) if OFFICE.search(block.text)]
    return found[-1] if found else None


def leading_name(text: str) -> tuple[str, str]:
    """The name and short name of the leading group, from the sentence that sets it up."""
    found = SET_UP.search(text)
    if found:
        return re.sub("^(?:的|了)", "", found["name"]), found["short"] or ""
    named = NAMED.search(text)
    return (named["name"] if named else "领导小组"), ""


def _run_in_name(text: str) -> tuple[str, str]:
    """（一）综合协调组：负责…… → the name and the rest."""
    found = re.match(r"(?P<name>[^：:，。；]{2,20})[：:]\s*(?P<rest>.*)$", text, re.DOTALL)
    return (found["name"], found["rest"]) if found else (text[:20], text)


def _with_after(leaders: Leaders, text: str) -> Leaders:
    both = "\n".join(part for part in (leaders.after, text) if part)
    return Leaders(**{**vars(leaders), "after": both})


def _with_duties(body: Group, duties: Duties) -> Group:
    """A body with its duties: the theme without a label is its own."""
    own = [theme for theme in duties.themes if not theme.label][:1]
    blocks = tuple(theme for theme in duties.themes if theme.label)
    after = "\n".join(block.text.strip() for block in duties.extra if block.table is None)
    changed = {**vars(body), "blocks": blocks, "after": after or body.after}
    if own:
        changed |= {"lead": own[0].lead, "clauses": own[0].clauses, "duties": own[0].duties}
    return Group(**changed)


def is_group(node: Node) -> bool:
    """Whether a node sets a body up: a body's name, and a roster or duties below it."""
    name, _ = node.split()
    if not GROUP.search(name or node.text[:24].split("：")[0]):
        return False
    below = node.blocks
    return any(is_roster_line(block) or _duty_line(block) or _is_table(block) for block in below)
