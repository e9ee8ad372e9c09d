"""同一份文件里一个词有两种写法：其他、其它，制定、制订，%、％。

依据：实务（同一文件用词统一）；GB/T 15835—2011 第4.3条（同类别、同形式）。级别：提示。
词表在 words/terms.yaml，写明在什么场合算同一个意思；每对只报一次，放在要改的那种写法第一次出现处；
只用其中一种的不报，书名号里的不算。
"""

from __future__ import annotations

import re

from plangen.config.model import Entry
from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._text import uncited
from plangen.rules._words import pattern
from plangen.rules.base import Case, Finding, Findings, Rule

Texts = list[tuple[Line, str]]


def find(case: Case) -> Findings:
    """Pairs of which both forms occur."""
    for entry in case.words("terms"):
        one, other = entry["one"], entry["other"]
        if all(map(case.has, (one, other))):
            texts = [(line, uncited(line.text)) for line in case.having(one, other)]
            yield from _mixed(entry, texts)


def _mixed(entry: Entry, texts: Texts) -> Findings:
    one, other, prefer = entry["one"], entry["other"], entry.get("prefer", "")
    found = {
        one: hits(entry.get("one_form", re.escape(one)), texts),
        other: hits(entry.get("other_form", re.escape(other)), texts),
    }
    usual = prefer or max(found, key=lambda word: len(found[word]))
    odd = other if usual == one else one
    if found[one] and found[other]:
        counts = f"“{odd}”{len(found[odd])}处，“{usual}”{len(found[usual])}处"
        advice = f"，宜用“{prefer}”" if prefer else ""
        yield Finding(found[odd][0].where, f"{counts}，全文应统一{advice}", odd)


def hits(form: str, texts: Texts) -> list[Line]:
    """The line of every occurrence."""
    return [line for line, text in texts for _ in pattern(form).finditer(text)]


RULE = Rule(
    "term-mixed",
    Level.INFO,
    find,
    good=(
        "preamble: 其它单位和其它部门，各村（居）要改善农村居住条件，依靠村居民。",
        "preamble: 制定方案，按时制订；道路3公里，面积5平方千米；其他单位按《其它办法》办理。",
    ),
    bad=(
        (
            "preamble: 其他单位和其它部门制定方案，其他乡镇制订计划。",
            "“其它”1处，“其他”2处，全文应统一，宜用“其他”\n"
            "“制订”1处，“制定”1处，全文应统一，宜用“制定”",
        ),
    ),
)
