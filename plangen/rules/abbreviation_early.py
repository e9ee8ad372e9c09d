"""简称还没有说明就用了。

依据：实务（第一次用全称并说明简称，以后用简称）。级别：提示。
只看带书名号的简称（《标准》）；“领导小组”“创卫”可以是别的词的一部分，不核对。通知、方案、
各附件各算一个文件。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._abbreviations import abbreviations
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Titles that are used before they are defined in the same part."""
    lines = list(case.lines())
    for item in abbreviations(case):
        if item.name.startswith("《"):
            before = lines[item.first : item.place]
            used = next((line for line in before if item.name in line.text), None)
            if used:
                yield Finding(used.where, f"简称{item.name}到后面才说明", item.name)


RULE = Rule(
    "abbreviation-early",
    Level.INFO,
    find,
    good=(
        "preamble: 按照《国家卫生县标准》（以下简称《标准》）落实，达到《标准》要求。",
        "preamble: 全县创卫工作由县创卫办统筹。\n"
        "closing: 做好创建国家卫生县城（以下简称“创卫”）工作。",
    ),
    bad=(
        (
            "preamble: 各项指标达到《标准》要求。\n"
            "closing: 按照《国家卫生县标准》（以下简称《标准》）落实。",
            "简称《标准》到后面才说明",
        ),
    ),
)
