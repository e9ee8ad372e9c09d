"""Posts, names and units as the rules compare them, at their bounds."""

from __future__ import annotations

import pytest

from plangen.model.plan import Group, Locality, Person, Plan, RosterRole
from plangen.pipeline import lint
from plangen.rules._old_names import names_in_text
from plangen.rules._organisation import (
    agree,
    alike,
    heads,
    listings,
    masked,
    named_persons,
    near,
    own_level,
    persons,
    post_key,
    same_post,
    single_post,
    twins,
    unit_lists,
)
from plangen.rules._units import Units, names_unit, unit_of_post
from plangen.rules.base import Case
from tests.tools.specs import over_base

PAIRS = twins(("航 杭 沆", "志 治"))


def case(piece: str) -> Case:
    found = lint(over_base(piece), "x.yaml").case
    assert found
    return found


UNKNOWN = "XX 王XX ×某 ＊ * ○○ 〇〇 □□ ■■ __ ？ ?? 某某 待定 空缺 未定 暂缺"
HEADS = "组长 主任 总指挥 指挥长 负责人 召集人 牵头人 责任人 队长 片长 站长 班长 会长 领队"
OTHERS = "副组长 第一组长 第二组长 第三组长 常务组长 执行组长 名誉组长 成员 组长单位 联络员"


@pytest.mark.parametrize("name", ["", *UNKNOWN.split()])
def test_names_that_stand_for_an_unknown(name: str) -> None:
    assert masked(name)
    assert not masked("王明")


@pytest.mark.parametrize(
    ("role", "is_head"),
    [*((role, True) for role in HEADS.split()), *((role, False) for role in OTHERS.split())],
)
def test_who_heads_a_body(role: str, is_head: bool) -> None:
    person = Person(name="何川", posts=())
    body = Group(name="甲组", roster=(RosterRole(role=role, people=(person,)),))
    assert heads(body) == ([person] if is_head else [])


@pytest.mark.parametrize(
    ("name", "level", "own"),
    [
        ("青山县", "county", "县"),
        ("青山区", "city", "区"),
        ("青山盟", "", "盟"),
        ("青山旗", "", "旗"),
        ("青山州", "", "州"),
        ("青山省", "", "省"),
        ("青山市", "", "市"),
        ("青山乡", "township", "乡"),
        ("石门街道", "township", "街道"),
        ("青山", "province", "省"),
        ("青山", "city", "市"),
        ("青山", "district", "区"),
        ("青山", "county", "县"),
        ("青山", "township", "镇"),
        ("青山", "subdistrict", "街道"),
        ("青山", "", ""),
    ],
)
def test_the_own_level(name: str, level: str, own: str) -> None:
    assert own_level(Plan(title="", locality=Locality(name=name, level=level))) == own


@pytest.mark.parametrize(
    ("post", "key"),
    [
        ("中共青山县委书记", "青山县委书记"),
        ("县政府县长", "县长"),
        ("县人民政府常务副县长", "常务副县长"),
        ("县人民政府办公室主任", "人民政府办公室主任"),
        ("县卫生院院长", "卫生院长"),
        ("县公安局局长", "公安局长"),
        ("县长", "县长"),
        ("县委书", "县委书"),
        ("县教育局局长", "教育局长"),
        ("教育局长", "教育局长"),
        ("县人民政府县长", "县长"),
        ("县委书记", "委书记"),
        ("市教育局局长", "市教育局长"),
        ("石门镇镇长", "石门镇长"),
    ],
)
def test_posts_as_they_are_compared(post: str, key: str) -> None:
    assert post_key(post, "县") == key
    assert post_key("局长", "") == "局长"


