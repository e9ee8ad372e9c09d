"""领导机构前后名称不一：成立的是工作领导组，后文又称领导小组、指挥部。

依据：党政机关公文处理工作条例第二十条第（四）项；实务（一个机构一个名称）。级别：警告。
全称只差几个字的（有没有“工作”）为提示。简称（县创卫领导小组）、写明“以下简称”的、上下级的、
要求乡镇和单位成立的、其他事项的指挥部，都不算；每种叫法只报一次。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._bodies import bodies_of
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """The names by which the text calls the leading body otherwise than the plan does."""
    bodies = bodies_of(case)
    main = bodies.main
    if main is None:
        return
    kinds, cores = {main.kind}, {main.core}
    kinds |= {body.kind for body in bodies.leading if body.kind in bodies.defined}
    for body in bodies.leading:
        if body.kind not in kinds:
            kinds.add(body.kind)
            message = f"“{body.name}”与成立的“{main.name}”名称不一，应统一为“{main.kind}”"
            yield Finding(body.where, message, body.name)
        elif not body.brief and not main.brief and body.core not in cores:
            cores.add(body.core)
            # A name that ends like the main one was only read with more text before it.
            if body.kind == main.kind and not body.core.endswith(main.core):
                message = f"“{body.name}”与“{main.name}”名称不一，应统一"
                yield Finding(body.where, message, body.name, Level.INFO)


LEADERS = "leaders: {name: 青山县创建国家卫生县城工作%s, roster: [{role: 组长, people: [何川]}]}\n"
RULE = Rule(
    "leaders-renamed",
    Level.WARNING,
    find,
    good=(
        LEADERS % "领导小组" + "preamble: 县创卫领导小组统一领导，市创卫指挥部加强指导。",
        LEADERS % "领导小组" + "preamble: 各乡镇要成立创建工作领导组，健全防汛指挥部。",
        LEADERS % "领导小组" + "preamble: 县创建全国文明城市指挥部配合。",
        "preamble: 各创建乡镇要成立由主要负责同志任组长的创建工作领导小组。",
        "preamble: 成立青山县创建国家卫生县城工作指挥部（以下简称“县创卫指挥部”）。\n"
        "closing: 县创卫指挥部负责调度。",
    ),
    bad=(
        (
            LEADERS % "领导组" + "preamble: 第一步，成立县创建国家卫生县城领导小组。",
            "“县创建国家卫生县城领导小组”与成立的“青山县创建国家卫生县城工作领导组”名称不一，"
            "应统一为“领导组”",
        ),
        (
            "preamble: 成立县创建国家卫生县城工作领导小组。\n"
            "closing: 各单位按照县创卫指挥部的统一部署推进。",
            "“县创卫指挥部”与成立的“县创建国家卫生县城工作领导小组”名称不一，应统一为“领导小组”",
        ),
        (
            "preamble: 成立青山县创建国家卫生县城指挥部。\n"
            "closing: 县创建国家卫生县城工作指挥部每月调度。",
            "“县创建国家卫生县城工作指挥部”与“青山县创建国家卫生县城指挥部”名称不一，应统一",
        ),
    ),
)
