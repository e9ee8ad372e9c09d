"""The plan that all townships of one kind share, made once; and what a single one adds to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from plangen.derive import groups, leaders, notice, phases, targets
from plangen.derive.clauses import Applying
from plangen.derive.origin import (
    Kind,
    Made,
    Origin,
    altered,
    computed,
    copied,
    listed,
    own,
    within,
)
from plangen.derive.parts import every
from plangen.derive.slots import Slots, settled
from plangen.derive.tables import MergedGroup
from plangen.derive.targets import Missing
from plangen.derive.variant import STREET_LEVEL, TOWN_LEVEL, Variant, fillings
from plangen.derive.wording import Change, Left, Wording
from plangen.model.plan import Assignment, Group, Locality, Notice, Phase, Plan, Target
from plangen.model.townships import Township
from plangen.problem import Path
from plangen.standard.context import Context

ALONE = ("text", "ids", "name", "id")
SHARED = ("title", "preamble", "outline", "guarantees", "closing", "annexes", "wording", "layout")


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
    dropped: tuple[str, ...]  # clauses of groups that no township has
    open: frozenset[str] = frozenset()  # the keys with a slot
    settled: frozenset[int] = frozenset()  # parts without one, by identity


def common(variant: Variant, context: Context) -> Common:
    """The county's plan, brought into the words of one kind of township."""
    county = variant.county
    merged, gone = groups.merges(variant)
    more = [*groups.renamed(merged), *phases.deadline(variant), *_bodies(variant, len(merged))]
    wording = Wording(variant, tuple(more))
    applying = Applying(context, variant)
    offices = [groups.office(one, wording, applying) for one in county.offices]
    values: dict[str, Made[object]] = {
        "title": wording.line(county.title, county.where / "title"),
        "locality": _locality(variant),
        "standards": applying.standards(),
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
    plan = altered(Plan(title="", locality=county.locality), **values)
    closed = {f.name for f in fields(Plan) if settled(getattr(plan.value, f.name))[0]}
    found = Common(
        variant,
        wording,
        plan,
        leaders.leading(wording),
        tuple(one for one in offices if one is not None),
        tuple(groups.group(one, wording, applying) for one in merged),
        targets.passed_down(variant, wording),
        phases.phases(variant, wording),
        notice.common(variant, wording),
        tuple(variant.of_town(one) for one in variant.tables.leaders.classes),
        tuple(wording.left),
        tuple(_lost(gone, applying)),
        frozenset(f.name for f in fields(Plan)) - closed,
    )
    return replace(found, settled=_settled(found))


def _settled(found: Common) -> frozenset[int]:
    """The shared parts that no slot is in."""
    bodies = [body.body.value for body in (*found.offices, *found.groups)]
    rest = [role.value for body in (*found.offices, *found.groups) for role in body.rest]
    shared: list[object] = [found.plan.value, *bodies, *rest, *found.phases.value]
    shared += [target.value for target in found.targets]
    shared += [found.leading.leaders.value] if found.leading else []
    shared += [found.notice.value] if found.notice else []
    return frozenset[int]().union(*(settled(one)[1] for one in shared))


def _nothing(county: Plan) -> Made[str]:
    return Made("", {(): Origin(Kind.COPIED, county.where / "preamble")})


def _lost(gone: Sequence[tuple[Group, MergedGroup]], applying: Applying) -> list[str]:
    """What is wrong with dropping groups: clauses that nobody would have."""
    out = []
    for group, line in gone:
        refs = [ref for theme in group.themes for ref in theme.clauses]
        if applying.refs(refs):
            out.append(f"“{group.name}”不设（{line.at}），它的条款没有组承担；把它并入别的组")
    return out


def _bodies(variant: Variant, count: int) -> list[Change]:
    """The office's short name and the number of groups, as the texts have them."""
    county, level = variant.county, variant.level
    shorts = [name for office in county.offices for name in (office.short, office.name)]
    shorts.append(county.locality.office)
    out = [
        Change(short, variant.type + short[1:], "办公室简称")
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
        office = variant.type + office[1:]
    where = given.where
    return altered(
        replace(given, name=""),
        level=computed(level, f"建制是{variant.type}"),
        short=computed(f"我{variant.type}" if given.short else "", "建制", where / "short"),
        office=computed(office, "办公室简称", where / "office"),
    )


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
            "lead": listed(wording.units(one.lead, where / "lead")),
            "support": listed(wording.units(one.support, where / "support")),
        }
        out.append(altered(one, **values))
    return listed(out)


@dataclass
class Adding:
    """What one township adds to the plan of its kind."""

    shared: Common
    township: Township
    totals: Mapping[str, float]
    calendar: Sequence[Phase] = ()

    def __post_init__(self) -> None:
        self.missing: list[Missing] = []
        self.slots = Slots(
            fillings(self.township),
            {one.source: one.to for one in self.township.wording},
            self.shared.settled,
        )

    def plan(self) -> Made[Plan]:
        """The whole plan of the township."""
        values = self._values()
        base, asked = self.shared.plan, self.township.wording
        filled = {
            name: self.slots.part(getattr(base.value, name))
            for name in ({*SHARED, *self.shared.open} if asked else self.shared.open)
        }
        new = {name: self.slots.part(one.value) for name, one in values.items()}
        plan = replace(base.value, **filled, **new)  # type: ignore[arg-type]
        self._ask_for_slots()
        return Made(plan, {**base.origins, **within(values)})

    def _values(self) -> dict[str, Made[object]]:
        shared, town, missing = self.shared, self.township, self.missing
        values: dict[str, Made[object]] = {
            "locality": self._locality(),
            "targets": targets.targets(shared.variant, shared.targets, town, self.totals, missing),
            "offices": listed(groups.filled(one, town, missing) for one in shared.offices),
            "groups": listed(groups.filled(one, town, missing) for one in shared.groups),
        }
        timed = self._phases()
        values["phases"] = timed
        if span := phases.period(shared.variant, timed):
            values["period"] = span
        if shared.leading:
            classes = [self.slots.text(one) for one in shared.classes]
            values["leaders"] = leaders.filled(
                shared.leading, town, self._classes(classes), missing
            )
        if shared.notice:
            values["notice"] = notice.notice(shared.notice, town, missing)
        if town.contact:
            values["contact"] = listed(own(line, line.where) for line in town.contact)
        return values

    def _classes(self, classes: Sequence[str]) -> list[str]:
        """The classes of members, without villages or communities where there are none."""
        town = self.township
        return [
            one
            for one in classes
            if (town.villages or "村" not in one) and (town.communities or "社区" not in one)
        ]

    def _locality(self) -> Made[Locality]:
        base = self.shared.plan
        given = base.value.locality
        name = own(self.township.name, self.township.where / "name")
        made = altered(given, name=name)
        origins = {path[1:]: o for path, o in base.origins.items() if path[:1] == ("locality",)}
        return Made(made.value, {**origins, **made.origins})

    def _phases(self) -> Made[tuple[Phase, ...]]:
        given = self.shared.phases
        if not self.calendar:
            return phases.begun(given, self.township.date)
        return phases.on_calendar(given, self.calendar, self.shared.wording)

    def _ask_for_slots(self) -> None:
        town = self.township
        for name in self.slots.unknown:
            message = f"{town.name}没有“{name}”这项数据，对照表要用；在 figures（数据）里加 {name}"
            self.missing.append(Missing(town.where, message))
        for one in town.wording:
            if one.source not in self.slots.used:
                message = f"推出的方案里没有“{one.source}”，不能改写；对照推出的文字改一改"
                self.missing.append(Missing(one.where / "source", message))


def paths(origins: Mapping[Path, Origin], path: Path) -> Origin | None:
    """The origin of what stands at a path: its own, or that of the nearest part it is in.

    A part that is written as one of its values alone (an item as its text) has that one's.
    """
    alone = ((*path, key) for key in ALONE)
    if path not in origins and (inner := next((one for one in alone if one in origins), None)):
        return origins[inner]
    while path not in origins and path:
        path = path[:-1]
    return origins.get(path)
