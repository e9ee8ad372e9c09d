"""列表的一项里写了几个单位、几个人，或者把职务写进了姓名：[县教育局，县财政局]、[张三、李四]。

依据：实务（一项一个，才能逐个核对）。级别：警告。方括号里的各项用半角逗号隔开，全角的逗号、顿号算文字。
各乡镇、街道一类合起来说的，姓名后面的（兼）（女）不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import Person, Plan
from plangen.problem import Level, Where
from plangen.rules._organisation import rosters, unit_lists
from plangen.rules._units import ENDS
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.marks import parted
from plangen.text.patterns import lazy

COMMAS = frozenset("，,；;")
MARKS, SEVERAL = COMMAS | {"、"}, COMMAS | {*"、（("}
BRACKETS = lazy(r"[（(][^（）()]*[）)]")
POST = lazy(r"[（(](?P<post>[^（）()]*[长记任席理员])[）)]$")
OWN = "省市县区州旗镇乡"


def find(case: Case) -> Findings:
    """Units, then people, of which one item has several."""
    for where, unit in _units(case):
        pieces = _pieces(unit)
        divided = not COMMAS.isdisjoint(BRACKETS.sub("", unit))
        if divided or (len(pieces) > 1 and all(map(_own, pieces))):
            yield Finding(where, _said(unit, "单位", pieces), unit)
    for person in _people(case.plan):
        pieces = _pieces(person.name)
        post = POST.search(person.name)
        if len(pieces) > 1:
            yield Finding(person.where, _said(person.name, "人", pieces), person.name)
        elif post:
            name = person.name[: post.start()]
            message = (
                f"“{person.name}”的姓名里有职务，应分开写：{{姓名: {name}, 职务: {post['post']}}}"
            )
            yield Finding(person.where, message, person.name)


def _said(item: str, what: str, pieces: list[str]) -> str:
    listed = ", ".join(pieces)
    return f"“{item}”把几个{what}写在一项里，应各写一项，用半角逗号隔开：[{listed}]"


def _pieces(item: str) -> list[str]:
    return [piece.strip() for piece in parted(BRACKETS.sub("", item), MARKS) if piece.strip()]


def _own(piece: str) -> bool:
    """Whether a piece is a unit by itself: 县教育局, no 各街道."""
    return piece[0] in OWN and piece[-1] in ENDS


def _units(case: Case) -> Iterator[tuple[Where, str]]:
    """Every unit in a list that a mark divides, with its place."""
    for where, units in unit_lists(case):
        for at, unit in enumerate(units):
            if not MARKS.isdisjoint(unit):
                yield where / at, unit


def _people(plan: Plan) -> Iterator[Person]:
    """Everyone whose name has a mark or a bracket in it."""
    everyone = (one for _, roles in rosters(plan) for role in roles for one in role.people)
    return (one for one in everyone if not SEVERAL.isdisjoint(one.name))


GROUP = "groups: [{name: 甲组, %s, duties: 负责宣传}]"
RULE = Rule(
    "items-joined",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices", "assignments"),
    spec=True,
    good=(
        GROUP % "units: [县教育局, 县财政局, 各乡镇、街道, 县公安局（含交警、巡特警）]",
        GROUP % "roster: [{role: 组长, people: [石永康（兼）, {name: 何川, posts: 县长}]}]",
    ),
    bad=(
        (
            GROUP % "units: [县教育局，县财政局]",
            "“县教育局，县财政局”把几个单位写在一项里，应各写一项，用半角逗号隔开："
            "[县教育局, 县财政局]",
        ),
        (
            GROUP % "units: 县教育局、县财政局",
            "“县教育局、县财政局”把几个单位写在一项里，应各写一项，用半角逗号隔开："
            "[县教育局, 县财政局]",
        ),
        (
            GROUP % "roster: [{role: 组长, people: [石永康、何川, 苏婷（副县长）]}]",
            "“石永康、何川”把几个人写在一项里，应各写一项，用半角逗号隔开：[石永康, 何川]\n"
            "“苏婷（副县长）”的姓名里有职务，应分开写：{姓名: 苏婷, 职务: 副县长}",
        ),
    ),
)
