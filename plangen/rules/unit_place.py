"""名单、成员单位、责任单位里写的是地方，不是单位：城区、城中村。

依据：党政机关公文处理工作条例第十九条（表述准确）；实务（任务落实到单位）。级别：提示。
这样的地方见 plangen/words/place_units.yaml，整个一项就是它才算：城区管委会、各城中村村委会不算；
市和省的方案里“城区”可以是一个区的名称，不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.problem import Level, Where
from plangen.rules._organisation import plain, plain_lists, rosters
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.marks import parted
from plangen.text.patterns import lazy

NAMED = "城区"  # 晋城市城区 is a district
WIDE = ("city", "province")
MEMBERS = lazy(r"由?(?P<list>[^。；：]*?)(?:等[^。；：、]*)?组成")


def find(case: Case) -> Findings:
    """Places among the units, each where it stands."""
    rights = {entry["name"]: entry["right"] for entry in case.words("place_units")}
    if case.plan.locality.level in WIDE:
        rights.pop(NAMED, None)
    for where, unit in _units(case):
        name = unit.removeprefix("各")
        if name in rights:
            yield Finding(where, f"“{name}”是地方，不是单位，应写{rights[name]}", name)


def _units(case: Case) -> Iterator[tuple[Where, str]]:
    """Whatever stands where a unit should: in lists, and in 由……组成 of a roster."""
    for where, units in plain_lists(case):
        yield from ((where, unit) for unit in units)
    for role in (role for _, roles in rosters(case.plan) for role in roles):
        for found in MEMBERS.finditer(role.text):
            yield from ((role.where, plain(unit)) for unit in parted(found["list"], "、，和"))


GROUP = "groups: [{name: 甲组, units: [%s], duties: 负责宣传}]"
TEXT = "groups: [{name: 甲组, duties: 负责宣传, roster: [{role: 成员, text: %s}]}]"
CITY = "locality: {name: 青山市, level: city}\n"
RULE = Rule(
    "unit-place",
    Level.INFO,
    find,
    needs=("leaders", "groups", "offices", "assignments"),
    good=(
        GROUP % "县教育局, 城区管委会, 各城中村村委会, 石门镇, 各社区",
        TEXT % "由县教育局、城区管委会等单位组成，负责城区、城中村整治。",
        CITY + GROUP % "市教育局, 城区, 青山县",
    ),
    bad=(
        (
            GROUP % "县教育局, 城区, 各城中村",
            "“城区”是地方，不是单位，应写城区管委会、街道办事处等管理城区的单位\n"
            "“城中村”是地方，不是单位，应写城中村的村（居）委会",
        ),
        (
            TEXT % "由县教育局、城区、石门镇等相关部门组成。",
            "“城区”是地方，不是单位，应写城区管委会、街道办事处等管理城区的单位",
        ),
        (
            CITY + "assignments: [{text: 整治。, lead: [市教育局], support: [园区]}]",
            "“园区”是地方，不是单位，应写园区管委会",
        ),
        (
            "leaders: {name: 领导小组, roster: [{role: 成员, units: [县教育局, 景区]}]}",
            "“景区”是地方，不是单位，应写景区管委会",
        ),
    ),
)
