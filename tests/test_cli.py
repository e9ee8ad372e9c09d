"""The command line as the design promises it: exit codes, streams, files, and words in Chinese."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click
import pytest

from plangen.cli import Commands, cli
from plangen.cli.output import color_wanted
from tests.tools.command import Result, plangen
from tests.tools.specs import SPECS

COUNTY = (SPECS / "xx-county.yaml").read_text(encoding="utf-8")
FAULTY = COUNTY.replace("end: 2024-02\n", "end: 2024-02-30\n")
DOUBTFUL = COUNTY.replace("{ids: G1-G4,", '{ids: "G1-G4,C5",')
KINDS = ("通知", "实施方案", "印发稿")
ASKED = ("clause-double", "date-impossible", "number-form")
IMPOSSIBLE = "没有“2024年2月30日”这一天"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with a sound spec, one with a warning, a faulty one, a broken one.

    Few rules are asked, so that a new rule leaves these tests alone.
    """
    monkeypatch.chdir(tmp_path)
    Path(".plangen.yaml").write_text(f"select: [{', '.join(ASKED)}]\n", encoding="utf-8")
    texts = {"good": COUNTY, "doubtful": DOUBTFUL, "faulty": FAULTY, "broken": "kind: plan\n"}
    for name, text in texts.items():
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def written(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).glob("*.docx"))


def documents(stem: str, *, kinds: tuple[str, ...] = KINDS) -> list[str]:
    return sorted(f"{stem}-{kind}.docx" for kind in kinds)


def refused(message: str) -> Result:
    return Result(2, "", f"plangen：{message}\n")


# Exit codes


CODES = [
    (0, "lint good.yaml"),
    (0, "lint doubtful.yaml"),
    (1, "lint doubtful.yaml --fail-on warning"),
    (1, "lint good.yaml faulty.yaml"),
    (0, "lint faulty.yaml --exit-zero"),
    (1, "lint broken.yaml"),
    (2, "lint lost.yaml"),
    (0, "render doubtful.yaml"),
    (1, "render faulty.yaml"),
    (0, "render faulty.yaml --force"),
    (1, "render broken.yaml --force"),
    (2, "render lost.yaml"),
    (0, "rules"),
    (0, "rules phase-order"),
    (2, "rules phase-ordre"),
    (0, "standards list"),
    (0, "standards show weisheng-xiangzhen-2010"),
    (2, "standards show weisheng"),
    (2, ""),
    (2, "standards"),
    (0, "--version"),
]


@pytest.mark.parametrize(("code", "call"), CODES)
def test_exit_code(code: int, call: str) -> None:
    assert plangen(*call.split()).code == code


# A wrong call is answered in Chinese, on stderr, with code 2, and nothing else happens


NAMED = ["broken.yaml", "doubtful.yaml", "faulty.yaml", "good.yaml"]
REFUSED = [
    ("lnit", f"没有命令“lnit”，是不是“lint”？有：{'、'.join(Commands.names)}"),
    ("standards shwo", "没有命令“shwo”，是不是“show”？有：diff、import、list、show"),
    ("--foo", "没有选项 --foo"),
    ("lint --formt json good.yaml", "没有选项 --formt，是不是 --format？"),
    ("lint --fail-on never good.yaml", "--fail-on 只能是：info、warning、error"),
    ("lint good.yaml --format", "选项 --format 后面要写内容；用 --help 查看用法"),
    ("render good.yaml -o", "选项 -o 后面要写内容；用 --help 查看用法"),
    ("render good.yaml --force=1", "选项 --force 后面不带内容"),
    ("rules a b c", "多了“b c”；用 --help 查看用法"),
    ("standards show", "缺少 编号；用 --help 查看用法"),
    (
        "render lost.yaml",
        "没有文件“lost.yaml”；该文件夹里有：broken.yaml、doubtful.yaml、faulty.yaml、good.yaml",
    ),
    ("render no/lost.yaml", "没有文件“no/lost.yaml”"),
    ("render .", "读不了“.”：是文件夹，应给出一个文件"),
    ("render good.yaml/x.yaml", "读不了“good.yaml/x.yaml”：路径中间有一段不是文件夹"),
    ("render good.yaml --only 通告", "没有“通告”这种文件；有：通知、实施方案、印发稿"),
    (
        "render good.yaml --template lost.docx",
        "没有模板“lost.docx”；现有：optical、standard，也可以给出 .docx 文件",
    ),
    ("lint good.yaml --select phase-odrer", "没有规则“phase-odrer”，是不是“phase-order”？"),
    ("batch good.yaml", "缺少 --out 文件夹；用 --help 查看用法"),
    ("batch good.yaml -o x --jobs 0", "--jobs 应写整数（不小于 1）"),
    ("batch good.yaml -o x --year 今年", "--year 应写整数"),
    ("new --year 24", "--year 应写整数（1949—2199）"),
    ("lint", "缺少 文件…；用 --help 查看用法"),
    ("render", "缺少 方案.yaml…；用 --help 查看用法"),
    ("import x.docx -o .", "“.”是文件夹，应给出要写的文件"),
    ("import x.docx -o y.docx", "“y.docx”写不了：文件名要以 .yaml、.yml 结尾"),
    ("new -o y.docx", "“y.docx”写不了：文件名要以 .yaml、.yml 结尾"),
    ("schema -o good.yaml", "“good.yaml”写不了：文件名要以 .json 结尾"),
    ("template copy good.yaml", "“good.yaml”写不了：文件名要以 .docx 结尾"),
    ("import good.yaml", "“good.yaml”已经是 YAML，不用读入；直接 lint、render"),
    (
        "lint good.yaml --standard weisheng-xiangzhen-2010",
        "--standard 只管文档；YAML 所依的标准写在它的 standards（标准）里",
    ),
    ("lint x.docx", f"没有文件“x.docx”；该文件夹里有：{'、'.join(NAMED)}"),
]


