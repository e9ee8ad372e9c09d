"""三个以上并列的词语挨着写，中间没有顿号：利用广播横幅标语进行宣传。

依据：GB/T 15834—2011 第4.5条（并列词语之间用顿号）。级别：提示。
词语按类列在 plangen/words/list_nouns.yaml，同一类的才算；两个挨着的（广播电视、机关学校）是惯用的
说法，不报；单位名称里的不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from plangen.config.model import Entry
from plangen.problem import Level
from plangen.rules._lines import Cues, Line, Lines
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.programs import compiled

FEWEST = 3


@LineWise
def find(lines: Lines) -> Findings:
    """Runs of nouns of one class with nothing between them."""
    for entry in lines.words("list_nouns"):
        present = lines.which(_nouns(entry["nouns"]))
        if len(present) < FEWEST:
            continue
        ends, starts = {noun[-1] for noun in present}, {noun[0] for noun in present}
        joints = (end + start for end in ends for start in starts)
        if likely := lines.having(*filter(lines.has, joints)):
            yield from _runs(likely, *_forms(entry, present))


def _runs(lines: Iterable[Line], run: re.Pattern[str], noun: re.Pattern[str]) -> Findings:
    """Runs of nouns in lines, with the nouns that they are made of."""
    for line in lines:
        for found in run.finditer(line.text):
            words = noun.findall(found.group())
            if len(set(words)) >= FEWEST:
                parted = "、".join(words)
                message = f"“{found.group()}”是并列的词语，应作“{parted}”"
                yield Finding(line.where, message, found.group())


@cache
def _nouns(nouns: str) -> Cues:
    return Cues(nouns.split())


def _forms(entry: Entry, nouns: list[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a run of the nouns that a text has, and each noun of it, the longest first."""
    any_noun = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    after = "|".join(map(re.escape, entry.get("after", "").split()))
    ahead = rf"(?!{after})" if after else ""
    return compiled(rf"(?:{any_noun}){{{FEWEST},}}{ahead}"), compiled(any_noun)


RULE = Rule(
    "list-unparted",
    Level.INFO,
    find,
    good=(
        "preamble: 利用广播电视、横幅标语和微信公众号宣传，覆盖机关学校、社区医院。",
        "preamble: 由省广播电视网络公司承办，学校学校学校。",
        "preamble: 利用广播、电视、报纸、网络宣传，走进机关、学校、企业、社区。",
        "preamble: 通过广播学校标语宣传。",
    ),
    bad=(
        (
            "preamble: 利用广播横幅标语进行宣传，走进机关学校社区。",
            "“广播横幅标语”是并列的词语，应作“广播、横幅、标语”\n"
            "“机关学校社区”是并列的词语，应作“机关、学校、社区”",
        ),
    ),
)
