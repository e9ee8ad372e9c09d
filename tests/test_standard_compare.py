"""What changed between two standards: as values, as text, as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.report.standards import as_text
from plangen.standard.catalogue import Standard, load_standard, standard_ids
from plangen.standard.compare import Comparison, Kind, compare
from plangen.standard.files import catalogue
from plangen.standard.indicators import Bearer
from plangen.standard.wording import Piece, pieces
from tests.tools.command import Result, plangen

OLD = """\
kind: standard
id: cun-2020
title: 青山县卫生村标准
edition: 2020版
issuer: 青山县爱国卫生运动委员会
status: 被取代
complete: true
sections:
- id: A
  number: 一
  title: 组织领导
  clauses:
  - {id: A1, number: 1, text: 村委会有专人负责爱卫工作，有计划。, applies_to: [], source: file}
  - {id: A2, number: 2, text: 村规民约写明门前三包的内容。, applies_to: [], source: file}
- id: B
  number: 二
  title: 村容村貌
  clauses:
  - id: B1
    number: 3
    text: 村内主要道路硬化率达到80%以上，路灯完好。
    indicators: [{name: 村内主要道路硬化率, op: ">=", value: "80", unit: "%"}]
    applies_to: []
    source: file
  - {id: B2, number: 4, text: 家禽家畜圈养，圈舍整洁，无粪便堆积。, applies_to: [], source: file}
  - id: B3
    number: 5
    text: 农户无害化卫生厕所普及率达到70%以上。
    indicators: [{name: 农户无害化卫生厕所普及率, op: ">=", value: "70", unit: "%"}]
    applies_to: []
    source: file
"""
NEW = """\
kind: standard
id: cun-2025
title: 青山县卫生村标准
edition: 2025版
issuer: 青山县爱国卫生运动委员会
status: 现行
complete: true
sections:
- id: A
  number: 一
  title: 村容村貌和设施
  clauses:
  - id: A1
    number: 1
    text: 村内主要道路硬化率达到95%以上，路灯完好。
    indicators: [{name: 村内主要道路硬化率, op: ">=", value: "95", unit: "%"}]
    applies_to: []
    source: file
  - id: A2
    number: 2
    text: 农户无害化卫生厕所普及率达到70%以上。
    indicators: [{name: 农户无害化卫生厕所普及率, op: ">=", value: "70", unit: "%"}]
    applies_to: []
    source: file
  - id: A3
    number: 3
    text: 生活垃圾日产日清，清运率100%。
    indicators: [{name: 生活垃圾清运率, op: "==", value: "100", unit: "%"}]
    applies_to: []
    source: file
- id: B
  number: 二
  title: 组织领导
  clauses:
  - {id: B1, number: 4, text: 村委会有专人负责爱卫工作，有计划。, applies_to: [], source: file}
  - {id: B2, number: 5, text: 村规民约写明门前三包的内容。, applies_to: [], source: file}
"""
TEXT = """\
《青山县卫生村标准》2020版 → 《青山县卫生村标准》2025版

节
  改名  B 二、村容村貌 → A 一、村容村貌和设施
  改序号  A 一、组织领导 → B 二、组织领导

条款：改动 1，新增 1，取消 1，移动 3

改动的条款
  B1 → A1（第3条 → 第1条）
    村内主要道路硬化率达到[-80-]{+95+}%以上，路灯完好。

移动的条款（条文不变）
  B3 → A2（第5条 → 第2条）
  A1 → B1（第1条 → 第4条）
  A2 → B2（第2条 → 第5条）

新增的条款
  A3（第3条）
    生活垃圾日产日清，清运率100%。

取消的条款
  B2（第4条）
    家禽家畜圈养，圈舍整洁，无粪便堆积。

指标的变化
  条款     指标                原    现
  B1 → A1  村内主要道路硬化率  ≥80%  ≥95%
  A3       生活垃圾清运率      —     =100%
