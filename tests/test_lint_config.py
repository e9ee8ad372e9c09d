"""What is checked and how strictly: .plangen.yaml, its presets, and what a call adds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from plangen.config.model import Config, preset
from plangen.config.words import entries, faults, word_lists
from plangen.pipeline import lint
from plangen.pipeline.settings import find_config, load_config
from plangen.problem import Level, UserError
from plangen.rules import rules
from plangen.standard.catalogue import standard_ids
from tests.tools.command import Result, plangen
from tests.tools.specs import SPECS, over_base

HEADLESS = over_base("groups: [{name: 甲组, duties: 负责宣传}]")  # a warning: nobody leads it


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def config(text: str) -> Config:
    path = Path(".plangen.yaml")
    path.write_text(text, encoding="utf-8")
    return load_config(path)


# Where it is found


def test_the_nearest_configuration_above_a_file_holds(folder: Path) -> None:
    deep = folder / "甲" / "乙"
    deep.mkdir(parents=True)
    for place in (folder, folder / "甲"):
        (place / ".plangen.yaml").write_text("")
    assert find_config(deep / "x.yaml") == folder / "甲" / ".plangen.yaml"
    assert find_config(deep) == folder / "甲" / ".plangen.yaml"
    assert find_config(folder / "x.yaml") == folder / ".plangen.yaml"


def test_without_a_configuration_the_default_preset_holds() -> None:
    assert load_config(None) == Config(least=Level.INFO, fail_on=Level.ERROR)


def test_each_file_of_a_call_has_its_own_configuration() -> None:
    for name, text in {"甲": "fail_on: warning\n", "乙": "ignore: [group-headless]\n"}.items():
        Path(name).mkdir()
        Path(name, "方案.yaml").write_bytes(HEADLESS)
        Path(name, ".plangen.yaml").write_text(text, encoding="utf-8")
    call = ("--select", "group-headless", "--format", "github")
    line = "::warning file=甲/方案.yaml,line=4,col=17,title=group-headless,endColumn=19"
    message = "“甲组”没有负责人（组长、主任）"
    assert plangen("lint", "甲", *call) == Result(1, f"{line}::{message}\n", "")
    both = plangen("lint", "甲", "乙", "--format", "json")
    assert [
        [problem["rule"] for problem in file["problems"] if problem["rule"] == "group-headless"]
        for file in json.loads(both.out)["files"]
    ] == [["group-headless"], []]
    assert both.code == 1
    assert plangen("lint", "乙").code == 0


def test_a_call_can_name_its_configuration() -> None:
    Path("方案.yaml").write_bytes(HEADLESS)
    Path("strict.yaml").write_text("extends: strict\n")
    Path(".plangen.yaml").write_text("ignore: ['*']\n")
    assert plangen("lint", "方案.yaml").code == 0
    assert plangen("lint", "方案.yaml", "--config", "strict.yaml").code == 1


# What it may say


def test_presets() -> None:
    assert {name: preset(name) for name in ("default", "strict", "relaxed")} == {
        "default": Config(least=Level.INFO, fail_on=Level.ERROR),
        "strict": Config(least=Level.INFO, fail_on=Level.WARNING),
        "relaxed": Config(least=Level.WARNING, fail_on=Level.ERROR),
    }


WHOLE = Config(
    least=Level.INFO,
    fail_on=Level.WARNING,
    select=("group-*", "phase-order"),
    ignore=("group-idle",),
    levels={"group-*": Level.ERROR, "group-headless": Level.INFO},
    standards=("weisheng-xiangzhen-2010",),
    words={"relative_dates": ({"pattern": "来年", "instead": "年份"},)},
)
IN_ENGLISH = """
extends: strict
select: [group-*, phase-order]
ignore: group-idle
levels: {group-*: error, group-headless: info}
standards: weisheng-xiangzhen-2010
words:
  relative_dates:
    - {pattern: 来年, instead: 年份}
"""
IN_CHINESE = """
基准: 严格
只查: [group-*, phase-order]
不查: [group-idle]
级别: {group-*: 错误, group-headless: 提示}
标准: [weisheng-xiangzhen-2010]
词表:
  relative_dates:
    - {pattern: 来年, instead: 年份}
