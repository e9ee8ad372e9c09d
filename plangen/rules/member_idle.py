"""领导小组的成员单位没有分到任何任务。

依据：实务（成员单位各有任务）。级别：提示。一份方案只报一次，列出单位。
有工作组成员单位或责任分工的方案才查；正文别处提到的单位算有任务；党委、政府办公室和人大、政协、
纪委监委等综合单位，乡镇、街道，打码的，不查。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._organisation import masked, persons, plain
from plangen.rules._units import Mention, Units, unit_of_post, units_of
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

GENERAL = lazy(r"(?:[省市区县旗镇乡]委|政府)(?:办公?室?)?$|人大|政协|纪委|监委|监察|督查|军|武装")
MEMBER = lazy(r"成员")
SHOWN = 10
ROSTERS = frozenset({Role.ROSTER})


def find(case: Case) -> Findings:
    """The idle units of the leading group, at the first of them."""
    plan, units = case.plan, units_of(case)
    divided = any(body.units or body.roster for body in plan.groups) or plan.assignments
    if not divided or not units.own:
        return
    busy = {units.key(name) for name in _busy(units)}
    seats = [
        seat
        for seat in reversed([*_seats(units)])
        if not any(units.key(unit.text) in busy for unit in seat)
    ]
    lines = case.lines() if seats else ()
    text = "\n".join(line.text for line in lines if line.role not in ROSTERS)
    idle = {
        seat[0].text: seat[0]
        for seat in seats
        if not any(units.bare(unit.text) in text for unit in seat)
    }
    if idle:
        names = [*reversed(idle)]
        shown = "、".join(names[:SHOWN]) + ("等" if len(names) > SHOWN else "")
        yield Finding(idle[names[0]].where, f"成员单位{shown}没有分到任务", names[0])


def _seats(units: Units) -> Iterator[list[Mention]]:
    """The departments of each member of the leading group whom no other roster names."""
    plan = units.case.plan
    active = {one.name for one in persons(units.case) if one.body}
    for role in plan.leaders.roster if plan.leaders else ():
        if not MEMBER.search(role.role):
            continue
        found = [[Mention(unit, role.where)] for unit in role.units]
        found += [
            [Mention(unit_of_post(post), person.where) for post in person.posts]
            for person in role.people
            if masked(name := plain(person.name)) or name not in active
        ]
        yield from (
            seat for seat in found if seat and all(_specific(m.text, units.own) for m in seat)
        )


def _specific(name: str, own: str) -> bool:
    """Whether a name is that of a department of the plan's own level."""
    return name.startswith(own) and not masked(name) and not GENERAL.search(name)


def _busy(units: Units) -> set[str]:
    """The units of the offices, the groups, the assignments and the text."""
    parts = {mention.text for mention in chain(units.of_bodies, units.assigned)}
    return parts | {name for name, line in units.in_text if line.role not in ROSTERS}


LEADERS = "leaders: {name: 领导小组, roster: [{role: 成员, people: [%s]}]}\n"
OTHERS = "{name: 何川, posts: [县教育局局长]}, {name: 邓蕾, posts: [县政府办公室主任]}"
GROUP = "groups: [{name: 甲组, units: [%s], duties: 负责宣传}]"
RULE = Rule(
    "member-idle",
    Level.INFO,
    find,
    needs=("leaders",),
    good=(
        LEADERS % OTHERS + GROUP % "县教育局, 县公安局",
        LEADERS % OTHERS + GROUP % "县公安局" + "\npreamble: 县教育局要落实晨午检制度。",
        LEADERS % "{name: 何川, posts: [县卫健局局长]}" + GROUP % "县卫生健康局",
        LEADERS % OTHERS,
    ),
    bad=(
        (
            LEADERS % f"{OTHERS}, {{name: 温岚, posts: [县统计局局长]}}" + GROUP % "县教育局",
            "成员单位县统计局没有分到任务",
        ),
    ),
)