"""
CITY_OLD, CITY_2014 = "weisheng-chengshi-pre2014", "weisheng-chengshi-2014"


def standard(text: str) -> Standard:
    return catalogue(text.encode(), "x.yaml")


def compared(new: str, old: str = OLD) -> Comparison:
    return compare(standard(old), standard(new))


def kinds(found: Comparison) -> list[tuple[str, str, str]]:
    """What happened to which clause, old id and new id."""
    return [
        (c.kind.value, c.old.id if c.old else "", c.new.id if c.new else "") for c in found.clauses
    ]


def values(found: Comparison) -> list[tuple[str, str, str, str]]:
    """What happened to which indicator, old place and value, new place and value."""
    return [
        (i.kind.value, name(i.new) or name(i.old), value(i.old), value(i.new))
        for i in found.indicators
    ]


def name(one: Bearer | None) -> str:
    return one.name if one else ""


def value(one: Bearer | None) -> str:
    return f"{one.place} {one.spelled}".strip() if one else ""


# Sections and clauses


@pytest.mark.parametrize("name", standard_ids())
def test_a_standard_is_the_same_as_itself(name: str) -> None:
    found = compare(load_standard(name), load_standard(name))
    assert {change.kind for change in found.sections} == {Kind.SAME}
    assert {change.kind for change in found.clauses} == {Kind.SAME}
    assert found.indicators == ()


def test_every_clause_of_both_is_told_of_once() -> None:
    for one in standard_ids():
        for two in standard_ids():
            found = compare(load_standard(one), load_standard(two))
            old = [change.old.id for change in found.clauses if change.old]
            new = [change.new.id for change in found.clauses if change.new]
            assert sorted(old) == sorted(load_standard(one).by_id)
            assert new == list(load_standard(two).by_id)


def test_clauses_are_known_again_by_their_wording() -> None:
    assert kinds(compared(NEW)) == [
        ("changed", "B1", "A1"),
        ("moved", "B3", "A2"),
        ("added", "", "A3"),
        ("moved", "A1", "B1"),
        ("moved", "A2", "B2"),
        ("dropped", "B2", ""),
    ]


def test_of_the_real_standards_the_clauses_that_go_on_are_found() -> None:
    """The pairs that a reader of both editions sees; F2 took in F3 and F8."""
    found = compare(load_standard(CITY_OLD), load_standard(CITY_2014))
    assert " ".join(f"{c.old.id}-{c.new.id}" for c in found.clauses if c.old and c.new) == (
        "A6-A4 C3-C1 C4-C2 C7-C5 D1-D1 D2-D2 F1-F1 F8-F2 F9-F4 G5-G2 G6-G6 H1-H1"
    )


def test_a_section_is_known_by_its_clauses_where_its_title_is_another() -> None:
    new = NEW.replace("村容村貌和设施", "人居环境")
    assert [
        (s.kind.value, s.old.id if s.old else "", s.new.id if s.new else "")
        for s in compared(new).sections
    ] == [("changed", "B", "A"), ("moved", "A", "B")]


def test_what_an_incomplete_standard_lacks_is_not_said_to_be_dropped() -> None:
    found = compared(NEW.replace("complete: true", "complete: false"))
    assert kinds(found)[-1] == ("unseen", "B2", "")
    assert kinds(found)[2] == ("added", "", "A3")


def test_what_an_incomplete_standard_lacked_is_not_said_to_be_new() -> None:
    found = compared(NEW, OLD.replace("complete: true", "complete: false"))
    assert kinds(found)[-1] == ("dropped", "B2", "")
    assert kinds(found)[2] == ("unseen", "", "A3")


CUT = NEW.replace(
    "number: 4, text: 村委会有专人负责爱卫工作，有计划。",
    "number: 4, text: 村委会有专人负责, text_complete: false",
)


def test_a_wording_known_in_part_is_not_said_to_have_changed() -> None:
    assert ("partly", "A1", "B1") in kinds(compared(CUT))
    assert "条文只见一部分，不能说有没有改动的条款\n  A1 → B1（第1条 → 第4条）\n" in as_text(
        compared(CUT)
    )


# Wording


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("知晓率≥80%", "知晓率≥90%", "知晓率≥[80|90]%"),
        ("不低于8小时", "不低于12小时", "不低于[8|12]小时"),
        ("主要街道清洁", "主要街道整洁清洁", "主要街道[|整洁]清洁"),
        ("建议与投诉平台", "建议和投诉渠道", "建议[与|和]投诉[平台|渠道]"),
        ("城区无卫生死角", "城区有乱堆乱放", "[城区无卫生死角|城区有乱堆乱放]"),
        ("一样", "一样", "一样"),
    ],
)
def test_the_pieces_that_differ(old: str, new: str, marked: str) -> None:
    found = pieces(old, new)
    assert "".join(p.old if p.same else f"[{p.old}|{p.new}]" for p in found) == marked


@given(st.text("甲乙丙丁，。12%", max_size=30), st.text("甲乙丙丁，。12%", max_size=30))
def test_the_pieces_are_both_texts_whole(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(piece.old for piece in found) == old
    assert "".join(piece.new for piece in found) == new
    assert all(piece != Piece("", "") for piece in found) or not old + new


# Indicators


def test_indicators_with_another_value_and_new_ones() -> None:
    assert values(compared(NEW)) == [
        ("changed", "村内主要道路硬化率", "B1 ≥80%", "A1 ≥95%"),
        ("added", "生活垃圾清运率", "", "A3 =100%"),
    ]


def test_an_indicator_that_went_to_the_table_is_the_same_one() -> None:
    line = '    indicators: [{name: 村内主要道路硬化率, op: ">=", value: "95", unit: "%"}]\n'
    table = (
        "indicator_table:\n  title: 评价指标\n  items:\n"
        '  - {"no": 7, name: 村内主要道路硬化率, op: ">=", value: "98", unit: "%", applies_to: []}'
        "\n"
    )
    assert values(compared(NEW.replace(line, "") + table)) == [
        ("added", "生活垃圾清运率", "", "A3 =100%"),
        ("changed", "村内主要道路硬化率", "B1 ≥80%", "指标表7 ≥98%"),
    ]


def test_an_indicator_without_its_value_is_not_said_to_have_changed() -> None:
    table = (
        "indicator_table:\n  title: 评价指标\n  items:\n"
        "  - {name: 农户无害化卫生厕所普及率, applies_to: []}\n"
    )
    new = NEW.replace(
        '    indicators: [{name: 农户无害化卫生厕所普及率, op: ">=", value: "70", unit: "%"}]\n',
        "",
    )
    assert values(compared(new + table))[-1] == (
        "partly",
        "农户无害化卫生厕所普及率",
        "B3 ≥70%",
        "指标表",
    )


def test_indicators_of_one_name_are_told_apart_by_their_place() -> None:
    one = '{name: 硬化率, op: ">=", value: "80", unit: "%", scope: 县城}'
    two = '{name: 硬化率, op: ">=", value: "60", unit: "%", scope: 乡镇}'
    line = '[{name: 村内主要道路硬化率, op: ">=", value: "80", unit: "%"}]'
    old = OLD.replace(line, f"[{one}, {two}]")
    new = OLD.replace(line, f"[{two.replace('60', '70')}, {one}]")
    assert values(compared(new, old)) == [("changed", "硬化率（乡镇）", "B1 ≥60%", "B1 ≥70%")]


# The command


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(OLD, encoding="utf-8")
    Path("new.yaml").write_text(NEW, encoding="utf-8")


@pytest.mark.usefixtures("files")
def test_the_text() -> None:
    assert plangen("standards", "diff", "old.yaml", "new.yaml") == Result(0, TEXT, "")


@pytest.mark.usefixtures("files")
def test_a_standard_beside_itself() -> None:
    assert plangen("standards", "diff", "old.yaml", "old.yaml").out == (
        "《青山县卫生村标准》2020版 → 《青山县卫生村标准》2020版\n\n条款：不变 5\n"
    )


def test_differences_are_coloured_on_a_terminal() -> None:
    line = "村内主要道路硬化率达到\x1b[31m[-80-]\x1b[0m\x1b[32m{+95+}\x1b[0m%以上，路灯完好。"
    assert line in as_text(compared(NEW), color=True)


def test_what_can_not_be_told_is_said_first() -> None:
    lines = plangen("standards", "diff", CITY_OLD, CITY_2014).out.splitlines()
    assert lines[1] == f"注意：{CITY_2014} 的条款不全，其中没有的不能说已经取消"
    assert "只见于原版的条款（现版条款不全）" in lines
    assert "取消的条款" not in lines


@pytest.mark.usefixtures("files")
def test_the_json() -> None:
    data = json.loads(plangen("standards", "diff", "old.yaml", "new.yaml", "--format", "json").out)
    assert list(data) == ["version", "old", "new", "sections", "clauses", "indicators"]
    assert data["old"] == {
        "id": "cun-2020",
        "title": "青山县卫生村标准",
        "edition": "2020版",
        "complete": True,
    }
    assert data["sections"][1] == {
        "kind": "moved",
        "old": {"id": "A", "number": "一", "title": "组织领导", "complete": True},
        "new": {"id": "B", "number": "二", "title": "组织领导", "complete": True},
    }
    assert data["clauses"][0] == {
        "kind": "changed",
        "moved": True,
        "old": {
            "id": "B1",
            "number": 3,
            "section": "B",
            "text": "村内主要道路硬化率达到80%以上，路灯完好。",
            "text_complete": True,
        },
        "new": {
            "id": "A1",
            "number": 1,
            "section": "A",
            "text": "村内主要道路硬化率达到95%以上，路灯完好。",
            "text_complete": True,
        },
        "pieces": [
            {"old": "村内主要道路硬化率达到", "new": "村内主要道路硬化率达到"},
            {"old": "80", "new": "95"},
            {"old": "%以上，路灯完好。", "new": "%以上，路灯完好。"},
        ],
    }
    assert data["indicators"][1] == {
        "kind": "added",
        "old": None,
        "new": {
            "clause": "A3",
            "table": None,
            "name": "生活垃圾清运率",
            "scope": "",
            "op": "==",
            "value": "100",
            "unit": "%",
            "relative_to": "",
        },
    }


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("lost.yaml new.yaml", "没有条款库文件“lost.yaml”"),
        (
            "old.yaml weisheng-xiangzhen-2012",
            "没有标准“weisheng-xiangzhen-2012”，是不是“weisheng-xiangzhen-2021”？"
            f"现有：{'、'.join(standard_ids())}",
        ),
    ],
)
def test_a_standard_that_can_not_be_read(names: str, message: str) -> None:
    assert plangen("standards", "diff", *names.split()) == Result(2, "", f"plangen：{message}\n")
