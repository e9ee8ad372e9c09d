"""The outline (提纲): what each heading holds, and the parts of the plan that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import HEADINGS, Block, Role
from plangen.model.plan import (
    Assignment,
    Group,
    Guarantee,
    Item,
    Leaders,
    Office,
    Phase,
    Section,
    TableSpec,
    Target,
    Wording,
)
from plangen.recognise.assignments import Assigned, has_marks, read_assignments
from plangen.recognise.clauses import Catalogues
from plangen.recognise.doubts import Doubts
from plangen.recognise.ordinals import PHASE
from plangen.recognise.organization import Organization, Reader, is_group
from plangen.recognise.phases import are_phases, read_phases
from plangen.recognise.roster import is_roster_line
from plangen.recognise.targets import read_targets
from plangen.recognise.tree import Node, Tree, walk

GUARANTEES = re.compile(r"保障|措施|要求|纪律|机制")
TARGETS = re.compile(r"目标")
ROLES = {10: HEADINGS[0], 20: HEADINGS[1], 25: Role.PHASE, 30: HEADINGS[2], 40: HEADINGS[3]}


@dataclass
class Found:
    """What the sections of a plan hold."""

    outline: list[Section] = field(default_factory=list)
    targets: tuple[Target, ...] = ()
    leaders: Leaders | None = None
    offices: list[Office] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    phases: list[Phase] = field(default_factory=list)
    guarantees: list[Guarantee] = field(default_factory=list)
    wording: dict[str, str] = field(default_factory=dict)


@dataclass
class Outliner:
    """Reads the tree of a plan section by section; each part of a plan is taken once."""

    catalogues: Catalogues
    doubts: Doubts
    found: Found = field(default_factory=Found)

    def read(self, tree: Tree) -> Found:
        """Every section of a text."""
        for node in tree.nodes:
            self.found.outline.append(self.section(node))
        return self.found

    def section(self, node: Node) -> Section:
        """A section with what stands below its heading."""
        heading, text = node.split()
        heading = heading or node.text
        if not node.split()[0]:
            text = ""
        self.mark(node)
        section = Section(heading=heading, text=text, run_in=bool(text), where=node.block.where)
        for take in (self.assigned, self.organized, self.phased, self.guaranteed, self.aimed):
            done = take(section, node)
            if done is not None:
                return done
        return self.plain(section, node)

    def mark(self, node: Node) -> None:
        """Note the role of a heading's paragraph."""
        title, _ = node.split()
        if node.standing or (title and node.rank <= PHASE):
            self.doubts.takes([node.block], ROLES.get(node.rank, Role.PARAGRAPH))

    def assigned(self, section: Section, node: Node) -> Section | None:
        """责任分工."""
        if self.found.assignments or not has_marks(node.below):
            return None
        if any(is_roster_line(part) for part in node.blocks):
            return None
        before, rest = _leading(node.below)
        result: Assigned = read_assignments(rest, self.catalogues)
        for part in node.nodes:
            self.mark(part)
        self.found.assignments = result.found
        self.say("lead", result.lead)
        self.say("support", result.support)
        return replace(
            section,
            text=_text([section.text], before),
            show=("assignments",),
            after=_text([], result.after),
        )

    def organized(self, section: Section, node: Node) -> Section | None:
        """组织机构: rosters below the heading itself, or groups."""
        groups = [part for part in node.nodes if is_group(part)]
        lines = any(is_roster_line(part) for part in node.blocks)
        free = self.found.leaders is None and not self.found.groups
        if not free or not (lines or groups):
            return None
        out = Reader(self.catalogues, self.doubts).read(node.below)
        if out.stray or not out.found:
            return None
        for part in node.nodes:
            self.mark(part)
        self.take(out)
        return replace(
            section,
            text=_text([section.text], out.before),
            show=tuple(out.parts),
            after=_text([], out.after),
        )

    def take(self, out: Organization) -> None:
        """Keep what a section sets up."""
        self.found.leaders = out.leaders
        self.found.offices = out.offices
        self.found.groups = out.groups
        self.say("duties", out.duty_label)
        self.say("units", out.units_label)
        self.say("clause", out.clause_word)
        self.say("posts", "space" if out.spaced else "")

    def phased(self, section: Section, node: Node) -> Section | None:
        """实施步骤."""
        if self.found.phases or not are_phases(node.nodes, section.heading):
            return None
        for part in node.nodes:
            self.doubts.takes([part.block], ROLES.get(part.rank, Role.PARAGRAPH))
        result = read_phases(node.nodes, self.items)
        self.found.phases = result.found
        self.say("phases", "named" if result.named else "")
        self.say("phase_dates", "" if result.bracketed else "none")
        self.say("phase_headings", "run-in" if result.run_in else "")
        self.say("range", result.mark)
        self.say("range_years", "full" if result.full else "")
        before, rest = _leading(node.below)
        after = [part for part in rest if isinstance(part, Block)]
        return replace(
            section,
            text=_text([section.text], before),
            show=("phases",),
            after=_text([], after),
        )

    def guaranteed(self, section: Section, node: Node) -> Section | None:
        """保障措施: every part has a heading and a text."""
        parts = node.nodes
        if self.found.guarantees or not GUARANTEES.search(section.heading) or not parts:
            return None
        out = []
        for part in parts:
            title, text = part.split()
            if part.nodes or not title or any(b.table or is_roster_line(b) for b in part.blocks):
                return None
            text = _text([text], part.blocks)
            if not text:
                return None
            out.append(Guarantee(title=title, text=text, where=part.block.where))
        for part in parts:
            self.mark(part)
        self.found.guarantees = out
        standing = all(part.standing for part in parts)
        if not standing and any(part.standing for part in parts):
            self.doubts.add(section.where, "各项措施的标题有的独立成行，有的接排")
        self.say("guarantees", "standing" if standing else "")
        before, rest = _leading(node.below)
        after = [part for part in rest if isinstance(part, Block)]
        return replace(
            section,
            text=_text([section.text], before),
            show=("guarantees",),
            after=_text([], after),
        )

    def aimed(self, section: Section, node: Node) -> Section | None:
        """总体目标."""
        if self.found.targets or not TARGETS.search(section.heading):
            return None
        deep = any(part.nodes or part.blocks or part.standing for part in node.nodes)
        tables = any(block.table for block in node.blocks)
        if deep or tables or (node.nodes and section.text):
            return None
        before, rest = _leading(node.below)
        after = [part for part in rest if isinstance(part, Block)]
        if node.nodes:
            for part in node.nodes:
                self.mark(part)
            self.found.targets = read_targets(self.items(node.nodes), ())
            self.say("targets", "items")
            text = _text([section.text], before)
        elif section.run_in:
            return None
        else:
            self.found.targets = read_targets((), before)
            text = ""
        if not self.found.targets:
            return None
        return replace(section, text=text, show=("targets",), after=_text([], after))

    def plain(self, section: Section, node: Node) -> Section:
        """Any other section: text, items, sub-sections, closing text; no table is dropped."""
        before, rest = _leading(node.below)
        tables = [part for part in node.below if isinstance(part, Block) and part.table]
        nodes = node.nodes
        count = 0
        while count < len(nodes) and _is_item(nodes[count]):
            count += 1
        items = self.items(nodes[:count])
        sections = tuple(self.section(part) for part in nodes[count:])
        after = [part for part in rest if isinstance(part, Block) and not part.table]
        return replace(
            section,
            text=_text([section.text], [block for block in before if not block.table]),
            items=items,
            sections=sections,
            after=_text([], after),
            table=_table(tables[0]) if tables else None,
        )

    def items(self, nodes: Iterable[Node]) -> tuple[Item, ...]:
        """Numbered items; what is numbered below them are further lines of their text."""
        out = []
        for node in nodes:
            self.mark(node)
            title, text = node.split()
            if node.standing:
                title, text = "", node.text
            for inner in walk([node]):
                if inner is not node:
                    text += "\n" + inner.entry.typed + inner.text
                for block in inner.blocks:
                    text += "\n" + block.text.strip()
            out.append(Item(title=title, text=text, where=node.block.where))
        return tuple(out)

    def say(self, key: str, value: str) -> None:
        """Note a wording, the first time that it is seen."""
        if value and key not in self.found.wording:
            self.found.wording[key] = value

    def wording(self) -> Wording:
        """The wording of the plan, where it differs from the default."""
        return Wording(**self.found.wording)


