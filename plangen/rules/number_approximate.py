"""概数的写法：3、4天应作三四天，20几人应作二十几人。

依据：GB/T 15835—2011 第4.2条、第5.2条（概数用汉字，两数之间不用顿号）。级别：警告。
只看相邻的两个数；条款、名次、年级、分别列举的不算。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER, Slip, slips
from plangen.rules.base import Findings, LineWise, Rule
from plangen.text.numerals import DIGITS
from plangen.text.patterns import lazy

LISTED = lazy(r"(?:[第各]|分别)[^，。；]*\Z")


def adjacent(found: re.Match[str]) -> bool:
    """Whether two numbers follow one another and nothing before says that they are a list."""
    listed = LISTED.search(found.string, 0, found.start())
    return int(found[2]) == int(found[1]) + 1 and not listed


TABLE = (
    Slip(
        rf"([1-9])(?<=(?:{LETTER}|，).)、([1-9])([个天人家户周遍]|名(?!称)|年(?![级度期底初]))",
        lambda found: f"{DIGITS[int(found[1])]}{DIGITS[int(found[2])]}{found[3]}",
        when=adjacent,
        safe=False,
        cues=tuple(f"、{digit}" for digit in "23456789"),
    ),
    Slip(
        r"(?<![\d.])([1-9])0?几(?=[个天人年名次家户万])",
        lambda found: f"{DIGITS[int(found[1])]}十几".removeprefix("一"),
        safe=False,
        cues=("几",),
    ),
)


@LineWise
def find(lines: Lines) -> Findings:
    """Approximate numbers in Arabic digits."""
    yield from slips(lines, TABLE)


RULE = Rule(
    "number-approximate",
    Level.WARNING,
    find,
    good=(
        "preamble: 三四天内完成，二十几个村参加，落实第1、2条，甲乙两组分别为3、4人，排第1、2名。",
        "preamble: 小学1、2年级，共3、5户，几个村庄。",
    ),
    bad=(
        (
            "preamble: 预计3、4天完成，涉及20几个村。",
            "“3、4天”应作“三四天”\n“20几”应作“二十几”",
        ),
    ),
)
