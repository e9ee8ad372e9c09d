"""责任分工: items that end in （牵头单位：…）, below headings that are sections of a standard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from plangen.model.document import Block
from plangen.model.plan import Assignment
from plangen.recognise.answering import Pair
from plangen.recognise.clauses import Catalogues, Found
from plangen.recognise.marks import Mark, charge, goes_on, read_mark
from plangen.recognise.party_labels import settled
from plangen.recognise.texts import text_of
from plangen.recognise.tree import Node, walk, whole
from plangen.standard.refs import spell
from plangen.text.run_in import split_run_in

NUMBERED = re.compile(
    r"^《(?P<title>[^《》]+)》第(?P<numbers>[\d、—]+)条(?:：(?P<text>.+))?$", re.DOTALL
)
ALONE = re.compile("^[^，。；：（）()]{2,20}。?$")  # 加强宣传。
ANSWERED = 3  # one of so many items at least says by whom it is done


@dataclass
class Assigned:
    """The assignments of a section; the plan's labels for them, and how clauses print."""

    found: list[Assignment] = field(default_factory=list)
    lead: str = ""
    support: str = ""
    print_as: str = "texts"
    after: list[Block] = field(default_factory=list)


def has_marks(parts: Sequence[Block | Node]) -> bool:
    """Whether a section assigns: a third of its items at least, or its sections as a whole."""
    nodes = list(walk([part for part in parts if isinstance(part, Node)]))
    leaves = [node for node in nodes if not node.nodes]
    blocks = [block for node in nodes for block in node.blocks if block.table is None]
    blocks += [part for part in parts if isinstance(part, Block) and part.table is None]
    marks = sum(_mark_of(node) is not None for node in leaves)
    marks += sum(bool(read_mark(block.text) or charge(block.text)) for block in blocks)
    return marks > 0 and marks * ANSWERED >= len(leaves)


def in_order(parts: Sequence[Block | Node]) -> bool:
    """Whether assignments print in the order of a text: items without a section come first.

    An item that is numbered as sections are can't stand among them, unless it has a heading.
    """
    ranks = _section_ranks(parts)
    nodes = [part for part in parts if isinstance(part, Node) and part.rank in ranks]
    return all(is_section(node) or _headed(node)[0] for node in nodes)


def is_section(node: Node) -> bool:
    """Whether a node is the heading of assignments, not one of them."""
    return bool(node.nodes) or (node.standing and not read_mark(node.text))


def _section_ranks(parts: Sequence[Block | Node]) -> set[int]:
    return {part.rank for part in parts if isinstance(part, Node) and is_section(part)}


def _headed(node: Node) -> tuple[str, str]:
    """The heading that runs in before an item, and the item; a heading may be all it says."""
    title, rest = split_run_in(node.text)
    if title or node.below or not ALONE.match(node.text):
        return title, rest
    return node.text.rstrip("。"), ""


def read_assignments(parts: Sequence[Block | Node], catalogues: Catalogues) -> Assigned:
    """Who does what, section by section; `parts` are those from the first assignment on."""
    reader = Reader(catalogues, _section_ranks(parts))
    for part in parts:
        reader.read(part)
    return reader.end()


def leading_text(parts: Sequence[Block | Node]) -> tuple[list[Block], list[Block | Node]]:
    """The paragraphs before the first assignment, and what follows."""
    for at, part in enumerate(parts):
        if isinstance(part, Node) or read_mark(part.text) or charge(part.text):
            return [each for each in parts[:at] if isinstance(each, Block)], list(parts[at:])
    return [each for each in parts if isinstance(each, Block)], []


