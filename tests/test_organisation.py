"""The word lists and helpers of the rules on organisation, beyond the rules' own examples."""

from __future__ import annotations

import pytest

from plangen.config.words import entries
from plangen.pipeline import lint
from plangen.rules import run
from plangen.rules._counts import ENDS, listed_after, listed_before
from plangen.rules._organisation import alike, near, twins
from plangen.rules._units import Units, unit_of_post
from plangen.rules.base import Case
from tests.tools.specs import over_base

PAIRS = twins(tuple(entry["chars"] for entry in entries("name_twins")))


def case(piece: str) -> Case:
    found = lint(over_base(piece), "x.yaml").case
    assert found
    return found


def test_a_surname_stands_once_in_the_list() -> None:
    names = [name for entry in entries("surnames") for name in entry["surnames"].split()]
    assert len(names) > 500
    assert sorted(names) == sorted(set(names))


def test_a_form_of_a_unit_stands_once_in_the_list() -> None:
    forms = [f for e in entries("unit_forms") for f in (e["name"], *e["also"].split())]
    assert len(forms) > 100
    assert sorted(forms) == sorted(set(forms))


def test_an_old_name_is_not_a_new_one() -> None:
    olds = {old for entry in entries("renamed_units") for old in entry["old"].split()}
    assert len(olds) > 40
    assert not [e["new"] for e in entries("renamed_units") if e["new"].split("（")[0] in olds]


@pytest.mark.parametrize(
    ("one", "other"), [("梁启航", "梁启杭"), ("王志刚", "王治刚"), ("闫立新", "阎立新")]
)
def test_names_that_are_easily_confused(one: str, other: str) -> None:
    assert alike(one, other, PAIRS)


@pytest.mark.parametrize(
    ("one", "other"), [("王建国", "王建军"), ("李强", "李梅"), ("王伟", "王伟"), ("张伟", "伟张")]
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert not alike(one, other, PAIRS)


def test_two_names_of_two_characters_are_two_people() -> None:
    assert near("欧阳靖", "欧靖")
    assert not near("王伟", "李伟")


def test_the_unit_of_a_post() -> None:
    posts = [
        "县教育局副局长",
        "县教育局长",
        "县委宣传部常务副部长",
        "副县长",
        "团县委书记",
        "县中心学校校长",
        "XX局长",
    ]
    assert [unit_of_post(post) for post in posts] == [
        "县教育局",
        "县教育局",
        "县委宣传部",
        "",
        "团县委",
        "县中心学校",
        "",
    ]


def test_units_of_one_key() -> None:
    units = Units(case(""))
    assert units.key("县妇联会") == units.key("妇女联合会")
    assert units.key("县卫生健康委员会") == units.key("县卫健委")
    assert units.key("县公安局") != units.key("县公安局交警大队")
    assert units.key("县妇联") != units.key("市妇联")


def test_places_listed_before_and_after_their_count() -> None:
    assert listed_before("抓好石门镇、和平镇以及柳桥镇", ENDS["镇"]) == 3
    assert listed_before("推进环境整治和石门镇、柳桥镇", ENDS["镇"]) == 2
    assert listed_before("石门镇、各镇", ENDS["镇"]) == 0
    assert listed_after("（石门镇、柳桥镇）的创建", ENDS["镇"]) == 2
    assert listed_after("（含石门镇、柳桥镇）", ENDS["镇"]) == 0


def test_a_plan_without_a_time_suspends_the_check_of_renamed_units() -> None:
    outcome = run(case("preamble: 由县卫计局牵头。"))
    assert [s.why for s in outcome.suspended["unit-renamed"]] == [
        "方案的时间不明，不能判断“县卫计局”是否已改名"
    ]


def test_a_masked_head_suspends_the_comparison_with_the_leaders() -> None:
    piece = (
        "leaders: {name: 领导小组, roster: [{role: 组长, people: [何川]}]}\n"
        "groups: [{name: 甲组, roster: [{role: 组长, people: [XX]}], duties: 负责宣传}]"
    )
    assert [s.why for s in run(case(piece)).suspended["head-outside"]] == [
        "姓名打码，不能与领导小组名单比较"
    ]