@pytest.mark.parametrize(("call", "message"), REFUSED)
def test_a_wrong_call(call: str, message: str) -> None:
    assert plangen(*call.split()) == refused(message)
    assert written() == []


def test_one_lost_file_stops_the_others() -> None:
    assert plangen("render", "good.yaml", "lost.yaml").code == 2
    assert written() == []


@pytest.mark.parametrize("call", ["lint", "render"])
def test_a_name_that_no_system_takes(call: str) -> None:
    result = plangen(call, "长" * 3000)
    assert (result.code, result.out) == (2, "")
    assert re.fullmatch("plangen：“.+\n", result.err)


# Help


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and group by its words."""
    yield path
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from commands(found, (*path, name))
        else:
            yield (*path, name)


def test_every_command_is_found() -> None:
    assert {(), ("lint",), ("render",), ("standards", "show")} <= set(commands())


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_help_is_chinese_and_whole(path: tuple[str, ...]) -> None:
    result = plangen(*path, "--help")
    usage, *rows = result.out.splitlines()
    assert (result.code, result.err) == (0, "")
    assert usage.startswith(" ".join(["用法：plangen", *path, "[选项]"]))
    assert not re.search("Options|Commands|Usage|OPTIONS|COMMAND|Show this|required", result.out)
    shown = [row for row in rows if row.strip()]
    titles = ["选项：", "命令："]
    assert [row for row in shown if not re.search("[\u4e00-\u9fff]", row) and "[" not in row] == []
    assert [row for row in shown if not row.startswith("  ")] == [t for t in titles if t in shown]


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_option_is_explained(path: tuple[str, ...]) -> None:
    command: click.Command = cli
    for name in path:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), name)
        assert found
        command = found
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []
    page = plangen(*path, "--help").out
    assert [option.opts[-1] for option in options if option.opts[-1] not in page] == []


def test_help_columns_line_up() -> None:
    rows = plangen("render", "--help").out.splitlines()
    options = [row for row in rows if row.startswith("  -")]
    assert options[:2] == [
        "  -o, --out 文件夹  写到哪个文件夹（默认当前）",
        "  --only 种类       只生成：通知、实施方案、印发稿",
    ]


def test_without_a_command_the_help_is_on_stderr() -> None:
    result = plangen()
    assert (result.code, result.out) == (2, "")
    assert result.err == plangen("--help").out


# Streams


def test_render_prints_paths_on_stdout_and_nothing_else() -> None:
    paths = [f"good-{kind}.docx" for kind in KINDS]
    assert plangen("render", "good.yaml") == Result(0, "".join(f"{p}\n" for p in paths), "")


def test_render_prints_problems_on_stderr() -> None:
    result = plangen("render", "faulty.yaml")
    line = FAULTY[: FAULTY.index("2024-02-30")].count("\n") + 1
    assert result.out == ""
    assert result.err.splitlines() == [
        f"faulty.yaml:{line}:10: 错误 date-impossible：{IMPOSSIBLE}",
        f"{line:5d} |     end: 2024-02-30",
        "      |          ^^^^^^^^^^",
        "faulty.yaml：1 个错误，没有生成",
    ]


def test_lint_prints_its_findings_on_stdout() -> None:
    result = plangen("lint", "good.yaml", "faulty.yaml")
    heads = [row for row in result.out.splitlines() if "yaml" in row]
    assert (heads[0], heads[-1]) == ("good.yaml：没有问题", "faulty.yaml：1 个错误")
    assert IMPOSSIBLE in heads[1]
    assert result.err == ""


def test_json_is_alone_on_stdout() -> None:
    result = plangen("lint", "--format", "json", "--statistics", "good.yaml", "faulty.yaml")
    files = json.loads(result.out)["files"]
    assert [(f["file"], f["kind"], [p["rule"] for p in f["problems"]]) for f in files] == [
        ("good.yaml", "plan", []),
        ("faulty.yaml", "plan", ["date-impossible"]),
    ]
    assert [f["coverage"][0]["uncovered"] for f in files] == [[], []]
    assert result.err.startswith("good.yaml：核对 ")


def test_json_of_a_broken_file() -> None:
    data = json.loads(plangen("lint", "--format", "json", "broken.yaml").out)
    assert [(p["rule"], p["where"]) for p in data["files"][0]["problems"]] == [
        ("spec-key-missing", {"line": 1, "column": 1, "path": "title"}),
        ("spec-key-missing", {"line": 1, "column": 1, "path": "locality"}),
    ]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_unless_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert color_wanted(Terminal())
    assert not color_wanted(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not color_wanted(Terminal())


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """plangen in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "plangen", *arguments],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


