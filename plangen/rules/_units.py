"""Units (县教育局) of a plan's own level: where they are named, and which names are one unit's.

In running text a unit is seen where it is a known form (plangen/words/unit_forms.yaml) or stands
between marks (、：，（）); 由县教育局牵头 shows the unit that leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from plangen.model.document import Role
from plangen.model.plan import RosterRole
from plangen.problem import Where
from plangen.rules._lines import Line
from plangen.rules._organisation import KEPT, masked, own_level, parts_of, plain
from plangen.rules.base import Case, once
from plangen.text.cached import cached_property
from plangen.text.memory import remembered
from plangen.text.patterns import lazy
from plangen.text.programs import compiled
from plangen.value import of_tuple

ENDS = "局委办部队所站院段台馆处社联会心司团"
TITLE = lazy(
    r"(?:党[委组]|常务|第一|副)*(?P<title>书记|主任|主席|经理|董事长|检察长|大队长|支队长|中队长"
    r"|[局部院所站台馆段处厅校社会队园科厂组]长)$"
)
APART = r"，。；：、（）()《》“”‘’【】〔〕！？,;:\s"  # marks between which a unit may stand
SMALL = lazy(r"和|与|及|管理|监督|行政|服务|事务|人民")
CORE = 2  # characters that a name keeps besides its last when small words are taken away
LONGEST = 16
NO_UNIT = frozenset("公事理结管")  # after a name: 县委办公室, 县委办事处
# What is in the name of no unit of one's own.
GENERAL = tuple(
    "各 有关 相关 其他 其它 全体 辖区 部门 单位 成员 领导 小组 指挥 工作 会议 大会 动员".split()
)
WHOLE = ("政府", "委")  # how the name of no department ends
FORMAL = frozenset(
    {
        *(Role.MARK, Role.NUMBER, Role.TITLE, Role.ADDRESSEE, Role.SIGNATURE, Role.DATE),
        *(Role.IMPRINT, Role.MARK_TABLE, Role.SIGNATURE_TABLE, Role.ANNEX_TITLE),
    }
)


class Mention(NamedTuple):
    """A unit as it is written at a place, its own 县 included."""

    text: str
    where: Where


MENTION = of_tuple(Mention)  # hundreds are in a plan


@remembered(KEPT)
def unit_of_post(post: str) -> str:
    """The unit of a post: 县教育局 of 县教育局副局长; "" for 副县长."""
    found = TITLE.search(post)
    if found is None or masked(post):
        return ""
    unit, title = post[: found.start()], found["title"]
    whole = title[1:] != "长" or unit[-1:] in (*ENDS, title[0])  # 镇中心学校校长 has its 校
    return unit if whole or not unit else unit + title[0]


class Forms(NamedTuple):
    """Forms of units' names, without 县: the unit's own for each, and each by how it starts.

    `by_start` has them by their first two characters, the longest first; 委员会 for 委, too.
    """

    own: Mapping[str, str]
    by_start: Mapping[str, tuple[str, ...]]


@remembered(KEPT)
def units_of_posts(posts: tuple[str, ...]) -> tuple[str, ...]:
    """The units of a person's posts."""
    return tuple([unit for part in parts_of(posts) if (unit := unit_of_post(part))])


@cache
def listed_forms(entries: tuple[tuple[str, str], ...]) -> Forms:
    """The forms of a word list: the name of each unit, and its other forms."""
    own = {form: name for name, also in entries for form in (name, *also.split())}
    starts: dict[str, set[str]] = {}
    for form in own:
        starts.setdefault(form[:CORE], set()).update({form, form.replace("委", "委员会")})
    return Forms(
        own,
        {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in starts.items()},
    )


def general(name: str) -> bool:
    """Whether a name is that of no single department: 有关部门, 各成员单位, 县委."""
    return name.endswith(WHOLE) or any(map(name.__contains__, GENERAL))


@cache
def _between(own: str) -> re.Pattern[str]:
    """What may be a unit between marks: its own 县 is found faster than what stands before it."""
    return compiled(rf"{own}(?<![^{APART}]{own})[^{APART}]*[{ENDS}](?![^{APART}])")


@remembered(KEPT)
def names_unit(piece: str) -> bool:
    """Whether a piece of text between marks is the name of a unit."""
    short = len(piece) <= LONGEST and piece[-1] in ENDS
    return short and not masked(piece) and not general(piece)


