"""Groups and offices: which are merged, what they have to do, whose posts head them.

A merged group keeps the duties and clauses of each of the county's groups as a block of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from plangen.derive.change import Change
from plangen.derive.clauses import Applying
from plangen.derive.origin import Made, altered, copied, listed, mapped
from plangen.derive.parts import every, reworded
from plangen.derive.posts import Wanted, wishes
from plangen.derive.tables import MergedGroup, pattern
from plangen.derive.variant import Variant
from plangen.derive.wording import Wording
from plangen.model.plan import DutyBlock, Group, Item, Office, RosterRole
from plangen.problem import NOWHERE

G = TypeVar("G", bound=Group)
HEAD = re.compile(r"^(?!.*副).*(?:组长|主任|总指挥|指挥长)$")
DEPUTY = re.compile("副")
DUTIES = ("lead", "clauses", "duties")


@dataclass(frozen=True)
class Merge:
    """The county's groups that are one in a township; `line` is None for one that stays."""

    name: str
    groups: tuple[Group, ...]
    line: MergedGroup | None = None


@dataclass(frozen=True)
class Body:
    """A group or office in the township's words, and whose work its roles are."""

    body: Made[Group]
    heads: tuple[tuple[Wanted, ...], ...] = ()
    deputies: tuple[tuple[Wanted, ...], ...] = ()
    head_role: Made[str] | None = None
    deputy_role: Made[str] | None = None
    rest: tuple[Made[RosterRole], ...] = ()
    short: str = ""


def merges(variant: Variant) -> tuple[list[Merge], list[tuple[Group, MergedGroup]]]:
    """The township's groups in the order of the table, then what the table doesn't name.

    And the groups that a township hasn't got, each with the line that says so.
    """
    by_line: dict[int, list[Group]] = {}
    lines = variant.tables.groups
    single: list[Merge] = []
    gone: list[tuple[Group, MergedGroup]] = []
    for group in variant.county.groups:
        at = next((n for n, one in enumerate(lines) if pattern(one.like).search(group.name)), None)
        if at is None:
            single.append(Merge(group.name, (group,)))
        elif lines[at].name:
            by_line.setdefault(at, []).append(group)
        else:
            gone.append((group, lines[at]))
    named = [
        Merge(variant.of_town(lines[at].name), tuple(by_line[at]), lines[at])
        for at in sorted(by_line)
    ]
    return [*named, *single], gone


def renamed(found: Iterable[Merge]) -> Iterator[Change]:
    """The names of the county's groups, as the texts have them."""
    for merge in found:
        for group in merge.groups if merge.line else ():
            if group.name != merge.name:
                yield Change(group.name, merge.name, merge.line.at if merge.line else "")


def group(merge: Merge, wording: Wording, applying: Applying) -> Body:
    """One group of the townships of a kind, its roster still empty."""
    line = merge.line
    wheres = [one.where for one in merge.groups]
    if line is None:
        name = wording.line(merge.name, wheres[0])
    else:
        name = mapped(merge.name, wheres[0], (f"{line.at} {_from(merge)}",))
    units = wording.units([u for one in merge.groups for u in one.units], wheres[0] / "units")
    themes = [theme for one in merge.groups for theme in _themes(one, wording, applying)]
    blocks = _each_once(themes)
    values: dict[str, Made[object]] = {"name": name, "units": listed(units)}
    if len(merge.groups) == 1 and len(blocks) == 1 and not merge.groups[0].blocks:
        values |= {key: _value(blocks[0], key) for key in DUTIES}
    else:
        values["blocks"] = listed(blocks)
    body = altered(Group(name="", where=wheres[0]), **values)
    return _staffed(body, merge.groups, wording)


def _value(block: Made[DutyBlock], key: str) -> Made[object]:
    """One value of a block with its origins."""
    inner = {path[1:]: origin for path, origin in block.origins.items() if path[:1] == (key,)}
    return Made(getattr(block.value, key), inner)


def _from(merge: Merge) -> str:
    return f"{'、'.join(one.name for one in merge.groups)}并为{merge.name}"


def office(own: Office, wording: Wording, applying: Applying) -> Body | None:
    """An office of the leading group, its roster still empty."""
    seat = wording.unit(own.seat, own.where / "seat") if own.seat else None
    # A lead-in that says where the office is takes the place of the seat.
    text = own.text.replace(own.seat, seat.value) if seat else own.text
    bare = replace(own, roster=(), units=(), clauses=(), blocks=(), seat="", lead="", duties=())
    new = reworded(replace(bare, text=text), wording)
    if new is None:
        return None
    values: dict[str, Made[object]] = {"units": listed(wording.units(own.units, own.where))}
    if seat and not text:
        values["seat"] = seat
    for theme in _themes(replace(own, blocks=()), wording, applying):
        values |= {key: _value(theme, key) for key in DUTIES}
    if own.blocks:
        values["blocks"] = listed(_blocks(own, wording, applying))
    done = altered(new.value, **values)
    body: Made[Group] = Made(done.value, {**new.origins, **done.origins})
    staffed = _staffed(body, (own,), wording)
    return replace(staffed, short=new.value.short)


