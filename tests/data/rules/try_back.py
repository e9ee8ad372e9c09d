"""勇应作甬。与 try-there 相反，两条规则谁也改不成。"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    for line in case.lines():
        if "勇" in line.text:
            yield Finding(line.where, "“勇”应作“甬”", "勇", fix=Fix("勇", "甬"))


RULE = Rule("try-back", Level.WARNING, find)
