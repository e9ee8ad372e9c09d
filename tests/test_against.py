"""A township's plan held against its county's: what is planted is found, sound pairs are clean."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from plangen.config.model import preset
from plangen.pipeline import lint
from plangen.pipeline.derive_files import open_work
from plangen.pipeline.deriving import Work, read_county
from plangen.pipeline.documents import lint_document
from plangen.pipeline.lint import Linted
from plangen.problem import Problem
from plangen.rules import rules
from plangen.template.load import Template
from plangen.write.docx import write
from tests.tools.command import plangen
from tests.tools.specs import SPECS

COUNTY_FILE, TOWNS_FILE = SPECS / "xx-county.yaml", SPECS / "xx-townships.yaml"
FAMILY = {rule.id for rule in rules() if rule.against}
TOWN = "云渡镇"


@cache
def example() -> Work:
    config = preset("default")
    county = read_county(COUNTY_FILE.read_bytes(), str(COUNTY_FILE), config)
    found, _, _ = open_work(county, TOWNS_FILE.read_bytes(), str(TOWNS_FILE), config)
    assert found is not None
    return found


@cache
def spec(name: str) -> str:
    town = next(town for town in example().townships if town.name == name)
    return example().text(example().derive(town))


@cache
def document(text: str) -> bytes:
    case = lint(text.encode(), "x.yaml").case
    assert case is not None
    assert case.document is not None
    return write(case.document, Template.load("standard"))


@cache
def county_document() -> Linted:
    raw = document(COUNTY_FILE.read_text(encoding="utf-8"))
    return lint_document(raw, "county.docx")


def family(linted: Linted) -> list[Problem]:
    assert linted.case is not None
    return [problem for problem in linted.problems if problem.rule in FAMILY]


def found_in(text: str) -> list[str]:
    linted = lint(text.encode(), "x.yaml", county=example().county.case)
    return [f"{problem.rule} {problem.message}" for problem in family(linted)]


def found_in_document(text: str) -> list[str]:
    linted = lint_document(document(text), "x.docx", county=county_document().case)
    return [f"{problem.rule} {problem.message}" for problem in family(linted)]


NAMES = [town.name for town in example().townships]

PLANTED = [
    (
        "start: 2024年3月1日",
        "start: 2024年2月10日",
        "phase-off-county “攻坚整治阶段”从2024年2月10日开始，早于县方案同一阶段的2024年3月",
    ),
    (
        "end: 2024年12月21日\n    text",
        "end: 2025年1月20日\n    text",
        "phase-off-county “综合审定阶段”止于2025年1月20日，晚于县方案同一阶段的2024年12月",
    ),
    (
        "（霁政办发〔2024〕2号）",
        "（霁政办发〔2023〕12号）",
        "basis-off-county 引县方案的字号“霁政办发〔2023〕12号”应为“霁政办发〔2024〕2号”",
    ),
    (
        "云渡镇创建国家卫生乡镇工作领导小组\n",
        "霁川县创建国家卫生乡镇工作领导小组\n",
        "name-of-county 领导机构“霁川县创建国家卫生乡镇工作领导小组”是霁川县的，本方案是云渡镇的",
    ),
    (
        "结合我镇实际",
        "结合我县实际",
        "wording-of-county “我县”是县方案的口气，云渡镇应改成自己的",
    ),
    (
        "宣传教育组要统筹",
        "宣传发动组要统筹",
        "group-of-county “宣传发动组”只有县方案才有，本方案没有这个组",
    ),
    (
        "{name: 彭欣, posts: [镇党委副书记, 镇长]}",
        "{name: 彭新, posts: [镇党委副书记, 镇长]}",
        "holder-off-county 云渡镇镇长县方案写的是彭欣，本方案是彭新，核对后改一致",
    ),
    (
        "{name: 卞秋月, posts: [副镇长]}",
        "{name: 卢志远, posts: [副县长]}",
        "person-of-county “卢志远”（副县长）是县方案名单里的人，应换成本乡镇的",
    ),
    (
        "units: [镇党政综合办公室, 镇社会事务办公室]",
        "units: [镇党政综合办公室, 县政府办公室]",
        "unit-of-county 县政府办公室是县里的单位，应换成本乡镇的",
    ),
    (
        "title: 云渡镇创建国家卫生乡镇实施方案",
        "title: 云渡镇创建省级卫生乡镇实施方案",
        "goal-off-county 本方案创建省级卫生乡镇，"
        "县方案要求云渡镇达到的是国家卫生县城、国家卫生乡镇",
    ),
    (
        "number: 云政发〔2024〕3号",
        "number: 霁政办发〔2024〕2号",
        "notice-off-county 发文字号“霁政办发〔2024〕2号”是县方案的，应写本乡镇的",
    ),
    (
        "  date: 2024年1月16日\n  note",
        "  date: 2024年1月5日\n  note",
        "notice-off-county 成文日期2024年1月5日早于县方案的2024年1月8日，县方案是它的依据",
    ),
]
OF_SPECS = [
    (
        "by: 2024年12月21日",
        "by: 2025年6月",
        "target-off-county 目标期限2025年6月晚于县方案的2024年12月"
        "（“2024年12月底前，县城和云渡镇、白石渡镇分别……”）",
    ),
    (
        'op: ">=", value: "90"',
        'op: ">=", value: "85"',
        "indicator-off-county “群众对卫生状况满意率”85%，县方案要求90%，不应低于县里",
    ),
    (
        "{ids: G1-G4, print: both}",
        "{ids: G1-G3, print: both}",
        "clause-off-county 县方案分了工的G4，本方案没有人承担",
    ),
    (
        "id: weisheng-xiangzhen-2010",
        "id: weisheng-xiangzhen-2021",
        "standard-off-county 本方案依据《国家卫生乡镇标准》2021版，"
        "县方案依据《国家卫生乡镇（县城）标准》2010，应一致",
    ),
]
"""What a document doesn't print (deadlines, values of indicators, ids) is planted in specs."""