@pytest.mark.parametrize(
    ("post", "single"),
    [
        ("教育局长", True),
        ("县长", True),
        ("党委书记", True),
        ("检察院检察长", True),
        ("城投公司董事长", True),
        ("城投公司经理", True),
        ("总工会主席", True),
        ("副县长", False),
        ("第一书记", False),
        ("驻村书记", False),
        ("原教育局长", False),
        ("各镇镇长", False),
        ("名誉会长", False),
        ("村主任", False),
        ("社区居委会主任", False),
        ("幼儿园长", False),
        ("街道办事处主任", False),
        ("乡镇卫生院长", False),
        ("科室主任", False),
        ("党支部书记", False),
        ("XX局长", False),
        ("局长", False),
        ("甲主任", False),
        ("甲乙主任", True),
        ("教育局局长", True),
        ("教育局党委书记", True),
        ("石门镇党委书记", True),
        ("教育局局长助理", False),
        ("卫生院院长", False),
        ("物业经理", False),
        ("项目经理", False),
        ("社区党支部书记", False),
        ("社区党总支书记", False),
        ("村民委员会主任", False),
        ("社区居民委员会主任", False),
        ("村委会主任", False),
        ("和平社区居委会主任", True),
        ("社区居委会治保主任", True),
        ("委书记", True),
        ("石门镇长", True),
        ("村党支部书记", False),
        ("镇长", False),
        ("教育局副局长", False),
        ("XX镇长", False),
        ("镇党委书记", False),
        ("委常委", False),
    ],
)
def test_posts_of_one_person(post: str, single: bool) -> None:
    assert single_post(post, "县") is single


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("梁启航", "梁启杭", True),
        ("梁启航", "梁志杭", False),
        ("王志明", "王明志", True),
        ("王志明", "志王明", False),
        ("航", "杭", False),
        ("梁航", "梁杭", True),
        ("梁航", "梁志", False),
        ("梁航", "梁航", False),
        ("梁启航", "梁航", False),
    ],
)
def test_names_that_may_be_one(one: str, other: str, same: bool) -> None:
    assert alike(one, other, PAIRS) is same


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("梁启航", "梁启明", True),
        ("梁启航", "梁大明", False),
        ("梁启航", "梁航", True),
        ("启航", "梁启航", True),
        ("梁启", "梁启航", True),
        ("梁航", "梁明", False),
        ("梁大", "梁启航", False),
        ("王", "梁启航", False),
        ("梁启航", "梁启航", False),
    ],
)
def test_names_of_one_post_that_differ_by_a_character(one: str, other: str, is_near: bool) -> None:
    assert near(one, other) is is_near


def test_posts_that_agree() -> None:
    assert same_post("教育局长", "局长")
    assert same_post("局长", "教育局长")
    assert not same_post("教育局长", "公安局长")
    assert agree(["教育局长", "县长"], ["局长"])
    assert agree([], ["局长"])
    assert agree(["局长"], [])
    assert not agree(["教育局长"], ["公安局长"])


ROSTERS = (
    "leaders: {name: 领导小组, roster: ["
    "{role: 组长, people: [{name: 何川, posts: [党组书记、局长]}]},"
    " {role: 成员, units: [县教育局]}]}\n"
    "groups: [{name: 甲组, units: [县公安局], duties: 宣传,"
    " roster: [{role: 组长, people: [XX, 李强]}]}]\n"
    "assignments: [{text: 宣传, lead: [县民政局], support: [县水利局]}]"
)


def test_everybody_in_every_roster() -> None:
    found = listings(case(ROSTERS).plan)
    assert [(one.name, one.body.name if one.body else "") for one in found] == [
        ("何川", ""),
        ("XX", "甲组"),
        ("李强", "甲组"),
    ]
    assert (found[0].written, found[0].post) == (("党组书记", "局长"), "党组书记、局长")
    assert [one.name for one in persons(case(ROSTERS))] == ["何川", "XX", "李强"]
    assert [one.name for one in named_persons(case(ROSTERS))] == ["何川", "李强"]


def test_units_that_stand_side_by_side() -> None:
    found = [(where.dotted, tuple(units)) for where, units in unit_lists(case(ROSTERS))]
    assert found == [
        ("leaders.roster.1.units", ("县教育局",)),
        ("groups.0.units", ("县公安局",)),
        ("assignments.0.lead", ("县民政局",)),
        ("assignments.0.support", ("县水利局",)),
    ]


def test_units_of_the_parts_of_a_plan() -> None:
    piece = ROSTERS.replace("党组书记、局长", "县财政局党组书记、副局长、县卫健局局长")
    found = Units(case(piece + "\noffices: [{name: 县创卫办, seat: 县爱卫办}]")).in_parts()
    assert [(one.text, one.where.dotted) for one in found] == [
        ("县财政局", "leaders.roster.0.people.0"),
        ("县卫健局", "leaders.roster.0.people.0"),
        ("县教育局", "leaders.roster.1.units"),
        ("县公安局", "groups.0.units"),
        ("县爱卫办", "offices.0.seat"),
        ("县民政局", "assignments.0.lead"),
        ("县水利局", "assignments.0.support"),
    ]


