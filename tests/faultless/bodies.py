"""The leading group of a faultless plan, its office and groups; every clause has one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from plangen.model import plan as m
from plangen.standard.catalogue import CatalogueSection, Standard, load_standard
from tests.faultless.world import World, prose

UNCHECKED: tuple[tuple[m.StandardUse, ...], ...] = (
    *((),) * 4,
    (m.StandardUse(title="省级卫生乡镇标准"),),
    (m.StandardUse(title="省级卫生县城标准", assigned_in="《任务分解表》"),),
)
PRINTS = ("", "numbers", "texts", "both")


def akin(name: str, title: str) -> bool:
    """Whether a group and a section of the standard are of one matter, by their names."""
    pairs = {name[at : at + 2] for at in range(len(name) - 2)} - {"卫生"}
    return any(pair in title for pair in pairs)


@dataclass
class Bodies:
    """Who does what in one plan."""

    world: World

    @cached_property
    def standard(self) -> Standard | None:
        """The catalogue to follow."""
        return load_standard(self.world.catalogue) if self.world.catalogue else None

    @cached_property
    def use(self) -> tuple[m.StandardUse, ...]:
        """The standard, without the clauses that are not for this place; or none to check."""
        if self.standard is None:
            return self.world.rnd.choice(UNCHECKED)
        unfit = [clause.id for clause in self.standard.clauses if not self.fits(clause.applies_to)]
        refs = tuple(m.ClauseRef(ids=one) for one in unfit)
        exclude = (m.Exclusion(clauses=refs, reason="只适用于县城"),) if refs else ()
        return (m.StandardUse(id=self.standard.id, exclude=exclude),)

    def fits(self, scope: tuple[str, ...]) -> bool:
        """Whether a clause for these kinds of places is one for ours."""
        return not self.world.town or not scope or "乡镇" in scope

    def refs(self, section: CatalogueSection) -> Iterator[m.ClauseRef]:
        """The clauses of a section, named in one of the ways there are."""
        rnd = self.world.rnd
        shown = rnd.choice(PRINTS)
        fitting = [clause for clause in section.clauses if self.fits(clause.applies_to)]
        if len(fitting) < len(section.clauses) or self.world.maybe(0.3):
            ids = ",".join(clause.id for clause in fitting)
            yield m.ClauseRef(ids=ids, print=shown)
        elif self.world.maybe():
            yield m.ClauseRef(section=section.title, print=shown)
        elif len(fitting) > 2 and self.world.maybe():
            yield m.ClauseRef(ids=f"{fitting[0].id}-{fitting[1].id}", print=shown)
            yield m.ClauseRef(ids=f"{fitting[2].id}-{fitting[-1].id}", print=shown)
        else:
            yield m.ClauseRef(ids=f"{fitting[0].id}-{fitting[-1].id}", print=shown)

    @cached_property
    def leaders(self) -> m.Leaders | None:
        """领导小组, with everybody who heads anything."""
        world = self.world
        if not world.led:
            return None
        roles = [m.RosterRole(role="组长", people=tuple(world.chiefs))]
        first, *others = world.deputies
        if world.maybe():
            roles.append(m.RosterRole(role="常务副组长", people=(first,)))
        else:
            others = [first, *others]
        roles.append(m.RosterRole(role="副组长", people=tuple(others)))
        members = tuple(world.managers.values())
        below = ("各村党支部书记",) if world.town else ("各乡镇人民政府主要负责人",)
        classes = below if world.maybe() else ()
        roles.append(m.RosterRole(role="成员", people=members, classes=classes))
        name = f"{world.place}创建{world.goal}工作领导小组"
        after = "领导小组成员因工作变动需要调整的，由接任者自然递补，不再另行发文。"
        made = m.Leaders(
            name=name,
            short="领导小组",
            duties="负责统筹协调和督促检查创建工作，研究解决重大问题",
            roster=tuple(roles),
            after=after if world.maybe() else "",
        )
        if world.maybe(0.2):
            text = f"成立{name}（以下简称“领导小组”），成员名单如下："
            made = replace(made, text=text, duties="")
        elif world.maybe(0.2):
            made = replace(made, duties="", after="")
        return made

    @cached_property
    def office(self) -> m.Office | None:
        """The office of the leading group."""
        world = self.world
        if not world.led:
            return None
        unit = f"{world.own}社会事务办公室" if world.town else f"{world.own}卫生健康局"
        head, second = world.deputies[-1], world.managers[unit]
        roles = (
            m.RosterRole(role="主任", people=(head,)),
            m.RosterRole(role="副主任", people=(second,)),
        )
        own = prose()["bodies"][0]["duties"]
        duties = [world.say(text) for text in world.some(own[1:], 1, 3)]
        return m.Office(
            name=f"{world.place}创建{world.goal}工作领导小组办公室",
            short=f"{world.own}创建办",
            seat=unit,
            roster=roles,
            lead="承担领导小组日常工作" if world.maybe() else "",
            duties=tuple(m.Item(text=text) for text in duties),
            numbered=world.maybe(0.2),
        )

    @cached_property
    def groups(self) -> tuple[m.Group, ...]:
        """工作组; each unit is in one of them."""
        world = self.world
        if not world.led:
            return ()
        chosen = world.some(prose()["bodies"][1:], 3, 8)
        heads = world.deputies * 2
        shares = self._shares(len(chosen))
        return tuple(
            self._group(body, head, units)
            for body, head, units in zip(chosen, heads, shares, strict=False)
        )

    def _shares(self, count: int) -> list[list[str]]:
        """Every unit once."""
        units = self.world.units
        return [units[at::count] for at in range(count)]

    def _group(
        self, body: dict[str, list[str] | str], head: m.Person, units: list[str]
    ) -> m.Group:
        world = self.world
        known = [world.managers[unit] for unit in units if unit in world.managers]
        roster = [m.RosterRole(role="组长", people=(head,))]
        if known:
            roster.append(m.RosterRole(role="副组长", people=tuple(world.some(known, 1, 3))))
        texts = [world.say(text) for text in world.some(list(body["duties"]), 2, 5)]
        if world.maybe():
            texts.append(prose()["common"][0])
        items = tuple(m.Item(text=text) for text in texts)
        name = str(body["name"])
        group = m.Group(name=name, roster=tuple(roster), units=tuple(units), duties=items)
        if world.maybe(0.2) and len(items) > 2:
            blocks = (
                m.DutyBlock(label=f"{name[:-1]}日常工作", duties=items[:2]),
                m.DutyBlock(label=f"{name[:-1]}专项工作", duties=items[2:]),
            )
            return replace(group, duties=(), blocks=blocks)
        if world.maybe(0.2):
            return replace(group, duties=texts[0].rstrip("。"))
        if world.maybe(0.2):
            return replace(
                group, text="本组由下列人员和单位组成。", after="各成员单位要密切配合。"
            )
        return group

    def clauses(self) -> tuple[tuple[m.Group, ...], tuple[m.Assignment, ...]]:
        """The groups with every section of the catalogue, or the assignments that have them."""
        world = self.world
        if self.standard is None or not self.groups or world.maybe(0.4):
            return self.groups, tuple(self._assignments())
        given: list[list[m.ClauseRef]] = [[] for _ in self.groups]
        names = [group.name for group in self.groups]
        for section in self.standard.sections:
            fitting = [at for at, name in enumerate(names) if akin(name, section.title)]
            given[world.rnd.choice(fitting or range(len(given)))].extend(self.refs(section))
        lead = f"制定{world.own}级工作方案"
        groups = []
        for group, refs in zip(self.groups, given, strict=True):
            if refs and group.blocks:
                block = replace(group.blocks[0], clauses=tuple(refs))
                groups.append(replace(group, blocks=(block, *group.blocks[1:])))
            elif refs:
                first = lead if world.maybe() else ""
                groups.append(replace(group, clauses=tuple(refs), lead=first))
            else:
                groups.append(group)
        return tuple(groups), ()

    def _assignments(self) -> Iterator[m.Assignment]:
        """A row for each clause or for each section, with one unit in the lead."""
        world = self.world
        if self.standard is None:
            if world.maybe(0.3):
                yield from self._own_rows()
            return
        for section in self.standard.sections:
            fitting = [one for one in section.clauses if self.fits(one.applies_to)]
            whole = len(fitting) == len(section.clauses)
            if whole and world.maybe(0.3):
                yield self._row(m.Assignment(section=section.title))
            elif whole and world.maybe(0.2):
                yield m.Assignment(section=section.title, charge=world.units[0])
                yield from (self._row(m.Assignment(clause=one.id)) for one in fitting)
            else:
                yield from (self._row(m.Assignment(clause=one.id)) for one in fitting)

    def _own_rows(self) -> Iterator[m.Assignment]:
        """Rows with a text of their own."""
        for text in self.world.some(prose()["rows"], 2, 4):
            yield self._row(m.Assignment(text=text))

    def _row(self, row: m.Assignment) -> m.Assignment:
        """A row with the units that do it."""
        first, *others = self.world.some(self.world.units, 2, 4)
        return replace(row, lead=(first,), support=tuple(others))