def test_the_family_is_found() -> None:
    assert len(FAMILY) > 10
    planted = {message.partition(" ")[0] for _, _, message in (*PLANTED, *OF_SPECS)}
    # The example has no contacts, and the pair fits.
    assert FAMILY - planted == {"contact-of-county", "county-unfit"}


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_pair_has_no_contradiction(name: str) -> None:
    assert found_in(spec(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_pair_of_documents_has_no_contradiction(name: str) -> None:
    assert found_in_document(spec(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_family_really_runs(name: str) -> None:
    linted = lint(spec(name).encode(), "x.yaml", county=example().county.case)
    assert FAMILY - {*linted.outcome.ran} == {"contact-of-county"}


@pytest.mark.parametrize(("old", "new", "message"), [*PLANTED, *OF_SPECS])
def test_a_planted_contradiction_is_found_and_nothing_else(
    old: str, new: str, message: str
) -> None:
    text = spec(TOWN)
    assert old in text
    assert found_in(text.replace(old, new)) == [message]


@pytest.mark.parametrize(("old", "new", "message"), PLANTED)
def test_it_is_found_in_documents_too(old: str, new: str, message: str) -> None:
    assert found_in_document(spec(TOWN).replace(old, new)) == [message]


OTHER_TOPIC = """\
kind: plan
title: 云渡镇森林防火工作方案
locality: {name: 云渡镇, level: township}
preamble: 为做好森林防火工作，结合我县实际，制定本方案。
phases:
  - {name: 攻坚整治阶段, start: 2026-01, end: 2026-12, text: 清理林下可燃物。}
"""


def test_a_plan_on_another_matter_is_told_of_once() -> None:
    assert found_in(OTHER_TOPIC) == [
        "county-unfit 与县方案《霁川县创建国家卫生县城国家卫生乡镇实施方案》看来不是一件事，"
        "没有逐条对照；是一件事的，引言里应引它的标题"
    ]


def test_a_plan_that_cites_the_county_is_held_against_it() -> None:
    cited = "根据《霁川县创建国家卫生县城国家卫生乡镇实施方案》，结合"
    assert [
        message.partition(" ")[0] for message in found_in(OTHER_TOPIC.replace("结合", cited))
    ] == [
        "wording-of-county",
        "phase-off-county",
    ]


def test_a_plan_held_against_itself_is_told_of_once() -> None:
    assert found_in(COUNTY_FILE.read_text(encoding="utf-8")) == [
        "county-unfit 对照的就是这份方案自己（《霁川县创建国家卫生县城国家卫生乡镇实施方案》）；"
        "--against 后面应写县里的方案"
    ]


def test_without_a_county_the_family_has_nothing_to_look_at() -> None:
    outcome = lint(spec(TOWN).encode(), "x.yaml").outcome
    assert set(outcome.without_data) >= FAMILY


# The command line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("county.yaml").write_text(COUNTY_FILE.read_text(encoding="utf-8"), encoding="utf-8")
    Path("county.docx").write_bytes(document(COUNTY_FILE.read_text(encoding="utf-8")))
    Path("town.yaml").write_text(spec(TOWN).replace("我镇实际", "我县实际"), encoding="utf-8")
    Path(".plangen.yaml").write_text("select: [wording-of-county]\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("county", ["county.yaml", "county.docx"])
def test_lint_against_a_county(folder: Path, county: str) -> None:
    assert folder.is_dir()
    assert plangen("lint", "town.yaml").code == 0
    found = plangen("lint", "--against", county, "town.yaml")
    assert found.code == 1
    assert "town.yaml:13:" in found.out
    assert "wording-of-county：“我县”是县方案的口气，云渡镇应改成自己的" in found.out


def test_a_county_that_is_no_plan_is_refused(folder: Path) -> None:
    (folder / "towns.yaml").write_text(TOWNS_FILE.read_text(encoding="utf-8"), encoding="utf-8")
    found = plangen("lint", "--against", "towns.yaml", "town.yaml")
    assert (found.code, found.err) == (2, "plangen：“towns.yaml”不能作比对：不是方案\n")
