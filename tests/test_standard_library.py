"""A user's own catalogues: by path in a spec, by id from a folder, and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx2python import docx2python

from plangen.problem import UserError
from plangen.standard.catalogue import Indicator, standard_ids
from plangen.standard.files import read_catalogue
from plangen.standard.library import Library, read_library
from tests.tools.command import Result, plangen

OWN = """\
kind: standard
id: qingshan-cun
title: 青山县卫生村标准
edition: 2025版
issuer: 青山县爱国卫生运动委员会
status: 现行
complete: true
sections:
- id: A
  number: 一
  title: 村容村貌
  clauses:
  - id: A1
    number: 1
    text: 村内道路硬化率达到95%以上。
    indicators: [{name: 村内道路硬化率, op: ">=", value: "95", unit: "%"}]
    applies_to: []
    source: file
  - {id: A2, number: 2, text: 村内无乱堆乱放。, applies_to: [], source: file}
"""
IN_CHINESE = """\
类型: 条款库
编号: qingshan-cun
标准名称: 青山县卫生村标准
版本: 2025版
发布机关: 青山县爱国卫生运动委员会
状态: 现行
齐全: 是
节:
- 编号: A
  序号: 一
  标题: 村容村貌
  条款:
  - 编号: A1
    条号: 1
    条文: 村内道路硬化率达到95%以上。
    指标: [{名称: 村内道路硬化率, 关系: 不低于, 数值: "95", 单位: "%"}]
    适用于: []
    出处: file
  - {编号: A2, 条号: 2, 条文: 村内无乱堆乱放。, 适用于: [], 出处: file}