@dataclass
class Reader:
    """Reads assignments one by one."""

    catalogues: Catalogues
    ranks: set[int] = field(default_factory=set)  # of sections
    out: Assigned = field(default_factory=Assigned)
    held: tuple[list[Block], str] = field(default_factory=lambda: ([], ""))  # without a mark
    before: int = 0  # how many were found above the section

    def read(self, part: Block | Node) -> None:
        """Take in one part."""
        self.lines(*self.held)
        self.held = ([], "")
        if isinstance(part, Block):
            self.paragraph(part)
        elif is_section(part):
            self.section(part)
        elif part.rank in self.ranks:
            self.headed(part)
        else:
            self.item(part, "")

    def paragraph(self, block: Block) -> None:
        """A single assignment without a number and a heading; any other text comes after."""
        if who := charge(block.text):
            self.out.found.append(Assignment(charge=who, where=block.where))
        elif mark := read_mark(block.text):
            self.add(mark, "", [block])
        else:
            self.out.after.append(block)

    def section(self, node: Node) -> None:
        """A section: the body in charge of it, its items, or a single one in paragraphs."""
        title = node.text.rstrip("。：: ")
        lines: list[Block] = []
        self.before = len(self.out.found)
        below = self.introduced(node, title)
        for part, following in zip_longest(below, below[1:]):
            if isinstance(part, Node):
                self.lines(lines, title)
                lines = []
                self.item(part, title)
            elif who := charge(part.text):
                self.out.found.append(Assignment(section=title, charge=who, where=part.where))
            else:
                lines.append(part)
                if _is_marked(lines) and not _goes_on(following):
                    self.lines(lines, title)
                    lines = []
        self.held = (lines, title)

    def introduced(self, node: Node, title: str) -> Sequence[Block | Node]:
        """What is below a section's heading; the paragraphs above its items are its intro."""
        at = next((at for at, part in enumerate(node.below) if isinstance(part, Node)), 0)
        above = [part for part in node.below[:at] if isinstance(part, Block)]
        text = text_of(above)
        somebody = read_mark(text) or any(charge(block.text) for block in above)
        if not text or somebody or self.catalogues.match(text, title):
            return node.below
        self.out.found.append(Assignment(section=title, intro=text, where=above[0].where))
        return node.below[at:]

    def headed(self, node: Node) -> None:
        """A section of one assignment, which stands on the line of its heading, or of none."""
        title, rest = _headed(node)
        text = "\n".join(filter(None, [rest, *whole(node)[1:]]))
        if text:
            self.add(read_mark(text) or Mark(text), title, [node.block, *node.blocks])
        else:
            self.out.found.append(Assignment(section=title, where=node.block.where))

    def lines(self, blocks: Sequence[Block], title: str) -> None:
        """Paragraphs up to a mark; what has none is somebody's duty all the same."""
        if blocks:
            text = text_of(blocks)
            self.add(read_mark(text) or Mark(text), title, blocks)

    def end(self) -> Assigned:
        """The assignments; what stands after the last of them is none, but below its heading."""
        blocks, title = self.held
        if title and len(self.out.found) == self.before:
            self.lines(blocks, title)
        else:
            self.out.after[:0] = blocks
        self.held = ([], "")
        self.out.found, self.out.lead, self.out.support = settled(self.out.found)
        return self.out

    def item(self, node: Node, section: str) -> None:
        """A numbered assignment."""
        mark = _mark_of(node) or Mark("\n".join(whole(node)))
        self.add(mark, section, [node.block, *node.blocks])

    def add(self, mark: Mark, section: str, blocks: Sequence[Block]) -> None:
        """An assignment, as a spec has it."""
        numbered = by_number(mark.text, section, self.catalogues)
        if numbered is not None and self.out.print_as != "numbers":
            self.out.print_as = "both" if numbered[1] else "numbers"
        made, exact = assignment(mark, section, self.catalogues, numbered)
        if exact:
            self.catalogues.quoted |= {id(block): made.clause for block in blocks}
        self.out.found.append(replace(made, where=blocks[0].where))


def assignment(
    mark: Mark, section: str, catalogues: Catalogues, numbered: tuple[list[Pair], str] | None
) -> tuple[Assignment, bool]:
    """An assignment, and whether its text is the catalogue's, letter by letter."""
    common = mark.by
    if numbered:
        pairs, text = numbered
        standard, first = pairs[0]
        exact = len(pairs) == 1 and _same(text, first.text)
        clause = spell(each for _, each in pairs)
        named = catalogues.naming(standard)
        own = "" if exact else text
        return replace(common, clause=clause, standard=named, text=own), exact
    match = catalogues.match(mark.text, section) or catalogues.match(mark.text)
    if match is None:
        return replace(common, section=section, text=mark.text), False
    exact = _same(mark.text, match.clause.text)
    named = catalogues.naming(match.standard)
    own = "" if exact else mark.text
    return replace(common, clause=match.clause.id, standard=named, text=own), exact


def by_number(text: str, section: str, catalogues: Catalogues) -> tuple[list[Pair], str] | None:
    """The clauses of an assignment that names them by number, and its own words for them."""
    found = NUMBERED.match(text)
    if not found:
        return None
    one = Found(found["title"], section, found["numbers"], *found.span())
    standard, clauses = catalogues.reference(one)
    return ([(standard, clause) for clause in clauses], found["text"] or "") if clauses else None


def _same(text: str, wording: str) -> bool:
    return text.rstrip("。") == wording.rstrip("。")


def _is_marked(lines: Sequence[Block]) -> bool:
    return read_mark("\n".join(line.text.strip() for line in lines)) is not None


def _goes_on(part: Block | Node | None) -> bool:
    return isinstance(part, Block) and goes_on(part.text.strip())


def _mark_of(node: Node) -> Mark | None:
    return read_mark("\n".join(whole(node)))
