"""数值范围的前一个数省去了百分号、万或亿：10～20%、9～16亿元。

依据：GB/T 15835—2011 第5.1条（15%～30%不写作15～30%，9亿～16亿不写作9～16亿）。级别：错误。
百分号可自动补；万、亿要看原意，不自动改。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import Slip, slips
from plangen.rules.base import Findings, LineWise, Rule

MARKS = tuple("-－–−—~～")
JOIN = rf"\s?[{''.join(MARKS)}]\s?"
NUMBER = r"\d+(?:\.\d+)?"
FREE = r"(?<![A-Za-z0-9.%％\-~～—])"


def no_year(found: re.Match[str]) -> bool:
    """Whether the first number is no year (2023—90%)."""
    return not re.fullmatch(r"20\d\d", found[1])


TABLE = (
    Slip(rf"{FREE}({NUMBER}){JOIN}({NUMBER})([%％‰])", r"\1\3～\2\3", when=no_year, cues=MARKS),
    Slip(
        rf"{FREE}({NUMBER}){JOIN}({NUMBER})([万亿])",
        r"\1\3～\2\3",
        when=no_year,
        safe=False,
        cues=MARKS,
    ),
)


@LineWise
def find(lines: Lines) -> Findings:
    """Ranges whose first number lacks %, 万 or 亿."""
    yield from slips(lines, TABLE)


RULE = Rule(
    "range-unit",
    Level.ERROR,
    find,
    good=(
        "preamble: 提高10%～20%，投资9亿～16亿元，抽查5～100户，用时15—30天。",
        "preamble: 2023—2025年完成，覆盖率≥90%，电话0900-5550126。",
    ),
    bad=(
        (
            "preamble: 提高10-20%，投资9～16亿元。",
            "“10-20%”应作“10%～20%”\n“9～16亿”应作“9亿～16亿”",
        ),
    ),
)