def test_a_reader_that_has_enough_is_no_fault() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "plangen", "standards", "show", "weisheng-xiangzhen-2010"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""


def test_a_terminal_of_another_encoding_gets_what_it_can_show() -> None:
    Path("odd.yaml").write_text("kind: plan\n𠮷: 甲\n", encoding="utf-8")
    done = process("lint", "odd.yaml", PYTHONIOENCODING="gbk")
    assert (done.returncode, done.stderr) == (1, b"")


# Files


def test_standard_input_is_a_spec() -> None:
    assert plangen("lint", "-", stdin=COUNTY.encode()) == Result(0, "-：没有问题\n", "")


def test_a_spec_that_was_saved_as_a_text_is_a_spec() -> None:
    text = "\ufeff# 本县的方案\n\n" + COUNTY.replace("kind: plan", "类型: 方案", 1)
    Path("good.yaml.txt").write_text(text.replace("\n", "\r\n"), encoding="utf-8")
    assert plangen("lint", "good.yaml.txt").out == "good.yaml.txt：没有问题\n"


def test_documents_of_standard_input_have_a_name() -> None:
    assert plangen("render", "-", stdin=COUNTY.encode()).code == 0
    assert written() == documents("方案")


def test_only_chooses_documents() -> None:
    assert plangen("render", "good.yaml", "--only", "通知", "--only", "印发稿").code == 0
    assert written() == documents("good", kinds=("通知", "印发稿"))


def test_only_takes_a_list_with_commas() -> None:
    assert plangen("render", "good.yaml", "--only", "通知，实施方案", "--only", "印发稿").code == 0
    assert written() == documents("good")


def test_an_error_stops_the_file_and_force_does_not() -> None:
    plangen("render", "faulty.yaml")
    assert written() == []
    result = plangen("render", "faulty.yaml", "--force")
    assert written() == documents("faulty")
    assert result.err.splitlines()[-1] == "faulty.yaml：1 个错误，按 --force 仍然生成"


def test_force_can_not_render_what_is_broken() -> None:
    result = plangen("render", "broken.yaml", "--force")
    assert result.err.splitlines()[-1] == "broken.yaml：2 个错误，没有生成"
    assert written() == []


def test_of_two_specs_the_sound_one_is_rendered() -> None:
    result = plangen("render", "faulty.yaml", "good.yaml", "-o", "out")
    assert result.code == 1
    assert written("out") == documents("good")


def test_two_specs_of_one_name_do_not_meet() -> None:
    Path("other").mkdir()
    Path("other/good.yaml").write_text(DOUBTFUL, encoding="utf-8")
    assert plangen("render", "good.yaml", "other/good.yaml", "-o", "out").code == 2
    assert written("out") == []


def test_what_has_not_changed_is_not_touched() -> None:
    plangen("render", "good.yaml", "-o", "out")
    before = {path: path.stat().st_mtime_ns for path in Path("out").iterdir()}
    result = plangen("render", "good.yaml", "-o", "out")
    assert result.out == "".join(f"out/good-{kind}.docx（没有变化）\n" for kind in KINDS)
    assert {path: path.stat().st_mtime_ns for path in Path("out").iterdir()} == before


