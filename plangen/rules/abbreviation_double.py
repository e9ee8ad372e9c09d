"""同一个简称说明了两次，一个简称指两样，或者一样东西有两个简称。

依据：党政机关公文处理工作条例第十九条（表述准确）；实务（一文之中简称统一）。级别：警告。
通知、方案、各附件各算一个文件；“以下分别简称”不核对全称。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._abbreviations import Abbreviation, parts
from plangen.rules.base import Case, Finding, Findings, Rule

TAIL = 8  # 成立青山县创卫工作领导小组 and 青山县创卫工作领导小组 end alike


def find(case: Case) -> Findings:
    """Abbreviations that clash with one before."""
    for part in parts(case):
        for number, item in enumerate(part):
            for before in part[:number]:
                message = clash(before, item)
                if message:
                    yield Finding(item.line.where, message, item.name)
                    break


def clash(before: Abbreviation, item: Abbreviation) -> str:
    """What is wrong with two definitions; empty where nothing is."""
    same = alike(before.full, item.full)
    if item.name == before.name:
        if same or not (item.full and before.full):
            return f"简称{item.name}前面已经说明过"
        return f"简称{item.name}前面已经用来称“{before.full[-16:]}”"
    if same and (before.line, before.start) != (item.line, item.start):
        return f"“{item.full[-16:]}”前面已经简称{before.name}"
    return ""


def alike(one: str, other: str) -> bool:
    """Whether two full names mean the same: their ends are equal."""
    size = min(TAIL, len(one), len(other))
    least = 1 if one.startswith("《") else TAIL
    return size >= least and one[-size:] == other[-size:]


RULE = Rule(
    "abbreviation-double",
    Level.WARNING,
    find,
    good=(
        "preamble: 按照《国家卫生县标准》（以下简称《标准》）做好创建国家卫生县城（以下简称“创"
        "卫”）工作。",
        "preamble: 落实《甲办法》《乙办法》（以下分别简称《办法》《细则》）。",
    ),
    bad=(
        (
            "preamble: 做好创建国家卫生县城工作（以下简称“创卫”）。\n"
            "outline: [{heading: 目标, text: 做好创建国家卫生县城工作（以下简称“创卫”）。}]",
            "简称“创卫”前面已经说明过",
        ),
        (
            "preamble: 按照《国家卫生县标准》（以下简称《标准》）和《省级卫生村标准》（以下简"
            "称《标准》）。",
            "简称《标准》前面已经用来称“《国家卫生县标准》”",
        ),
        (
            "preamble: 做好创建国家卫生县城工作（以下简称“创卫”）。\n"
            "outline: [{heading: 目标, text: 做好创建国家卫生县城工作（以下简称“创建”）。}]",
            "“做好创建国家卫生县城工作”前面已经简称“创卫”",
        ),
    ),
)
