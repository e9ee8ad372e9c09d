"""承担任务的单位不在领导小组和各工作组的名单里。

依据：实务（承担任务的单位一般是成员单位）。级别：提示。一份方案只报一次，列出单位。
只查本级单位（县教育局）；责任分工里的单位大半在名单里的才查，名单只写领导的不查；街道、镇村、
“各部门”一类统称和打码的不查；单位的不同写法算一个。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plangen.problem import Level
from plangen.rules._organisation import masked, plain
from plangen.rules._text import LETTER
from plangen.rules._units import Mention, Units, general, names_unit, units_of
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

LEADS = lazy(
    rf"(?:^|[\W\da-zA-Z_]|由|请)(?P<unit>[省市区县旗镇乡]{LETTER}{{2,14}}?)牵头(?!单位|部门|人)"
)
ENOUGH, SHARE = 5, 0.6
SHOWN = 10


def find(case: Case) -> Findings:
    """The units with tasks that no roster has, where the first of them stands."""
    units = units_of(case)
    listed = {units.key(name) for name in {one.text for one in _listed(units)}}
    tasked: dict[str, Mention] = {}
    for mention in _tasked(units):
        tasked.setdefault(mention.text, mention)
    found = {units.key(name): mention for name, mention in reversed(tasked.items())}
    missing = [
        mention
        for key, mention in reversed(found.items())
        if key not in listed and _specific(mention.text, units)
    ]
    names = {mention.text for mention in units.assigned}
    assigned = {units.key(name) for name in names if _specific(name, units)} or listed
    share = len(assigned & listed) / len(assigned) if assigned else 0
    if not missing or len(listed) < ENOUGH or share < SHARE:
        return
    shown = "、".join(plain(mention.text) for mention in missing[:SHOWN])
    more = "等" if len(missing) > SHOWN else ""
    first = missing[0]
    message = f"承担任务的{shown}{more}不在领导小组、工作组名单里"
    yield Finding(first.where, message, first.text)


def _listed(units: Units) -> Iterator[Mention]:
    """The units of the rosters, the member units and the seats of offices."""
    return chain(units.of_leaders, units.of_bodies)


def _tasked(units: Units) -> Iterator[Mention]:
    """The units that assignments or the text give a task to."""
    yield from units.assigned
    plan = units.case.plan
    named = [body for body in (plan.leaders, *plan.bodies) if body]
    bodies = {name for body in named for name in (body.name, getattr(body, "short", ""))}
    for line in units.case.having("牵头"):
        for found in LEADS.finditer(line.text):
            unit = found["unit"]
            if names_unit(unit) and unit not in bodies:
                yield Mention(unit, line.where)


def _specific(unit: str, units: Units) -> bool:
    """Whether a name is that of one unit of the plan's own level."""
    own = bool(units.own) and plain(unit).startswith(units.own)
    return own and not masked(unit) and not general(plain(unit)) and "创" not in unit


LEADERS = (
    "leaders: {name: 领导小组, roster: [{role: 成员, units: [县教育局, 县公安局, 县民政局,"
    " 县水利局], people: [{name: 何川, posts: [县财政局局长]}]}]}\n"
)
RULE = Rule(
    "unit-unlisted",
    Level.INFO,
    find,
    needs=("leaders", "groups"),
    good=(
        LEADERS + "assignments: [{text: 宣传。, lead: [县财政局], support: [县直各部门, 石门镇]}]",
        "leaders: {name: 甲, roster: [{role: 组长, people: [{name: 何川, posts: [县长]}]}]}\n"
        "assignments: [{text: 宣传。, lead: [县教育局]}]",
        LEADERS + "assignments: [{text: 宣传。, lead: [县统计局, 县财政局]},"
        " {text: 考核。, lead: [县审计局]}]",
    ),
    bad=(
        (
            LEADERS + "assignments: [{text: 宣传。, lead: [县教育局, 县财政局]},"
            " {text: 考核。, lead: [县统计局], support: [县公安局, 县民政局]}]",
            "承担任务的县统计局不在领导小组、工作组名单里",
        ),
        (
            LEADERS + "preamble: 由县统计局牵头，县教育局配合。",
            "承担任务的县统计局不在领导小组、工作组名单里",
        ),
    ),
)
