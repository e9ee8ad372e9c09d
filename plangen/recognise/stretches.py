"""A section that sets bodies up, cut into stretches of one body each.

A numbered group is one; an office that a sentence introduces begins another, and so does a
second roster.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block
from plangen.recognise import founding
from plangen.recognise.body import Part, begins_roster, first_blocks, is_duty_line
from plangen.recognise.labels import is_role, labelled
from plangen.recognise.roster import Roster, read_roster
from plangen.recognise.tree import Node

LEADERS, OFFICES, GROUPS = "leaders", "offices", "groups"
GROUP = re.compile(
    r"(?:组|办|办公室|专班|中心|指挥部|小组|队)(?:[（(][^（）()]*[）)])?(?:主要|工作)?(?:职责)?$"
)
LEADING = re.compile(r"(?:领导小组|领导组|指挥部|委员会)(?:[（(][^（）()]*[）)])?$")
BUREAU = re.compile(r"(?:办公室|办)(?:[（(][^（）()]*[）)])?$")
DEPUTY = re.compile(r"(?:常务|第[一二])?副|成员|联络员|组员|$")
RUN_IN_NAME = re.compile(r"(?P<name>[^：:，。；]{2,20})[：:]\s*(?P<rest>.*)$", re.DOTALL)
NAMELESS = 20  # characters kept for the name of a body that has none


@dataclass
class Stretch:
    """The parts of one body; without a kind they come before the first."""

    kind: str = ""
    parts: list[Part] = field(default_factory=list)
    filled: int = 0  # so many of the parts end with its roster or duties
    listing: bool = False  # its duties have begun: what is numbered is theirs
    in_list: bool = False  # it stands after a list, below the same heading
    roster: Roster | None = None  # that it begins with, where it has no number

    def lists(self, node: Node) -> bool:
        """Whether what is numbered is one of its duties: they have begun, and have one rank."""
        ranks = {part.rank for part in self.parts if isinstance(part, Node)}
        named = node.standing and is_named_group(node)
        return self.listing and not named and ranks <= {node.rank}

    @property
    def numbered(self) -> bool:
        """Whether its name is a numbered heading."""
        return bool(self.parts) and isinstance(self.parts[0], Node)

    @property
    def texts(self) -> list[str]:
        """The paragraphs after its roster."""
        return [part.text.strip() for part in self.parts[self.filled :] if isinstance(part, Block)]


def cut(parts: Sequence[Part], *, led: bool) -> tuple[list[Stretch], list[Part]]:
    """The stretches of a section, and the parts from the first numbered one that is no body.

    `led` says that the plan has its leading group already.
    """
    cutter = Cutter(led)
    siblings = any(is_group(part) for part in parts if isinstance(part, Node))
    at = 0
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Node):
            if is_group(part) or (siblings and is_named_group(part)):
                cutter.found.append(Stretch(GROUPS, [part], 1))
                if out := freed(part):
                    parts = [*parts[: at + 1], *out, *parts[at + 1 :]]
                cutter.last.in_list = bool(part.nodes)
            elif cutter.last.lists(part):
                cutter.last.parts.append(part)
                cutter.last.in_list = True
            else:
                break
            at += 1
        elif begins_roster(part):
            at += cutter.roster(parts[at:])
        else:
            cutter.paragraph(part)
            at += 1
    _numbered_offices(cutter.found)
    return cutter.found, list(parts[at:])


def freed(node: Node) -> list[Part]:
    """What stands below a group and is an office without a number, taken out of it."""
    filled = not BUREAU.search(group_name(node)[0])  # an office has such a sentence itself
    for at, part in enumerate(node.below):
        filled = filled or begins_roster(part) or is_duty_line(part)
        if not filled or isinstance(part, Node) or founding.office(part.text) is None:
            continue
        if any(begins_roster(after) or is_duty_line(after) for after in node.below[at + 1 :]):
            out = node.below[at:]
            del node.below[at:]
            return out
    return []


@dataclass
class Cutter:
    """The stretches found so far."""

    led: bool
    found: list[Stretch] = field(default_factory=lambda: [Stretch()])

    @property
    def last(self) -> Stretch:
        return self.found[-1]

    def roster(self, parts: Sequence[Part]) -> int:
        """Take in a roster; how many parts it is."""
        found = read_roster(first_blocks(parts))
        used = max(1, len(found.blocks))
        self.begin(parts[0])
        self.last.roster = self.last.roster or found
        self.last.parts += parts[:used]
        self.last.filled = len(self.last.parts)
        return used

    def begin(self, first: Part) -> None:
        """A body begins with the paragraphs before a roster that introduce it.

        A line between two roles that introduces nobody (联系电话：……) begins none.
        """
        texts = self.last.texts
        if self.last.kind and not (self.last.filled and texts and _begins(texts, first)):
            return
        sets_up = any(map(founding.SET_UP.search, texts))
        office = self.led or (any(map(founding.office, texts)) and not sets_up)
        start = founding.introduction(texts) if office else founding.setting(texts)
        self.split(OFFICES if office else LEADERS, self.last.filled + start)
        self.led = True

    def split(self, kind: str, at: int) -> None:
        """Let the last parts of the last stretch be a new one."""
        stretch = self.last
        self.found.append(Stretch(kind, stretch.parts[at:], in_list=stretch.in_list))
        del stretch.parts[at:]

    def paragraph(self, block: Block) -> None:
        """Take in a paragraph, or a table."""
        text = block.text.strip()
        if self.led and founding.office(text) and not self.last.numbered:
            self.found.append(Stretch(OFFICES, [block], in_list=self.last.in_list))
            return
        if is_duty_line(block):
            self.duties()
        self.last.parts.append(block)
        if self.last.listing:
            self.last.filled = len(self.last.parts)

    def duties(self) -> None:
        """Duties begin: those of the last body, or of an office that was introduced."""
        texts = self.last.texts
        introduced = [at for at, text in enumerate(texts) if founding.office(text)]
        if introduced and (not self.last.kind or self.last.numbered):
            self.split(OFFICES, self.last.filled + introduced[-1])
        if self.last.kind in {OFFICES, GROUPS}:
            self.last.listing = True


def _begins(texts: Sequence[str], first: Part) -> bool:
    """Whether the lines between two rosters introduce another body, or its head comes first."""
    if any(founding.introduces(text) for text in texts):
        return True
    label = (labelled(first.text) or ("", ""))[0] if isinstance(first, Block) else ""
    return not DEPUTY.match(label)


def _numbered_offices(found: Sequence[Stretch]) -> None:
    """Numbered offices are told by their names, where they stand before or after all groups."""
    numbered = [stretch for stretch in found if stretch.numbered]
    kinds = [bool(BUREAU.search(group_name(stretch.parts[0])[0])) for stretch in numbered]
    first = next((at for at, office in enumerate(kinds) if not office), len(kinds))
    last = next((at for at, office in enumerate(reversed(kinds)) if not office), len(kinds))
    alone = not any(stretch.kind == OFFICES for stretch in found)
    offices = numbered[:first] or (numbered[len(numbered) - last :] if alone else [])
    for stretch in offices:
        stretch.kind = OFFICES


def group_name(part: Part) -> tuple[str, str]:
    """The name of a numbered body, and what follows it on its line."""
    if isinstance(part, Block):
        return "", ""
    return _named(part) or (part.text[:NAMELESS], part.text)


def _named(node: Node) -> tuple[str, str] | None:
    name, text = node.headed_text
    if name:
        return name, text
    found = RUN_IN_NAME.match(node.text)
    return (found["name"], found["rest"]) if found else None


def is_named_group(node: Node) -> bool:
    """Whether a numbered part has the name of a body; the start of its text is none."""
    named = _named(node)
    return named is not None and bool(GROUP.search(named[0]))


def is_group(node: Node) -> bool:
    """Whether a numbered part sets a body up: with roles, or with a body's name and more."""
    if is_named_group(node):
        return any(begins_roster(block) or is_duty_line(block) for block in node.blocks)
    return node.standing and any(_is_role_line(block) for block in node.blocks)


def leads(node: Node) -> bool:
    """Whether a numbered part is a section of its own for the leading group."""
    if not any(map(begins_roster, node.blocks)):
        return False
    named = LEADING.search(group_name(node)[0]) is not None
    return named or any(founding.SET_UP.search(block.text) for block in node.blocks)


def _is_role_line(block: Block) -> bool:
    found = labelled(block.text) if block.table is None else None
    return found is not None and is_role(found[0])
