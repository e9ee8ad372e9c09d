"""一个工作组或办公室有两名以上同级的负责人，没有分出第一、常务。

依据：实务（一个机构一名负责人；党政正职任双组长的不在此列）。级别：提示。
领导小组的双组长是常见的写法，不报；负责人是书记和县长（镇长等）的也不报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._organisation import heads
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

SECRETARY = lazy(r"(?!.*副).*书记$")
CHIEF = lazy(r"(?!.*副).*(?:[省市区县旗州盟镇乡]长|主任)$")


def find(case: Case) -> Findings:
    """Bodies with two heads, unless they are the party's and the government's first."""
    for body in case.plan.bodies:
        found = heads(body)
        posts = [post for person in found for post in person.posts]
        both = any(map(SECRETARY.match, posts)) and any(map(CHIEF.match, posts))
        if len(found) > 1 and not both:
            names = "、".join(person.name for person in found)
            message = f"“{body.name}”有{len(found)}名同级的负责人：{names}，应写明以谁为主"
            yield Finding(found[1].where, message, found[1].name)


RULE = Rule(
    "head-double",
    Level.INFO,
    find,
    needs=("groups", "offices"),
    good=(
        "groups: [{name: 甲组, roster: [{role: 组长, people: [周启明]},"
        " {role: 副组长, people: [何川, 邓蕾]}], duties: 负责宣传}]",
        "groups: [{name: 甲组, roster: [{role: 第一组长, people: [周启明]},"
        " {role: 组长, people: [何川]}], duties: 负责宣传}]",
        "groups: [{name: 甲组, roster: [{role: 组长, people: [{name: 周启明, posts: [县委书记]},"
        " {name: 何川, posts: [县委副书记, 县长]}]}], duties: 负责宣传}]",
        "leaders: {name: 领导小组, roster: [{role: 组长, people: [周启明, 何川]}]}",
    ),
    bad=(
        (
            "groups: [{name: 督查组, roster: [{role: 组长, people: [周启明, 何川]}]}]",
            "“督查组”有2名同级的负责人：周启明、何川，应写明以谁为主",
        ),
    ),
)
