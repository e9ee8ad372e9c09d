"""`plangen new`: what it writes renders as a draft at once, and only what is XX is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen.cli import cli
from plangen.pipeline import lint, render
from plangen.pipeline.starter import LEVELS, Starter, kinds, starter
from plangen.problem import Level, UserError
from plangen.standard.catalogue import load_standard, standard_ids

NAMED = {
    "county": "霁川县",
    "city": "望川市",
    "district": "清源区",
    "township": "文昌街道",
    "roadmap": "霁川县",
}


@pytest.mark.parametrize("standard", ["", *standard_ids()])
@pytest.mark.parametrize("named", [False, True], ids=["bare", "named"])
@pytest.mark.parametrize("level", LEVELS)
def test_a_starter_renders_as_a_draft(
    level: str, named: bool, standard: str, tmp_path: Path
) -> None:
    found = load_standard(standard) if standard else None
    name, task = (NAMED[level], "创建国家卫生乡镇") if named else ("", "")
    text = starter(Starter(level, "方案.yaml", name, task, 2025, found))
    linted = lint(text.encode(), "方案.yaml")
    assert [p.message for p in linted.problems if p.level is not Level.INFO] == []
    assert any("XX" in problem.message for problem in linted.problems)
    assert len(render(linted, tmp_path)) == 3


def test_every_clause_of_a_complete_standard_has_its_group() -> None:
    standard = load_standard("weisheng-xiangzhen-2010")
    text = starter(Starter("county", "a.yaml", "霁川县", "创建国家卫生县城", 2025, standard))
    lines = text.split("\n")
    assert [line.strip() for line in lines if "条款: [" in line and "#" in line][:3] == [
        "条款: [A]  # 爱国卫生组织管理，5条",
        "工作组:  # 标准的一节一组；几节可以并作一组，如 条款: [B, C]",
        "条款: [B]  # 健康教育，7条",
    ]
    assert text.count("  - 名称: ") == 9
    rules = {problem.rule for problem in lint(text.encode(), "a.yaml").problems}
    assert not {"clause-uncovered", "clause-double"} & rules


@pytest.mark.parametrize(
    ("task", "seat"), [("创建国家卫生县城", "县卫生健康局"), ("森林防火", "县XX局")]
)
def test_the_office_of_another_task_has_no_seat_at_health(task: str, seat: str) -> None:
    text = starter(Starter("county", "a.yaml", "霁川县", task, 2025))
    assert f"    设在: {seat}\n" in text


@pytest.mark.parametrize(
    ("level", "name", "said"),
    [
        ("township", "甲县", "“甲县”不以镇、乡、街道、苏木、林场、农场、牧场结尾；换一种，"),
        ("county", "红岭农场", "“红岭农场”不以县、市、旗结尾；换一种，或不写名称，生成后再改"),
    ],
)
def test_a_name_of_another_level_is_refused(level: str, name: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        starter(Starter(level, "a.yaml", name, year=2025))


@pytest.mark.parametrize(
    ("name", "level", "head", "issuer"),
    [
        ("云泽市", "县级市", "市委副书记, 市长", "云泽市人民政府办公室"),
        ("朔和自治旗", "旗", "旗委副书记, 旗长", "朔和自治旗人民政府办公室"),
        ("柳川高新区", "开发区", "党工委副书记, 管委会主任", "柳川高新区管理委员会"),
        ("城北新区", "区", "区委副书记, 区长", "城北新区人民政府办公室"),
        ("罕山苏木", "苏木", "苏木党委副书记, 苏木达", "罕山苏木人民政府"),
        ("红岭农场", "林场", "场党委书记, 场长", "红岭农场"),
    ],
)  # fmt: skip
def test_a_name_tells_the_kind_of_place(name: str, level: str, head: str, issuer: str) -> None:
    text = starter(Starter("", "a.yaml", name, "秸秆禁烧", 2025))
    assert f"地区: {{名称: {name}, 级别: {level}," in text
    assert f"- {{职责: 组长, 人员: [{{姓名: XX, 职务: [{head}]}}]}}" in text
    assert f"\n  发文机关: {issuer}\n" in text


@pytest.mark.parametrize("kind", kinds())
def test_a_starter_of_each_kind_of_place_is_sound(kind: str) -> None:
    problems = lint(starter(Starter(kind, "a.yaml", year=2025)).encode(), "a.yaml").problems
    assert [p.message for p in problems if p.level is not Level.INFO] == []


def test_the_command_never_overwrites(tmp_path: Path) -> None:
    target = tmp_path / "方案.yaml"
    run = CliRunner()
    done = run.invoke(
        cli, ["new", "乡镇", "--name", "云渡镇", "--year", "2025", "-o", str(target)]
    )
    assert (done.exit_code, done.stdout) == (0, f"{target}\n")
    before = target.read_bytes()
    assert "标题: 云渡镇XX工作实施方案".encode() in before
    again = run.invoke(cli, ["new", "-o", str(target)])
    assert isinstance(again.exception, UserError)
    assert target.read_bytes() == before
