"""The roster of the leading group as an annex: read line by line, printed so again."""

from __future__ import annotations

import pytest

from plangen.model.plan import Plan
from plangen.pipeline.documents import read
from plangen.pipeline.importing import import_document
from plangen.pipeline.lint import make_case
from plangen.pipeline.load import load
from plangen.rules.content_unshown import find as unshown

PLAN = """霁川县森林防火工作方案
一、组织领导
成立工作领导小组（名单见附件），统筹协调全县森林防火工作。
二、工作要求
各乡镇要高度重视。
附件
{title}
{lines}
"""
LINES = """请各成员单位各负其责。
组　长：陆承远（县长）
副组长：江若水（副县长）
　　　　沈知行（副县长）
成　员：何　川（县林业局局长）
领导小组办公室设在县林业局。"""
TITLE = "霁川县森林防火工作领导小组成员名单"


def imported(title: str, lines: str) -> tuple[Plan, str]:
    text = import_document(PLAN.format(title=title, lines=lines).encode(), "x.txt").text
    plan = load(text.encode(), "x.yaml").plan
    assert plan
    return plan, text


def shown(plan: Plan) -> tuple[str, list[str]]:
    """How the annex shows its roster, and who is in the leading group."""
    roster = plan.leaders.roster if plan.leaders else ()
    return plan.annexes[0].show, [f"{r.role}{len(r.people)}" for r in roster]


def test_a_roster_on_an_annex_is_that_of_the_leading_group() -> None:
    plan, text = imported(TITLE, LINES)
    assert text[text.index("leaders:") :].splitlines() == [
        "leaders:",
        "  name: 霁川县森林防火工作领导小组",
        "  roster:",
        "    - role: 组长",
        "      people:",
        "        - {name: 陆承远, posts: [县长]}",
        "    - role: 副组长",
        "      people:",
        "        - {name: 江若水, posts: [副县长]}",
        "        - {name: 沈知行, posts: [副县长]}",
        "    - role: 成员",
        "      people:",
        "        - {name: 何川, posts: [县林业局局长]}",
        "annexes:",
        "  - title: 霁川县森林防火工作领导小组成员名单",
        "    text: 请各成员单位各负其责。",
        "    show: roster-lines",
        "    after: 领导小组办公室设在县林业局。",
    ]
    assert list(unshown(make_case(plan))) == []


def test_it_prints_as_it_was() -> None:
    plan, _ = imported(TITLE, LINES)
    [document] = make_case(plan).documents.values()
    printed = document.texts()
    assert printed[printed.index(TITLE) + 1 :] == [
        "请各成员单位各负其责。",
        "组长：陆承远（县长）",
        "副组长：江若水（副县长）",
        "沈知行（副县长）",
        "成员：何川（县林业局局长）",
        "领导小组办公室设在县林业局。",
    ]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("值班人员名单", LINES),  # of nobody whose name the title has
        (TITLE, f"{LINES}\n顾　问：周平（县人大常委会副主任）"),  # it goes on below
        (TITLE, "成员单位：县林业局、县公安局"),  # no people
        (TITLE, "请按时报送。"),
    ],
)
def test_other_annexes_stay_text(title: str, lines: str) -> None:
    plan, _ = imported(title, lines)
    assert (shown(plan), plan.annexes[0].text.count("\n")) == (("", []), lines.count("\n"))


BODY = "成立工作领导小组，成员名单如下：\n组　长：{}（县长）\n"


@pytest.mark.parametrize(
    ("head", "expected"), [("陆承远", "roster-lines"), ("江若水", "")], ids=["same", "another"]
)
def test_a_roster_that_the_text_has_too_is_shown_where_it_is_the_same(
    head: str, expected: str
) -> None:
    text = PLAN.format(title=TITLE, lines="组　长：陆承远（县长）")
    text = text.replace("成立工作领导小组（名单见附件），", BODY.format(head))
    found = import_document(text.encode(), "x.txt").text
    plan = load(found.encode(), "x.yaml").plan
    assert plan
    assert shown(plan) == (expected, ["组长1"])


TABLED = """
kind: plan
title: 霁川县方案
locality: {name: 霁川县, level: county}
preamble: 甲。
annexes: [{title: 表, text: 上。, table: {head: [甲], rows: [[乙]]}, after: 注：下。}]
"""


def test_what_is_below_a_table_stays_there() -> None:
    plan = load(TABLED.encode(), "x.yaml").plan
    assert plan
    [document] = make_case(plan).documents.values()
    assert document.texts()[-4:] == ["上。", "甲", "乙", "注：下。"]


BARE = """组长　　陆承远　　县长
副组长　江若水　　副县长
成员　　何　川　　县林业局局长"""


def test_a_roster_without_colons_is_one_too() -> None:
    plan, _ = imported(TITLE, BARE)
    assert shown(plan) == ("roster-lines", ["组长1", "副组长1", "成员1"])


ROWS = "序号\t姓名\t职务\t组内职务\n1\t陆承远\t县长\t组长\n2\t何川\t县林业局局长\t成员"


def test_a_table_of_the_leading_group_is_kept_and_its_people_are_known() -> None:
    raw = PLAN.format(title=TITLE, lines=ROWS).encode()
    found = read(raw, "x.txt").case.plan
    assert found.leaders
    assert [(role.role, len(role.people)) for role in found.leaders.roster] == [
        ("组长", 1),
        ("成员", 1),
    ]
    plan, text = imported(TITLE, ROWS)
    assert shown(plan) == ("", [])
    assert plan.annexes[0].table
    assert "：霁川县森林防火工作领导小组的名单写在附件的表里，未另列\n" in text
