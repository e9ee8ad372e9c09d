"""保密期限超过这一密级的最长期限：绝密三十年、机密二十年、秘密十年。

依据：保守国家秘密法（2024修订）第二十条。级别：错误。写“长期”的不核对：法律另有规定的除外。
"""

from __future__ import annotations

from types import MappingProxyType

from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

LONGEST = MappingProxyType({"绝密": 30, "机密": 20, "秘密": 10})  # years
TERM = lazy(r"(?P<level>绝密|机密|秘密)\D?(?P<years>\d{1,2})年")


def find(case: Case) -> Findings:
    """A term of more years than the level may have."""
    notice = case.plan.notice
    found = TERM.fullmatch(notice.secrecy) if notice else None
    if notice and found and int(found["years"]) > LONGEST[found["level"]]:
        most = LONGEST[found["level"]]
        message = f"“{notice.secrecy}”：{found['level']}级的保密期限不超过{most}年"
        yield Finding(notice.where / "secrecy", message, notice.secrecy)


NOTICE = "notice: {issuer: 青山县人民政府, copy_number: '000012', secrecy: %s}"
RULE = Rule(
    "secrecy-long",
    Level.ERROR,
    find,
    needs=("notice.secrecy",),
    good=(NOTICE % "绝密★30年", NOTICE % "机密★20年", NOTICE % "秘密★10年"),
    bad=(
        (NOTICE % "绝密★31年", "“绝密★31年”：绝密级的保密期限不超过30年"),
        (NOTICE % "机密★21年", "“机密★21年”：机密级的保密期限不超过20年"),
        (NOTICE % "秘密★11年", "“秘密★11年”：秘密级的保密期限不超过10年"),
    ),
)
