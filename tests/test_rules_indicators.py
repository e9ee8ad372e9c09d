"""What standards ask of a measure, and what a plan promises, at its bounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.model.document import Document, Role, block
from plangen.model.plan import Indicator as Goal
from plangen.model.plan import Locality, Plan, StandardUse, Target
from plangen.problem import Where
from plangen.rules._indicators import Bound, Mention, bounds, weak_mentions
from plangen.rules.base import Case
from plangen.standard.catalogue import Indicator, IndicatorTable, Standard, load_standard

STANDARD = "weisheng-xiangzhen-2010"
FULL = load_standard(STANDARD)
RATE = next(i for clause in FULL.clauses for i in clause.indicators if i.name.endswith("满意率"))


def asking(*items: Indicator) -> Standard:
    """The catalogue with these indicators alone, all in its first clause."""
    first, *others = FULL.sections[0].clauses
    bare = [clause._replace(indicators=()) for clause in others]
    kept = replace(FULL.sections[0], clauses=(first._replace(indicators=items), *bare))
    return replace(FULL, sections=(kept,), indicator_table=None)


def case(standard: Standard, *paragraphs: str, level: str = "county") -> Case:
    plan = Plan(
        title="",
        locality=Locality(name="青山县", level=level),
        standards=(StandardUse(id=STANDARD),),
    )
    blocks = tuple(
        block(Role.PARAGRAPH, text, Where(paragraph=at)) for at, text in enumerate(paragraphs, 1)
    )
    return Case(plan, {STANDARD: standard}, {"实施方案": Document(blocks)}, read=True)


def written(standard: Standard, text: str, level: str = "county") -> list[str]:
    return [mention.written for mention in weak_mentions(case(standard, text, level=level))]


@pytest.mark.parametrize(
    ("op", "value", "weak", "said"),
    [
        (">=", 89.9, True, "≥90%"),
        (">=", 90.0, False, "≥90%"),
        (">", 90.0, False, ">90%"),
        ("<=", 90.0, False, "≤90%"),
        ("<=", 90.1, True, "≤90%"),
        ("<", 89.9, False, "<90%"),
        ("==", 89.9, True, "=90%"),
    ],
)
def test_what_asks_less_than_a_bound(op: str, value: float, weak: bool, said: str) -> None:
    bound = Bound(RATE._replace(op=op, value="90", unit="%"), FULL)
    assert bound.weaker(value) is weak
    assert bound.said == said


@pytest.mark.parametrize(("op", "nearest"), [(">=", 80.0), ("<=", 90.0)])
def test_the_least_that_any_bound_asks(op: str, nearest: float) -> None:
    two = tuple(Bound(RATE._replace(op=op, value=value), FULL) for value in ("80", "90"))
    mention = Mention(RATE.name, 85.0, two, Where(), "")
    assert mention.nearest.value == nearest


@pytest.mark.parametrize(
    ("changes", "measured"),
    [
        ({}, True),
        ({"kind": "absence"}, False),
        ({"kind": "pass"}, False),
        ({"relative_to": "上年"}, False),
        ({"value": "九成"}, False),
        ({"value": "89.5"}, True),
        ({"op": "=="}, False),
        ({"op": "==", "value": "100"}, True),
        ({"op": "<="}, True),
        ({"op": "range"}, False),
        ({"op": "range", "value": "100"}, False),
    ],
)
def test_what_a_number_can_be_held_against(changes: dict[str, str], measured: bool) -> None:
    item = RATE._replace(**{"op": ">=", "value": "90", "unit": "%", **changes})  # type: ignore[arg-type]
    assert bool(bounds(case(asking(item), "甲"))) is measured


LEAST = RATE._replace(op=">=", value="90", unit="%", scope="")
MOST = RATE._replace(name="蚊蝇密度", op="<=", value="10", unit="%", scope="")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("蚊蝇密度控制在12%。", ["蚊蝇密度控制在12%"]),
        ("蚊蝇密度控制在10%。", []),
        ("蚊蝇密度不高于12%。", ["蚊蝇密度不高于12%"]),
        ("蚊蝇密度不超过12%。", ["蚊蝇密度不超过12%"]),
        ("蚊蝇密度高于12%。", []),
        ("蚊蝇密度超过12%。", []),
        ("蚊蝇密度大于12%。", []),
        ("蚊蝇密度低于12%。", ["蚊蝇密度低于12%"]),
        ("蚊蝇密度降低到12%。", ["蚊蝇密度降低到12%"]),
        ("蚊蝇密度下降至12%。", ["蚊蝇密度下降至12%"]),
        ("蚊蝇密度12%，蚊蝇密度9%。", []),
        ("蚊蝇密度14%，蚊蝇密度12%。", ["蚊蝇密度12%"]),
        ("蚊蝇密度12%，蚊蝇密度14%。", ["蚊蝇密度12%"]),
        ("蚊蝇密度12‰。", []),
        ("蚊蝇密度12小时。", []),
        ("蚊蝇密度12。", []),
        ("城乡蚊蝇密度12%。", ["蚊蝇密度12%"]),
        ("白天蚊蝇密度12%，蚊蝇密度13%。", ["蚊蝇密度13%"]),
        ("蚊蝇密度控制在12%，蚊蝇密度12%。", ["蚊蝇密度控制在12%"]),
    ],
)
def test_measures_of_which_less_is_better(text: str, found: list[str]) -> None:
    assert written(asking(LEAST, MOST), text) == found


@pytest.mark.parametrize(
    ("level", "text", "found"),
    [
        ("county", "县城保洁率达到85%。", ["保洁率达到85%"]),
        ("county", "保洁率达到85%。", ["保洁率达到85%"]),
        ("township", "保洁率达到85%。", []),
        ("township", "县城保洁率达到85%。", ["保洁率达到85%"]),
        ("county", "乡镇保洁率达到85%。", []),
        ("county", "乡镇保洁率达到75%。", ["保洁率达到75%"]),
        ("city", "保洁率达到85%。", []),
        ("city", "保洁率达到75%。", ["保洁率达到75%"]),
    ],
)
def test_the_bound_of_the_place_that_is_named(level: str, text: str, found: list[str]) -> None:
    county = LEAST._replace(name="保洁率", value="90", scope="县城")
    town = LEAST._replace(name="保洁率", value="80", scope="乡镇")
    assert written(asking(county, town), text, level) == found


def test_bounds_of_two_directions_tell_nothing() -> None:
    both = (LEAST, LEAST._replace(op="<=", value="95"))
    assert written(asking(*both), f"{LEAST.name}达到85%。") == []


def test_without_indicators_nothing_is_measured() -> None:
    assert written(asking(), f"{LEAST.name}达到85%。") == []


CLEAN = LEAST._replace(name="保洁率")


@pytest.mark.parametrize("unit", ["%", "‰", "小时", "平方米", ""])
def test_a_measure_of_a_unit(unit: str) -> None:
    asked = CLEAN._replace(unit=unit)
    assert written(asking(asked), f"保洁率达到85{unit}。") == [f"保洁率达到85{unit}"]


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("提高到85%", True),
        ("提高至85%", True),
        ("提高85%", False),
        ("提升到85%", True),
        ("提升至85%", True),
        ("提升85%", False),
        ("增长到85%", True),
        ("增加至85%", True),
        ("增长85%", False),
    ],
)
def test_how_much_more_is_no_goal(text: str, *, goal: bool) -> None:
    assert written(asking(CLEAN), f"保洁率{text}。") == [f"保洁率{text}"] * goal


@pytest.mark.parametrize(
    "place", ["", "全县", "城乡", "农村", "城区", "集镇", "建成区", "其中", "县城", "使", "和"]
)
def test_a_measure_of_a_place(place: str) -> None:
    assert written(asking(CLEAN), f"{place}保洁率达到85%。") == ["保洁率达到85%"]


def test_the_longer_name_of_a_measure_is_meant() -> None:
    roads = CLEAN._replace(name="保洁率达标率", value="80")
    assert written(asking(CLEAN, roads), "保洁率达标率85%。") == []


def test_a_bound_for_the_own_level_is_before_one_for_all() -> None:
    town = CLEAN._replace(scope="县城")
    assert written(asking(CLEAN._replace(value="80"), town), "保洁率达到85%。") == [
        "保洁率达到85%"
    ]


def aimed(standard: Standard, *goals: Goal) -> list[tuple[str, str]]:
    whole = case(standard)
    targets = (Target(text="达标", indicators=goals),)
    weak = weak_mentions(replace(whole, plan=replace(whole.plan, targets=targets)))
    return [(mention.name, mention.written) for mention in weak]


def goal(name: str, value: str, op: str = ">=", unit: str = "%") -> Goal:
    return Goal(name=name, op=op, value=value, unit=unit, where=Where())


def test_goals_that_ask_less() -> None:
    standard = asking(CLEAN, CLEAN._replace(name="道路保洁率", value="80"))
    assert aimed(standard, goal("全县保洁率", "85")) == [("保洁率", "全县保洁率≥85%")]
    assert aimed(standard, goal("县城道路保洁率", "85")) == []
    assert aimed(standard, goal("不保洁率", "85")) == []
    assert aimed(standard, goal("村庄绿化率", "85"), goal("保洁率", "85")) == [
        ("保洁率", "保洁率≥85%")
    ]
    assert aimed(standard, goal("保洁率", "八成"), goal("保洁率", "85")) == [
        ("保洁率", "保洁率≥85%")
    ]


def test_goals_of_another_unit_or_direction_are_other_goals() -> None:
    assert aimed(asking(CLEAN), goal("保洁率", "85", unit="‰")) == []
    assert aimed(asking(CLEAN), goal("保洁率", "85", op="<=")) == []
    assert aimed(asking(CLEAN), goal("保洁率", "85", unit="％")) == [("保洁率", "保洁率≥85％")]


def test_what_the_table_of_a_standard_asks() -> None:
    items = (CLEAN, CLEAN._replace(name="绿化率", value="达标"))
    standard = replace(asking(), indicator_table=IndicatorTable("指标", items))
    found = bounds(case(standard))
    assert {name: [(one.clause, one.seen) for one in every] for name, every in found.items()} == {
        "保洁率": [("", True)]
    }
