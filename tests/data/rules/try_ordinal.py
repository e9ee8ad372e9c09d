"""序号“（一）”应作“一、”：序号是 plangen 编的，不在文件里。"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    for line in case.lines():
        if line.text.startswith("（一）"):
            yield Finding(line.where, "序号不对", "（一）", fix=Fix("（一）", "一、"))


RULE = Rule("try-ordinal", Level.WARNING, find)
