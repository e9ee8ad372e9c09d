"""What one township adds to the plan of its kind: its people, its numbers, its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plangen.derive import groups, leaders, notice, phases, staff, targets
from plangen.derive.origin import Made, Origin, altered, listed, own, within
from plangen.derive.plan import Common
from plangen.derive.posts import People
from plangen.derive.slots import Slots
from plangen.derive.targets import Missing
from plangen.derive.variant import fillings, said_of_itself
from plangen.model.plan import Group, Locality, Phase, Plan
from plangen.model.townships import Township
from plangen.problem import Path

ALONE = ("text", "ids", "name", "id")
SHARED = ("title", "preamble", "outline", "guarantees", "closing", "annexes", "wording", "layout")


@dataclass
class Adding:
    """What one township adds to the plan of its kind."""

    shared: Common
    township: Township
    totals: Mapping[str, float]

    def __post_init__(self) -> None:
        self.missing: list[Missing] = []
        self.called: set[str] = set()
        self.people = People(self.township)
        self.slots = Slots(
            fillings(self.township, self.shared.variant.county),
            said_of_itself(self.township) | {one.source: one.to for one in self.township.wording},
            self.shared.settled,
        )

    def plan(self) -> Made[Plan]:
        """The whole plan of the township."""
        values = self._values()
        base, asked = self.shared.plan, self.slots.rewording
        filled = {
            name: self.slots.part(getattr(base.value, name))
            for name in ({*SHARED, *self.shared.open} if asked else self.shared.open)
        }
        new = {name: self.slots.part(one.value) for name, one in values.items()}
        plan = replace(base.value, **filled, **new)  # type: ignore[arg-type]
        self._ask_for_slots()
        self._ask_for_charges()
        return Made(plan, {**base.origins, **within(values)})

    def _values(self) -> dict[str, Made[object]]:
        shared, town, missing = self.shared, self.township, self.missing
        values: dict[str, Made[object]] = {
            "locality": self._locality(),
            "targets": targets.targets(shared.variant, shared.targets, town, self.totals, missing),
            "offices": listed(self._bodies(shared.offices)),
            "groups": listed(self._bodies(shared.groups)),
        }
        timed = self._phases()
        values["phases"] = timed
        if span := phases.period(shared.variant, timed):
            values["period"] = span
        if shared.leading:
            classes = [self.slots.text(one) for one in shared.classes]
            kept = self._classes(classes)
            values["leaders"] = leaders.filled(shared.leading, self.people, kept, missing)
        if shared.notice:
            values["notice"] = notice.notice(shared.notice, town, missing)
        if town.contact:
            values["contact"] = listed(own(line, line.where) for line in town.contact)
        return values

    def _bodies(self, bodies: Sequence[groups.Body]) -> Iterator[Made[Group]]:
        """Groups or offices with their people; notes what each is called."""
        for body in bodies:
            names = tuple(map(self.slots.text, staff.called(body)))
            self.called.update(names)
            yield staff.filled(body, self.people, names, self.missing)

    def _ask_for_charges(self) -> None:
        for officer in self.township.leaders:
            for name in officer.charge:
                if self.called and name not in self.called:
                    message = f"{officer.name}分管的“{name}”不是本方案的工作组；{self._known()}"
                    self.missing.append(Missing(officer.where / "charge", message))

    def _known(self) -> str:
        """The groups, or where there is none, the offices."""
        groups, offices = (
            "、".join(self.slots.text(body.short or body.body.value.name) for body in bodies)
            for bodies in (self.shared.groups, self.shared.offices)
        )
        return f"工作组有{groups}" if groups else f"没有工作组，办公室有{offices}"

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
        values: dict[str, Made[object]] = {"name": name}
        if given.short and self.township.short:
            values["short"] = own(self.township.short, self.township.where / "short")
        made = altered(given, **values)
        origins = {path[1:]: o for path, o in base.origins.items() if path[:1] == ("locality",)}
        return Made(made.value, {**origins, **made.origins})

    def _phases(self) -> Made[tuple[Phase, ...]]:
        given = self.shared.phases
        return given if self.shared.variant.calendar else phases.begun(given, self.township.date)

    def _ask_for_slots(self) -> None:
        town = self.township
        for name in self.slots.unknown:
            message = f"{town.name}没有“{name}”这项数据，对照表要用；在 figures（数据）里加 {name}"
            if name == "年":
                message = f"{town.name}缺少 year（目标年份），对照表要用，县方案也没有止期"
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
