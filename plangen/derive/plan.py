"""The plan that all townships of one kind share, made once for each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from plangen.derive import abbreviations, groups, leaders, notice, phases, targets
from plangen.derive.change import Change, Left
from plangen.derive.clauses import Applying
from plangen.derive.origin import (
    Kind,
    Made,
    Origin,
    altered,
    computed,
    copied,
    listed,
)
from plangen.derive.parts import every
from plangen.derive.slots import settled
from plangen.derive.tables import MergedGroup
from plangen.derive.variant import STREET_LEVEL, TOWN_LEVEL, Variant
from plangen.derive.wording import Wording
from plangen.model.plan import Assignment, Group, Locality, Notice, Party, Phase, Plan, Target
from plangen.standard.context import Context


@dataclass(frozen=True)
class Common:
    """What the plans of one kind of township share; rosters, numbers and slots are still open."""

    variant: Variant
    wording: Wording
    plan: Made[Plan]
    leading: leaders.Leading | None
    offices: tuple[groups.Body, ...]
    groups: tuple[groups.Body, ...]
    targets: list[Made[Target]]
    phases: Made[tuple[Phase, ...]]
    notice: Made[Notice] | None
    classes: tuple[str, ...]
    left: tuple[Left, ...]
    amounts: tuple[Left, ...]  # the whole county's
    dropped: tuple[str, ...]  # clauses of groups that no township has
    open: frozenset[str] = frozenset()  # the keys with a slot
    settled: frozenset[int] = frozenset()  # parts without one, by identity
    idle: frozenset[str] = frozenset()  # abbreviations that are defined and not used


def common(variant: Variant, context: Context, idle: frozenset[str] = frozenset()) -> Common:
    """The county's plan, brought into the words of one kind of township.

    The abbreviations that are `idle` are defined nowhere.
    """
    county = variant.county
    merged, gone = groups.merges(variant)
    more = [*groups.renamed(merged), *phases.deadline(variant), *_bodies(variant, len(merged))]
    more += [*phases.spoken(variant, repr(county)), *abbreviations.left_out(idle)]
    wording = Wording(variant, tuple(more), _quoted(context))
    applying = Applying(context, variant)
    bodies = [groups.office(one, wording, applying) for one in county.offices]
    offices = [abbreviations.without(one, idle) for one in bodies if one is not None]
    values = _values(variant, wording, applying)
    plan = altered(Plan(title="", locality=county.locality), **values)
    closed = {f.name for f in fields(Plan) if settled(getattr(plan.value, f.name))[0]}
    found = Common(
        variant,
        wording,
        plan,
        leaders.leading(wording),
        tuple(offices),
        tuple(groups.group(one, wording, applying) for one in merged),
        targets.passed_down(variant, wording),
        phases.phases(variant, wording),
        notice.common(variant, wording),
        tuple(variant.of_town(one) for one in variant.tables.leaders.classes or ()),
        tuple(wording.left),
        tuple(wording.amounts),
        tuple(_lost(gone, applying)),
        frozenset(f.name for f in fields(Plan)) - closed,
    )
    return replace(found, settled=_settled(found), idle=abbreviations.idle(_texts(found)))


def _values(variant: Variant, wording: Wording, applying: Applying) -> dict[str, Made[object]]:
    """The parts of the plan that need nothing but the wording and the standards."""
    county = variant.county
    values: dict[str, Made[object]] = {
        "title": wording.line(county.title, county.where / "title"),
        "locality": _locality(variant),
        "standards": applying.standards(),
        "to": notice.addressees(variant) if county.to else listed([]),
        "outline": every(county.outline, wording),
        "assignments": _assignments(county, wording, applying),
        "guarantees": every(county.guarantees, wording),
        "annexes": every(county.annexes, wording),
        "wording": copied(county.wording, county.where / "wording"),
        "layout": copied(county.layout, county.where / "layout"),
        "closing": wording.text(county.closing, county.where / "closing") or Made(""),
    }
    preamble = wording.text(county.preamble, county.where / "preamble")
    values["preamble"] = notice.basis(preamble or _nothing(county), variant)
    return values


def _texts(found: Common) -> str:
    """All that the plans of one kind say alike."""
    bodies = [body.body.value for body in (*found.offices, *found.groups)]
    targets = [target.value for target in found.targets]
    leaders = found.leading.leaders.value if found.leading else None
    bare = Locality(name="", level="")  # whose office isn't printed
    plan = replace(found.plan.value, locality=bare)
    return repr((plan, leaders, bodies, targets, found.phases.value))


def _settled(found: Common) -> frozenset[int]:
    """The shared parts that no slot is in."""
    bodies = [body.body.value for body in (*found.offices, *found.groups)]
    rest = [role.value for body in (*found.offices, *found.groups) for role in body.rest]
    shared: list[object] = [found.plan.value, *bodies, *rest, *found.phases.value]
    shared += [target.value for target in found.targets]
    shared += [found.leading.leaders.value] if found.leading else []
    shared += [found.notice.value] if found.notice else []
    return frozenset[int]().union(*(settled(one)[1] for one in shared))


def _quoted(context: Context) -> frozenset[str]:
    """The wording of the standards' clauses, line by line: it is quoted, not written."""
    clauses = (clause for one in context.standards.values() for clause in one.clauses)
    return frozenset(line for clause in clauses for line in clause.text.split("\n"))


