"""用“1.1”“2.3.1”一类的小数编号作层次。

依据：GB/T 9704—2012 第7.3.3条（层次序数为“一、”“（一）”“1.”“（1）”）。
级别：警告。每个文件只报一次。
应急预案照国家总体应急预案的通例以“1 总则”“1.1 编制目的”编号，不算。
要有相连的两个（1.1、1.2 或 1.1、1.1.1）才算；“1.5万人”“3.15消费者权益日”是数。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._references import in_prose
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

UNITS = (
    "年月日号时点个元万亿千百十倍人名吨公里米平方亩条项件次家户岁天周级种类处所座台辆届期轮批版分度克升"
    "以余多"
)
BEGINS = lazy(r"\s*\d{1,2}\.\d")
DECIMAL = lazy(
    rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[.．、]?\s*(?![\d%％‰{UNITS}])(?:{LETTER}|“)"
)

# 国家突发公共事件总体应急预案 and all below it: 1 总则, 1.1 编制目的.
CONTINGENCY = lazy("预案(?:（[^（）]*）)?$")

Number = tuple[int, ...]


def find(case: Case) -> Findings:
    """The first of the decimal numbers that follow one another."""
    if CONTINGENCY.search(case.plan.title):
        return
    pairs = [pair for pair in pairwise(decimals(case)) if next_to(pair[0][0], pair[1][0])]
    if pairs:
        (_, line, quote), (_, _, other) = pairs[0]
        message = f"“{quote}”“{other}”应改用“一、”“（一）”“1.”“（1）”编层次"
        yield Finding(line.where, message, quote)


def decimals(case: Case) -> Iterator[tuple[Number, Line, str]]:
    """Lines that begin like 1.1 or 2.3.1."""
    for line in case.having("."):
        if not (in_prose(line) and BEGINS.match(line.text)):
            continue
        if found := DECIMAL.match(line.text.lstrip()):
            yield tuple(int(part) for part in found["n"].split(".")), line, found["n"]


def next_to(before: Number, after: Number) -> bool:
    """Whether a number follows: 1.1 → 1.2, 1.1 → 1.1.1, 1.1.2 → 1.2."""
    if after == (*before, 1):
        return True
    head = before[: len(after)]
    return after == (*head[:-1], head[-1] + 1)


RULE = Rule(
    "outline-decimal",
    Level.WARNING,
    find,
    good=(
        'preamble: "1.5万人参加培训。\\n1.6万户完成改厕。\\n2.1%的村未达标。"',
        "title: 青山县森林火灾应急预案\n"
        'preamble: "1.1 编制目的\\n防火。\\n1.2 编制依据\\n森林法。"',
        'preamble: "1.1月底前完成申报。\\n2.30%以上村庄达标。\\n3.15国际消费者权益日开展宣传。"',
    ),
    bad=(
        (
            'preamble: "1.1 指导思想\\n以人民健康为中心。\\n1.2 工作目标\\n建成国家卫生县城。"',
            "“1.1”“1.2”应改用“一、”“（一）”“1.”“（1）”编层次",
        ),
    ),
)
