"""The measures a plan sets itself beside those its standards ask for.

Limit: a measure is found in the text by the very name the catalogue has for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from plangen.model.plan import Indicator as Goal
from plangen.problem import Where
from plangen.rules._lines import Cues
from plangen.rules._time import sentence_at
from plangen.rules.base import Case, once
from plangen.standard.catalogue import Indicator, Standard
from plangen.text.patterns import lazy

AT_LEAST, AT_MOST = (">=", ">"), ("<=", "<")
NO_LIMIT = frozenset({"absence", "pass"})
VALUE = lazy(
    r"(?P<between>[^\d，。；、：:（()）]{0,8}?)(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>%|％|‰|小时|平方米)?(?!个百分点)"
)
BEFORE = lazy(r"(?:^|[\W\da-zA-Z_]|其中|达到|确保|实现|使|的|和|及|与|到|[县市区镇乡]城?|村)$")
MOVING = lazy(
    r"由|从|提高(?!到|至)|提升(?!到|至)|增[长加](?!到|至)|下降(?!到|至)|降低(?!到|至)|仅|只"
)
LESS = lazy(r"(?<!不)低于|不足|未达|达不到|小于|(?<!不)少于")
MORE = lazy(r"(?<!不)高于|(?<!不)超过|大于")
NOW = lazy(r"目前|现状|现有|截至|去年|上年|已达|试点|原有")
LEVELS = {"county": ("县城", "县"), "township": ("乡镇",), "city": ("城市",)}


class Bound(NamedTuple):
    """What a standard asks of a measure: at least or at most so much."""

    indicator: Indicator
    standard: Standard
    clause: str = ""
    seen: bool = True

    @property
    def least(self) -> bool:
        return self.indicator.op not in AT_MOST

    @property
    def value(self) -> float:
        return float(self.indicator.value)

    @property
    def said(self) -> str:
        """群众对卫生状况满意率≥90% in its own sign."""
        sign = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}.get(self.indicator.op, "=")
        return f"{sign}{self.indicator.value}{self.indicator.unit}"

    def weaker(self, value: float) -> bool:
        """Whether a value asks less than the standard."""
        return value < self.value if self.least else value > self.value


class Mention(NamedTuple):
    """A measure with its value in the plan, and the bounds it is to be held against."""

    name: str
    value: float
    bounds: tuple[Bound, ...]
    where: Where
    written: str  # in the plan's words: 满意率达到85%
    source: str = ""  # the paragraph it stands in; empty where it is a target's own indicator

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        return self.name, tuple(bound.said for bound in self.bounds)

    @property
    def nearest(self) -> Bound:
        """The least that any bound asks."""
        first = self.bounds[0]
        return (min if first.least else max)(self.bounds, key=lambda bound: bound.value)


@once
def weak_mentions(case: Case) -> list[Mention]:
    """Measures whose strongest value in the plan is still weaker than every standard's.

    An earlier, lower goal is no fault where a later one meets the standard.
    """
    best: dict[tuple[str, tuple[str, ...]], Mention] = {}
    for mention in chain(_structured(case), _in_text(case)):
        known = best.get(mention.key)
        if known is None or _less(known, mention):
            best[mention.key] = mention
    return [mention for mention in best.values() if mention.nearest.weaker(mention.value)]


def _less(one: Mention, two: Mention) -> bool:
    """Whether one asks less than the other."""
    return one.value < two.value if one.nearest.least else one.value > two.value


def bounds(case: Case) -> dict[str, list[Bound]]:
    """What the plan's standards ask for, by the name of the measure."""
    return _bounds(tuple(case.standards.values()))


@cache
def _bounds(standards: tuple[Standard, ...]) -> dict[str, list[Bound]]:
    found: dict[str, list[Bound]] = {}
    for standard in standards:
        for clause in standard.clauses:
            for item in clause.indicators:
                if _measurable(item):
                    bound = Bound(item, standard, clause.id, clause.seen)
                    found.setdefault(item.name, []).append(bound)
        table = standard.indicator_table
        for item in table.items if table else ():
            if _measurable(item):
                found.setdefault(item.name, []).append(Bound(item, standard))
    return found


def _measurable(item: Indicator) -> bool:
    """Whether a number can be held against it. Of = only 100 % is the most there can be."""
    if item.kind in NO_LIMIT or item.relative_to or not re.fullmatch(r"\d+(?:\.\d+)?", item.value):
        return False
    return item.op in (*AT_LEAST, *AT_MOST) or (item.op == "==" and item.value == "100")


def _fitting(every: Sequence[Bound], context: str, case: Case) -> tuple[Bound, ...]:
    """The bounds for the place that is named, else for the plan's own level, else all."""
    named = tuple(b for b in every if b.indicator.scope and b.indicator.scope in context)
    levels = LEVELS.get(case.plan.locality.level, ())
    own = tuple(b for b in every if b.indicator.scope in levels)
    return named or own or tuple(every)


def _structured(case: Case) -> Iterator[Mention]:
    known = bounds(case)
    for target in case.plan.targets:
        for item in target.indicators:
            name = _known_name(item.name, known)
            if not name or not re.fullmatch(r"\d+(?:\.\d+)?", item.value):
                continue
            fitting = _fitting(known[name], item.name, case)
            units = {bound.indicator.unit for bound in fitting}
            directions = {bound.least for bound in fitting}
            if units == {item.unit.replace("％", "%")} and directions == {item.op not in AT_MOST}:
                yield Mention(
                    name, float(item.value), fitting, item.where / "value", _written(item)
                )


def _written(item: Goal) -> str:
    sign = {">=": "≥", "<=": "≤", "==": "="}.get(item.op, item.op)
    return f"{item.name}{sign}{item.value}{item.unit}"


def _known_name(name: str, known: dict[str, list[Bound]]) -> str:
    """The catalogue's name for a measure that the plan may name with its place in front."""
    ends = [one for one in known if name.endswith(one) and BEFORE.search(name.removesuffix(one))]
    return max(ends, key=len, default="")


def _in_text(case: Case) -> Iterator[Mention]:
    """Measures by name, with the number that follows; what is so today is no goal."""
    known = bounds(case)
    present = case.which(_cues(tuple(known)))
    names = re.compile("|".join(map(re.escape, sorted(present, key=len, reverse=True))))
    for line in case.having(*present):
        for found in names.finditer(line.text):
            before = line.text[: found.start()]
            fitting = _fitting(known[found.group()], before[-8:] + found.group(), case)
            value = _value(line.text, found.end(), fitting)
            if not value or not BEFORE.search(before):
                continue
            if not NOW.search(sentence_at(line.text, found.start())):
                written = found.group() + value.group()
                yield Mention(
                    found.group(), float(value["value"]), fitting, line.where, written, line.text
                )


@cache
def _cues(names: tuple[str, ...]) -> Cues:
    return Cues(names)


def _value(text: str, at: int, fitting: Sequence[Bound]) -> re.Match[str] | None:
    """The number after a name, if it is a goal of the standard's unit and direction."""
    found = VALUE.match(text, at)
    if found is None or MOVING.search(found["between"]):
        return None
    unit = (found["unit"] or "").replace("％", "%")
    against = LESS if fitting[0].least else MORE
    if {bound.indicator.unit for bound in fitting} != {unit} or against.search(found["between"]):
        return None
    return found if len({bound.least for bound in fitting}) == 1 else None
