"""中文用了半角括号，或者一半全角、一半半角。

依据：GB/T 15834—2011 第4.9条（括号的形式）。级别：错误。
括号里没有汉字的（WHO、2014）不算；段首的“(一)”“(1)”由序号的规则管。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER, NUMERAL, short
from plangen.rules.base import Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

BRACKET = lazy(r"[（()）]")
HAN_INSIDE = lazy(LETTER)
ORDINAL = lazy(rf"\s*[（(](?:[{NUMERAL}]+|\d{{1,2}})[）)]")


def pairs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each pair of round brackets of either width, inner ones first."""
    opened: list[int] = []
    for found in BRACKET.finditer(text):
        if found.group() in "（(":
            opened.append(found.start())
        elif opened:
            yield opened.pop(), found.end()


@LineWise
def find(lines: Lines) -> Findings:
    """Pairs with a half-width bracket around Han, and pairs of two widths."""
    for line in lines.having("(", ")"):
        text = line.text
        ordinal = ORDINAL.match(text)
        for start, end in pairs(text):
            old = text[start:end]
            ends = old[0] + old[-1]
            if ends == "（）" or (ordinal and end == ordinal.end()):
                continue
            if ends != "()" or HAN_INSIDE.search(old):
                new = f"（{old[1:-1]}）"
                message = f"“{short(old)}”应用全角括号（）"
                yield replacing(line.where, message, old, new)


RULE = Rule(
    "bracket-halfwidth",
    Level.ERROR,
    find,
    good=(
        "preamble: 履行世界卫生组织(WHO)公约，落实国家卫生城市标准（2021版），分工为1)组织领导。",
        "preamble: 社区（居委会）配备专（兼）职人员。",
        "outline: [{heading: 总体要求, text: '(一)改善环境。'}]",
    ),
    bad=(
        (
            "preamble: 街道(社区)配备专（兼)职人员。",
            "“(社区)”应用全角括号（）\n“（兼)”应用全角括号（）",
        ),
        (
            "preamble: 制定工作方案(牵头单位：县财政局。协助单位：县卫生健康局)。",
            "“(牵头单位：县财政局…健康局)”应用全角括号（）",
        ),
    ),
)
