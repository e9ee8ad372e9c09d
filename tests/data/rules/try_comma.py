"""汉字之间的半角逗号；只引逗号本身，同一句里的 1,000 不算。"""

from __future__ import annotations

import re

from plangen.problem import Fix, Level
from plangen.rules.base import Case, Finding, Findings, Rule

COMMA = re.compile(r"(?<=[\u4e00-\u9fff]),(?=[\u4e00-\u9fff])")


def find(case: Case) -> Findings:
    for line in case.lines():
        for _ in COMMA.finditer(line.text):
            yield Finding(line.where, "逗号应是全角", ",", fix=Fix(",", "，"))


RULE = Rule("try-comma", Level.WARNING, find)
