"""比例写成了冒号：600：1、1:10，应用比号（∶）。

依据：实务（比号是数学符号“∶”，不是冒号）。级别：提示。
只看前后写明比例、配比、比值的；时刻、比分不算。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import Slip, slips
from plangen.rules.base import Findings, LineWise, Rule
from plangen.text.patterns import lazy

VALUE = r"(?<![\d.:：])(\d+(?:\.\d+)?)[ \u3000]?[:：︰]\s?(\d+(?:\.\d+)?)(?![\d.:：])"
WORD = lazy("比例|配比|比值|之比|的比(?!较|赛|重)|比为")
NEAR = 6  # characters before and after


def told(found: re.Match[str]) -> bool:
    """Whether the words around say that this is a ratio."""
    start, end, text = found.start(), found.end(), found.string
    return bool(WORD.search(text[max(0, start - NEAR) : start] + text[end : end + NEAR]))


CUES = tuple(f"{before}{mark}" for before in "0123456789 \u3000" for mark in ":：︰")
TABLE = (Slip(VALUE, r"\1∶\2", when=told, cues=CUES),)


@LineWise
def find(lines: Lines) -> Findings:
    """Ratios with a colon."""
    yield from slips(lines, TABLE)


RULE = Rule(
    "ratio-sign",
    Level.INFO,
    find,
    good=(
        "preamble: 按学生人数600∶1的比例配备专职卫生技术人员。",
        "preamble: 每日8:30上班，会议时间为15：00，比赛结果为3：2。",
    ),
    bad=(
        (
            "preamble: 按学生人数600：1的比例配备人员，药剂按配比1:100稀释。",
            "“600：1”应作“600∶1”\n“1:100”应作“1∶100”",
        ),
    ),
)