def _nothing(county: Plan) -> Made[str]:
    return Made("", {(): Origin(Kind.COPIED, county.where / "preamble")})


def _lost(gone: Sequence[tuple[Group, MergedGroup]], applying: Applying) -> list[str]:
    """What is wrong with dropping groups: clauses that nobody would have."""
    out = []
    for group, line in gone:
        if applying.refs(group.every_clause):
            out.append(f"“{group.name}”不设（{line.at}），它的条款没有组承担；把它并入别的组")
    return out


def _bodies(variant: Variant, count: int) -> list[Change]:
    """The office's short name and the number of groups, as the texts have them."""
    county, level = variant.county, variant.level
    shorts = [name for office in county.offices for name in (office.short, office.name)]
    shorts.append(county.locality.office)
    out = [
        Change(short, variant.word + short[1:], "办公室简称")
        for short in dict.fromkeys(shorts)
        if short.startswith(level)
    ]
    before = len(county.groups)
    if before and before != count:
        out += [
            Change(f"{before}个{noun}", f"{count}个{noun}", "工作组个数")
            for noun in ("工作组", "专项工作组", "专项组", "工作小组")
        ]
    return out


def _locality(variant: Variant) -> Made[Locality]:
    level = STREET_LEVEL if variant.type == "街道" else TOWN_LEVEL
    given = variant.county.locality
    office = given.office
    if office.startswith(variant.level):
        office = variant.word + office[1:]
    where = given.where
    return altered(
        replace(given, name=""),
        level=computed(level, f"建制是{variant.type}"),
        short=computed(f"我{variant.word}" if given.short else "", "建制", where / "short"),
        office=computed(office, "办公室简称", where / "office"),
    )


def _also(one: Assignment, wording: Wording) -> Iterator[Made[Party]]:
    """The parties beyond the two, without those of which no township has a unit."""
    for party in one.also:
        units = listed(wording.units(party.units, party.where / "units"))
        if units.value:
            yield altered(party, units=units)


def _assignments(
    county: Plan, wording: Wording, applying: Applying
) -> Made[tuple[Assignment, ...]]:
    out = []
    for one in county.assignments:
        clause = applying.assignment(one)
        if clause is None:
            continue
        where = one.where
        text = wording.text(one.text, where / "text") if one.text else Made("")
        if text is None:
            continue
        whole = clause.value == one.clause
        values: dict[str, Made[object]] = {
            "clause": clause,
            "section": Made(one.section if whole else ""),
            "text": text,
            "charge": wording.line(one.charge, where / "charge") if one.charge else Made(""),
            "intro": (wording.text(one.intro, where / "intro") if one.intro else None) or Made(""),
            "lead": listed(wording.units(one.lead, where / "lead")),
            "support": listed(wording.units(one.support, where / "support")),
            "also": listed(_also(one, wording)),
        }
        out.append(altered(one, **values))
    return listed(out)