def _themes(own: Group, wording: Wording, applying: Applying) -> Iterator[Made[DutyBlock]]:
    """What a group has to do, as blocks; the first is called after the group."""
    for block in own.themes:
        new = _block(block, wording, applying)
        if new is None:
            continue
        if block.label:
            yield new
            continue
        label = wording.line(own.name.removesuffix("组"), own.where / "name")
        named = altered(new.value, label=label)
        yield Made(named.value, {**new.origins, **named.origins})


def _blocks(own: Group, wording: Wording, applying: Applying) -> Iterator[Made[DutyBlock]]:
    found = (_block(block, wording, applying) for block in own.blocks)
    return (block for block in found if block is not None)


def _block(block: DutyBlock, wording: Wording, applying: Applying) -> Made[DutyBlock] | None:
    """A block with the clauses that apply and the duties that are the township's."""
    refs = applying.refs(block.clauses)
    values: dict[str, Made[object]] = {"clauses": listed(refs)}
    if block.label:
        values["label"] = wording.line(block.label, block.where / "label")
    lead = wording.text(block.lead, block.where / "lead") if block.lead else None
    values["lead"] = lead or Made("")
    if isinstance(block.duties, str):
        values["duties"] = wording.text(block.duties, block.where / "duties") or Made("")
    else:
        values["duties"] = every(block.duties, wording)
    made = altered(replace(block, where=NOWHERE), **values)
    empty = not (made.value.clauses or made.value.duties)
    return None if empty else made


def _each_once(themes: list[Made[DutyBlock]]) -> list[Made[DutyBlock]]:
    """Blocks in a row; a duty that several of them have stands once, at the very end."""
    count = Counter(text for theme in themes for text in _texts(theme.value))
    parted = [_parted(theme, count) for theme in themes]
    blocks = [own for own, _ in parted if own.value.clauses or own.value.duties]
    last = {one.value.text: one for _, shared in parted for one in shared}
    if not blocks or not last:
        return blocks or themes[-1:]
    return [*blocks[:-1], _with(blocks[-1], last.values())]


def _texts(block: DutyBlock) -> list[str]:
    return [] if isinstance(block.duties, str) else [duty.text for duty in block.duties]


def _parted(
    theme: Made[DutyBlock], count: Mapping[str, int]
) -> tuple[Made[DutyBlock], list[Made[Item]]]:
    """A block with its own duties, and those that others have as well."""
    duties = theme.value.duties
    if isinstance(duties, str):
        return theme, []
    items = [
        Made(duty, {p[2:]: o for p, o in theme.origins.items() if p[:2] == ("duties", number)})
        for number, duty in enumerate(duties)
    ]
    own = [item for item in items if count[item.value.text] == 1]
    shared = [item for item in items if count[item.value.text] > 1]
    bare = Made(
        replace(theme.value, duties=()),
        {path: origin for path, origin in theme.origins.items() if path[:1] != ("duties",)},
    )
    return _with(bare, own), shared


def _with(theme: Made[DutyBlock], more: Iterable[Made[Item]]) -> Made[DutyBlock]:
    """A block with more duties at its end."""
    old = theme.value.duties
    if isinstance(old, str):
        return theme
    new = listed(more)
    origins = {
        ("duties", int(path[0]) + len(old), *path[1:]): origin
        for path, origin in new.origins.items()
    }
    return Made(replace(theme.value, duties=(*old, *new.value)), {**theme.origins, **origins})


def _staffed(body: Made[Group], county: Sequence[Group], wording: Wording) -> Body:
    """With the posts of those who head the county's groups and of their deputies."""
    heads: list[tuple[Wanted, ...]] = []
    deputies: list[tuple[Wanted, ...]] = []
    rest: dict[str, Made[RosterRole]] = {}
    head: Made[str] | None = None
    deputy: Made[str] | None = None
    for role in (role for one in county for role in one.roster):
        posts = [wishes(one.posts, wording) for one in role.people]
        if HEAD.match(role.role):
            head = head or copied(role.role, role.where / "role")
            heads += posts
        elif DEPUTY.search(role.role):
            deputy = deputy or copied(role.role, role.where / "role")
            deputies += posts
        other = replace(role, people=(), units=())
        if role.classes or role.text:
            new = reworded(other, wording)
            if new is not None and (new.value.classes or new.value.text):
                rest.setdefault(role.role, new)
    return Body(
        body,
        tuple(one for one in heads if one),
        tuple(one for one in deputies if one),
        head,
        deputy,
        tuple(rest.values()),
    )