def test_what_has_changed_is_replaced() -> None:
    plangen("render", "good.yaml", "--only", "实施方案")
    before = Path("good-实施方案.docx").read_bytes()
    Path("good.yaml").write_text(DOUBTFUL, encoding="utf-8")
    assert plangen("render", "good.yaml", "--only", "实施方案").out == "good-实施方案.docx\n"
    assert Path("good-实施方案.docx").read_bytes() != before


def test_the_folder_is_made() -> None:
    plangen("render", "good.yaml", "-o", "a/b")
    assert written("a/b") == documents("good")


def test_a_folder_that_is_a_file() -> None:
    assert plangen("render", "good.yaml", "-o", "good.yaml") == refused(
        "写不了“good.yaml/good-通知.docx”：“good.yaml”是文件，不是文件夹"
    )
    assert Path("good.yaml").read_text(encoding="utf-8") == COUNTY


def test_a_folder_one_may_not_write_to(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def shut(path: Path, mode: str = "r") -> IO[str] | IO[bytes]:
        if "x" in mode:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", shut)  # root, as in a container, may write anywhere
    assert plangen("render", "good.yaml", "-o", "shut") == refused(
        "写不了“shut/good-通知.docx”：没有权限，或正在 Word、WPS 里打开"
    )


def test_no_scraps_are_left(folder: Path) -> None:
    before = {path.name for path in folder.iterdir()}
    plangen("render", "good.yaml")
    assert {path.name for path in folder.iterdir()} == before | set(documents("good"))


def test_a_folder_stands_for_its_specs() -> None:
    Path("other.yaml").write_text("a: 1\n", encoding="utf-8")
    result = plangen("lint", ".")
    rows = [row.split() for row in result.out.splitlines()]
    assert [row[0] for row in rows[:4]] == NAMED
    assert result.err == ".：跳过 1 个没有 kind 的 YAML 文件\n"


def test_a_folder_without_specs() -> None:
    Path("empty").mkdir()
    message = "文件夹“empty”里没有可核对的文件：Word 文档，或写明 kind 的 YAML"
    assert plangen("lint", "empty") == refused(message)


# What is checked


def test_select_and_ignore_choose_rules() -> None:
    assert plangen("lint", "faulty.yaml", "--select", "phase-*").code == 0
    assert plangen("lint", "faulty.yaml", "--ignore", "date-impossible").code == 0
    assert plangen("lint", "faulty.yaml", "--select", "date-*,phase-*").code == 1


BRACKETS = COUNTY.replace("霁政办发〔2024〕2号", "霁政办发[2024]第02号")


def test_fix_changes_the_fault_and_nothing_else() -> None:
    Path("x.yaml").write_text(BRACKETS, encoding="utf-8")
    result = plangen("lint", "x.yaml", "--fix")
    assert result == Result(0, "x.yaml：没有问题\n", "x.yaml：改正 1 处\n")
    assert Path("x.yaml").read_text(encoding="utf-8") == COUNTY


def test_diff_says_that_there_is_nothing_to_fix() -> None:
    assert plangen("lint", "good.yaml", "--diff") == Result(0, "", "没有能自动改的\n")


def test_diff_shows_the_fix_and_writes_nothing() -> None:
    Path("x.yaml").write_text(BRACKETS, encoding="utf-8")
    result = plangen("lint", "x.yaml", "--diff")
    changed = [row for row in result.out.splitlines() if row[:1] in "+-"]
    assert changed == [
        "--- x.yaml",
        "+++ x.yaml",
        "-  number: 霁政办发[2024]第02号",
        "+  number: 霁政办发〔2024〕2号",
    ]
    assert Path("x.yaml").read_text(encoding="utf-8") == BRACKETS


def test_rules_lists_every_rule_with_its_level() -> None:
    rows = plangen("rules").out.splitlines()
    assert [row for row in rows if not re.match(r"[a-z0-9-]+ +(错误|警告|提示)  .+。$", row)] == []


def test_a_rule_explains_itself() -> None:
    page = plangen("rules", "date-impossible").out
    assert page.startswith("date-impossible（错误）\n=======================\n\n日期不存在")
    assert re.findall("^(依据|有问题的|会报|没有问题的)：", page, re.MULTILINE) == [
        "依据",
        *("有问题的", "会报") * 2,
        "没有问题的",
    ]
