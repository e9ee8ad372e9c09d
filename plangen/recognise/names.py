"""What is a person's name, by its surname and length; and what is a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from plangen.source.facts import facts
from plangen.text.memory import remembered

MASKED = re.compile(r"[Xx×ＸX某*＊○〇]{1,3}|[\u4e00-\u9fff][Xx×Ｘ某*＊○〇]{1,2}")
# What the names of units end in
UNITS = tuple(
    "局 委 办 厅 部 署 中心 院 所 站 队 公司 镇 乡 街道 处 政府 学校 中学 小学 协会 学会 商会 工会"
    " 委会 社 行 馆 台 妇联 残联 工商联 侨联 文联 科协 单位 部门 科 园 村 社区 组 集团 企业 机关"
    " 基地 段 库 场 人大 政协 办公室".split()
)
UNIT_ENDS = frozenset(unit[-1] for unit in UNITS)
# 陈知行, 吕登台 and 宋玉园 are people: few units of three characters end so, and with a surname.
GIVEN_TOO = frozenset("行台园社段库场科馆村乡")
GROUPED = re.compile(
    r"^(?:各|其他|其它|有关|相关|县直|市直|区直|镇直|全[县市区镇乡村体校]|辖区|驻)"
)
DOTS = "·•‧・"  # between the parts of a name, as typed: 买买提·艾力
HAN = re.compile(f"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af{DOTS}]+")  # 㐂, 龙𬭎
DOTTED = re.compile(f"[{DOTS}]")
SHORTEST, LONGEST = 2, 3


@dataclass(frozen=True)
class Surnames:
    """The surnames of one character, those of two, those that most people have, and the rest.

    `likely` are those of one character that a text without marks may be split by.
    """

    single: frozenset[str]
    double: frozenset[str]
    common: frozenset[str]
    likely: frozenset[str]


@cache
def surnames() -> Surnames:
    """The surnames there are."""
    data = cast("dict[str, list[dict[str, str]]]", facts("plangen.words", "surnames.yaml"))
    by_class = {entry["class"]: frozenset(entry["surnames"].split()) for entry in data["entries"]}
    double, common = by_class["compound"], by_class["common"]
    single = frozenset().union(*by_class.values()) - double
    return Surnames(single, double, common, common | by_class["usual"])


def is_masked(text: str) -> bool:
    """XX, 某某, 张××."""
    return bool(MASKED.fullmatch(text))


def is_unit(text: str) -> bool:
    """Whether a word ends as the names of units do."""
    if text[-1:] not in UNIT_ENDS or not text.endswith(UNITS):
        return False
    if text[-1] not in GIVEN_TOO or len(text) > LONGEST + 1:
        return True
    known = surnames()
    return not (text[:2] in known.double or (len(text) == LONGEST and text[0] in known.common))


@remembered(2048)  # a plan names the same people in several bodies
def is_name(text: str) -> bool:
    """Whether a word may be a person's name: a surname and one or two characters, or a mask."""
    text = text.replace(" ", "")
    if DOTTED.search(text):
        return HAN.fullmatch(text) is not None and all(DOTTED.split(text))
    return _has_surname(text) or is_masked(text)


def _has_surname(text: str) -> bool:
    """Whether a word is as long as a name with its surname, and no unit."""
    known = surnames()
    single = text[:1] in known.single and SHORTEST <= len(text) <= LONGEST
    if not single and not (text[:2] in known.double and len(text) in {3, 4}):
        return False
    return HAN.fullmatch(text) is not None and not (is_unit(text) or GROUPED.match(text))


def split_names(text: str) -> list[str]:
    """杨守信张家和 → 杨守信, 张家和; nothing where it can't be split by surnames.

    Names of three characters are preferred, and common surnames, as most have these.
    """
    known = surnames()

    @cache
    def best(at: int) -> tuple[int, tuple[str, ...]] | None:
        if at == len(text):
            return 0, ()
        found = []
        double = text[at : at + 2] in known.double
        sizes = (4, 3) if double else (3, 2)
        surname = double or text[at] in known.likely
        rare = text[at] not in known.common
        for cost, size in enumerate(sizes):
            rest = best(at + size) if surname and at + size <= len(text) else None
            if rest:
                found.append((rest[0] + cost + rare, (text[at : at + size], *rest[1])))
        return min(found, default=None)

    result = best(0) if HAN.fullmatch(text) and not GROUPED.match(text) else None
    return list(result[1]) if result else []
