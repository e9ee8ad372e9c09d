"""Stated counts (12个工作组, 五组一办, 3个乡镇) and the lists beside them in a paragraph."""

from __future__ import annotations

import re

from plangen.rules._text import LETTER
from plangen.text.numerals import han
from plangen.text.patterns import lazy

NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十两]{1,3})"
VALUES = {han(number): number for number in range(1, 100)} | {"两": 2}
ITEMS = lazy(r"、|(?<=[镇乡道村区处办会])(?:以及|[和及与])")  # not in 和平镇
ENDS = {  # what the items of a list end in, by the noun that counts them
    "乡镇": ("镇", "乡", "街道", "办事处", "街办"),
    "镇街": ("镇", "乡", "街道", "办事处", "街办"),
    "镇乡": ("镇", "乡"),
    "建制镇": ("镇",),
    "镇": ("镇",),
    "乡": ("乡",),
    "街道": ("街道", "办事处", "街办"),
    "行政村": ("村",),
    "城中村": ("村",),
    "村": ("村",),
    "社区": ("社区", "居委会"),
}
GENERAL = lazy(r"[各其每全该含如除包]|所有|重点|[Xx×]{2}")
COUNTED = lazy(
    rf"(?P<etc>等)?(?P<number>(?<![\d.第]){NUMBER})个(?P<kind>{LETTER}{{0,4}}?)"
    r"(?P<noun>乡镇|镇街|镇乡|建制镇|镇(?!村|区)|乡(?!村)|街道|行政村|城中村|(?<![镇乡])村(?!民|庄|级|组)|社区)"
)


def value(text: str) -> int | None:
    """12, 十二, 两 → a number; None for what is none (十十)."""
    return int(text) if text.isdecimal() else VALUES.get(text)


def listed_before(text: str, ends: tuple[str, ...]) -> int:
    """How many items with such an end close a text: A村、B村 → 2; 0 where no list does."""
    clause = re.split(r"[，。；：！？（）()《》“”\s]", text)[-1]
    count = 0
    for item in reversed(ITEMS.split(clause)):
        if not named(item, ends):
            return count if not item.endswith(ends) else 0
        count += 1
    return count


def listed_after(text: str, ends: tuple[str, ...]) -> int:
    """How many such items a bracket or colon at the start of a text holds; 0 if others, too."""
    found = re.match(r"[（(](?P<in>[^（）()]+)[）)]|[：:](?P<after>[^。；：]+)", text)
    if found is None:
        return 0
    items = ITEMS.split((found["in"] or found["after"]).rstrip("。"))
    return len(items) if all(named(item, ends) for item in items) else 0


def named(item: str, ends: tuple[str, ...]) -> bool:
    """Whether an item is one named thing of that kind, not 各镇 or 镇 alone."""
    end = next((end for end in ends if item.endswith(end)), "")
    return bool(end) and len(item) > len(end) and not GENERAL.search(item)
