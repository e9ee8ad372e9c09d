"""组织机构: the leading group, its offices, the groups."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.blocks import heading, paragraphs, stop
from plangen.compose.duties import duty_blocks
from plangen.compose.roster import roster_blocks
from plangen.model.document import Block
from plangen.model.plan import Group, Leaders, Office, RosterRole
from plangen.standard.context import Context

DEFAULT_SHORT = "领导小组"


def leaders_blocks(context: Context, leaders: Leaders) -> list[Block]:
    """成立……领导小组，负责……。成员名单如下： the roster, the line after it."""
    lead = leaders.text or leaders_sentence(leaders, context.plan.wording.roster)
    return [
        *paragraphs(lead, leaders.where),
        *roster_blocks(leaders.roster, context.plan.wording),
        *paragraphs(leaders.after, leaders.where),
    ]


def leaders_sentence(leaders: Leaders, introduces: str) -> str:
    """The sentence that sets the leading group up."""
    short = f"（以下简称“{leaders.short}”）" if leaders.short else ""
    duties = stop(leaders.duties) if leaders.duties else ""
    return f"成立{leaders.name}{short}，{duties}{introduces}："


def office_sentence(leaders: Leaders | None, office: Office) -> str:
    """领导小组下设……（以下简称“……”），办公室设在……。"""
    short = leaders.short if leaders and leaders.short else DEFAULT_SHORT
    named = f"（以下简称“{office.short}”）" if office.short else ""
    seat = f"，办公室设在{office.seat}" if office.seat else ""
    return f"{short}下设{office.name}{named}{seat}。"


def office_blocks(context: Context, office: Office, level: int) -> list[Block]:
    """An office that is introduced by a sentence, without a number."""
    lead = office.text or office_sentence(context.plan.leaders, office)
    return [*paragraphs(lead, office.where), *_body(context, office, level)]


def group_blocks(context: Context, group: Group, level: int, number: int) -> list[Block]:
    """（一）健康教育组 on its line, then roster and duties."""
    named = heading(level, number, group.name, where=group.where)
    return [named, *_unnamed(context, group, level)]


def _unnamed(context: Context, group: Group, level: int) -> list[Block]:
    """A body below the heading that names it."""
    text = group.text
    if isinstance(group, Office) and not text and (group.short or group.seat):
        text = office_sentence(context.plan.leaders, group)
    return [*paragraphs(text, group.where), *_body(context, group, level)]


def organization_blocks(
    context: Context, parts: tuple[str, ...], level: int, above: str
) -> Iterator[Block]:
    """The parts (leaders, offices, groups) in the order asked for; one numbering for all.

    The only group has no heading of its own where the section's (`above`) is its name.
    """
    plan, number = context.plan, 0
    if parts == ("groups",) and [group.name for group in plan.groups] == [above]:
        yield from _unnamed(context, plan.groups[0], level - 1)
        return
    for part in parts:
        if part == "leaders" and plan.leaders:
            yield from leaders_blocks(context, plan.leaders)
        bodies = {"offices": plan.offices, "groups": plan.groups}.get(part, ())
        for body in bodies:
            if isinstance(body, Office) and not body.numbered:
                yield from office_blocks(context, body, level)
            else:
                number += 1
                yield from group_blocks(context, body, level, number)


def _body(context: Context, body: Group, level: int) -> list[Block]:
    wording = context.plan.wording
    roster = body.roster
    if body.units:
        where = body.where / "units"
        roster = (*roster, RosterRole(role=wording.units, units=body.units, where=where))
    return [
        *roster_blocks(roster, wording),
        *duty_blocks(context, body, level + 1),
        *paragraphs(body.after, body.where),
    ]
