"""工作组组长、办公室主任不在领导小组名单里。

依据：实务（下设机构的负责人一般是领导小组成员）。级别：提示。
领导小组名单没有人名的不查；名单里有整类人员、成员单位，能包括这个人的，不算缺。打码的不比。
"""

from __future__ import annotations

from plangen.model.plan import Group, Leaders, Person
from plangen.problem import Level
from plangen.rules._organisation import heads, masked, plain
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended

SUFFIX = 2  # 镇长 of 各镇镇长


def find(case: Case) -> Findings:
    """Heads whose name is nowhere in the leading group's roster."""
    leaders = case.plan.leaders
    members = {plain(p.name) for role in leaders.roster for p in role.people} if leaders else set()
    names = {name for name in members if not masked(name)}
    if leaders is None or not members or any(role.text for role in leaders.roster):
        return
    for body in case.plan.bodies:
        for person in heads(body):
            if masked(plain(person.name)) or not names:
                yield Suspended(person.where, "姓名打码，不能与领导小组名单比较")
            elif plain(person.name) not in names and not _counted(person, leaders):
                message = f"“{body.name}”的负责人{person.name}不在{_called(leaders, body)}名单里"
                yield Finding(person.where, message, person.name)


def _counted(person: Person, leaders: Leaders) -> bool:
    """Whether the person may be among the classes or of the units that the roster has."""
    classes = [name for role in leaders.roster for name in role.classes]
    units = [name for role in leaders.roster for name in role.units]
    if not person.posts:
        return bool(classes or units)
    return any(post.startswith(unit) for post in person.posts for unit in units) or any(
        post[-SUFFIX:] == name[-SUFFIX:] for post in person.posts for name in classes
    )


def _called(leaders: Leaders, body: Group) -> str:
    return leaders.short if leaders.short and leaders.short != body.name else "领导小组"


LEADERS = "leaders: {name: 领导小组, roster: [{role: 组长, people: [周启明, 何川]}%s]}\n"
GROUP = "groups: [{name: 甲组, roster: [{role: 组长, people: [%s]}], duties: 负责宣传}]"
RULE = Rule(
    "head-outside",
    Level.INFO,
    find,
    needs=("leaders",),
    good=(
        LEADERS % "" + GROUP % "何　川",
        LEADERS % "" + GROUP % "XX",
        LEADERS % ", {role: 成员, units: [县教育局]}"
        + GROUP % "{name: 邓蕾, posts: [县教育局局长]}",
        LEADERS % ", {role: 成员, classes: [各镇镇长]}"
        + GROUP % "{name: 邓蕾, posts: [石门镇镇长]}",
        GROUP % "邓蕾",
    ),
    bad=((LEADERS % "" + GROUP % "邓蕾", "“甲组”的负责人邓蕾不在领导小组名单里"),),
)
