"""写了“以下简称……”，后面却没有用这个简称。

依据：实务（简称为下文而设）。级别：提示。表格、附件里用到也算；书名的简称要带书名号才算用到。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._abbreviations import abbreviations
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Abbreviations that stand nowhere but where they are defined."""
    found = abbreviations(case)
    for item in found:
        name = item.marked
        definitions = sum(1 for other in found if name in other.name)
        if case.whole.count(name) <= definitions:
            yield Finding(item.line.where, f"简称{item.name}后面没有用到", item.name)


RULE = Rule(
    "abbreviation-unused",
    Level.INFO,
    find,
    good=(
        "preamble: 做好创建国家卫生县城（以下简称“创卫”）工作。全县创卫工作由领导小组统筹。",
        "preamble: 按照《国家卫生县标准》（以下简称《标准》）落实，各项指标达到《标准》要求。",
    ),
    bad=(
        (
            "preamble: 按照《国家卫生县标准》（以下简称《标准》）落实创建国家卫生县城（以下简"
            "称“创卫”）工作。",
            "简称《标准》后面没有用到\n简称“创卫”后面没有用到",
        ),
    ),
)
