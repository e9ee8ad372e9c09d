"""A plan's outline as paper shows it: numbered lines with what stands below them.

Targets, phases, guarantees, items and sub-sections all print as lines with an ordinal. What they
are in the spec isn't printed, so they become lines first and are told apart again by what their
words show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plangen.compose.annexes import given_table
from plangen.compose.blocks import DEEPEST, stop
from plangen.compose.outline import SIGNS
from plangen.compose.phases import when
from plangen.model.document import Block, Role
from plangen.model.ordinals import FIRST, PHASE, label
from plangen.model.plan import Item, Phase, Plan, Section, TableSpec, Target
from plangen.recognise.marks import read_mark
from plangen.recognise.printed_assignments import Assigned
from plangen.recognise.printed_bodies import Bodies
from plangen.recognise.targets import indicators
from plangen.recognise.texts import lines_of
from plangen.recognise.tree import is_standing, rank_of
from plangen.text.numerals import han
from plangen.text.run_in import split_run_in


@dataclass
class Line:
    """A line with an ordinal: its text, the paragraphs below it, what is numbered below these.

    `table` stands after the numbered lines where `tabled` says so, else before them; `after` are
    the paragraphs at the end. `bodies` and `assigned` stand before what is numbered.
    """

    first: str
    rank: int
    more: list[str] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    table: TableSpec | None = None
    tabled: bool = False
    bodies: Bodies | None = None
    assigned: Assigned | None = None
    phase: Phase | None = None
    ordinal: str = ""  # of a phase: 第一阶段

    @property
    def standing(self) -> bool:
        return is_standing(self.first, self.rank)

    @property
    def headed(self) -> bool:
        """Whether what stands below it is its own; see `tree.Node.headed`."""
        return self.standing or self.rank == FIRST

    @property
    def leaf(self) -> bool:
        """Whether nothing but paragraphs stands below it."""
        return not (self.below or self.table or self.bodies or self.assigned)

    @property
    def listed(self) -> bool:
        """Whether anything below it has a number."""
        shown = (self.bodies, self.assigned)
        return bool(self.below) or any(one.numbered for one in shown if one is not None)


def heading_line(section: Section, level: int) -> Line:
    """A section's heading with its text."""
    own = section.text.split("\n") if section.text else []
    run_in = section.run_in and bool(own)
    first = stop(section.heading) + own[0] if run_in else section.heading
    after = section.after.split("\n") if section.after else []
    return Line(first, rank_of(min(level, DEEPEST)), own[1:] if run_in else own, after=after)


def tabled(line: Line, table: TableSpec | None, children: Sequence[Line]) -> None:
    """Put a section's table and sub-sections below it: the table stands after the items."""
    last = line.below[-1] if line.below else None
    if table and last and (children or last.headed):
        last.table, last.tabled = table, bool(last.below)
    elif table:
        line.table, line.tabled = table, bool(line.below)
    line.below += children


def show(line: Line, plan: Plan, part: str, level: int) -> None:
    """Put the lines of a part that a section shows below it."""
    if part == "targets" and plan.wording.targets == "items":
        line.below += [target_line(target, level) for target in plan.targets]
    elif part == "targets":
        line.more += [text for target in plan.targets for text in target_texts(target)]
    elif part == "guarantees":
        standing = plan.wording.guarantees == "standing"
        line.below += [
            titled(g.title, g.text.split("\n"), rank_of(level), standing=standing)
            for g in plan.guarantees
        ]
    elif part == "phases":
        line.below += [phase_line(plan, phase, n, level) for n, phase in enumerate(plan.phases, 1)]


def named_line(name: str, *texts: str, level: int) -> Line:
    """A group that has neither a roster nor duties: it reads as a section."""
    return Line(
        name, rank_of(level), [line for text in texts for line in text.split("\n") if line]
    )


def titled(title: str, texts: Sequence[str], rank: int, *, standing: bool) -> Line:
    """A guarantee: its title on its line, or run in before its text."""
    if standing:
        return Line(title, rank, list(texts))
    return Line(stop(title) + stop(texts[0]), rank, list(texts[1:]))