@remembered(KEPT)
def core(name: str) -> str:
    """A name without the small words, unless hardly anything would be left."""
    short = SMALL.sub("", name)
    return short if len(short) > CORE else name


@once
def units_of(case: Case) -> Units:
    """The units of a case, read once for all rules."""
    return Units(case)


class Units:
    """The units of a case; names are compared by `key`."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def own(self) -> str:
        """The character of the plan's own level: 县."""
        return own_level(self.case.plan)

    @cached_property
    def listed(self) -> Forms:
        """The known forms of units."""
        entries = self.case.words("unit_forms")
        return listed_forms(tuple((entry["name"], entry["also"]) for entry in entries))

    @property
    def forms(self) -> Mapping[str, str]:
        """The unit's own form for each known form, without 县."""
        return self.listed.own

    @cached_property
    def keys(self) -> dict[str, str]:
        """The keys found so far: a plan names the same units hundreds of times."""
        return {}

    def key(self, unit: str) -> str:
        """What a unit is compared by: its known form, or its name without the small words."""
        return self.keys.get(unit) or self.keys.setdefault(unit, self._key(unit))

    def _key(self, unit: str) -> str:
        name = self.bare(unit)
        return self.forms.get(name) or core(name)

    def bare(self, unit: str) -> str:
        """A unit without its own 县; 委员会 and 人民政府 in short."""
        name = plain(unit).removeprefix(self.case.plan.locality.name)
        name = name.removeprefix(self.own) if len(name) > CORE else name
        return name.replace("委员会", "委").replace("人民政府", "政府")

    def of_roster(self, roles: tuple[RosterRole, ...]) -> Iterator[Mention]:
        """The units of the posts and the member units of a roster."""
        for role in roles:
            for person in role.people:
                for unit in units_of_posts(person.posts):
                    yield MENTION((unit, person.where))
            place = role.where / "units" if role.units else role.where
            for unit in role.units:
                yield MENTION((unit, place))

    @cached_property
    def of_leaders(self) -> tuple[Mention, ...]:
        """The units in the leading group's roster."""
        leaders = self.case.plan.leaders
        return tuple(self.of_roster(leaders.roster)) if leaders else ()

    @cached_property
    def of_bodies(self) -> tuple[Mention, ...]:
        """The units of the offices and groups: in their rosters, their members, their seats."""
        plan = self.case.plan
        found = [mention for body in plan.bodies for mention in self.of_roster(body.roster)]
        found += [
            MENTION((unit, place))
            for body in plan.bodies
            if body.units
            for place in (body.where / "units",)
            for unit in body.units
        ]
        found += [Mention(o.seat, o.where / "seat") for o in plan.offices if o.seat]
        return tuple(found)

    @cached_property
    def assigned(self) -> tuple[Mention, ...]:
        """The units that assignments name, leading ones first."""
        return tuple(
            Mention(unit, place)
            for assignment in self.case.plan.assignments
            for place, units in assignment.named
            for unit in units
        )

    def in_parts(self) -> tuple[Mention, ...]:
        """The units that the parts of the plan name: rosters, members, seats, assignments."""
        return (*self.of_leaders, *self.of_bodies, *self.assigned)

    @cached_property
    def first(self) -> dict[str, Mention]:
        """Where the parts of the plan have each name first, in their order."""
        found: dict[str, Mention] = {}
        for mention in self.in_parts():
            found.setdefault(mention.text, mention)
        return found

    def known(self, text: str) -> list[str]:
        """Every known form with its own 县 before it."""
        own, end, forms = self.own, 0, self.listed.by_start
        found: list[str] = []
        while (at := text.find(own, end)) >= 0:
            end = at + len(own)
            for form in forms.get(text[end : end + CORE], ()):
                after = end + len(form)
                if text.startswith(form, end) and text[after : after + 1] not in NO_UNIT:
                    end = after
                    found.append(text[at:end])
                    break
        return found

    @cached_property
    def in_text(self) -> tuple[tuple[str, Line], ...]:
        """The units of running text, each with its line: known forms, others between marks."""
        if not self.own:
            return ()
        between = _between(self.own).findall
        found: list[tuple[str, Line]] = []
        for line in self.case.having(self.own):
            if line.role not in FORMAL:
                names = (*self.known(line.text), *filter(names_unit, between(line.text)))
                found += [(name, line) for name in names]
        return tuple(found)
