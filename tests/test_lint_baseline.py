"""A baseline: the problems of today are known, only what comes after them counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plangen.pipeline.baseline import Baseline, write_baseline
from plangen.problem import Level, Problem, UserError, Where
from tests.tools.command import Result, plangen
from tests.tools.more_rules import more_rules
from tests.tools.specs import over_base


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    Path(".plangen.yaml").write_text("select: [try-*]\n")
    with more_rules():
        yield tmp_path


def spec(name: str, piece: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(over_base(piece))


def remember(*files: str) -> Result:
    return plangen("lint", *files, "--write-baseline", "base.json")


def new(*files: str) -> tuple[int, list[str]]:
    """Exit code, and place and rule of each problem that is new."""
    done = plangen("lint", *files, "--baseline", "base.json", "--format", "json")
    return done.code, [
        f"{file['file']}:{problem['where']['line']} {problem['rule']}"
        for file in json.loads(done.out)["files"]
        for problem in file["problems"]
    ]


def test_a_baseline_is_json_that_a_person_can_compare() -> None:
    spec("甲.yaml", "preamble: 截止目前,截止目前\nclosing: 甲＝乙")
    assert remember("甲.yaml") == Result(0, "", "base.json：记下 4 个问题\n")
    rows = [
        ("甲.yaml", "try-comma", "逗号应是全角", 1),
        ("甲.yaml", "try-word", "“截止目前”应作“截至目前”", 2),
        ("甲.yaml", "try-word", "“＝”应作“: ”", 1),
    ]
    assert json.loads(Path("base.json").read_text(encoding="utf-8")) == {
        "version": 1,
        "problems": [
            dict(zip(("file", "rule", "message", "count"), row, strict=True)) for row in rows
        ],
    }


def test_what_was_there_does_not_count() -> None:
    spec("甲.yaml", "preamble: 截止目前")
    assert plangen("lint", "甲.yaml").code == 1
    remember("甲.yaml")
    assert new("甲.yaml") == (0, [])
    assert plangen("lint", "甲.yaml", "--baseline", "base.json").out == "甲.yaml：没有问题\n"


def test_a_problem_may_move() -> None:
    spec("甲.yaml", "preamble: 截止目前")
    remember("甲.yaml")
    spec("甲.yaml", "# 注\n\npreamble: |\n  甲\n  乙截止目前")
    assert new("甲.yaml") == (0, [])


def test_the_same_problem_once_more_is_new() -> None:
    spec("甲.yaml", "preamble: 截止目前\nclosing: 甲")
    remember("甲.yaml")
    spec("甲.yaml", "preamble: 截止目前\nclosing: 截止目前")
    assert new("甲.yaml") == (1, ["甲.yaml:5 try-word"])


def test_another_problem_and_another_file_are_new() -> None:
    spec("甲.yaml", "preamble: 截止目前")
    remember("甲.yaml")
    spec("甲.yaml", "preamble: 截止目前,甲＝乙")
    spec("乙.yaml", "preamble: 截止目前")
    assert new("甲.yaml", "乙.yaml") == (
        1,
        ["甲.yaml:4 try-comma", "甲.yaml:4 try-word", "乙.yaml:4 try-word"],
    )


def test_what_was_mended_and_comes_back_is_known_until_the_baseline_is_written_anew() -> None:
    spec("甲.yaml", "preamble: 截止目前")
    remember("甲.yaml")
    spec("甲.yaml", "preamble: 截至目前")
    assert new("甲.yaml") == (0, [])
    assert remember("甲.yaml").err == "base.json：记下 0 个问题\n"
    spec("甲.yaml", "preamble: 截止目前")
    assert new("甲.yaml") == (1, ["甲.yaml:4 try-word"])


def test_a_file_is_known_from_the_folder_of_the_baseline_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec("方案/甲.yaml", "preamble: 截止目前")
    remember("方案")
    assert new("./方案/../方案/甲.yaml") == (0, [])
    assert new(str(folder / "方案" / "甲.yaml")) == (0, [])
    monkeypatch.chdir("方案")
    assert plangen("lint", "甲.yaml", "--baseline", "../base.json").code == 0
    Path("乙").mkdir()
    assert plangen("lint", "甲.yaml", "--write-baseline", "乙/base.json").code == 0
    row = json.loads(Path("乙/base.json").read_text(encoding="utf-8"))["problems"][0]
    assert row["file"] == "../甲.yaml"


def test_standard_input_has_a_baseline_too() -> None:
    raw = over_base("preamble: 截止目前")
    assert plangen("lint", "-", "--write-baseline", "base.json", stdin=raw).code == 0
    assert plangen("lint", "-", "--baseline", "base.json", stdin=raw).code == 0


def test_a_line_that_a_message_names_may_shift() -> None:
    where = Where(line=9)
    old = Problem("yaml-duplicate-key", Level.ERROR, "“甲”写了两次（第一次在第 3 行）", where)
    now = Problem("yaml-duplicate-key", Level.ERROR, "“甲”写了两次（第一次在第 12 行）", where)
    baseline = Baseline.read(written([old]))
    assert baseline.new("甲.yaml", [now, now]) == [now]


def written(problems: list[Problem]) -> Path:
    write_baseline(Path("base.json"), {"甲.yaml": problems})
    return Path("base.json")


NO_BASELINE = [
    "",
    "[]",
    "{}",
    '{"problems": 3}',
    '{"problems": [3]}',
    '{"problems": [{}]}',
    '{"problems": [{"file": "a", "rule": "b", "message": "c", "count": "x"}]}',
    '{"problems": [{"file": "a", "rule": "b", "message": "c", "count": null}]}',
]


@pytest.mark.parametrize("text", NO_BASELINE)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    Path("base.json").write_text(text)
    said = "“base.json”不是基线文件；用 --write-baseline 重新生成"
    with pytest.raises(UserError, match=said):
        Baseline.read(Path("base.json"))


def test_a_baseline_that_is_not_there_is_refused() -> None:
    spec("甲.yaml", "preamble: 甲")
    done = plangen("lint", "甲.yaml", "--baseline", "没有.json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("plangen：读不了基线“没有.json”：")


def test_fix_mends_what_the_baseline_knows_too() -> None:
    spec("甲.yaml", "preamble: 截止目前")
    remember("甲.yaml")
    assert plangen("lint", "甲.yaml", "--baseline", "base.json", "--fix") == Result(
        0, "甲.yaml：没有问题\n", "甲.yaml：改正 1 处\n"
    )