"""


@pytest.mark.parametrize("text", [IN_ENGLISH, IN_CHINESE])
def test_every_key_in_english_and_chinese(text: str) -> None:
    assert config(text) == WHOLE


@pytest.mark.parametrize("text", ["", "# 还没有设置\n", "---\n", "{}\n"])
def test_an_empty_file_is_the_default(text: str) -> None:
    assert config(text) == Config()


RULES = "没有规则“{}”，是不是“{}”？"
LISTS = "、".join(word_lists())
WRONG = [
    ("selct: [phase-order]\n", ":1：没有“selct”这个键，是不是“select”（只查）？"),
    (
        "fail_on: fatal\n",
        "“不通过”写的是“fatal”，只能是：info（提示）、warning（警告）、error（错误）",
    ),
    ("levels: {phase-order: off}\n", "只能是：info（提示）、warning（警告）、error（错误）"),
    ("levels: [phase-order]\n", "“级别”应写若干个键，每项是一行文字，现在是列表"),
    (
        "\nselect:\n  - phase-order\n  - phase-odrer\n",
        f":4：{RULES.format('phase-odrer', 'phase-order')}",
    ),
    ("ignore: [groop-idle]\n", f":1：{RULES.format('groop-idle', 'group-idle')}"),
    ("levels:\n  phase-ordre: info\n", f":2：{RULES.format('phase-ordre', 'phase-order')}"),
    ("ignore: [zz-*]\n", ":1：没有规则“zz-*”；用 plangen rules 查看全部"),
    ("standards: [x]\n", f":1：没有标准“x”；现有：{'、'.join(standard_ids())}"),
    ("words: {units: []}\n", f":1：没有词表“units”；现有：{LISTS}"),
    ("words: {title: []}\n", f":1：没有词表“title”；现有：{LISTS}"),
    (
        "words:\n  relative_dates:\n    - {pattern: 来年}\n",
        ":3：词表“relative_dates”的条目缺少：instead",
    ),
    (
        "words:\n  relative_dates:\n    - {pattern: 来年, instead: 年份, note: 甲}\n",
        ":3：词表“relative_dates”的条目没有“note”；可用：instead、pattern、unless",
    ),
    (
        "words:\n  relative_dates:\n    - instead: 年份\n      pattern: 来(年\n",
        ":4：“来(年”不能作正则表达式：错在第 2 个字符",
    ),
    (
        "words: {relative_dates: [{instead: 年份, pattern: 甲*}]}\n",
        ":1：“甲*”不能作正则表达式：它也合空的文字",
    ),
    (
        "words: {relative_dates: [{instead: 年份, pattern: (?i)甲}]}\n",
        ":1：“(?i)甲”不能作正则表达式：错在第 2 个字符",
    ),
    (
        "words: {typos: [{wrong: 甲乙, right: '丙\\1'}]}\n",
        ":1：“丙\\1”里的“\\”应指明“甲乙”里的一组括号，如 \\1",
    ),
    ("- phase-order\n", "：应由若干个键组成，如 ignore: [phase-gap]"),
    ("phase-order\n", "：应由若干个键组成，如 ignore: [phase-gap]"),
    ("ignore: [a\n", ":1：括号没有闭合"),
    ("ignore: []\nignore: []\n", ":2：“ignore”写了两次（第一次在第 1 行），只能写一次"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_wrong_configuration_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(UserError) as raised:
        config(text)
    assert str(raised.value).startswith(".plangen.yaml")
    assert said in str(raised.value)


def test_every_fault_of_a_configuration_is_told_at_once() -> None:
    with pytest.raises(UserError) as raised:
        config("select: [phase-odrer]\nstandards: [x]\nwords: {units: []}\n")
    assert [line.split("：")[0] for line in str(raised.value).split("\n")] == [
        ".plangen.yaml:1",
        ".plangen.yaml:2",
        ".plangen.yaml:3",
    ]


def test_a_configuration_that_can_not_be_read() -> None:
    Path("方案.yaml").write_bytes(HEADLESS)
    done = plangen("lint", "方案.yaml", "--config", "没有.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("plangen：读不了“没有.yaml”：")


# What follows from it


@pytest.mark.parametrize(
    ("select", "ignore", "running"),
    [
        ((), (), ["group-headless", "group-idle", "phase-order"]),
        (("group-*",), (), ["group-headless", "group-idle"]),
        ((), ("group-*",), ["phase-order"]),
        (("group-*",), ("*-idle",), ["group-headless"]),
        (("phase-order",), ("phase-order",), []),
    ],
)
def test_select_and_ignore(
    select: tuple[str, ...], ignore: tuple[str, ...], running: list[str]
) -> None:
    chosen = Config(select=select, ignore=ignore)
    names = ["group-headless", "group-idle", "phase-order"]
    assert [name for name in names if chosen.runs(name)] == running


def test_the_own_name_of_a_rule_beats_a_pattern_and_a_later_pattern_an_earlier() -> None:
    levels = {"phase-order": Level.INFO, "*": Level.WARNING, "phase-*": Level.ERROR}
    chosen = Config(levels=levels)
    assert [chosen.level(name, Level.INFO) for name in ("phase-order", "phase-gap", "a")] == [
        Level.INFO,
        Level.ERROR,
        Level.WARNING,
    ]


def test_what_a_call_selects_runs_though_the_configuration_ignores_it() -> None:
    chosen = Config(select=("a",), ignore=("b",))
    assert chosen.narrowed(["b"], ["c"]) == replace(chosen, select=("b",), ignore=("c",))
    assert chosen.narrowed([], ["c"]) == replace(chosen, select=("a",), ignore=("b", "c"))


def test_a_call_names_rules_that_there_are() -> None:
    Path("方案.yaml").write_bytes(HEADLESS)
    assert plangen("lint", "方案.yaml", "--ignore", "groop-idle") == Result(
        2, "", "plangen：没有规则“groop-idle”，是不是“group-idle”？\n"
    )


@pytest.mark.parametrize("said", ["group-headless,phase-order", "group-headless， phase-order"])
def test_a_call_lists_rules_with_commas(said: str) -> None:
    Path("方案.yaml").write_bytes(HEADLESS)
    done = plangen("lint", "方案.yaml", "--select", said, "--format", "github")
    assert done.out.count("title=group-headless") == 1


def levels_in(form: str) -> str:
    """What a call prints of a warning that is raised to an error."""
    Path("方案.yaml").write_bytes(HEADLESS)
    Path(".plangen.yaml").write_text("levels: {group-headless: error}\nselect: [group-headless]\n")
    done = plangen("lint", "方案.yaml", "--format", form)
    assert (done.code, done.err) == (1, "")
    return done.out


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("text", "方案.yaml:4:17: 错误 group-headless：“甲组”没有负责人"),
        ("json", '"level": "error"'),
        ("sarif", '"level": "error",\n     "message"'),
        ("github", "::error file=方案.yaml,"),
        ("junit", '<failure type="group-headless"'),
    ],
)
def test_a_raised_level_shows_in_every_format(form: str, shown: str) -> None:
    assert shown in levels_in(form)


def test_a_lowered_level_passes() -> None:
    Path("方案.yaml").write_bytes(HEADLESS)
    Path(".plangen.yaml").write_text("extends: strict\nlevels: {group-headless: info}\n")
    done = plangen("lint", "方案.yaml", "--select", "group-headless", "--format", "github")
    assert done.code == 0
    assert done.out.startswith("::notice file=方案.yaml,")


def test_relaxed_leaves_out_what_is_below_a_warning() -> None:
    Path("方案.yaml").write_bytes(HEADLESS)
    Path(".plangen.yaml").write_text("extends: relaxed\nlevels: {group-headless: info}\n")
    assert (
        plangen("lint", "方案.yaml", "--select", "group-headless").out == "方案.yaml：没有问题\n"
    )


FAIL_ON = [("info", 1), ("warning", 1), ("error", 0)]


@pytest.mark.parametrize(("level", "code"), FAIL_ON)
def test_the_level_that_fails(level: str, code: int) -> None:
    Path("方案.yaml").write_bytes(HEADLESS)
    call = ("lint", "方案.yaml", "--select", "group-headless", "--fail-on", level)
    assert plangen(*call).code == code
    assert plangen(*call, "--exit-zero").code == 0


def uncovered(piece: str, chosen: Config) -> list[tuple[str, int]]:
    """Standard and number of uncovered clauses, as rules and JSON know them."""
    case = lint(over_base(piece), "方案.yaml", chosen).case
    assert case is not None
    return [(found.standard.id, len(found.uncovered)) for found in case.coverage()]


def test_a_plan_without_standards_is_checked_against_those_of_the_configuration() -> None:
    chosen = Config(standards=("weisheng-xiangzhen-2010",))
    group = "groups: [{name: 甲组, clauses: [A, B, C, D, E, F, G, H]}]"
    assert uncovered(group, Config()) == []
    assert uncovered(group, chosen) == [("weisheng-xiangzhen-2010", 7)]
    own = f"standards: [weisheng-xiangzhen-2021]\n{group}"
    assert uncovered(own, chosen) == uncovered(own, Config())


def test_what_the_standard_of_the_configuration_lacks_stands_at_the_top_of_the_file() -> None:
    chosen = Config(standards=("weisheng-xiangzhen-2010",), select=("clause-uncovered",))
    group = "groups: [{name: 甲组, clauses: [A, B, C, D, E, F, G, H]}]"
    found = lint(over_base(group), "方案.yaml", chosen).problems
    assert [(p.where.line, p.where.column, p.message) for p in found] == [
        (1, 1, "“乡镇辖村卫生”的I1、I2、I3、I4、I5、I6、I7没有组、办公室或责任分工负责")
    ]


def test_words_of_the_configuration_are_words_of_the_rule() -> None:
    entry = {"pattern": "来年", "instead": "具体年份"}
    chosen = Config(select=("date-relative",), words={"relative_dates": (entry,)})
    spec = over_base("preamble: 来年完成。")
    assert lint(spec, "方案.yaml", replace(chosen, words={})).problems == []
    assert [p.message for p in lint(spec, "方案.yaml", chosen).problems] == ["“来年”应写具体年份"]


ODD = ("甲", "县", "(", "甲 (乙", "\\d+", "{", "A")


@pytest.mark.parametrize("name", word_lists())
def test_no_entry_that_is_accepted_stops_a_rule(name: str) -> None:
    whole = [{key: value for own in entries(name) for key in own} for value in ODD]
    short = [{key: entry[key] for key in entries(name)[0]} for entry in whole]
    accepted = tuple(entry for entry in (*whole, *short) if not list(faults(name, [entry])))
    assert len(accepted) >= 4
    for path in (SPECS / "xx-county.yaml", SPECS / "xx-masked.yaml"):
        assert lint(path.read_bytes(), path.name, Config(words={name: accepted})).case


def test_every_rule_can_be_selected_alone() -> None:
    every = [rule.id for rule in rules()]
    assert len(every) > 20
    assert [name for name in every if not Config(select=(name,)).runs(name)] == []
