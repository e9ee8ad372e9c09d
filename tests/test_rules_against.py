"""What a township's plan is held against: its county's level, names, targets and posts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.model.document import Document, Role, block
from plangen.model.plan import Locality, Plan, Target
from plangen.problem import Where
from plangen.rules._against import (
    campaigns,
    county_name,
    last_target,
    level,
    name,
    naming,
    of_county,
    said,
)
from plangen.rules.base import Case
from plangen.text.dates import parse_date

TOWN = Plan(title="", locality=Locality(name="石门镇", level="township"))
COUNTY = Plan(title="", locality=Locality(name="青山县", level="county"))


def held(town: Plan = TOWN, county: Plan = COUNTY, text: str = "") -> Case:
    documents = {"实施方案": Document((block(Role.PARAGRAPH, text, Where(paragraph=1)),))}
    return Case(town, {}, documents, county=Case(county, {}, {}))


def at(plan: Plan, name: str, level: str = "") -> Plan:
    return replace(plan, locality=Locality(name=name, level=level))


def target(text: str, by: str = "") -> Target:
    return Target(text=text, by=parse_date(by) if by else None, where=Where())


@pytest.mark.parametrize(
    ("county", "its"),
    [("青山县", "县"), ("青山区", "区"), ("青山市", "市"), ("", "县")],
)
def test_the_level_of_the_county(county: str, its: str) -> None:
    assert level(held(county=at(COUNTY, county))) == its


@pytest.mark.parametrize("masked", ["XX", "某", "××", "○○"])
def test_a_masked_name_is_no_name(masked: str) -> None:
    assert name(held(at(TOWN, f"{masked}镇"))) == ""
    assert county_name(held(county=at(COUNTY, f"{masked}县"))) == ""
    assert (name(held()), county_name(held())) == ("石门镇", "青山县")


def test_targets_that_name_the_township() -> None:
    county = replace(COUNTY, targets=(target("石门镇创建国家卫生镇"), target("柳桥镇达标")))
    assert [one.text for one in naming(held(county=county))] == ["石门镇创建国家卫生镇"]
    assert naming(held(at(TOWN, "某镇"), county)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("创建国家卫生县城", ["国家卫生县城"]),
        ("争创省级卫生镇、省文明村", ["省级卫生镇", "省文明村"]),
        ("建成市级园林城市、市卫生乡镇", ["市级园林城市", "市卫生乡镇"]),
        ("国家卫生县、国家文明城镇", ["国家卫生县", "国家文明城镇"]),
        ("国家级贫困县、卫生镇", []),
    ],
)
def test_the_titles_to_win_that_a_text_names(text: str, found: list[str]) -> None:
    assert campaigns(text) == found


def test_the_target_that_is_due_last() -> None:
    early, late = target("申报", "2024-06"), target("达标", "2024-12")
    assert last_target([late, early]) is late
    assert last_target([early, late, target("巩固")]) is late
    assert last_target([target("巩固"), target("验收", "20XX")]) is None
    assert last_target([target("验收", "20XX"), early]) is early


@pytest.mark.parametrize(
    ("posts", "its"),
    [
        (("县委书记",), True),
        (("县人大副主任", "一级调研员"), True),
        (("副县长",), True),
        (("镇长",), False),
        (("驻县联络员",), False),
        ((), False),
    ],
)
def test_posts_of_the_county(posts: tuple[str, ...], *, its: bool) -> None:
    assert of_county(held(), posts) is its


def test_what_the_plan_says_outside_of_cited_titles() -> None:
    case = held(text="按《关于印发《青山县创卫方案》的通知》要求，抓好《青山县志》编修。")
    assert said(case) == "按要求，抓好编修。"