"""
PLAN = """\
kind: plan
title: 青山镇创建卫生村实施方案
locality: {name: 青山镇, level: township}
standards: [./own.yaml]
groups: [{name: 环境组, units: [镇农业农村办], clauses: [{ids: A1, standard: qingshan-cun}]}]
"""
CHOSEN = ("--select", "standard-unknown,clause-unknown")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(message: str) -> Result:
    return Result(2, "", f"plangen：{message}\n")


def fault(text: str) -> str:
    """What is said of a catalogue."""
    with pytest.raises(UserError) as raised:
        read_catalogue(put("bad.yaml", text))
    return str(raised.value)


def problems(name: str = "plan.yaml") -> list[tuple[str, str]]:
    """Rule and message of each finding that a catalogue gives rise to."""
    out = plangen("lint", name, "--format", "json", *CHOSEN).out
    return [(p["rule"], p["message"]) for p in json.loads(out)["files"][0]["problems"]]


def uncovered(name: str = "plan.yaml") -> list[tuple[str, list[str]]]:
    """For each standard with a catalogue, the clauses nobody answers for."""
    out = plangen("lint", name, "--format", "json", *CHOSEN).out
    return [(c["standard"], c["uncovered"]) for c in json.loads(out)["files"][0]["coverage"]]


# A catalogue


@pytest.mark.parametrize("text", [OWN, IN_CHINESE])
def test_keys_in_english_and_chinese_make_the_same_catalogue(text: str) -> None:
    found = read_catalogue(put("own.yaml", text))
    (indicator,) = found.standard.by_id["A1"].indicators
    assert (found.standard.id, [clause.id for clause in found.standard.clauses], found.line) == (
        "qingshan-cun",
        ["A1", "A2"],
        2,
    )
    assert indicator == Indicator("村内道路硬化率", ">=", "95", "%")


FAULTS = [
    ("kind: plan\n", "：不是条款库，第一行应写 kind: standard（类型: 标准）"),
    (OWN.replace("id: A\n", "id: 甲\n"), ":9：“编号”写的是“甲”，应为：一个大写字母，如 B"),
    (OWN.replace("id: A2", "id: B2"), ":19：“B2”在编号为“A”的节里，应以 A 打头"),
    (OWN.replace("id: A2", "id: A1"), ":19：“A1”应排在 A1 之后；各条按次序编号，不能重复"),
    (OWN.replace("number: 2", "number: 3"), ":19：条号 3 与编号 A2 对不上，应为 2"),
    (OWN.replace("number: 1\n", "number: 1.5\n"), ":14：“1.5”应是整数"),
    (
        OWN + OWN[OWN.index("- id: A\n") :],
        ":20：编号为“A”的节已有一个，各节应为 A、B、C……",
    ),
    (
        OWN.replace("complete: true\n", ""),
        ":1：缺少“齐全”（complete）：全部条款都已收入写 是；缺一条也写 否",
    ),
    (
        OWN.replace("title: 青山", "titel: 青山"),
        ":3：没有“titel”这个键，是不是“title”（标准名称）？",
    ),
    ("kind: standard\nid: [\n", ":2：多了一个逗号，或括号没有闭合"),
    ("", ":1：文件是空的；用 kind: plan 打头写起，或先复制一个示例"),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_a_faulty_catalogue_is_told_with_its_line(text: str, said: str) -> None:
    assert fault(text).startswith("bad.yaml" + said)


def test_of_several_faults_the_first_is_told_and_the_rest_counted() -> None:
    text = OWN.replace("number: 1\n", "number: 1.5\n").replace("id: A2", "id: B2")
    assert fault(text) == "bad.yaml:14：“1.5”应是整数（另有 1 处，用 plangen lint 查看）"


def test_lint_tells_every_fault_of_a_catalogue() -> None:
    put("bad.yaml", OWN.replace("number: 1\n", "number: 1.5\n").replace("id: A2", "id: B2"))
    found = json.loads(plangen("lint", "bad.yaml", "--format", "json").out)["files"][0]
    assert [(p["rule"], p["where"]["line"], p["quote"]) for p in found["problems"]] == [
        ("spec-catalogue", 14, "1.5"),
        ("spec-catalogue", 19, "B2"),
    ]


# By path, in a spec


def test_a_plan_is_checked_against_the_catalogue_beside_it() -> None:
    put("in/own.yaml", OWN)
    put("in/plan.yaml", PLAN)
    assert uncovered("in/plan.yaml") == [("qingshan-cun", ["A2"])]


@pytest.mark.parametrize("named", [", standard: qingshan-cun", ", standard: ./own.yaml", ""])
def test_its_clauses_are_named_by_its_id_by_its_path_or_alone(named: str) -> None:
    put("own.yaml", OWN)
    put("plan.yaml", PLAN.replace(", standard: qingshan-cun", named))
    assert uncovered() == [("qingshan-cun", ["A2"])]


def test_the_text_of_its_clauses_is_printed() -> None:
    put("own.yaml", OWN)
    put("plan.yaml", PLAN.replace("standard: qingshan-cun}", "print: texts}"))
    done = plangen("render", "plan.yaml", "--force")
    assert (done.code, done.out) == (0, "plan-实施方案.docx\n")
    assert "村内道路硬化率达到95%以上。" in docx2python("plan-实施方案.docx").text


def test_a_path_that_leads_nowhere_is_a_problem_of_the_plan() -> None:
    put("plan.yaml", PLAN)
    assert problems() == [("standard-unknown", "没有条款库文件“own.yaml”")]


def test_a_faulty_catalogue_is_a_problem_of_the_plan_with_the_catalogues_line() -> None:
    put("own.yaml", OWN.replace("number: 2", "number: 3"))
    put("plan.yaml", PLAN)
    said = "own.yaml:19：条号 3 与编号 A2 对不上，应为 2"
    assert problems() == [("standard-unknown", said)]


def test_two_catalogues_of_one_id_can_not_be_told_apart() -> None:
    put("own.yaml", OWN)
    put("other.yaml", OWN)
    put("plan.yaml", PLAN.replace("[./own.yaml]", "[./own.yaml, ./other.yaml]"))
    said = "“./other.yaml”的编号“qingshan-cun”与“./own.yaml”的相同，应改一个"
    assert ("standard-unknown", said) in problems()


# By id, from a folder


def test_a_folder_adds_its_catalogues_to_those_of_plangen() -> None:
    path = put("库/own.yaml", OWN)
    put("库/plan.yaml", PLAN)
    put("库/notes.yaml", "甲: 乙\n")
    put("库/.hidden.yaml", "kind: [\n")
    library = read_library(Path("库"))
    assert library.ids == (*standard_ids(), "qingshan-cun")
    assert library.entries["qingshan-cun"].file == path


def test_an_id_that_plangen_has_is_taken() -> None:
    put("库/own.yaml", OWN.replace("qingshan-cun", "weisheng-xiangzhen-2010"))
    with pytest.raises(UserError) as raised:
        read_library(Path("库"))
    assert str(raised.value) == (
        "库/own.yaml:2：编号“weisheng-xiangzhen-2010”与 plangen 自带的条款库相同，应改一个"
    )


def test_every_fault_of_a_folder_is_told_a_line_each() -> None:
    put("库/1.yaml", OWN)
    put("库/2.yaml", OWN)
    put("库/3.yaml", OWN.replace("number: 2", "number: 3"))
    with pytest.raises(UserError) as raised:
        read_library(Path("库"))
    assert str(raised.value).split("\n") == [
        "库/2.yaml:2：编号“qingshan-cun”与 库/1.yaml:2 相同，应改一个",
        "库/3.yaml:19：条号 3 与编号 A2 对不上，应为 2",
    ]


@pytest.mark.parametrize("key", ["standards_folder", "条款库文件夹"])
def test_the_folder_is_found_from_the_file_that_names_it(key: str) -> None:
    put(".plangen.yaml", f"{key}: 库\n")
    put("库/own.yaml", OWN)
    put("里/plan.yaml", PLAN.replace("./own.yaml", "qingshan-cun"))
    assert uncovered("里/plan.yaml") == [("qingshan-cun", ["A2"])]


def test_a_configuration_may_name_a_catalogue_by_its_path() -> None:
    put("own.yaml", OWN)
    put(".plangen.yaml", "standards: [own.yaml]\n")
    put("里/plan.yaml", PLAN.replace("standards: [./own.yaml]\n", ""))
    assert uncovered("里/plan.yaml") == [("qingshan-cun", ["A2"])]


def test_a_misspelt_id_is_guessed_among_the_users_own_too() -> None:
    put(".plangen.yaml", "standards_folder: 库\n")
    put("库/own.yaml", OWN)
    put("plan.yaml", PLAN.replace("./own.yaml", "qinshan-cun"))
    every = "、".join((*standard_ids(), "qingshan-cun"))
    said = f"没有编号为“qinshan-cun”的标准；是不是“qingshan-cun”？现有：{every}"
    assert ("standard-unknown", said) in problems()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("standards_folder: 库\n", ":1：没有文件夹“库”（路径从设置文件所在的文件夹算起）"),
        ("standards: [lost.yaml]\n", ":1：没有条款库文件“{}/lost.yaml”"),
    ],
)
def test_a_configuration_that_leads_nowhere(text: str, said: str, folder: Path) -> None:
    put(".plangen.yaml", text)
    put("plan.yaml", PLAN)
    path = folder.resolve()
    assert plangen("lint", "plan.yaml") == refused(f"{path}/.plangen.yaml{said.format(path)}")


def test_a_faulty_catalogue_of_the_folder_stops_the_work(folder: Path) -> None:
    put(".plangen.yaml", "standards_folder: 库\n")
    put("库/own.yaml", OWN.replace("number: 2", "number: 3"))
    put("plan.yaml", PLAN)
    place = folder.resolve() / "库/own.yaml"
    said = f"{place}:19：条号 3 与编号 A2 对不上，应为 2"
    assert plangen("lint", "plan.yaml") == refused(said)
    assert plangen("standards", "list") == refused(said)


# standards list, standards show


def test_the_list_says_where_a_users_catalogue_is_from() -> None:
    put(".plangen.yaml", "standards_folder: 库\n")
    put("库/own.yaml", OWN)
    assert plangen("standards", "list").out.splitlines()[-4:] == [
        "qingshan-cun",
        "    《青山县卫生村标准》2025版",
        "    1节2条；现行",
        "    文件：库/own.yaml",
    ]


@pytest.mark.parametrize("name", ["qingshan-cun", "库/own.yaml"])
def test_a_users_catalogue_is_shown_by_id_and_by_path(name: str) -> None:
    put(".plangen.yaml", "standards_folder: 库\n")
    put("库/own.yaml", OWN)
    assert plangen("standards", "show", name).out == (
        "《青山县卫生村标准》2025版\n"
        "发布：青山县爱国卫生运动委员会\n"
        "状态：现行\n"
        "\n"
        "A  一、村容村貌\n"
        "  A1  1. 村内道路硬化率达到95%以上。\n"
        "  A2  2. 村内无乱堆乱放。\n"
    )


def test_a_path_that_leads_nowhere_can_not_be_shown() -> None:
    assert plangen("standards", "show", "lost.yaml") == refused("没有条款库文件“lost.yaml”")
    assert Library().open(["lost.yaml"], Path()).unusable == {
        "lost.yaml": "没有条款库文件“lost.yaml”"
    }
