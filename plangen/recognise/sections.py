"""The outline (提纲): what each heading holds, and the parts of the plan that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import HEADINGS, Block, Role
from plangen.model.ordinals import FIRST, FOURTH, PHASE, SECOND, THIRD
from plangen.model.plan import (
    Assignment,
    Group,
    Guarantee,
    Item,
    Leaders,
    Office,
    Phase,
    Section,
    Target,
)
from plangen.recognise.assignments import has_marks, in_order, leading_text, read_assignments
from plangen.recognise.body import BodyReader
from plangen.recognise.clauses import Catalogues
from plangen.recognise.doubts import Doubts
from plangen.recognise.duties import read_items
from plangen.recognise.organization import Organization, is_nameless
from plangen.recognise.organization import Reader as OrganizationReader
from plangen.recognise.phases import are_phases, read_phases
from plangen.recognise.roster import is_body_line, is_roster_line
from plangen.recognise.shown import are_tasks, guarantees, heading_of, targets
from plangen.recognise.stretches import is_group, leads
from plangen.recognise.tables import spec_of
from plangen.recognise.texts import text_of, together
from plangen.recognise.tree import Node, Tree
from plangen.recognise.worded import Worded

ROLES = {
    FIRST: HEADINGS[0],
    SECOND: HEADINGS[1],
    PHASE: Role.PHASE,
    THIRD: HEADINGS[2],
    FOURTH: HEADINGS[3],
}


@dataclass
class Found:
    """What the sections of a plan hold."""

    outline: list[Section] = field(default_factory=list)
    targets: tuple[Target, ...] = ()
    leaders: Leaders | None = None
    offices: tuple[Office, ...] = ()
    groups: tuple[Group, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    phases: tuple[Phase, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()


@dataclass
class Outliner:
    """Reads the tree of a plan section by section; each part of a plan is taken once."""

    catalogues: Catalogues
    doubts: Doubts
    worded: Worded = field(default_factory=Worded)
    found: Found = field(default_factory=Found)
    nodes: Sequence[Node] = ()  # of the first level

    def read(self, tree: Tree) -> Found:
        """Every section of a text."""
        self.nodes = tree.nodes
        self.found.outline = [self.section(node) for node in self.nodes]
        return self.found

    def section(self, node: Node) -> Section:
        """A section with what stands below its heading."""
        heading, text = heading_of(node.text, node.rank)
        self.mark([node])
        section = Section(heading=heading, text=text, run_in=bool(text), where=node.block.where)
        takers = (self.assigned, self.founded, self.organized, self.phased, self.guaranteed)
        for take in (*takers, self.aimed):
            done = take(section, node)
            if done is not None:
                return done
        return self.plain(section, node)

    def mark(self, nodes: Iterable[Node]) -> None:
        """Note the role of headings' paragraphs."""
        for node in nodes:
            title, _ = node.headed_text
            if node.standing or (title and node.rank <= PHASE):
                self.doubts.takes([node.block], ROLES.get(node.rank, Role.PARAGRAPH))

    def showing(self, section: Section, node: Node, part: str) -> Section:
        """The section of one part: what stands around it is its text, and its table."""
        before, rest = leading(node.below)
        self.mark(node.nodes)
        after = [each for each in rest if isinstance(each, Block)]
        return tabled(replace(section, show=(part,)), before, after)

    def assigned(self, section: Section, node: Node) -> Section | None:
        """责任分工."""
        rosters = any(map(is_roster_line, node.blocks)) or any(map(is_group, node.nodes))
        if self.found.assignments or rosters or not has_marks(node.below):
            return None
        before, rest = leading_text(node.below)
        if not in_order(rest):
            return None
        result = read_assignments(rest, self.catalogues)
        self.mark(node.nodes)
        self.found.assignments = tuple(result.found)
        self.worded.say("lead", result.lead or None)
        self.worded.say("support", result.support or None)
        shown = replace(section, show=("assignments",), print=result.print_as)
        return tabled(shown, before, result.after)

    def founded(self, section: Section, node: Node) -> Section | None:
        """成立后勤保障小组: a section that is a group, after the one of the leading group."""
        named = re.search("(?:组|专班|队)$", section.heading) and is_group(node)
        if self.found.leaders is None or self.found.groups or node.nodes or not named:
            return None
        out = self.organization([node])
        if len(out.groups) != 1:
            return None
        self.keep(out)
        name = re.sub("^(?:成立|组建|设立)", "", out.groups[0].name)
        self.found.groups = (replace(out.groups[0], name=name),)
        return replace(section, text="", run_in=False, show=("groups",), after=out.after)

    def organization(self, parts: Sequence[Block | Node]) -> Organization:
        """What some parts set up."""
        bodies = BodyReader(self.catalogues, self.doubts, self.worded)
        return OrganizationReader(bodies, led=self.found.leaders is not None).read(parts)

    def organized(self, section: Section, node: Node) -> Section | None:
        """组织机构: rosters below the heading itself, or groups."""
        led = self.found.leaders is not None
        if self.found.groups or (not led and any(map(leads, node.nodes))):
            return None
        out = self.organization(node.below)
        if not out.sets_up or (self.found.offices and out.offices):
            return None
        if "办" not in section.heading and any(map(is_nameless, out.offices)):
            return None  # 应急队成员: a roster of nobody knows whom
        self.mark(node.nodes)
        self.keep(out)
        nodes = [part for part in out.rest if isinstance(part, Node)]
        items, sections = self.numbered(nodes)
        after = [part for part in out.rest if isinstance(part, Block)]
        return replace(
            section,
            text=text_of(out.before, section.text),
            show=tuple(out.shown),
            items=items,
            sections=sections,
            after=together(out.after, text_of(after)),
        )

    def keep(self, out: Organization) -> None:
        """Keep what a section sets up."""
        self.found.leaders = self.found.leaders or out.leaders
        self.found.offices = self.found.offices or tuple(out.offices)
        self.found.groups = tuple(out.groups)
        self.worded.say("clause", self.catalogues.word)

    def phased(self, section: Section, node: Node) -> Section | None:
        """实施步骤."""
        if self.found.phases or not are_phases(node.nodes, section.heading):
            return None
        self.found.phases = read_phases(node, self.items, self.worded)
        return self.showing(section, node, "phases")

    def guaranteed(self, section: Section, node: Node) -> Section | None:
        """保障措施."""
        found = guarantees(node.nodes, section.heading)
        tasks = found and node in self.nodes and are_tasks(node, self.nodes)
        if self.found.guarantees or not found or tasks:
            return None
        self.found.guarantees = found
        standing = [part.standing for part in node.nodes]
        if any(standing) and not all(standing):
            self.doubts.add(section.where, "各项措施的标题有的独立成行，有的接排")
        self.worded.say("guarantees", "standing" if all(standing) else None)
        return self.showing(section, node, "guarantees")

    def aimed(self, section: Section, node: Node) -> Section | None:
        """总体目标."""
        paragraphs, _ = leading(node.below)
        if self.found.targets or (section.run_in and not node.nodes):
            return None
        self.found.targets = targets(node.nodes, paragraphs, section.heading)
        if not self.found.targets:
            return None
        if not node.nodes:
            return replace(section, show=("targets",))
        self.worded.say("targets", "items")
        return self.showing(section, node, "targets")

    def plain(self, section: Section, node: Node) -> Section:
        """Any other section: text, items, a table, sub-sections, closing text.

        Nothing is dropped: further tables are kept as text.
        """
        before, rest = leading(node.below)
        after = [part for part in rest if isinstance(part, Block)]
        at = next((i for i, block in enumerate(before) if block.table is not None), None)
        if at is not None and not node.nodes:
            before, after = before[: at + 1], before[at + 1 :]
        items, sections = self.numbered(node.nodes)
        return tabled(replace(section, items=items, sections=sections), before, after)

    def numbered(self, nodes: Sequence[Node]) -> tuple[tuple[Item, ...], tuple[Section, ...]]:
        """The items that come first, and from the first heading on sub-sections."""
        count = next((at for at, node in enumerate(nodes) if not is_item(node)), len(nodes))
        return self.items(nodes[:count]), tuple(self.section(node) for node in nodes[count:])

    def items(self, nodes: Iterable[Node]) -> tuple[Item, ...]:
        """Numbered items."""
        found = list(nodes)
        self.mark(found)
        return read_items(found)


def tabled(section: Section, before: Sequence[Block], after: Sequence[Block]) -> Section:
    """A section with the paragraphs before and after what it shows; the first table is its own.

    Nothing is dropped: further tables are kept as text.
    """
    tables = [block for block in (*before, *after) if block.table is not None][:1]
    return replace(
        section,
        text=text_of((block for block in before if block not in tables), section.text),
        after=text_of(block for block in after if block not in tables),
        table=spec_of(tables[0]) if tables else None,
    )


def is_item(node: Node) -> bool:
    """Whether a node is an item with its text, not a heading with something below it."""
    if node.nodes or any(block.table or is_body_line(block) for block in node.blocks):
        return False
    return not node.standing or not node.below


def leading(parts: Sequence[Block | Node]) -> tuple[list[Block], list[Block | Node]]:
    """The paragraphs before the first node, and what follows."""
    at = next((i for i, part in enumerate(parts) if isinstance(part, Node)), len(parts))
    return [part for part in parts[:at] if isinstance(part, Block)], list(parts[at:])