@pytest.mark.parametrize(
    ("post", "unit"),
    [
        ("县教育局局长", "县教育局"),
        ("县教育局长", "县教育局"),
        ("县委书记", "县委"),
        ("县民政局党委书记", "县民政局"),
        ("县民政局党组书记", "县民政局"),
        ("县民政局常务副局长", "县民政局"),
        ("县民政局第一书记", "县民政局"),
        ("县政协主席", "县政协"),
        ("县城投公司经理", "县城投公司"),
        ("县城投公司董事长", "县城投公司"),
        ("县检察院检察长", "县检察院"),
        ("交警大队大队长", "交警大队"),
        ("特警支队长", "特警"),
        ("镇中心学校校长", "镇中心学校"),
        ("县档案馆馆长", "县档案馆"),
        ("县林场场长", ""),
        ("副县长", ""),
        ("局长", ""),
        ("XX局局长", ""),
        ("县政府办公室主任", "县政府办公室"),
        ("县政府办公室主任科员", ""),
    ],
)
def test_the_unit_of_a_post(post: str, unit: str) -> None:
    assert unit_of_post(post) == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("由县教育局负责", ["县教育局"]),
        ("县委办公室、县政协社会委", []),
        ("县卫生健康委员会、县邮政公司", ["县卫生健康委员会", "县邮政公司"]),
        ("，县烟草专卖局，", ["县烟草专卖局"]),
        ("县域经济发展水平", []),
        ("各县有关局", []),
        ("县XX局", []),
        ("《县教育局》", ["县教育局"]),
        ("“县教育局”", ["县教育局"]),
    ],
)
def test_units_in_running_text(text: str, units: list[str]) -> None:
    found = {name for name, _ in Units(case(f"preamble: {text}。")).in_text}
    assert set(units) <= found
    assert found - set(units) <= {"县委办公室", "县委办"}


@pytest.mark.parametrize(
    ("piece", "is_unit"),
    [
        ("县教育局", True),
        ("县城建站", True),
        ("县有关局", False),
        ("县相关局", False),
        ("县其他局", False),
        ("县直部门局", False),
        ("县领导小组办", False),
        ("县动员会", False),
        ("县工作会", False),
        ("县教育", False),
        ("县" + "甲" * 14 + "局", True),
        ("县" + "甲" * 15 + "局", False),
        ("XX局", False),
    ],
)
def test_a_piece_that_is_the_name_of_a_unit(piece: str, is_unit: bool) -> None:
    assert names_unit(piece) is is_unit


def test_units_by_what_they_are_compared_by() -> None:
    units = Units(case(""))
    assert units.bare("青山县人民政府") == "政府"
    assert units.bare("县教育局") == "教育局"
    assert units.bare("县局") == "县局"
    assert units.bare("县 卫生健康委员会") == "卫生健康委"
    assert units.key("县城市管理和行政监督局") == units.key("县城市局")
    assert units.key("县管理局") == "管理局"


OLDS: tuple[dict[str, str], ...] = (
    {"old": "卫计局 卫生局", "new": "卫健局"},
    {"old": "新农合", "new": "城乡居民医保"},
    {"old": "新农合基金", "new": "城乡居民医保基金"},
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由县卫计局牵头，县卫计局落实", [("县卫计局", 2)]),
        ("由卫生局牵头", [("卫生局", 1)]),
        ("请卫生局牵头", [("卫生局", 1)]),
        ("（卫生局）", [("卫生局", 1)]),
        ("市卫生局、区卫生局", [("市卫生局", 1), ("区卫生局", 1)]),
        ("县里卫生局", []),
        ("县卫生局长", [("县卫生局", 1)]),
        ("县卫生局事项", []),
        ("原县卫生局", []),
        ("原青山县卫生局", [("县卫生局", 1)]),
        ("原任县卫生局", []),
        ("《县卫生局》和“县卫生局”", []),
        ("参加新农合人员", [("新农合", 1)]),
        ("参加县新农合人员", [("新农合", 1)]),
        ("按时归集新农合基金", [("新农合基金", 1)]),
        ("原县卫计局撤销后，由县卫生局牵头", [("县卫生局", 1)]),
        ("县卫健局（以下简称“县卫生局”），县卫生局负责", []),
        ("没有", []),
    ],
)
def test_names_of_a_list_in_a_text(text: str, found: list[tuple[str, int]]) -> None:
    names = names_in_text(case(f"preamble: {text}。"), OLDS)
    assert [(one.name, one.times) for one in names] == found


def test_names_of_a_list_in_assignments() -> None:
    piece = "assignments: [{clause: A1, lead: [县卫计局], support: [县卫生局]}]"
    names = names_in_text(case(f"standards: [weisheng-xiangzhen-2010]\n{piece}"), OLDS)
    assert {one.name for one in names} == {"县卫计局", "县卫生局"}
