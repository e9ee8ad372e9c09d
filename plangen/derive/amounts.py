"""Amounts of the whole county, which no township has: 全县完成户厕改造10000户, 共2000万元.

Limit: rates, what is said of each (每户补助2000元) and counts of 个 and 人 aren't looked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import cast

from plangen.derive.change import Left
from plangen.derive.origin import Kind, Made, Origin
from plangen.derive.tables import Tables
from plangen.derive.variant import SLOT
from plangen.model.plan import Plan
from plangen.model.townships import Figure, Township
from plangen.problem import Path, Where
from plangen.source.facts import facts

CLAUSE = re.compile(r"[^，；。：\n]+")
STOP = re.compile(r"(?<=[；。\n])")
EACH = re.compile("[每各]")


def found(text: str, new: str, level: str, where: Where) -> Iterator[Left]:
    """The amounts of the whole county that are in a text and, reworded, in `new` as well."""
    for sentence in STOP.split(text):
        whole = False
        for clause in CLAUSE.findall(sentence):
            # What is said of the county goes on to the end of the sentence.
            whole = (whole or f"全{level}" in clause) and not EACH.search(clause)
            for amount in (_amount() if whole else _sum()).finditer(clause):
                quote = amount["quote"]
                if _again(quote, new):
                    yield Left(where, quote, clause)


def kept(whole: Collection[Left], made: Made[Plan], township: Township) -> Iterator[Left]:
    """Those that are in a township's plan still, with nothing of its own in their place."""
    if not whole:
        return
    plan = replace(made.value, targets=()) if township.targets else made.value
    text, own = repr(plan), set(_own(plan, made.origins))
    yield from (one for one in whole if one.quote not in own and _again(one.quote, text))


def _own(plan: Plan, origins: Mapping[Path, Origin]) -> Iterator[str]:
    """The amounts of the indicators that were reckoned for the township, or are its own."""
    for number, target in enumerate(plan.targets):
        for index, one in enumerate(target.indicators):
            origin = origins.get(("targets", number, "indicators", index, "value"))
            if origin and origin.kind in {Kind.COMPUTED, Kind.OWN}:
                yield f"{one.value}{one.unit}"


def told(one: Left, town: str) -> str:
    """What to say of an amount."""
    return (
        f"“{one.text}”是全县的数，“{one.quote}”照抄到了{town}的方案里；要分解的，在县方案的这个"
        "目标里写上指标（indicators），对照表的 targets 里加一行 scale（按比例）；否则在乡镇名单的"
        " targets（目标）、wording（改写）里写本乡镇的"
    )


def idle(township: Township, used: frozenset[str]) -> Iterator[Figure]:
    """The figures of a township that nothing makes use of."""
    yield from (one for one in township.figures if one.name not in used)


def used(county: Plan, tables: Tables) -> frozenset[str]:
    """The names of the figures that tables and indicators ask for."""
    scales = (line.scale for line in tables.targets)
    indicators = (one.name for target in county.targets for one in target.indicators)
    return frozenset([*scales, *indicators, *SLOT.findall(repr(tables))])


def _again(quote: str, text: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(quote)}", text) is not None


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.第])(?P<quote>\d+(?:\.\d+)?万?(?:{_units()}))")


@cache
def _sum() -> re.Pattern[str]:
    """A sum that says so by itself: 共2000万元."""
    return re.compile(r"(?:[共总]计?|合计|总投资|总额)[约为达]?(?P<quote>\d+(?:\.\d+)?[万亿]元)")


def _units() -> str:
    names = cast("dict[str, list[str]]", facts("plangen.words", "amount_units.yaml"))["entries"]
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))
