"""甬应作勇。与 try-back 相反，两条规则谁也改不成。"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    for line in case.lines():
        if "甬" in line.text:
            yield Finding(line.where, "“甬”应作“勇”", "甬", fix=Fix("甬", "勇"))


RULE = Rule("try-there", Level.WARNING, find)
