"""并列的“乱贴乱画、乱堆乱放”一类词语之间，有的用逗号、有的用顿号。

依据：GB/T 15834—2011 第4.5条（并列词语之间用顿号）。级别：警告。
只看一、三两字相同的四字词语（乱×乱×、无×无×），三个以上紧挨着并列的。
"""

from __future__ import annotations

import re
from itertools import pairwise

from plangen.problem import Level
from plangen.rules._lines import Line, Lines
from plangen.rules._text import LETTER
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

# What hardly anything has is asked first: a character that is there again after the next.
WORD = lazy(rf"(?=(.).\1)(?P<a>{LETTER}){LETTER}(?P=a){LETTER}")
MARKS = "，、"


@LineWise
def find(lines: Lines) -> Findings:
    """Runs of such words with both marks between them."""
    for line in lines.having_each(MARKS):
        for run in _runs(line):
            marks = {line.text[one.end()] for one in run[:-1]}
            if len(marks) > 1:
                at = next(one for one in run if line.text[one.end()] == "，")
                after = run[run.index(at) + 1]
                old = line.text[at.start() : after.end()]
                message = f"“{old}”与并列的词语用了两种标点，逗号应作顿号"
                yield Finding(line.where, message, old)


def _runs(line: Line) -> list[list[re.Match[str]]]:
    """The words of a line, in runs that only a mark divides."""
    found = list(WORD.finditer(line.text))
    runs = [[one] for one in found[:1]]
    for one, other in pairwise(found):
        adjoining = other.start() == one.end() + 1 and line.text[one.end()] in MARKS
        if adjoining and one["a"] == other["a"]:
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs


RULE = Rule(
    "list-uneven",
    Level.WARNING,
    find,
    good=(
        "preamble: 整治乱贴乱画、乱堆乱放、乱搭乱建现象，做到有章可循、有据可查。",
        "preamble: 清理乱堆乱放，乱搭乱建，乱贴乱画，推进整治。",
        "preamble: 整治乱堆乱放、乱搭乱建，有人管、有人干，杜绝乱贴乱画。",
    ),
    bad=(
        (
            "preamble: 清除小广告和乱贴乱画，乱堆乱放、乱搭乱建等现象。",
            "“乱贴乱画，乱堆乱放”与并列的词语用了两种标点，逗号应作顿号",
        ),
    ),
)