def item_line(item: Item, level: int) -> Line:
    """An item: its title is a sentence before its text."""
    first, *more = item.text.split("\n")
    return Line((stop(item.title) if item.title else "") + first, rank_of(level), more)


def target_line(target: Target, level: int) -> Line:
    """A numbered target, its indicators in a paragraph of their own."""
    line = item_line(Item(title=target.title, text=target.text), level)
    line.more += measures(target)
    return line


def target_texts(target: Target) -> list[str]:
    """A target in paragraphs; its title is a label."""
    lead = f"{target.title}：" if target.title else ""
    return [*(lead + target.text).split("\n"), *measures(target)]


def measures(target: Target) -> list[str]:
    """主要指标：群众对卫生状况满意率≥90%。"""
    named = "，".join(f"{i.name}{SIGNS[i.op]}{i.value}{i.unit}" for i in target.indicators)
    return [f"主要指标：{named}。"] if named else []


def phase_line(plan: Plan, phase: Phase, number: int, level: int) -> Line:
    """A phase with its time, text and tasks."""
    named = plan.wording.phases == "named"
    own = phase.text.split("\n") if phase.text else []
    run_in = bool(own) and plan.wording.phase_headings == "run-in"
    head = phase.name + when(plan.wording, phase)
    return Line(
        stop(head) + own[0] if run_in else head,
        PHASE if named else rank_of(level),
        own[1:] if run_in else own,
        [item_line(task, level + 1) for task in phase.tasks],
        phase=phase,
        ordinal=f"第{han(number)}阶段" if named else "",
    )


def settle(line: Line) -> None:
    """Give what stands after a list to the outermost part that ends there; see `tree`.

    What stands after a heading without a list is that heading's.
    """
    last = line.below[-1] if line.below else None
    if last and takes(last) and not line.tabled:
        last.after, line.after = last.after + line.after, []
    for child in line.below:
        settle(child)
    if line.leaf:
        line.more, line.after = line.more + line.after, []
    elif line.bodies and last is None:
        line.after = line.bodies.end(line.after)
    elif last and last.table and not (last.below or last.headed or line.table):
        line.table, line.tabled, last.table = last.table, True, None
        line.after[:0], last.after = last.after, []
    elif last and not line.tabled:
        line.after[:0] = release(last)


def takes(line: Line) -> bool:
    """Whether a paragraph after a line is its own, or that of the last line below it."""
    if line.below:
        return takes(line.below[-1]) and not line.tabled
    return line.headed and not line.listed


def release(line: Line) -> list[str]:
    """The paragraphs that leave a line for the part above it."""
    if line.headed and not line.listed:
        return []
    own = line.more if line.leaf else line.after
    cut = len(own)
    while cut and (line.headed or not goes_on(own[cut - 1])):
        cut -= 1
    out = own[cut:]
    del own[cut:]
    return out


def goes_on(text: str) -> bool:
    """Whether a paragraph goes on with the item above it by its words."""
    return bool(indicators(text)) or read_mark(text) is not None


def as_item(line: Line) -> Item:
    """A line as an item: nobody sees whether its first sentence is a title."""
    first, *below = whole(line)
    title, text = ("", first) if line.standing else split_run_in(first)
    return Item(title=title, text="\n".join([text, *below]))


def whole(line: Line) -> list[str]:
    """All lines of a line, those that are numbered below it with their ordinals."""
    table = rows_of(line.table)
    before, after = ([], table) if line.tabled else (table, [])
    numbered: list[str] = []
    for number, each in enumerate(line.below, 1):
        first, *more = whole(each)
        numbered += [label(each.rank, number) + first, *more]
    return [line.first, *line.more, *before, *numbered, *after, *line.after]


def rows_of(table: TableSpec | None) -> list[str]:
    """The rows of a table that has no place of its own, a line each."""
    return list(lines_of(Block(Role.TABLE, table=given_table(table)))) if table else []