def _is_item(node: Node) -> bool:
    """Whether a node is an item with its text, not a heading with something below it."""
    if any(block.table or is_roster_line(block) for block in node.blocks):
        return False
    return not node.standing or not node.below


def _leading(parts: Sequence[Block | Node]) -> tuple[list[Block], list[Block | Node]]:
    """The paragraphs before the first node, and what follows."""
    at = next((i for i, part in enumerate(parts) if isinstance(part, Node)), len(parts))
    return [part for part in parts[:at] if isinstance(part, Block)], list(parts[at:])


def _text(first: list[str], blocks: Iterable[Block]) -> str:
    return "\n".join(filter(None, [*first, *(block.text.strip() for block in blocks)]))


def _table(block: Block) -> TableSpec | None:
    """A table as a spec has it; rows are filled up to the head's columns."""
    if block.table is None or not block.table.rows:
        return None
    head, *rows = [[("\n".join(cell)).strip() for cell in row.cells] for row in block.table.rows]
    width = max(len(row) for row in (head, *rows))
    filled = [tuple([*row, *[""] * (width - len(row))]) for row in (head, *rows)]
    return TableSpec(
        head=tuple(re.sub(r"\s*\n\s*", "", cell) for cell in filled[0]),
        rows=tuple(filled[1:]),
        where=block.where,
    )
