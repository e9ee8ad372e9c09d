"""文字里夹了看不见的字符：零宽空格、方向符、软连字符、控制字符。

依据：实务（看不见的字符妨碍查找、比对，换了字体会显形）。级别：警告。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import word_before
from plangen.rules.base import Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

HIDDEN_ONE = lazy(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
HIDDEN = lazy(f"{HIDDEN_ONE.pattern}+")


@LineWise
def find(lines: Lines) -> Findings:
    """Characters without a shape."""
    for line in lines.among(HIDDEN_ONE):
        for found in HIDDEN.finditer(line.text):
            before = word_before(line.text, found.start(), 4)
            codes = "、".join(f"U+{ord(char):04X}" for char in dict.fromkeys(found.group()))
            after = line.text[found.end() : found.end() + 2]
            message = f"“{before}{after}”里有看不见的字符（{codes}），应删去"
            old = before + found.group()
            yield replacing(line.where, message, old, before)


RULE = Rule(
    "character-invisible",
    Level.WARNING,
    find,
    good=("preamble: 推进健康县城建设。", "preamble: 群众满意率≥90%，（Ⅲ类）水体——达标。"),
    bad=(
        (
            'preamble: "推进健康\\u200b县城建设。"',
            "“推进健康县城”里有看不见的字符（U+200B），应删去",
        ),
    ),
)
