"""份号不是6位阿拉伯数字：编虚位补齐，如 000012。

依据：GB/T 9704—2012 第7.2.1条（一般用6位3号阿拉伯数字）。级别：警告。打码的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import hidden
from plangen.rules.base import Case, Finding, Findings, Rule, replacing

DIGITS = 6


def find(case: Case) -> Findings:
    """A number of the copy of other than six digits."""
    notice = case.plan.notice
    if notice is None:
        return
    said, where = notice.copy_number, notice.where / "copy_number"
    if unknown := hidden("份号", said, where):
        yield unknown
    elif not (said.isascii() and said.isdecimal()):
        yield Finding(where, f"份号“{said}”应是{DIGITS}位阿拉伯数字，如 000012", said)
    elif len(said) < DIGITS:
        right = said.zfill(DIGITS)
        yield replacing(where, f"份号“{said}”应编虚位补足{DIGITS}位，写作“{right}”", said, right)
    elif len(said) > DIGITS:
        yield Finding(where, f"份号“{said}”有{len(said)}位，一般用{DIGITS}位", said)


NOTICE = "notice: {issuer: 青山县人民政府, copy_number: '%s', secrecy: 机密★1年}"
RULE = Rule(
    "copy-number-form",
    Level.WARNING,
    find,
    needs=("notice.copy_number",),
    good=(NOTICE % "000012", NOTICE % "123456"),
    bad=(
        (NOTICE % "12", "份号“12”应编虚位补足6位，写作“000012”"),
        (NOTICE % "0000012", "份号“0000012”有7位，一般用6位"),
        (NOTICE % "№000012", "份号“№000012”应是6位阿拉伯数字，如 000012"),
    ),
)
