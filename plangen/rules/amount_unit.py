"""并列的金额，前一个漏了“元”：国家级100万、省级80万元。

依据：GB/T 15835—2011 第4.3条（同类别同形式）；实务（金额写明单位）。级别：警告。
只看同一句里用顿号隔开的两个数，后一个有“元”、前一个只有“万”“亿”，而且两个数前面的名称末尾相同，
或者句子说的是补助、奖励、经费；数人口、面积的不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

NUMBER = r"\d+(?:\.\d+)?"
PAIR = lazy(
    rf"(?P<one>(?:{LETTER}|[（）]){{2,14}})(?P<bare>{NUMBER}[万亿])[、，](?P<two>(?:{LETTER}|[（）]){{2,14}})"
    rf"{NUMBER}[万亿]?元"
)
MONEY = lazy(r"补[助贴]|奖[励补金]|经费|资金|拨付|划拨|投入|投资|安排")
COUNTED = lazy(r"人口?|群众|居民|面积|[户亩株棵辆台只份]|总量|产量")
TAIL = 2  # how much of the two names is the same


@LineWise
def find(lines: Lines) -> Findings:
    """Sums without 元 before one that has it."""
    for line in lines.having("万、", "万，", "亿、", "亿，"):
        for found in PAIR.finditer(line.text):
            one, two = found["one"], found["two"]
            alike = one[-TAIL:] == two[-TAIL:]
            if COUNTED.search(one) or not (alike or MONEY.search(one)):
                continue
            bare = found["bare"]
            message = f"“{bare}”后面缺“元”，应作“{bare}元”"
            yield Finding(line.where, message, one[-TAIL:] + bare)


RULE = Rule(
    "amount-unit",
    Level.WARNING,
    find,
    good=(
        "preamble: 按国家卫生乡镇100万元、市级卫生乡镇80万元的标准予以补助。",
        "preamble: 服务城区人口100万、投入资金80万元，植树20万、安排经费30万元。",
        "preamble: 发动群众3万，投入80万元，清运垃圾1万吨、安排资金5万元。",
    ),
    bad=(
        (
            "preamble: 按国家卫生乡镇100万、市级卫生乡镇80万元的标准予以补助。",
            "“100万”后面缺“元”，应作“100万元”",
        ),
        (
            "preamble: 国家级奖励1.5万，省级奖励5000元。",
            "“1.5万”后面缺“元”，应作“1.5万元”",
        ),
    ),
)
