"""同一件事，一处写爱卫会、一处写爱卫办：迎接市爱卫办验收、迎接市爱卫会验收。

依据：党政机关公文处理工作条例第二十条第（四）项；实务（爱卫会是议事协调机构，爱卫办是它的办事机构）。
级别：提示。
前后的字都相同才报（“迎接市爱卫×验收”），报少的一种；不同的事由不同的机构做，不算。
"""

from __future__ import annotations

from collections import defaultdict

from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

NAMED = lazy(
    rf"(?<=(?P<before>{LETTER}{{2}}))(?P<level>全国|[省市县区])爱卫(?P<kind>[会办])"
    rf"(?=(?P<after>{LETTER}{{2}}))"
)


def find(case: Case) -> Findings:
    """The rarer body of two that do the same thing, where it first does."""
    found: dict[tuple[str, ...], dict[str, list[tuple[Line, str]]]] = defaultdict(dict)
    for line in case.having("爱卫"):
        for hit in NAMED.finditer(line.text):
            act = (hit["before"], hit["level"], hit["after"])
            quote = hit["before"] + hit.group() + hit["after"]
            found[act].setdefault(hit["kind"], []).append((line, quote))
    for kinds in found.values():
        if len(kinds) > 1:
            rare, usual = sorted(kinds.values(), key=len)
            line, quote = rare[0]
            yield Finding(line.where, f"“{quote}”别处作“{usual[0][1]}”，应一致", quote)


RULE = Rule(
    "council-office-mixed",
    Level.INFO,
    find,
    good=(
        "preamble: 县爱卫办向市爱卫办报送资料，迎接市爱卫会验收，迎接省爱卫办验收。",
        "preamble: 市爱卫会组织考核，市爱卫办负责培训。",
    ),
    bad=(
        (
            "preamble: 9月迎接市爱卫办验收，10月迎接市爱卫办验收。\nclosing: 迎接市爱卫会验收。",
            "“迎接市爱卫会验收”别处作“迎接市爱卫办验收”，应一致",
        ),
    ),
)
