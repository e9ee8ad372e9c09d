"""电话号码的区号后面用了破折号一类的长横：0900—5550126。

依据：GB/T 15834—2011 第4.13.3.1条（电话号码中用短横线“-”）。级别：警告。
只看区号（0 开头的三四位）接七八位号码的。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import Slip, slips
from plangen.rules.base import Findings, LineWise, Rule

TABLE = (
    Slip(
        r"(?<![\d.])(0[1-9]\d{1,2})\s?(?:——?|[–－−―─～~一])\s?(\d{7,8})(?!\d)",
        r"\1-\2",
        cues=("0",),
    ),
)


@LineWise
def find(lines: Lines) -> Findings:
    """Phone numbers with another mark than the hyphen."""
    yield from slips(lines, TABLE)


RULE = Rule(
    "phone-mark",
    Level.WARNING,
    find,
    good=(
        "contact: [{label: 电话, value: 0900-5550126}]",
        "preamble: 热线12345，编号0231—2024，面积0.561—5550126亩，2022—2024年实施。",
    ),
    bad=(
        (
            "contact: [{label: 电话, value: 0900—5550126}]",
            "“0900—5550126”应作“0900-5550126”",
        ),
    ),
)
