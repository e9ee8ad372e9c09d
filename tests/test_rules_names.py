"""Names of organs, units and posts, at the bounds of what is told from what."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plangen.model.document import Document, Role, block
from plangen.model.plan import (
    Assignment,
    Group,
    Leaders,
    Locality,
    Notice,
    Person,
    Plan,
    RosterRole,
)
from plangen.problem import Where
from plangen.rules._notice import (
    MASK,
    ORGAN_ENDS,
    before_about,
    core,
    kind_of,
    same_organ,
    title_of,
    title_where,
)
from plangen.rules._organisation import BELOW, persons, single_post, unit_lists
from plangen.rules._units import Units, names_unit
from plangen.rules.base import Case

PLAN = Plan(title="青山县创卫方案", locality=Locality(name="青山县", level="county"))
NOTICE = Notice(issuer=("青山县人民政府",), where=Where(path=("notice",)))


def read(text: str, role: Role = Role.PARAGRAPH, plan: Plan = PLAN) -> Case:
    document = Document((block(role, text, Where(paragraph=1)),))
    return Case(plan, {}, {"实施方案": document}, read=True)


# Notices


@pytest.mark.parametrize(
    ("edition", "left"),
    [
        ("（征求意见稿）", ""),
        ("（修改完善后的征求意见稿二）", ""),
        ("（修改完善后的征求意见稿之二）", "（修改完善后的征求意见稿之二）"),
        ("（试行）（征求意见稿）", ""),
        ("（试行）草案", "（试行）草案"),
    ],
)
def test_a_title_of_a_notice_without_its_edition(edition: str, left: str) -> None:
    title = "青山县人民政府关于印发方案的通知"
    assert title_of(PLAN, replace(NOTICE, title=title + edition)) == title + left


def test_what_a_document_is() -> None:
    assert kind_of(replace(PLAN, title="关于做好创卫工作的通知")) == "通知"
    assert kind_of(replace(PLAN, notice=replace(NOTICE, title="关于报送方案的函"))) == "函"
    assert kind_of(replace(PLAN, notice=replace(NOTICE, title="关于做好创卫工作"))) == "通知"


def test_the_place_of_a_title() -> None:
    assert title_where(PLAN, NOTICE).dotted == "title"
    assert title_where(PLAN, replace(NOTICE, title="关于创卫的通知")).dotted == "notice.title"


@pytest.mark.parametrize(
    ("title", "issuer"),
    [("青山县人民政府关于创卫的通知", "青山县人民政府"), ("关于创卫的通知", ""), ("创卫通知", "")],
)
def test_the_issuer_in_a_title(title: str, issuer: str) -> None:
    assert before_about(title) == issuer


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("县创卫办", "青山县创卫办公室", True),
        ("青山县政府办公厅", "青山县政府", True),
        ("青山县 人民政府文件", "青山县人民政府", True),
        ("办公室", "青山县教育局", False),
        ("青山县教育局", "青山县民政局", False),
    ],
)
def test_names_of_one_organ(one: str, other: str, *, same: bool) -> None:
    assert same_organ(one, other) is same


def test_what_an_organ_is_compared_by() -> None:
    found = [core(name) for name in ("青山县 政府办公厅", "青山县政府文件", "青山县办公用品公司")]
    assert found == ["青山县政府", "青山县政府", "青山县办公用品公司"]


@pytest.mark.parametrize(
    "name",
    "县政府 政府办公室 市政府办公厅 县委 爱卫会 教育局 卫生厅 宣传部 检察院 法院 办事处 服务中心 "
    "创卫办 供水公司 农业银行 党委 爱国卫生运动委员会".split(),
)
def test_an_organ_by_its_end(name: str) -> None:
    assert re.search(rf"(?:{ORGAN_ENDS})$", name)


@pytest.mark.parametrize(
    ("code", "masked"), [("XX政发", True), ("某政发", True), ("**政发", True), ("青政发", False)]
)
def test_a_masked_code(code: str, *, masked: bool) -> None:
    assert bool(MASK.search(code)) is masked


# Posts


def test_a_post_of_a_plan_without_a_level() -> None:
    assert single_post("委书记", "县")
    assert not single_post("委书记", "")


BELOW_ALL = "秘书 顾问 成员单位 责任单位 联系人 联络员 干事 专家 工作人员 副组长"


@pytest.mark.parametrize("role", BELOW_ALL.split())
def test_a_role_that_heads_nothing(role: str) -> None:
    assert BELOW.search(role)


def test_a_role_that_may_head() -> None:
    assert [role for role in ("牵头单位", "组长", "召集人") if BELOW.search(role)] == []


def test_posts_one_by_one() -> None:
    role = RosterRole(role="组长", people=(Person(name="王建国", posts=("县委常委、副县长、",)),))
    plan = replace(PLAN, leaders=Leaders(name="领导小组", roster=(role,)))
    assert [one.written for one in persons(read("甲", plan=plan))] == [("县委常委", "副县长")]


# Units


@pytest.mark.parametrize("piece", "县教育局 县委办 县政府办 县交通运输局".split())
def test_a_unit_of_the_county(piece: str) -> None:
    assert names_unit(piece)


@pytest.mark.parametrize(
    "piece", "县委 县政府 县成员局 县各局 县领导小组办 县单位办 县有关部".split()
)
def test_what_is_no_one_unit(piece: str) -> None:
    assert not names_unit(piece)


FORMS = "发文机关标志 发文字号 标题 主送机关 署名 成文日期 版记 联合发文机关标志 联合署名 附件标题"


@pytest.mark.parametrize("role", FORMS.split())
def test_the_forms_of_a_document_name_no_unit_to_check(role: str) -> None:
    assert Units(read("县教育局、县民政局", Role(role))).in_text == ()
    assert len(Units(read("县教育局、县民政局")).in_text) == 3


def test_a_unit_without_a_level_is_not_looked_for() -> None:
    plan = replace(PLAN, locality=Locality(name="", level=""))
    assert Units(read("教育局、民政局", plan=plan)).in_text == ()
    assert Units(read("甲", plan=plan)).key("教育局") == "教育局"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县教育局负责", ["县教育局"]),
        ("由县教育局、县民政局负责", ["县教育局"]),
        ("县教育局管理", []),
        ("县教育局理顺", []),
        ("县委办公室", ["县委办公室"]),
    ],
)
def test_known_units_in_a_text(text: str, found: list[str]) -> None:
    assert list(Units(read("甲")).known(text)) == found


def test_units_that_stand_side_by_side_where_there_are_any() -> None:
    empty = Assignment(lead=(), support=(), where=Where(path=("assignments", 0)))
    group = Group(name="甲组", units=("县教育局",), where=Where(path=("groups", 0)))
    case = read("甲", plan=replace(PLAN, assignments=(empty,), groups=(group,)))
    assert [(where.dotted, units) for where, units in unit_lists(case)] == [
        ("groups.0.units", ("县教育局",))
    ]
