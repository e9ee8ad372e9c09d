"""What `lint` prints for people, scripts and build hosts, and which files it is of."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import cast
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from plangen.problem import Fix, Level, Problem, Where
from plangen.report.diff import as_diff
from plangen.report.formats import FORMATS
from plangen.report.model import FileReport, uri
from plangen.report.sarif import as_sarif
from plangen.report.text import problem_text
from plangen.source.places import Source
from tests.tools.command import Result, plangen
from tests.tools.more_rules import more_rules
from tests.tools.specs import SPECS, over_base

SCHEMA = Path(__file__).parent / "data" / "sarif-schema-2.1.0.json"
BAD = Path(__file__).parent / "bad"
SEVEN = over_base("preamble: 截止目前" + "、截止目前" * 6)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder where only the rules of the tests run."""
    monkeypatch.chdir(tmp_path)
    Path(".plangen.yaml").write_text("select: [try-*, ignore-unknown]\n")
    with more_rules():
        yield tmp_path


def spec(name: str, piece: str = "") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(over_base(piece))


# How many


def test_text_shows_five_of_a_rule_in_a_file_and_counts_the_rest() -> None:
    for name in ("甲.yaml", "乙.yaml"):
        Path(name).write_bytes(SEVEN)
    heads = [
        line
        for line in plangen("lint", "甲.yaml", "乙.yaml").out.split("\n")
        if line.startswith(("甲", "乙"))
    ]
    said = "错误 try-word：“截止目前”应作“截至目前”"
    assert heads == [
        line
        for name in ("甲.yaml", "乙.yaml")
        for line in (
            *(f"{name}:4:{column}: {said}" for column in range(11, 36, 5)),
            f"{name}: try-word 另有 2 处没有列出",
            f"{name}：7 个错误",
        )
    ]


@pytest.mark.parametrize(
    ("form", "each"),
    [
        ("json", '"rule": '),
        ("sarif", '"ruleId": '),
        ("github", "::error "),
        ("junit", "<failure "),
    ],
)
def test_formats_for_programs_have_all(form: str, each: str) -> None:
    Path("甲.yaml").write_bytes(SEVEN)
    assert plangen("lint", "甲.yaml", "--format", form).out.count(each) == 7


# JSON


def test_json_names_files_as_they_were_named() -> None:
    spec("甲/乙.yaml", "preamble: 截止目前")
    data = json.loads(plangen("lint", "甲/乙.yaml", "--format", "json").out)
    assert data == {
        "version": 1,
        "files": [
            {
                "file": "甲/乙.yaml",
                "kind": "plan",
                "problems": [
                    {
                        "rule": "try-word",
                        "level": "error",
                        "message": "“截止目前”应作“截至目前”",
                        "where": {"line": 4, "column": 11, "path": "preamble"},
                        "quote": "截止目前",
                        "basis": "",
                        "fix": {"old": "截止目前", "new": "截至目前"},
                    }
                ],
                "coverage": [],
            }
        ],
    }


