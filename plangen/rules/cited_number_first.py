"""引用文件时，发文字号写在了标题前面。

依据：实务（引用公文先引标题、后引发文字号）。级别：提示。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import CODE
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

FORM = lazy(
    rf"(?P<number>{CODE}{{1,8}}(?:发|函|字|办|规|电|政|府)〔(?:\d|[Xx×]){{4}}〕[\dXx×]+号)"
    r"[）)]?(?:文件?)?\s*(?P<title>《[^《》]{4,}》)"
)
LED = lazy(r"^.*(?:根据|按照|依据|依照|落实|贯彻|执行|和|及|以)")


@LineWise
def find(lines: Lines) -> Findings:
    """Numbers right before a title."""
    for line in lines.having("〔"):
        for found in FORM.finditer(line.text):
            before = line.text[: found.start()]
            if before.endswith("（") and before[:-1].endswith("》"):
                continue
            number = LED.sub("", found["number"])
            message = f"应先写标题后写发文字号：{found['title']}（{number}）"
            yield Finding(line.where, message, number)


RULE = Rule(
    "cited-number-first",
    Level.INFO,
    find,
    good=(
        "preamble: 根据《关于开展创建工作的通知》（江政发〔2024〕3号）和《国家卫生县标准》，"
        "制定本方案。",
        "preamble: 根据江政发〔2024〕3号文件要求，按照《国家卫生县标准》，制定本方案。",
        "preamble: 根据《甲通知》（江政发〔2024〕3号）《国家卫生县标准》，制定本方案。",
    ),
    bad=(
        (
            "preamble: 根据江政发〔2024〕3号《关于开展创建工作的通知》，制定本方案。",
            "应先写标题后写发文字号：《关于开展创建工作的通知》（江政发〔2024〕3号）",
        ),
    ),
)
