"""The JSON Schema for editors takes what plangen takes, and marks what an editor can see."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given

from plangen.cli import cli
from plangen.problem import UserError
from plangen.schema.editor import editor_schema
from plangen.schema.load import schema
from plangen.source.places import Value
from tests.test_accept import kind_of
from tests.test_schema import KINDS
from tests.tools.specs import in_chinese, plan_data

ROOT = Path(__file__).parents[1]
COUNTY = (ROOT / "specs/xx-county.yaml").read_text(encoding="utf-8")
IN_CHINESE = """
类型: 方案
标题: 霁川县创建国家卫生县城实施方案
地区: {名称: 霁川县, 级别: 县}
目标: 2024年12月底前，各项指标达到标准要求。
实施步骤:
  - {名称: 动员部署阶段, 起: 2024-02, 止: 2024-03, 正文: 召开动员会议。}
通知: {发文机关: 霁川县人民政府办公室, 主送机关: 各乡镇人民政府, 成文日期: 2024-01-08, 盖章: 否}
"""
SETTINGS = "基准: 严格\n不查: clause-double\n级别: {group-headless: 提示}\n"
FILES = sorted(
    str(path.relative_to(ROOT)) for path in (ROOT / "specs").rglob("*.yaml") if path.is_file()
)


class Editor(yaml.SafeLoader):
    """YAML as editors read it: 2024-02 and 2024-01-08 are texts."""


Editor.yaml_implicit_resolvers = {
    mark: [one for one in forms if one[0] != "tag:yaml.org,2002:timestamp"]
    for mark, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def marked(kind: str, text: str) -> list[str]:
    """The places of a file that an editor marks."""
    return places(kind, yaml.load(text, Editor))


def places(kind: str, data: object) -> list[str]:
    checker = jsonschema.Draft7Validator(editor_schema(kind))
    return sorted("/".join(map(str, error.absolute_path)) for error in checker.iter_errors(data))


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_kind_is_json_schema(kind: str) -> None:
    found = editor_schema(kind)
    jsonschema.Draft7Validator.check_schema(found)
    parts = found["definitions"]
    assert isinstance(parts, dict)
    assert set(parts) == set(schema(kind).parts)


def test_the_files_that_ship_are_found() -> None:
    assert len(FILES) >= 15


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_ships_has_no_mark(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert marked(kind_of(text), text) == []


def test_a_file_in_chinese_has_no_mark() -> None:
    assert marked("plan", IN_CHINESE) == []
    assert marked("config", SETTINGS) == []


@given(plan_data)
def test_what_the_schema_of_plans_allows_has_no_mark(data: Value) -> None:
    assert places("plan", data) == []
    assert places("plan", in_chinese(data)) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("title: ", "titel: ", ""),
        ("level: county", "level: 郡", "locality/level"),
        ("level: county", "level: county, postcode: 1", "locality"),
        ("period: {start: 2024-01, end: 2024-12}", "period: 2024", "period"),
        ("\nphases:", "\nphases: {}\nguarantee:", ""),
    ],
)
def test_what_an_editor_can_see_is_marked(old: str, new: str, place: str) -> None:
    assert COUNTY.count(old) >= 1
    assert place in marked("plan", COUNTY.replace(old, new, 1))


@pytest.mark.parametrize(("arguments", "title"), [((), "plan"), (("乡镇名单",), "townships")])
def test_the_command_prints_the_schema(arguments: tuple[str, ...], title: str) -> None:
    done = CliRunner().invoke(cli, ["schema", *arguments])
    assert json.loads(done.stdout) == editor_schema(title)
    assert '"发文机关"' in CliRunner().invoke(cli, ["schema"]).stdout


def test_the_command_writes_no_other_file_than_json(tmp_path: Path) -> None:
    target = tmp_path / "方案.schema.json"
    assert CliRunner().invoke(cli, ["schema", "-o", str(target)]).exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8")) == editor_schema("plan")
    plan = tmp_path / "方案.yaml"
    plan.write_text("kind: plan", encoding="utf-8")
    refused = CliRunner().invoke(cli, ["schema", "-o", str(plan)])
    assert isinstance(refused.exception, UserError)
    assert plan.read_text(encoding="utf-8") == "kind: plan"
