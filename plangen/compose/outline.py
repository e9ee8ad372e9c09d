"""The outline (提纲): sections with their headings, texts and the parts of the plan they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from plangen.compose.annexes import given_table
from plangen.compose.assignments import assignment_blocks
from plangen.compose.blocks import heading, item, items, paragraphs, stop
from plangen.compose.calendar import track_blocks
from plangen.compose.organization import organization_blocks
from plangen.compose.phases import phase_blocks
from plangen.model.document import Block, Role, block
from plangen.model.plan import Indicator, Plan, Section
from plangen.standard.context import Context

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "==": "="}
ORGANIZATION = ("leaders", "offices", "groups")
DEFAULT_OUTLINE = (
    Section(heading="总体目标", show=("targets",)),
    Section(heading="组织机构", show=("organization",)),
    Section(heading="责任分工", show=("assignments",)),
    Section(heading="实施步骤", show=("phases",)),
    Section(heading="保障措施", show=("guarantees",)),
)


def outline(plan: Plan) -> tuple[Section, ...]:
    """The plan's own outline, or the default one without the sections it has nothing for."""
    if plan.outline:
        return plan.outline
    return tuple(s for s in DEFAULT_OUTLINE if any(has(plan, part) for part in parts(s.show)))


def parts(show: tuple[str, ...]) -> tuple[str, ...]:
    """What a section shows, with `organization` spelt out."""
    return tuple(
        chain.from_iterable(ORGANIZATION if name == "organization" else (name,) for name in show)
    )


def has(plan: Plan, part: str) -> bool:
    """Whether the plan has anything for a part."""
    return bool(getattr(plan, part))


def outline_blocks(context: Context) -> list[Block]:
    """Every section of the outline."""
    sections = enumerate(outline(context.plan), 1)
    return [part for number, s in sections for part in section_blocks(context, s, 1, number)]


def section_blocks(context: Context, section: Section, level: int, number: int) -> Iterator[Block]:
    """Heading, text, shown parts, items, sub-sections, closing text."""
    first, _, rest = section.text.partition("\n")
    run_in = first if section.run_in else ""
    yield heading(level, number, section.heading, run_in, section.where)
    yield from paragraphs(rest if section.run_in else section.text, section.where)
    yield from _shown(context, section, level)
    yield from items(level + 1, section.items)
    if section.table:
        yield Block(Role.TABLE, table=given_table(section.table), where=section.where / "table")
    start = len(section.items) + 1
    for index, child in enumerate(section.sections, start):
        yield from section_blocks(context, child, level + 1, index)
    yield from paragraphs(section.after, section.where)


def _shown(context: Context, section: Section, level: int) -> Iterator[Block]:
    names = parts(section.show)
    bodies = tuple(name for name in names if name in ORGANIZATION)
    for name in names:
        if name in ORGANIZATION:
            if name == bodies[0]:
                yield from organization_blocks(context, bodies, level + 1, section.heading)
        elif name == "assignments":
            yield from assignment_blocks(context, level + 1, section.print)
        else:
            yield from SHOWN[name](context, level + 1)


def target_blocks(context: Context, level: int) -> Iterator[Block]:
    """总体目标: a paragraph each, or numbered; the indicators in a sentence after each."""
    numbered = context.plan.wording.targets == "items"
    for number, target in enumerate(context.plan.targets, 1):
        if numbered:
            yield from item(level, number, target.title, target.text, target.where)
        else:
            lead = f"{target.title}：" if target.title else ""
            yield from paragraphs(lead + target.text, target.where)
        if target.indicators:
            named = "，".join(_indicator(indicator) for indicator in target.indicators)
            yield block(Role.PARAGRAPH, f"主要指标：{named}。", target.where)


def _indicator(indicator: Indicator) -> str:
    return f"{indicator.name}{SIGNS[indicator.op]}{indicator.value}{indicator.unit}"


def guarantee_blocks(context: Context, level: int) -> Iterator[Block]:
    """保障措施: headings run in before their text, or on lines of their own."""
    standing = context.plan.wording.guarantees == "standing"
    for number, guarantee in enumerate(context.plan.guarantees, 1):
        first, _, rest = guarantee.text.partition("\n")
        run_in = "" if standing else stop(first)
        yield heading(level, number, guarantee.title, run_in, guarantee.where)
        yield from paragraphs(guarantee.text if standing else rest, guarantee.where)


SHOWN: dict[str, Callable[[Context, int], Iterator[Block]]] = {
    "targets": target_blocks,
    "tracks": track_blocks,
    "phases": phase_blocks,
    "guarantees": guarantee_blocks,
}