def test_formats_for_programs_are_utf_8_whatever_the_terminal() -> None:
    Path(".plangen.yaml").write_text("select: [ignore-unknown]\n")
    spec("甲.yaml", "preamble: 𠮷  # plangen: ignore=𠮷")
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    call = [sys.executable, "-m", "plangen", "lint", "甲.yaml", "--format"]
    for form in FORMATS:
        done = subprocess.run([*call, form], capture_output=True, check=False, env=environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "没有规则“𠮷”" in done.stdout.decode()


# SARIF


def sarif_faults(text: str) -> list[str]:
    """What the schema of SARIF 2.1.0 says against a log."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    return [
        f"{error.json_path}: {error.message}" for error in checker.iter_errors(json.loads(text))
    ]


def test_sarif_is_valid() -> None:
    Path(".plangen.yaml").unlink()
    (Path("甲 乙") / "丙").mkdir(parents=True)
    for number, path in enumerate(sorted([*BAD.glob("*.yaml"), *SPECS.glob("xx-*.yaml")])):
        Path("甲 乙", "丙", f"{number}.yaml").write_bytes(path.read_bytes())
    Path("甲 乙/x.yaml").write_bytes(SEVEN)
    out = plangen("lint", "甲 乙", "--format", "sarif").out
    found = json.loads(out)["runs"][0]["results"]
    assert sarif_faults(out) == []
    assert len({result["ruleId"] for result in found}) > 15
    assert {result["level"] for result in found} == {"error", "warning", "note"}
    assert [result for result in found if "fixes" in result] != []


def test_the_schema_of_sarif_can_refuse() -> None:
    log = json.loads(as_sarif([]))
    del log["runs"][0]["tool"]["driver"]["name"]
    assert sarif_faults(json.dumps(log)) == [
        "$.runs[0].tool.driver: 'name' is a required property"
    ]


def test_sarif_describes_the_rules_it_has_findings_of() -> None:
    spec("甲.yaml", "preamble: 截止目前  # plangen: ignore=qq")
    driver = json.loads(plangen("lint", "甲.yaml", "--format", "sarif").out)["runs"][0]["tool"]
    doc = "用词：错的词，和应有的词。有的换了以后不合 YAML 的写法，有的越换越多。"
    assert driver["driver"]["rules"] == [
        {"id": "ignore-unknown", "shortDescription": {"text": "文件的写法"}},
        {
            "id": "try-word",
            "shortDescription": {"text": doc},
            "help": {"text": doc},
            "defaultConfiguration": {"level": "error"},
        },
    ]


def problem(line: int, column: int, old: str, new: str) -> Problem:
    where = Where((), None, line, column, len(old))
    return Problem("some-rule", Level.ERROR, "说明", where, old, fix=Fix(old, new))


@pytest.mark.parametrize(
    ("text", "quote", "fixes"),
    [("甲,乙", ",", 1), ("甲,乙,丙", ",", 0), ("甲\\u002c乙", "\\u002c", 0)],
)
def test_sarif_has_a_fix_where_its_place_is_sure(text: str, quote: str, fixes: int) -> None:
    found = problem(1, text.index(quote) + 1, ",", "，")
    found = Problem(found.rule, found.level, "", found.where, quote, fix=found.fix)
    run = json.loads(as_sarif([FileReport(Source("a.yaml", text), "plan", [found])]))["runs"][0]
    assert len(run["results"][0].get("fixes", [])) == fixes


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        (PurePosixPath("specs/a.yaml"), "specs/a.yaml"),
        (PurePosixPath("../甲 乙/50%#.yaml"), "../%E7%94%B2%20%E4%B9%99/50%25%23.yaml"),
        (PurePosixPath("/a b.yaml"), "file:///a%20b.yaml"),
        (PureWindowsPath("specs\\甲.yaml"), "specs/%E7%94%B2.yaml"),
        (PureWindowsPath("C:\\a b\\c.yaml"), "file:///C:/a%20b/c.yaml"),
    ],
)
def test_a_path_as_a_uri(path: PurePosixPath | PureWindowsPath, reference: str) -> None:
    assert uri(path) == reference


# JUnit


def suites(*call: str) -> list[tuple[dict[str, str], list[str]]]:
    """The attributes of each suite, and what each of its cases holds."""
    root = ET.fromstring(plangen("lint", *call, "--format", "junit").out)
    assert root.tag == "testsuites"
    return [
        (dict(suite.attrib), [" ".join(part.tag for part in case) for case in suite])
        for suite in root.iterfind("testsuite")
    ]


def test_junit_counts_as_failed_what_fails_the_call() -> None:
    spec("甲.yaml", "preamble: 截止目前,完成")  # an error and a warning
    spec("乙.yaml")
    files = ("甲.yaml", "乙.yaml")

    def counted(name: str, tests: int, failures: int) -> dict[str, str]:
        return {"name": name, "tests": str(tests), "failures": str(failures), "errors": "0"}

    clean = (counted("乙.yaml", 1, 0), [""])
    assert suites(*files) == [(counted("甲.yaml", 2, 1), ["failure", "system-out"]), clean]
    assert suites(*files, "--fail-on", "warning") == [
        (counted("甲.yaml", 2, 2), ["failure", "failure"]),
        clean,
    ]


def test_junit_names_each_case_once() -> None:
    Path("甲.yaml").write_bytes(SEVEN)
    root = ET.fromstring(plangen("lint", "甲.yaml", "--format", "junit").out)
    names = [case.attrib["name"] for case in root.iter("testcase")]
    assert names == [f"try-word:4:{column}" for column in range(11, 46, 5)]


def test_junit_escapes_what_xml_would_take_for_its_own() -> None:
    Path("甲&乙.yaml").write_bytes(b"kind: <a&b>\n")
    root = ET.fromstring(plangen("lint", "甲&乙.yaml", "--format", "junit").out)
    failure = cast("ET.Element", root.find("testsuite/testcase/failure"))
    assert (failure.attrib["type"], failure.attrib["message"].split("，")[0]) == (
        "spec-kind",
        "没有“<a&b>”这种文件",
    )


# GitHub


def test_github_prints_nothing_of_what_is_sound() -> None:
    spec("甲.yaml")
    assert plangen("lint", "甲.yaml", "--format", "github") == Result(0, "", "")


def test_github_takes_paths_with_forward_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plangen.report.model.PurePath", PureWindowsPath)
    report = FileReport(Source("specs\\甲.yaml", "甲"), "plan", [problem(1, 1, "甲", "乙")])
    assert FORMATS["github"]([report]).startswith("::error file=specs/甲.yaml,line=1,")
    assert '"uri": "specs/%E7%94%B2.yaml"' in FORMATS["sarif"]([report])


# Text


def test_a_line_of_a_hundred_thousand_characters_is_cut_in_no_time() -> None:
    source = Source("a.yaml", "甲" * 50_000 + "错" + "乙" * 50_000)
    begun = time.perf_counter()
    lines = problem_text(problem(1, 50_001, "错", "对"), source).split("\n")
    assert time.perf_counter() - begun < 1
    assert lines[1:3] == [
        f"    1 | …{'甲' * 24}错{'乙' * 13}…",
        f"      | {' ' * 49}^^",
    ]


def test_a_piece_over_several_lines_is_marked_on_its_first() -> None:
    spec("甲.yaml", "preamble: >-\n  甲截止\n  目前乙\n")
    assert plangen("lint", "甲.yaml").out.split("\n")[:3] == [
        "甲.yaml:5:4: 错误 try-word：“截止目前”应作“截至目前”",
        "    5 |   甲截止",
        "      |     ^^^^",
    ]


def test_a_value_that_is_printed_twice_has_its_fault_once() -> None:
    spec("甲.yaml", "groups: [{name: 甲, duties: &a 截止目前}, {name: 乙, duties: *a}]\n")
    assert plangen("lint", "甲.yaml", "--select", "try-word").out.count("try-word") == 1


def test_two_rules_may_find_the_same_piece() -> None:
    spec("甲.yaml", "preamble: 甬勇甬")
    data = json.loads(plangen("lint", "甲.yaml", "--format", "json").out)
    assert [(p["rule"], p["where"]["column"]) for p in data["files"][0]["problems"]] == [
        ("try-there", 11),
        ("try-back", 12),
    ]


# Diff


def test_a_diff_keeps_line_ends_and_says_where_the_last_is_missing() -> None:
    assert as_diff("a\\b.yaml", b"x\r\ny", b"x\r\nz") == (
        b"--- a/b.yaml\n+++ a/b.yaml\n@@ -1,2 +1,2 @@\n x\r\n"
        b"-y\n\\ No newline at end of file\n+z\n\\ No newline at end of file\n"
    )
    assert as_diff("a", b"x", b"x") == b""


# Which files


def files(*call: str) -> list[str]:
    return [
        file["file"]
        for file in json.loads(plangen("lint", *call, "--format", "json").out)["files"]
    ]


def test_a_folder_stands_for_the_specs_in_and_below_it() -> None:
    for name in ("d/b.yaml", "d/a.YML", "d/下/c.yaml", "d/.git/d.yaml", "d/下/.e.yaml"):
        spec(name)
    Path("d/f.yaml").write_text("version: 2\n")
    Path("d/g.yaml").mkdir()
    Path("d/h.yaml").symlink_to("nowhere")
    Path("d/i.txt").write_text("甲")
    Path("d/j.yaml").write_text("[broken\n")
    Path("d/k.yaml").write_text("类型: 标准\n", encoding="utf-8")
    assert files("d") == ["d/a.YML", "d/b.yaml", "d/j.yaml", "d/k.yaml", "d/下/c.yaml"]
    assert plangen("lint", "d").err == "d：跳过 1 个没有 kind 的 YAML 文件\n"


def test_a_hidden_folder_that_is_named_is_meant() -> None:
    spec(".work/a.yaml")
    assert files(".work") == [".work/a.yaml"]


def test_a_file_is_checked_once_however_it_is_named(folder: Path) -> None:
    spec("d/a.yaml")
    Path("link.yaml").symlink_to("d/a.yaml")
    names = ("d", "d/a.yaml", "./d/../d/a.yaml", str(folder / "d" / "a.yaml"), "link.yaml")
    assert files(*names) == ["d/a.yaml"]
    assert files(*reversed(names)) == ["link.yaml"]


@pytest.mark.parametrize("text", [None, "version: 2\n"])
def test_a_folder_without_specs_is_refused(text: str | None) -> None:
    Path("d").mkdir()
    if text:
        Path("d/a.yaml").write_text(text)
    said = "plangen：文件夹“d”里没有可核对的文件：Word 文档，或写明 kind 的 YAML\n"
    assert plangen("lint", "d") == Result(2, "", said)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that can't be read")
def test_a_file_that_can_not_be_read_does_not_end_the_call() -> None:
    spec("d/a.yaml")
    Path("d/b.yaml").symlink_to("/proc/self/mem")
    found = plangen("lint", "d")
    assert (found.code, found.err) == (1, "")
    assert [row.split()[0] for row in found.out.splitlines()[:2]] == ["d/a.yaml", "d/b.yaml"]
    named = plangen("lint", "d/b.yaml")
    assert named == Result(2, "", "plangen：读不了“d/b.yaml”：磁盘读写出错\n")


def test_a_name_that_is_not_utf_8_can_be_printed() -> None:
    name = os.fsdecode(b"\xff.yaml")
    spec(name, "preamble: 截止目前")
    for form in FORMATS:
        assert "\ufffd" in plangen("lint", name, "--format", form).out or form == "sarif"
    assert plangen("lint", name, "--fix").err == "\ufffd.yaml：改正 1 处\n"
    assert "截至目前" in Path(name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted((SPECS / "standards").glob("*.yaml")), ids=lambda p: p.stem
)
def test_a_standard_is_checked_for_its_form(path: Path) -> None:
    Path("a.yaml").write_bytes(path.read_bytes())
    assert plangen("lint", "a.yaml") == Result(0, "a.yaml：没有问题\n", "")
    Path("a.yaml").write_text(path.read_text(encoding="utf-8") + "甲: 乙\n", encoding="utf-8")
    data = json.loads(plangen("lint", "a.yaml", "--format", "json").out)["files"][0]
    assert (data["kind"], [p["rule"] for p in data["problems"]]) == (
        "standard",
        ["spec-key-unknown"],
    )
