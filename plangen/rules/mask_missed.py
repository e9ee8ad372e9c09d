"""名单里的姓名都打了码，漏下个别人没有打：安某在一片 XX 里露了真名；镇村名称也一样。

依据：个人信息保护法第二十五条、政府信息公开条例第十五条（公开前去掉个人信息）；实务。级别：警告。
全部名单合起来看：打码的占九成以上，才报；不是名字的（整类人员、待定）不算。
镇、村看名单、成员单位里的，打码的不少于五处，没有打的不到五分之一，才报；“各村”“城中村”不是名称。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.problem import Level, Where
from plangen.rules._organisation import persons, rosters, unit_lists
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.masks import SIGNS
from plangen.text.patterns import lazy

MASKED = lazy(rf"{LETTER}{{0,2}}[{re.escape(''.join(sorted(SIGNS)))}]{{1,3}}")
NAME = lazy(rf"(?:{LETTER}|·){{2,8}}")
PENDING = lazy(r"待定|空缺|未定|暂缺")
SHARE = 0.9
PLACE = lazy(
    rf"(?P<name>{LETTER}{{1,4}}|[XxＸ×]{{1,3}})(?:[镇乡村]|街道|社区)(?=$|[党居村]?委|人民|[镇乡]长|书记)"
)
CLASS = lazy(
    r"[各全本该每某两乡村镇区]|城中|城边|行政|自然|示范|中心|有关|相关|所辖|下辖|试点|创建|卫生|农村|街道"
)
FEWEST, PLACES_SHARE = 5, 0.8


def find(case: Case) -> Findings:
    """The few names that are written out among masked ones."""
    if any(map(case.has, SIGNS)):
        yield from _people(case)
        yield from _places(case)


def _people(case: Case) -> Findings:
    people = [one for one in persons(case) if not PENDING.search(one.name)]
    masked = [one for one in people if MASKED.fullmatch(one.name)]
    if len(masked) >= SHARE * len(people):
        for one in people:
            if not MASKED.fullmatch(one.name) and NAME.fullmatch(one.name):
                message = f"名单里{len(masked)}处姓名打了码，“{one.name}”没有打"
                yield Finding(one.where, message, one.name)


def _places(case: Case) -> Findings:
    """The few towns and villages of the rosters that are named among masked ones."""
    named: dict[str, Where] = {}
    count = 0
    for where, text in _listed(case):
        if found := PLACE.match(text):
            if MASKED.fullmatch(found["name"]):
                count += 1
            elif not CLASS.match(found["name"]):
                named.setdefault(found.group(), where)
    if count >= FEWEST and count >= PLACES_SHARE * (count + len(named)):
        for name, where in named.items():
            yield Finding(where, f"名单里{count}处镇村名称打了码，“{name}”没有打", name)


def _listed(case: Case) -> Iterator[tuple[Where, str]]:
    """The posts, units and members of all rosters, one by one."""
    for one in persons(case):
        yield from ((one.where, post) for post in one.written)
    for where, units in unit_lists(case):
        yield from ((where, unit) for unit in units)
    for role in (role for _, roles in rosters(case.plan) for role in roles):
        members = re.split(r"[、，。和等]|(?<!自)由|组成", role.text)
        yield from ((role.where, unit) for unit in members)


GROUP = "groups: [{name: 甲组, duties: 负责宣传, roster: [{role: 成员, people: [%s]}]}]"
UNITS = "groups: [{name: 甲组, duties: 负责宣传, units: [%s]}]"
TOWNS = "XX镇, XX镇, XX镇, XX乡, XX村委会"
RULE = Rule(
    "mask-missed",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        GROUP % ", ".join(["XX"] * 12),
        GROUP % "XX, XX, 何川, 邓蕾, 温岚, 周启明",
        GROUP % "XX, XX, XX, XX, 何川",
        GROUP % f"{', '.join(['XX'] * 12)}, 待定",
        UNITS % f"{TOWNS}, 各城中村, 城中村, 卫生村, 县教育局, 镇村办",
        UNITS % "XX镇, XX镇, XX乡, XX村委会, 石门镇, 南关村委会",
        UNITS % f"{TOWNS}, 石门镇, 城北镇",
        UNITS % "XX镇, XX乡, XX村, XX街道, 石门镇",
    ),
    bad=(
        (GROUP % f"{', '.join(['XX'] * 12)}, 何川", "名单里12处姓名打了码，“何川”没有打"),
        (GROUP % f"{', '.join(['张某某'] * 9)}, 何川", "名单里9处姓名打了码，“何川”没有打"),
        (UNITS % f"{TOWNS}, 南关村委会", "名单里5处镇村名称打了码，“南关村”没有打"),
        (
            "groups: [{name: 甲组, duties: 负责宣传, roster: [{role: 成员, text:"
            " 由XX镇、XX镇、XX镇、XX乡、XX乡、南关村等组成。}]}]",
            "名单里5处镇村名称打了码，“南关村”没有打",
        ),
    ),
)
