"""The outline of a plan as paper shows it: lines told apart again by what their words show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plangen.compose.outline import ORGANIZATION, has, outline, parts
from plangen.model.plan import Assignment, Guarantee, Phase, Section, Target
from plangen.recognise.clauses import Catalogues
from plangen.recognise.phases import are_heads, head_of
from plangen.recognise.printed_assignments import printed_assignments
from plangen.recognise.printed_bodies import (
    Bodies,
    Printer,
    is_filled,
    is_numbered,
    printed_bodies,
)
from plangen.recognise.printed_lines import (
    Line,
    as_item,
    heading_line,
    item_line,
    named_line,
    release,
    settle,
    show,
    tabled,
)
from plangen.recognise.printed_phases import PhasePrinter
from plangen.recognise.printed_turned import number_list, unstop
from plangen.recognise.shown import GUARANTEES, TARGETS, headed, heading_of
from plangen.recognise.targets import deadline, indicators
from plangen.recognise.tree import HEADING_ENDS
from plangen.recognise.worded import Worded
from plangen.standard.context import Context


@dataclass
class Shown:
    """The parts of a plan that its outline shows; each is taken once."""

    bodies: Bodies = field(default_factory=Bodies)
    targets: tuple[Target, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    phases: tuple[Phase, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()


@dataclass
class Builder:
    """From the sections of a plan to lines, and back to sections."""

    context: Context
    catalogues: Catalogues
    worded: Worded
    shown: Shown = field(default_factory=Shown)
    led: bool = False

    def outline(self) -> tuple[tuple[Section, ...], str]:
        """The sections, and the closing words: what stands after the last list is theirs."""
        plan = self.context.plan
        sections = list(outline(plan))
        closing = plan.closing.split("\n") if plan.closing else []
        lines = [self.line(section, 1) for section in sections]
        if not lines:
            return (), plan.closing
        lines[-1].after += closing
        for line in lines:
            number_list(line)
            unstop(line)
            settle(line)
        closing = release(lines[-1])
        return tuple(map(self.section, lines)), "\n".join(closing)

    def line(self, section: Section, level: int) -> Line:
        """A section with all that stands below it."""
        plan = self.context.plan
        line = heading_line(section, level)
        names = [name for name in parts(section.show) if has(plan, name)]
        if organized := [name for name in names if name in ORGANIZATION]:
            found = self.bodies(line, organized, level + 1)
            line.bodies = found if found.shown else None
        for name in names:
            if name == "assignments":
                line.assigned = printed_assignments(
                    self.context, self.catalogues, section.print, self.worded
                )
                line.more += line.assigned.before
            elif name not in ORGANIZATION:
                show(line, plan, name, level + 1)
        line.below += [item_line(item, level + 1) for item in section.items]
        tabled(line, section.table, [self.line(child, level + 1) for child in section.sections])
        return line

    def bodies(self, line: Line, names: Sequence[str], level: int) -> Bodies:
        """The bodies of a section."""
        out = Bodies(before=line.more, led=self.led)
        printer = Printer(self.context, self.catalogues, self.worded, level, out)
        found = printed_bodies(printer, names)
        line.more, self.led = found.before, found.led
        if not any(is_numbered(group) and is_filled(group) for group in found.groups):
            names_only = [group for group in found.groups if is_numbered(group)]
            line.below += [
                named_line(group.name, group.text, group.after, level=level)
                for group in names_only
            ]
            found.groups = [group for group in found.groups if not is_numbered(group)]
        if not found.leaders and not any(map(is_filled, found.groups)):
            # A sentence that names an office sets nothing up where it stands alone.
            line.more += [text for group in found.groups for text in group.text.split("\n")]
            found.groups = []
        return found

    def section(self, line: Line) -> Section:
        """What a line is: the section of a part that its words show, or a plain one."""
        heading, text = heading_of(line.first, line.rank)
        section = Section(heading=heading, text=text, run_in=bool(text))
        if line.bodies and line.bodies.shown:
            self.shown.bodies.leaders = self.shown.bodies.leaders or line.bodies.leaders
            self.shown.bodies.groups += line.bodies.groups
            shown = self.showing(section, line, line.bodies.shown)
            rest = self.plain(section, line)
            return replace(shown, items=rest.items, sections=rest.sections)
        if line.assigned:
            self.shown.assignments = tuple(line.assigned.found)
            made = self.showing(section, line, ("assignments",))
            return replace(made, print=line.assigned.print_as)
        return (
            self.phased(section, line)
            or self.guaranteed(section, line)
            or self.aimed(section, line)
            or self.plain(section, line)
        )

    def showing(self, section: Section, line: Line, names: tuple[str, ...]) -> Section:
        """A section that shows parts of the plan."""
        text = "\n".join(filter(None, [section.text, *line.more]))
        table = replace(line.table, widths=()) if line.table else None
        return replace(section, text=text, show=names, after="\n".join(line.after), table=table)

    def plain(self, section: Section, line: Line) -> Section:
        """Items as far as nothing else comes between, then sub-sections."""
        below = line.below
        count = next((at for at, one in enumerate(below) if not is_item(one)), len(below))
        return replace(
            section,
            text="\n".join(filter(None, [section.text, *line.more])),
            items=tuple(map(as_item, below[:count])),
            sections=tuple(map(self.section, below[count:])),
            after="\n".join(line.after),
            table=replace(line.table, widths=()) if line.table else None,
        )

    def phased(self, section: Section, line: Line) -> Section | None:
        """实施步骤."""
        heads = [head_of(one.first, one.ordinal, one.rank) for one in line.below]
        ranks = [one.rank for one in line.below]
        if self.shown.phases or not are_heads(heads, ranks, section.heading):
            return None
        last = line.below[-1]
        if last.table and (last.tabled or not last.below) and not line.table:
            # A table that ends the last phase is the section's.
            line.table, line.tabled, last.table = last.table, True, None
            line.after, last.after = last.after + line.after, []
        printer = PhasePrinter(self.context.plan.wording)
        for one, head in zip(line.below, heads, strict=True):
            if head is not None:
                printer.add(one, head)
        self.shown.phases = printer.phases(self.worded)
        return self.showing(section, line, ("phases",))

    def guaranteed(self, section: Section, line: Line) -> Section | None:
        """保障措施: every line has a heading and a text."""
        found = [guarantee(one) for one in line.below]
        if self.shown.guarantees or not GUARANTEES.search(section.heading) or not all(found):
            return None
        self.shown.guarantees = tuple(one for one in found if one)
        if not self.shown.guarantees:
            return None
        standing = all(one.standing for one in line.below)
        self.worded.say("guarantees", "standing" if standing else None)
        return self.showing(section, line, ("guarantees",))

    def aimed(self, section: Section, line: Line) -> Section | None:
        """总体目标: numbered, or a paragraph each."""
        deep = any(not one.leaf or (one.standing and one.more) for one in line.below)
        paragraphs = not line.below
        if self.shown.targets or not TARGETS.search(section.heading) or deep:
            return None
        if line.table and not line.tabled:
            return None
        if paragraphs and (section.run_in or not line.more):
            return None
        if paragraphs:
            self.shown.targets = targets_of(line.more)
            return replace(section, show=("targets",))
        self.shown.targets = tuple(map(numbered_target, line.below))
        self.worded.say("targets", "items")
        return self.showing(section, line, ("targets",))


def is_item(line: Line) -> bool:
    """Whether a line is an item with its text, not a heading with something below it."""
    return line.leaf and not (line.standing and line.more)


def guarantee(line: Line) -> Guarantee | None:
    """A line as a guarantee; None where it has no heading, or no text."""
    title, text = headed(line.first)
    if line.standing:
        title, text = line.first.rstrip(HEADING_ENDS), ""
    text = "\n".join(filter(None, [text, *line.more]))
    return Guarantee(title=title, text=text) if title and text and line.leaf else None


def numbered_target(line: Line) -> Target:
    """A line as a target: its indicators stand in its last paragraph."""
    item = as_item(line)
    measures = indicators(line.more[-1]) if line.more else ()
    text = item.text.rpartition("\n")[0] if measures else item.text
    return Target(text=text, title=item.title, by=deadline(text), indicators=measures)


def targets_of(lines: Sequence[str]) -> tuple[Target, ...]:
    """Paragraphs as targets, one each; a title is a label that begins the text."""
    out: list[Target] = []
    for line in lines:
        measures = indicators(line)
        if measures and out and not out[-1].indicators:
            out[-1] = replace(out[-1], indicators=measures)
        else:
            out.append(Target(text=line, by=deadline(line)))
    return tuple(out)
