"""“其中”的数比总数大：共120个村，其中示范村80个、达标村60个。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：一项就大于总数的为警告，合计大于的为提示。
只比单位相同的数；个、处、项一类还要名称末字相同；人、户可以兼有，不算合计；带动、覆盖、惠及的不是一部分，不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

GENERAL = frozenset("个处项条件次期")  # of whatever things: the things must be the same
SHARED = frozenset("人名户")  # one may be counted in two parts: 党员, 妇女
UNIT = (
    "(?:[万亿]?元|平方公里|平方米|立方米|公里|千米|公顷|万?[亩吨人户株]"
    "|[名个处项条件次期座家所间盏台辆套口头只棵])"
)
NUMBER = r"(?<![\d.—～~-])\d+(?:\.\d+)?(?![\d.%％—～~-])"
WHOLE = lazy(
    rf"(?P<before>{LETTER}{{0,8}})(?P<number>{NUMBER})(?P<unit>{UNIT})(?P<after>{LETTER}{{0,8}})"
    r"[，,（(；]其中[：:，]?(?P<parts>[^。；（）()]+)"
)
PART = lazy(
    rf"(?:20\d\d年)?(?P<before>{LETTER}{{0,12}}?)(?P<number>{NUMBER})(?P<unit>{UNIT})"
    rf"(?P<after>{LETTER}{{0,8}})"
)
MARKS = lazy("[，、,]|以及|[和及](?=[^，、]*\\d)")
# 带动投资300万元, 分布在10个乡镇, 每年10个
OTHER = lazy(
    "带动|撬动|引导|涉及|覆盖|惠及|分布|辐射|受益|服务|每|平均|人均|累计|比|增加|减少|提高|达到|完成率"
)


@LineWise
def find(lines: Lines) -> Findings:
    """A part that is more than the whole, or parts that are more together."""
    for line in lines.having("其中"):
        for whole in WHOLE.finditer(line.text):
            if OTHER.search(whole["before"]):
                continue
            said = f"{whole['number']}{whole['unit']}{whole['after']}"
            parts, total = list(_parts(whole)), Decimal(whole["number"])
            amounts = [Decimal(part["number"]) for part in parts]
            if over := next((part for part in parts if Decimal(part["number"]) > total), None):
                message = f"其中的“{over.group()}”比总数“{said}”还多"
                yield Finding(line.where, message, over.group())
            elif sum(amounts) > total and whole["unit"] not in SHARED:
                message = f"其中各项合计{sum(amounts)}{whole['unit']}，比总数“{said}”多"
                yield Finding(line.where, message, said, Level.INFO)


def _parts(whole: re.Match[str]) -> Iterator[re.Match[str]]:
    """The parts of a whole up to the first clause that says something else."""
    for clause in MARKS.split(whole["parts"]):
        found = PART.fullmatch(clause.strip())
        if not found or found["unit"] != whole["unit"] or OTHER.search(found["before"]):
            return
        if whole["unit"] in GENERAL and not _alike(whole, found):
            return
        yield found


def _alike(whole: re.Match[str], part: re.Match[str]) -> bool:
    """Whether what is counted is called the same, before its number or after it."""
    things = (whole["after"] or whole["before"], part["after"] or part["before"])
    return things[0][-1:] == things[1][-1:] != ""


RULE = Rule(
    "parts-over",
    Level.WARNING,
    find,
    good=(
        "preamble: 共120个村，其中示范村80个、达标村40个。建成公厕20座，其中城区12座、乡镇8座。",
        "preamble: 共有干部100人，其中党员60人、妇女50人。",
        "preamble: 整治120个村，其中示范村80个，分布在130个乡镇，惠及群众5000人。",
        "preamble: 建成3个中心，其中县级1个，每年培训12次；新建3个村，其中有15个小组参加。",
        "preamble: 投入100万元，其中带动社会投资300万元；比上年增加20个村，其中示范村有80个。",
        "preamble: 全县100—120个村，其中示范村130个；覆盖率80%，其中城区90%。",
    ),
    bad=(
        (
            "preamble: 全县共120个村，其中示范村80个、达标村60个。",
            "其中各项合计140个，比总数“120个村”多",
        ),
        (
            "preamble: 总投资1000万元（其中：中央资金600万元，地方配套500万元）。",
            "其中各项合计1100万元，比总数“1000万元”多",
        ),
        (
            "preamble: 新建公厕20座，其中2024年25座；发动党员100人，其中妇女120人。",
            "其中的“2024年25座”比总数“20座”还多\n其中的“妇女120人”比总数“100人”还多",
        ),
    ),
)
