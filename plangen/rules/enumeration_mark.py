"""“第一”后面用了顿号，“一是”后面加了标点。

依据：GB/T 15834—2011 附录B.3.1（第一、其一、首先之后用逗号）、B.3.7（一是、二是之后不用标点）。
级别：警告。
“第一、二产业”“第一、第二阶段”是并列，不在此列。
"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules._lines import Lines
from plangen.rules._numbering import HAN
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

ORDERED = lazy(rf"(?:^|(?<=[：；。]))(?P<word>第{HAN}{{1,2}}|其{HAN})、(?!第|其|{HAN})")
SPOKEN = lazy(rf"(?:^|(?<=[：；。，]))(?P<word>{HAN}{{1,2}}是)[，、：](?!{HAN}是)")
CUES = (*(f"{number}、" for number in "一二三四五六七八九十"), "是，", "是、", "是：")


@LineWise
def find(lines: Lines) -> Findings:
    """The word with its mark, and how it should be."""
    for line in lines.having(*CUES):
        for form, mark in ((ORDERED, "，"), (SPOKEN, "")):
            for found in form.finditer(line.text):
                quote = found.group() + line.text[found.end() : found.end() + 4]
                message = f"“{found.group()}”应作“{found['word']}{mark}”"
                fix = Fix(quote, found["word"] + mark + quote[len(found.group()) :])
                yield Finding(line.where, message, quote, fix=fix)


RULE = Rule(
    "enumeration-mark",
    Level.WARNING,
    find,
    good=(
        "preamble: 一是加强领导；二是落实责任。第一，提高认识。第一、二产业协调发展。",
        "preamble: 任务分两步：第一、第二阶段集中整治，第三阶段巩固提升。",
    ),
    bad=(
        (
            "preamble: 要做好两项工作：一是，加强领导；二是：落实责任。",
            "“一是，”应作“一是”\n“二是：”应作“二是”",
        ),
        (
            "preamble: 第一、提高思想认识。第二、落实责任。",
            "“第一、”应作“第一，”\n“第二、”应作“第二，”",
        ),
    ),
)
