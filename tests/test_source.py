"""Reading YAML: what the values are, where they stand, and what no file can do to plangen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.pipeline import lint, mend
from plangen.problem import Path, UserError
from plangen.report.text import problem_text
from plangen.source.places import Value
from plangen.source.reader import read_yaml
from tests.tools.specs import mutated, plan_data, yaml, yamlish

Place = tuple[int, int, str]
"""Line, column, and the text there."""


def data(text: str) -> Value:
    source, problems = read_yaml(text.encode(), "x.yaml")
    assert problems == []
    return source.data


def faults(text: str | bytes) -> list[str]:
    raw = text.encode() if isinstance(text, str) else text
    return [
        f"{p.where.line}:{p.where.column} {p.rule}：{p.message}"
        for p in read_yaml(raw, "x.yaml")[1]
    ]


def places(text: str) -> dict[Path, Place]:
    source, problems = read_yaml(text.encode(), "x.yaml")
    assert problems == []
    return {
        path: (spot.line, spot.column, source.line(spot.line)[spot.column - 1 :][: spot.width])
        for path, spot in source.values.items()
    }


PLACES: list[tuple[str, Path, Place]] = [
    ("title: 方案\n", ("title",), (1, 8, "方案")),
    ("title:   方案   \n", ("title",), (1, 10, "方案")),
    ('title: "方案"\n', ("title",), (1, 8, '"方案"')),
    ("title: '方''案' # 注\n", ("title",), (1, 8, "'方''案'")),
    ("标题: 方案\n", ("标题",), (1, 5, "方案")),
    ("标题:\n  方案\n", ("标题",), (2, 3, "方案")),
    ("标题: 方案\n  全称\n", ("标题",), (1, 5, "方案")),
    ('标题: "方案\n  全称"\n', ("标题",), (1, 5, '"方案')),
    ("text: |-\n  甲\n  乙\n", ("text",), (2, 3, "甲")),
    ("text: >2\n\n    甲\n  乙\n", ("text",), (3, 5, "甲")),
    ("a: {甲: 1, 乙: [2, 三]}\n", ("a",), (1, 4, "{甲: 1, 乙: [2, 三]}")),
    ("a: {甲: 1, 乙: [2, 三]}\n", ("a", "甲"), (1, 8, "1")),
    ("a: {甲: 1, 乙: [2, 三]}\n", ("a", "乙", 1), (1, 18, "三")),
    ("a: [甲,\n  乙]\n", ("a",), (1, 4, "[甲,")),
    ("a: [甲,\n  乙]\n", ("a", 1), (2, 3, "乙")),
    ("a:\n  - 甲\n  - b: 乙\n    c: 丙\n", ("a",), (2, 3, "- 甲")),
    ("a:\n  - 甲\n  - b: 乙\n    c: 丙\n", ("a", 1), (3, 5, "b: 乙")),
    ("a:\n  - 甲\n  - b: 乙\n    c: 丙\n", ("a", 1, "c"), (4, 8, "丙")),
    ("a:\n- - 甲\n  - 乙\n- - 丙\n", ("a", 0, 1), (3, 5, "乙")),
    ("a:\n- - 甲\n  - 乙\n- - 丙\n", ("a", 1, 0), (4, 5, "丙")),
    ("a:\nb: 甲\n", ("a",), (1, 3, "")),
    ("a: [甲, ~, 乙]\n", ("a", 1), (1, 8, "~")),
    ("😀: {𠮷: 甲}\n", ("😀", "𠮷"), (1, 8, "甲")),
    ("# 注\n---\na: 甲\n", ("a",), (3, 4, "甲")),
    ("\ufeffa: 甲\n", ("a",), (1, 4, "甲")),
    ("a: 甲\r\nb: 乙\r\n", ("b",), (2, 4, "乙")),
    ("a: &x 乙\n", ("a",), (1, 4, "&x 乙")),
    ("a: &x [甲]\nb: *x\n", ("b", 0), (1, 8, "甲")),
]


@pytest.mark.parametrize(("text", "path", "place"), PLACES, ids=range(len(PLACES)))
def test_place_of_a_value(text: str, path: Path, place: Place) -> None:
    assert places(text)[path] == place


def test_place_of_keys() -> None:
    source, _ = read_yaml("标题: 甲\n'a': {b: 1,\n  丙: [{d: 2}]}\n".encode(), "x.yaml")
    assert {path: (s.line, s.column, s.width) for path, s in source.keys.items()} == {
        ("标题",): (1, 1, 2),
        ("a",): (2, 1, 3),
        ("a", "b"): (2, 7, 1),
        ("a", "丙"): (3, 3, 1),
        ("a", "丙", 0, "d"): (3, 8, 1),
    }


@pytest.mark.parametrize(
    "text",
    ["off", "1_0", "0x10", "1e3", "010", "1:30", "2024-02-30", "yes", "“yes”", ".inf", "=", "-5"],
)
def test_a_value_stays_the_text_it_is(text: str) -> None:
    assert data(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_a_value_left_open_is_nothing(text: str) -> None:
    assert data(f"a: {text}\n") == {"a": None}


@pytest.mark.parametrize("text", ["''", "'~'", '"null"'])
def test_a_quoted_value_is_text(text: str) -> None:
    assert data(f"a: {text}\n") == {"a": text[1:-1]}


UNFOLDED = [
    ("a: 各工作组\n  要对照标准\n", "各工作组要对照标准"),
    ("a: 达到\n  30%以上\n", "达到30%以上"),
    ("a: plan\n  generator\n", "plan generator"),
    ("a: 甲 乙\n  丙\n", "甲 乙丙"),
    ("a: 甲\n\n  乙\n  丙\n", "甲\n乙丙"),
    ("a: '甲\n  ''乙'\n", "甲 '乙"),
    ('a: "甲\n  乙"\n', "甲乙"),
    ('a: "甲\\\n  乙\\t"\n', "甲乙\t"),
    ("a: >\n  甲\n  乙\n", "甲乙"),
    ("a: >\n  甲\n    乙\n", "甲\n  乙\n"),
    ("a: |\n  甲\n  乙\n", "甲\n乙\n"),
]


@pytest.mark.parametrize(("text", "value"), UNFOLDED, ids=range(len(UNFOLDED)))
def test_a_line_break_in_chinese_text_is_no_blank(text: str, value: str) -> None:
    assert data(text) == {"a": value}


WIDE = "括号里各项之间应是半角逗号加空格“, ”，这里是全角的“{}”"
COLON = "键后的冒号应是半角冒号加空格“: ”，这里是全角的“：”"
TAB = "缩进用了制表符（Tab），应改为空格"
FAULTS = [
    ("a: {b\n", "1:4 yaml-syntax：括号没有闭合"),
    ("a: [b\nc: d\n", "2:2 yaml-syntax：第 1 行的括号到这里还没有闭合，或少了逗号"),
    ("a: {b: 甲，c: 乙}\n", f"1:9 yaml-syntax：{WIDE.format('，')}"),
    ("a: {b: [甲]； c: 乙}\n", f"1:11 yaml-syntax：{WIDE.format('；')}"),
    (
        "a: {b: '甲，乙' c: 丙}\n",
        "1:14 yaml-syntax：第 1 行的括号到这里还没有闭合，或少了逗号",
    ),
    ("a: ｛b: 甲｝\n", "1:4 yaml-syntax：括号应是半角的“{”“}”，这里是全角的“｛”"),
    (
        "a: {b: 甲[2024]2号}\n",
        "1:9 yaml-syntax：括号里的文字含“[”，应加引号；发文字号的年份应写六角括号“〔〕”",
    ),
    ("a: [b,,c]\n", "1:7 yaml-syntax：多了一个逗号，或括号没有闭合"),
    ("a: ]\n", "1:4 yaml-syntax：多了一个“]”；以它打头的文字应加引号"),
    ("a: - b\n", "1:4 yaml-syntax：列表应另起一行，每项一行，以“- ”打头"),
    ("a:\n  - b: 1\n   c: 2\n", "3:4 yaml-syntax：缩进与上面列表各项的“- ”对不齐"),
    ("a: @b\n", "1:4 yaml-syntax：文字不能以“@”打头，应加引号"),
    ("a: ? b\n", "1:4 yaml-syntax：文字不能以“? ”打头，应加引号"),
    ("%a\n", "1:1 yaml-syntax：行首的 % 有特殊作用，文字应加引号"),
    ("a: *b\n", "1:4 yaml-syntax：引用（*）的名称没有定义；以 * 打头的文字应加引号"),
    ("a: &x 1\nb: &x 2\n", "2:4 yaml-syntax：锚点（&）的名称与第 1 行的重复"),
    ("a: !x!y b\n", "1:4 yaml-syntax：文字不能以 ! & * 打头，应加引号"),
    ("a: | b\n", "1:4 yaml-syntax：“|”“>”后面不能接着写文字，应另起一行并缩进"),
    (
        'a: "甲\\p"\n',
        "1:6 yaml-syntax：双引号里的反斜杠“\\”有特殊作用，应写成两个，或改用单引号",
    ),
    ("a: b\nc\nd: e\n", "2:1 yaml-syntax：这一行不是“键: 值”：少了冒号，或上面的多行文字没有缩进"),
    ("标题：甲\nb: c\n", f"1:3 yaml-syntax：{COLON}"),
    ("a: b\n\tc\n", f"2:1 yaml-syntax：{TAB}"),
    ("a: |\n  b\n \tc\n", f"3:2 yaml-syntax：{TAB}"),
    ("a: b\n...\nc\n", "3:1 yaml-syntax：此处多了文字或括号"),
    *(
        (f"a: 甲{char}乙\n", f"1:5 yaml-character：有看不见的控制字符或非法字符 {name}，应删去")
        for char, name in {
            "\x07": "U+0007",
            "\r": "U+000D",
            "\x85": "U+0085",
            "\u2028": "U+2028",
            "\ufeff": "U+FEFF",
            "\ufffe": "U+FFFE",
        }.items()
    ),
    ("? [a]\n: b\n", "1:3 yaml-key：键应是一个词，这里是列表或若干个键"),
    ("a: {~: b}\n", "1:5 yaml-key：冒号前没有键"),
    ("null\n", "1:1 yaml-empty：文件是空的；用 kind: plan 打头写起，或先复制一个示例"),
    (
        b"PK\x03\x04\x00",
        "1:1 yaml-encoding：文件是 Word 文档（.docx）、表格或压缩包，不是 YAML 文本；"
        "文档先用 plangen import 读成 YAML",
    ),
    (b"a\x00b", "1:1 yaml-encoding：文件不是文本文件，应给出 UTF-8 编码的 YAML 文件"),
    (
        b"a: b\nc: \xff\xff\n",
        "2:1 yaml-encoding：文件不是 UTF-8 编码，也不是 GBK 编码，"
        "应另存为 UTF-8 编码（WPS、记事本：另存为 → 编码 UTF-8）",
    ),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=range(len(FAULTS)))
def test_fault(text: str | bytes, fault: str) -> None:
    assert faults(text) == [fault]


def test_every_fault_of_form_is_found_at_once_in_their_order() -> None:
    text = "a: !x 甲\nb: !y 乙\n"
    tag = "不用标签（!）；文字以 ! 打头的应加引号"
    assert faults(text) == [f"1:4 yaml-tag：{tag}", f"2:4 yaml-tag：{tag}"]


def test_a_fault_in_what_is_referred_to_is_told_once() -> None:
    fault = "有看不见的控制字符或非法字符 U+0007（用转义写的），应删去"
    assert faults('a: &x "\\a"\nb: *x\nc: *x\n') == [f"1:4 yaml-character：{fault}"]


DEEP = "yaml-too-big：一层套一层，超过 40 层，可能是括号没有闭合"


@pytest.mark.parametrize(
    ("unit", "place"), [("[", "1:41"), ("{a: ", "1:161"), ("- ", "1:81"), ("? ", "1:81")]
)
def test_a_hundred_thousand_levels_are_a_problem_not_a_crash(unit: str, place: str) -> None:
    assert faults(unit * 100_000) == [f"{place} {DEEP}"]


def test_references_count_for_depth_as_if_written_out() -> None:
    nest = "a: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 20 + "*a" + "]" * 20 + "\n"
    assert faults(nest) == [f"2:24 {DEEP}"]


def test_many_plain_values_are_no_explosion() -> None:
    assert len(str(data("a:\n" + "  - 甲\n" * 50_000))) > 50_000


# Nothing a file holds ends in an exception: the one allowed is UserError.


def unharmed(raw: bytes) -> None:
    """Lint, mend and report bytes; what is found stands in the text."""
    try:
        linted = lint(raw, "x.yaml")
        mend(raw, "x.yaml")
    except UserError:
        return
    for problem in linted.problems:
        assert problem.where.line is not None
        assert problem.where.column is not None
        assert problem.quote in linted.source.text
        assert problem_text(problem, linted.source)


@given(st.binary(max_size=80))
def test_any_bytes_do_no_harm(raw: bytes) -> None:
    unharmed(raw)


@given(yamlish)
def test_any_heap_of_yaml_marks_does_no_harm(text: str) -> None:
    unharmed(text.encode("utf-8", "surrogatepass"))


@given(mutated())
def test_any_mutation_of_an_example_does_no_harm(text: str) -> None:
    unharmed(text.encode())


@given(plan_data.map(yaml))
def test_any_plan_of_the_right_form_does_no_harm(raw: bytes) -> None:
    unharmed(raw)
