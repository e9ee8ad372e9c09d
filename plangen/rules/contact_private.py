"""文中印了个人的手机号码或私人邮箱。

依据：个人信息保护法第二十五条、政府信息公开条例第十五条（公开前去掉个人信息）；实务（公务联系用办公电话和
政务邮箱）。级别：印发的通知为警告，其余为提示。
办公电话、400 电话、遮了几位的号码不算；私人邮箱的域名在 words/private_mail.yaml。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

MOBILE = lazy(r"(?<![\d\-.])(?:\+?86[- ]?)?1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})(?![\d*×])")
MAIL = lazy(r"[\w.+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})", re.ASCII)


@LineWise
def find(lines: Lines) -> Findings:
    """Mobile numbers and addresses at public mail services."""
    level = Level.WARNING if lines.issued else Level.INFO
    services = {
        entry.get("domain", ""): entry.get("name", "") for entry in lines.words("private_mail")
    }
    for line in lines.having(*(f"1{digit}" for digit in range(3, 10)), "@"):
        for found in MOBILE.finditer(line.text):
            message = f"“{found.group()}”是手机号码，公开的文件宜留办公电话"
            yield Finding(line.where, message, found.group(), level)
        for found in MAIL.finditer(line.text):
            name = services.get(found[1].lower())
            if name:
                message = f"“{found.group()}”是个人用的{name}，宜留政务邮箱"
                yield Finding(line.where, message, found.group(), level)


RULE = Rule(
    "contact-private",
    Level.WARNING,
    find,
    good=(
        "contact: [{label: 电话, value: 0900-5550126}, {label: 邮箱, value: cwb@example.gov.cn}]",
        "preamble: 热线12345、4001234567，手机138****0000，编号202413800000000。",
    ),
    bad=(
        (
            "contact: [{label: 电话, value: '13800000000'}, {label: 邮箱, value: cwb@qq.com}]",
            "“13800000000”是手机号码，公开的文件宜留办公电话\n"
            "“cwb@qq.com”是个人用的QQ邮箱，宜留政务邮箱",
        ),
    ),
)
