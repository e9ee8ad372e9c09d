"""文中说“本方案第三部分”“见第五章”，却没有这一部分。

依据：党政机关公文处理工作条例第二十条（段落顺序、引文要准确）；实务。级别：警告。
只看指明是本文件的（本方案、本通知、见、详见）；前面有《》的是别的文件；没有“一、”的文件不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._numbering import FIRST, HAN, NUMBERS, outline
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

REFERENCE = lazy(
    rf"(?:本(?:方案|通知|文|计划)(?:的)?|(?<![》）”])(?<![》）”][详参])见)(?P<part>第(?P<n>{HAN}"
    rf"{{1,2}})(?P<what>部分|章))"
)
CHAPTER = lazy(rf"第(?P<n>{HAN}{{1,2}})章(?:\s|$)")


def find(case: Case) -> Findings:
    """References to parts beyond the last."""
    runs = [run for run in outline(case).runs if run.rank == FIRST]
    last = max((entry.number for run in runs for entry in run.entries), default=0)
    headed = (text for line in case.having("章") if (text := line.text.strip()).startswith("第"))
    chapters = {found["n"] for text in headed if (found := CHAPTER.match(text))}
    parts = case.having_each((("部分", "章"), ("第",))) if last or chapters else ()
    for line in parts:
        for found in REFERENCE.finditer(line.text):
            number = NUMBERS.get(found["n"], 0)
            if number > last and found["n"] not in chapters:
                have = f"只有{last}个部分" if last else "没有这一章"
                message = f"文中说“{found['part']}”，但本文{have}"
                yield Finding(line.where, message, found["part"])


RULE = Rule(
    "part-missing",
    Level.WARNING,
    find,
    good=(
        "preamble: 职责分工见第二部分。\n"
        "outline: [{heading: 目标, text: 甲。}, {heading: 职责, text: 乙。}]",
        "preamble: 按照《国家卫生乡镇标准》第三部分执行。\noutline: [{heading: 目标, text: 甲。}]",
    ),
    bad=(
        (
            "preamble: 职责分工见本方案第三部分。\n"
            "outline: [{heading: 目标, text: 甲。}, {heading: 职责, text: 乙。}]",
            "文中说“第三部分”，但本文只有2个部分",
        ),
    ),
)
