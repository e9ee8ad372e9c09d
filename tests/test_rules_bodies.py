"""Leading bodies and their offices as texts name them, and clauses as texts quote them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.model.document import Document, Role, block
from plangen.model.plan import Leaders, Locality, Notice, Plan, Printed, StandardUse
from plangen.problem import Where
from plangen.rules._bodies import Bodies
from plangen.rules._clauses import Plain, clause_plain, plain_text, quotes
from plangen.rules._differences import differences
from plangen.rules.base import Case
from plangen.standard.catalogue import load_standard

PLAN = Plan(title="", locality=Locality(name="青山县", level="county"))
STANDARD = "weisheng-xiangzhen-2010"


def read(*paragraphs: str, plan: Plan = PLAN) -> Case:
    blocks = tuple(
        block(Role.PARAGRAPH, text, Where(paragraph=at)) for at, text in enumerate(paragraphs, 1)
    )
    known = {use.id: load_standard(use.id) for use in plan.standards}
    return Case(plan, known, {"实施方案": Document(blocks)}, read=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("成立青山县创建国家卫生县城领导小组。", [("创建国家卫生县城", "领导小组", True)]),
        ("组建县创卫工作指挥部。", [("创卫工作", "指挥部", True)]),
        ("设立县争创国家卫生县城领导组。", [("争创国家卫生县城", "领导组", True)]),
        ("建立县创卫领导小组。", [("创卫", "领导小组", True)]),
        ("调整县创卫领导小组。", [("创卫", "领导小组", True)]),
        ("健全县创卫领导小组。", [("创卫", "领导小组", True)]),
        ("成立专班。县创卫领导小组负责。", [("创卫", "领导小组", False)]),
        ("成立专班；县创卫领导小组负责。", [("创卫", "领导小组", False)]),
        ("创卫领导小组负责。", [("创卫", "领导小组", False)]),
        ("创建工作领导小组负责。", [("创建工作", "领导小组", False)]),
        ("县全面创建领导小组负责。", [("全面创建", "领导小组", False)]),
        ("成立创建国家卫生县城领导小组。", [("创建国家卫生县城", "领导小组", True)]),
        ("组建创建国家卫生县城领导小组。", [("创建国家卫生县城", "领导小组", True)]),
        ("设立创建国家卫生县城领导小组。", [("创建国家卫生县城", "领导小组", True)]),
        ("县创建文明县城领导小组负责。", []),
        ("各县创卫领导小组负责。", []),
        ("乡创卫领导小组负责。", []),
        ("县创卫领导小组办公室负责。", []),
        ("县教育局领导小组负责。", []),
        ("各乡镇要成立县创卫领导小组。", []),
        ("村社区组建县创卫领导小组。", []),
        ("单位设立县创卫领导小组。", []),
        ("部门建立县创卫领导小组。", []),
        ("企业调整县创卫领导小组。", []),
        ("学校健全县创卫领导小组。", []),
        ("街道成立县创卫领导小组。", []),
        ("各片区成立县创卫领导小组。", []),
        ("青山县创建国家卫生县城领导小组办公室负责。", []),
        ("创卫领导小组办公室负责。", []),
        ("镇街成立县创卫领导小组。", []),
        ("社区成立县创卫领导小组。", []),
        (f"单位{'要' * 24}成立县创卫领导小组。", []),
        (f"单位{'要' * 25}成立县创卫领导小组。", [("创卫", "领导小组", True)]),
        (f"县创卫{'甲' * 24}领导小组。", [("创卫" + "甲" * 24, "领导小组", False)]),
        (f"县创卫{'甲' * 25}领导小组。", []),
    ],
)
def test_leading_bodies_of_the_own_level(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert [(one.core, one.kind, one.founded) for one in Bodies(read(text)).leading] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县创卫办负责。", [("县创卫办", "创卫", "")]),
        ("创建办公室负责。", [("创建办公室", "创建", "")]),
        ("创城办负责。", [("创城办", "创城", "")]),
        ("创国卫办负责。", [("创国卫办", "创国卫", "")]),
        ("创卫工作领导小组办公室负责。", [("创卫工作领导小组办公室", "创卫", "领导小组")]),
        ("领导小组办公室负责。", [("领导小组办公室", "", "领导小组")]),
        ("指挥部办公室负责。", [("指挥部办公室", "", "指挥部")]),
        ("领导组办负责。", [("领导组办", "", "领导组")]),
        ("省创卫办负责。", []),
        ("全国创卫办部署。", []),
        ("落实国家标准，县创卫办负责。", [("县创卫办", "创卫", "")]),
        ("中央爱国卫生运动委员会专家指创卫办部署。", []),
        ("中央爱国卫生运动委员会专家指导创卫办部署。", [("创卫办", "创卫", "")]),
        ("各创卫办负责。", []),
        ("创卫办公经费。", []),
        ("创卫办理事项。", []),
        ("创卫办法。", []),
        ("县政府办公室负责。", []),
    ],
)
def test_offices_by_their_short_names(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(one.name, one.stem, one.kind) for one in Bodies(read(text)).offices] == found


@pytest.mark.parametrize(
    ("text", "set_up"),
    [
        ("领导小组下设办公室。", True),
        ("成立创建工作办公室。", True),
        ("成立由县卫生健康局、县生态环境局、县城市管理局牵头的创建工作办公室。", True),
        ("组建办公室。", True),
        ("设立办公室。", True),
        ("领导小组设办公室。", True),
        (f"设{'甲' * 40}办公室。", True),
        (f"建{'甲' * 5}办公室。", False),
        (f"设{'甲' * 41}办公室。", False),
        ("办公室设在县卫生健康局。", True),
        (f"办公室{'甲' * 10}设在局里。", True),
        (f"办公室{'甲' * 11}设在局里。", False),
        ("创卫办设在局里。", True),
        (f"创卫办{'甲' * 4}设在局里。", True),
        (f"创卫办{'甲' * 5}设在局里。", False),
        ("下设创卫办。", True),
        ("设立创卫办。", True),
        ("成立创卫办。", True),
        (f"成立{'甲' * 12}办。", True),
        (f"成立{'甲' * 13}办。", False),
        ("成立协会办理登记。", False),
        ("设一办三组。", True),
        ("实行三组一办。", True),
        ("实行一办三组。", True),
        ("实行一室三组，办事更快。", True),
        ("（二）领导小组办公室", True),
        (f"（二）{'甲' * 10}办{'乙' * 6}", True),
        (f"（二）{'甲' * 11}办{'乙' * 6}", False),
        (f"（二）{'甲' * 10}办{'乙' * 7}", False),
        ("看（二）领导小组办公室", False),
        ("县创卫办负责日常工作。", False),
        ("县委办公室（以下简称“县创卫办”）负责。", True),
        ("某机构（以下简称“办公室”）负责。", True),
        ("某机构（以下简称“领导小组”）负责。", False),
    ],
)
def test_texts_that_set_up_an_office(text: str, set_up: bool) -> None:
    assert Bodies(read(text)).office_founded is set_up


@pytest.mark.parametrize(
    ("text", "set_up"),
    [
        ("成立县创卫领导小组。", True),
        ("成立协会。县创卫领导小组负责。", False),
        (f"建立{'甲' * 80}领导小组。", True),
        (f"建立{'甲' * 81}领导小组。", False),
        ("成立县创卫指挥部。", False),
        ("成立县创卫领导小组。\n抓好领导班子建设。", True),
        ("某机构（以下简称“领导小组”）。", True),
    ],
)
def test_texts_that_set_up_a_body(text: str, set_up: bool) -> None:
    assert Bodies(read(*text.split("\n"))).founded("领导小组") is set_up


def test_the_body_that_the_text_sets_up() -> None:
    main = Bodies(read("县创卫领导小组负责。", "成立县创建国家卫生县城指挥部。")).main
    assert main is not None
    assert (main.core, main.kind, main.brief) == ("创建国家卫生县城", "指挥部", False)
    assert Bodies(read("县创卫领导小组负责。")).main is None


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("青山县创建国家卫生县城领导小组", "创建国家卫生县城"),
        ("创建青山县国家卫生县城指挥部", "创建青山县国家卫生县城"),
        ("青山县创建国家卫生县城指挥部专班", None),
    ],
)
def test_the_body_that_is_a_part_of_the_plan(name: str, core: str | None) -> None:
    leaders = Leaders(name=name, where=Where(path=("leaders",)))
    main = Bodies(read("县创卫指挥部负责。", plan=replace(PLAN, leaders=leaders))).main
    assert (main and (main.core, main.founded)) == (core and (core, True))


def test_a_plan_without_a_locality_has_no_body_of_its_own() -> None:
    plan = replace(PLAN, locality=Locality(name="", level=""))
    found = Bodies(read("县创建国家卫生县城领导小组负责，创建工作领导小组汇总。", plan=plan))
    assert [one.name for one in found.leading] == ["创建工作领导小组"]


@pytest.mark.parametrize(
    ("text", "brief"),
    [("县创建领导小组", True), ("县争创领导小组", True), ("县创卫县领导小组", False)],
)
def test_a_body_by_its_short_name(text: str, *, brief: bool) -> None:
    assert [one.brief for one in Bodies(read(text)).leading] == [brief]


def test_organs_of_the_notice_stand() -> None:
    notice = Notice(
        issuer=("青山县创卫领导小组",),
        signature=("青山县教育局",),
        to=("青山县公安局",),
        copy_to=("青山县民政局",),
        printed=Printed(by="青山县创卫领导小组办公室"),
    )
    bodies = Bodies(read("甲", plan=replace(PLAN, notice=notice)))
    assert bodies.organs == (
        "青山县创卫领导小组",
        "青山县教育局",
        "青山县公安局",
        "青山县民政局",
        "青山县创卫领导小组办公室",
    )
    assert bodies.stands("青山县创卫领导小组")
    assert bodies.stands("青山县创卫领导小组办公室")
    assert not bodies.stands("青山县民政局办公室")
    assert Bodies(
        read(
            "甲", plan=replace(PLAN, notice=replace(notice, to=("青山县创办国家卫生县城指挥部",)))
        )
    ).stands("县创卫指挥部")
    assert not bodies.stands("青山县指挥部")
    assert Bodies(read("甲")).organs == ()


# Clauses

CLAUSE = (
    "乡镇政府设立卫生问题建议与投诉平台，对问题认真核查，群众满意率达到90%以上，并且定期通报情况。"
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("一、甲乙，丙。", "甲乙丙"),
        ("（一）甲", "甲"),
        ("(12)甲", "甲"),
        ("12.甲", "甲"),
        ("3.30%以上", "330%以上"),
        ("①甲", "甲"),
        ("看（一）甲", "看一甲"),
        ("甲（牵头单位：县教育局）", "甲"),
        ("甲（主办单位：县教育局）乙", "甲"),
        ("甲（责任单位：县教育局）", "甲"),
        ("甲（协助单位：县教育局）", "甲"),
        ("甲（配合单位：县教育局）", "甲"),
        ("甲（参加人员：县教育局）", "甲参加人员县教育局"),
        ("其它_甲≥９０％", "其他甲≥90%"),
    ],
)
def test_a_sentence_without_its_marks(source: str, text: str) -> None:
    assert plain_text(source) == text


def test_a_piece_of_the_source_has_its_marks() -> None:
    plain = Plain.of("（一）甲、乙，丙。")
    assert plain.text == "甲乙丙"
    assert (plain.cut(0, 2), plain.cut(1, 3), plain.cut(2, 2)) == ("甲、乙", "乙，丙", "")


def changed(old: str, new: str, locality: str = "") -> list[tuple[str, str]]:
    there = clause_plain(CLAUSE)
    here = Plain.of(CLAUSE.replace(old, new))
    return [(one.here, one.there) for one in differences(here, there, locality)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("建议", "咨询", [("问题咨询与投", "问题建议与投")]),
        ("乡镇", "县", []),
        ("与", "和", []),
        ("与", "及", []),
        ("达到", "不低于", []),
        ("达到", "≥", []),
        ("达到", "大于等于", []),
        ("达到", "不少于", []),
        ("达到", "≤", [("意率≤90", "意率达到90")]),
        ("达到", "不高于", [("意率不高于90", "意率达到90")]),
        ("对问题", "对应当核查的问题要", [("台，对应当核查的问题", "台，对问题")]),
        ("，群众满意率达到90%以上", "", [("核查，并且", "核查，群众满意率达到90%以上，并且")]),
        ("定期", "街道定期", []),
        ("定期", "以及定期", []),
        ("定期", "应当定期", []),
    ],
)
def test_how_a_text_differs(old: str, new: str, found: list[tuple[str, str]]) -> None:
    assert changed(old, new) == found


def test_the_locality_is_no_difference() -> None:
    assert changed("乡镇政府", "青山县政府", "青山县") == []


def test_what_only_ends_earlier_is_left_out() -> None:
    there = clause_plain(CLAUSE)
    here = Plain.of(CLAUSE.replace("，并且定期通报情况", ""))
    (found,) = differences(here, there)
    assert (found.here, found.there, found.omitted) == ("", "并且定期通报情况", True)
    (other,) = differences(there, here)
    assert (other.here, other.there) == ("并且定期通报情况", "")
    assert differences(there, there) == []


def test_other_words_are_no_quotation() -> None:
    there = clause_plain(CLAUSE)
    assert differences(Plain.of("全县要健全机制，抓好整治，落实责任，确保群众满意。"), there) == []
    many = CLAUSE.replace("设立", "甲").replace("建议", "乙").replace("认真", "丙")
    assert len(differences(Plain.of(many), there)) == 3
    more = many.replace("群众", "丁")
    assert len(differences(Plain.of(more), there)) == 4
    most = more.replace("通报", "戊")
    assert differences(Plain.of(most), there) == []


STANDARDS = replace(PLAN, standards=(StandardUse(id=STANDARD),))
WORDS = next(
    clause.text for clause in load_standard(STANDARD).clauses if len(clause.text) in range(30, 60)
)


def test_a_paragraph_that_quotes_a_clause() -> None:
    (found,) = quotes(
        read(WORDS, "各单位要高度重视，加强领导，落实责任，抓好工作。", plan=STANDARDS)
    )
    assert found.clause.text == WORDS
    assert found.sure
    assert found.named.startswith("《国家卫生乡镇（县城）标准》“")


def test_a_short_piece_quotes_nothing() -> None:
    assert quotes(read(WORDS[:19], plan=STANDARDS)) == ()
    assert quotes(read(WORDS)) == ()


def test_a_part_of_a_clause_is_a_quotation() -> None:
    (found,) = quotes(read(WORDS[:28], plan=STANDARDS))
    assert found.clause.text == WORDS
    assert found.sure
