"""文中印了居民身份证号码或银行账号。

依据：个人信息保护法第二十八条（金融账户等敏感个人信息）、第二十九条；政府信息公开条例第十五条。级别：警告。
身份证号码按出生日期和校验码核对；账号只看写明账号、卡号、账户的16至19位数字；消息里只显示首尾。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

IDENTITY = lazy(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"
    r"(?![0-9A-Za-z])"
)
ACCOUNT = lazy(r"(?<![\d])\d{4}(?: ?\d{4}){3}(?: ?\d{1,3})?(?!\d)")
BANK = ("账号", "帐号", "账户", "帐户", "卡号", "开户行")
NAMED = lazy(rf"(?:{'|'.join(BANK)})[^，。；]*\Z")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"


def valid(number: str) -> bool:
    """Whether the last place of an identity number agrees with the others (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECK[total % len(CHECK)] == number[-1].upper()


@LineWise
def find(lines: Lines) -> Findings:
    """Numbers that tell who somebody is or where the money lies."""
    for line in lines.having("19", "20"):
        text = line.text
        for found in IDENTITY.finditer(text):
            if valid(found.group()):
                yield Finding(
                    line.where, f"“{masked(found)}”是身份证号码，不应印出", found.group()
                )
    for line in lines.having(*BANK):
        text = line.text
        for found in ACCOUNT.finditer(text):
            if NAMED.search(text[: found.start()]):
                yield Finding(
                    line.where, f"“{masked(found)}”像是银行账号，不应印出", found.group()
                )


def masked(found: re.Match[str]) -> str:
    return f"{found.group()[:4]}…{found.group()[-4:]}"


RULE = Rule(
    "identity-number",
    Level.WARNING,
    find,
    good=(
        "preamble: 统一社会信用代码91110105MA01234567，项目编号110105200001011234，"
        "流水号6222020200112233445。",
        "preamble: 开设专用账户，电话0900-5550126，代码110105199901013333。",
    ),
    bad=(
        (
            "preamble: 张三，身份证号11010519491231002X，账号6222 0202 0011 2233 445。",
            "“1101…002X”是身份证号码，不应印出\n“6222… 445”像是银行账号，不应印出",
        ),
    ),
)
