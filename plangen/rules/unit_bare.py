"""单位名称漏了“县”“市”：别处都写“市爱卫办”，这里只写“爱卫办”。

依据：党政机关公文处理工作条例第二十条第（四）项；实务（机关用全称或规范化简称，前后一致）。级别：提示。
只看名单、成员单位、责任分工、办公室设在何处这些写单位的地方，而且同一单位在这些地方有带“县”的写法；
正文里的、一个人几个职务之间的承前省略不算，“县教育局、民政局、水利局”只在头一个写“县”的也不算。
"""

from __future__ import annotations

from plangen.problem import Level, Where
from plangen.rules._organisation import masked, persons, plain
from plangen.rules._units import Units, units_of
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Units without the character of the level that they have elsewhere."""
    units = units_of(case)
    if not units.own:
        return
    full = {plain(text) for text in units.first}
    bare = {name for name in full if f"{units.own}{name}" in full and not masked(name)}
    if not bare:
        return
    told = {
        one.where for one in persons(case) if any(p.startswith(units.own) for p in one.written)
    }  # 街道党工委副书记、办事处主任: the first post says whose the second is
    told |= shared(units)
    for mention in units.in_parts():
        name = plain(mention.text)
        if name in bare and mention.where not in told:
            message = f"“{name}”别处写作“{units.own}{name}”，应一致"
            yield Finding(mention.where, message, mention.text)


def shared(units: Units) -> set[Where]:
    """The longer lists whose first unit has the character for all: 县教育局、民政局、水利局."""
    lists: dict[Where, list[str]] = {}
    for mention in units.in_parts():
        lists.setdefault(mention.where, []).append(plain(mention.text))
    return {
        where
        for where, (first, *rest) in lists.items()
        if len(rest) > 1 and first.startswith(units.own)
        if first.removeprefix(units.own) not in rest
        if not any(name.startswith(units.own) for name in rest)
    }


GROUP = "groups: [{name: 甲组, units: [%s], duties: 负责宣传}]"
RULE = Rule(
    "unit-bare",
    Level.INFO,
    find,
    needs=("leaders", "groups", "offices", "assignments"),
    good=(
        GROUP % "县爱卫办, 县教育局, 团县委, 各乡镇",
        GROUP % "爱卫办, 教育局",
        GROUP % "县教育局, 爱卫办, 水利局" + "\noffices: [{name: 县创卫办, seat: 县爱卫办}]",
        "leaders: {name: 领导小组, roster: [{role: 成员, people: ["
        "{name: 何川, posts: [县政府办公室主任, 爱卫办主任]}]}]}\n" + GROUP % "县爱卫办",
        GROUP % "县爱卫办, 市爱卫办" + "\npreamble: 由县委办公室、爱卫办负责。",
    ),
    bad=(
        (
            "leaders: {name: 领导小组, roster: [{role: 成员, people: ["
            "{name: 何川, posts: [爱卫办主任]}]}]}\n" + GROUP % "县爱卫办",
            "“爱卫办”别处写作“县爱卫办”，应一致",
        ),
        (GROUP % "县爱卫办, 爱卫办", "“爱卫办”别处写作“县爱卫办”，应一致"),
        (
            GROUP % "县教育局, 爱卫办, 县水利局" + "\noffices: [{name: 县创卫办, seat: 县爱卫办}]",
            "“爱卫办”别处写作“县爱卫办”，应一致",
        ),
        (
            "offices: [{name: 县创卫办, seat: 爱卫办, duties: 负责协调}]\n"
            + GROUP % "县教育局, 县爱卫办",
            "“爱卫办”别处写作“县爱卫办”，应一致",
        ),
    ),
)
