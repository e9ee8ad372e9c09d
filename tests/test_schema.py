"""The schemas: complete, of one piece with the model, and equally good in Chinese."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields
from importlib.resources import files
from typing import cast

import pytest
from hypothesis import given

from plangen.model.plan import Plan
from plangen.pipeline import load
from plangen.schema.check import check
from plangen.schema.load import Keys, inside, label, meta, schema, words
from plangen.schema.shape import shape
from plangen.source.places import Value
from plangen.source.reader import read_yaml
from tests.tools.specs import PLAN, PLANS, in_chinese, over_base, plan_data, yaml

KINDS = sorted(
    item.name.removesuffix(".yaml")
    for item in files("plangen.schemas").iterdir()
    if item.name.endswith(".yaml") and item.name != "types.yaml"
)


def plan(piece: str) -> Plan:
    loaded = load(over_base(piece), "x.yaml")
    assert loaded.problems == []
    assert loaded.plan is not None
    return loaded.plan


def faults(piece: str) -> list[str]:
    problems = load(over_base(piece), "x.yaml").problems
    return [f"{p.where.line}:{p.where.column} {p.message}" for p in problems]


# The tables


def tables() -> Iterator[tuple[str, Keys]]:
    """Every table of keys of every kind, with the parts it may hold."""
    for kind in KINDS:
        yield kind, schema(kind).keys
        yield from schema(kind).parts.items()


TABLES = dict(tables())


def test_the_schemas_are_found() -> None:
    assert {"plan", "standard", "config"} <= set(KINDS)
    assert len(TABLES) > 30


@pytest.mark.parametrize("name", TABLES)
def test_every_key_has_a_label_and_help(name: str) -> None:
    bare = [k for k, rules in TABLES[name].items() if not {"label", "help"} <= meta(rules).keys()]
    assert bare == []


@pytest.mark.parametrize("name", TABLES)
def test_a_label_names_one_key(name: str) -> None:
    names = [label(key, rules) for key, rules in TABLES[name].items()]
    assert len({*names, *TABLES[name]}) == 2 * len(TABLES[name])


@pytest.mark.parametrize("name", TABLES)
def test_words_stand_for_values_that_are_allowed(name: str) -> None:
    for rules in TABLES[name].values():
        for one in (rules, inside(rules)):
            assert set(words(one).values()) <= set(cast("list[str]", one.get("allowed", [])))


# The schema and the model


def part_in(annotation: object) -> type | None:
    """The dataclass in a field's type: Locality | None, tuple[Person, ...], Item."""
    if isinstance(annotation, type) and annotation.__module__ == Plan.__module__:
        return annotation
    return next(filter(None, map(part_in, typing.get_args(annotation))), None)


def pairs(kind: type, keys: Keys, name: str = "plan") -> Iterator[tuple[str, type, Keys]]:
    """Every dataclass of the model and the keys of its part, from the plan down."""
    yield name, kind, keys
    for key, annotation in typing.get_type_hints(kind).items():
        inner = part_in(annotation)
        found = PLAN.part(keys.get(key, {})) or PLAN.part(inside(keys.get(key, {})))
        if inner and found and inner is not kind:
            yield from pairs(inner, found[1], found[0])


PAIRS = {name: (kind, keys) for name, kind, keys in pairs(Plan, PLAN.keys)}


def test_every_shared_part_has_its_dataclass() -> None:
    assert set(PAIRS) == {"plan", *PLAN.parts}


@pytest.mark.parametrize("name", PAIRS)
def test_keys_are_the_fields(name: str) -> None:
    kind, keys = PAIRS[name]
    assert {*keys} - {"kind"} == {item.name for item in fields(kind)} - {"where"}


@pytest.mark.parametrize("name", PAIRS)
def test_what_the_model_needs_is_required(name: str) -> None:
    kind, keys = PAIRS[name]
    needed = [f for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    assert [f.name for f in needed if not keys[f.name].get("required")] == []


# Chinese keys and short forms


def english(text: str) -> Value:
    """The data of an example, with every short form written out."""
    source, problems = read_yaml(text.encode(), "x.yaml")
    assert problems == []
    return shape(source, PLAN)[0].data


@pytest.mark.parametrize("text", PLANS, ids=range(len(PLANS)))
def test_an_example_in_chinese_keys_is_the_same_plan(text: str) -> None:
    written = load(text.encode(), "x.yaml").plan
    assert written is not None
    assert load(yaml(in_chinese(english(text))), "x.yaml").plan == written


@given(plan_data)
def test_any_plan_in_chinese_keys_is_the_same_plan(data: Value) -> None:
    chinese = load(yaml(in_chinese(data)), "x.yaml")
    assert chinese.plan == load(yaml(data), "x.yaml").plan
    assert [p.message for p in chinese.problems] == [
        p.message for p in load(yaml(data), "x.yaml").problems
    ]


SHORT = [
    ("standards: weisheng-xiangzhen-2010", "standards: [{id: weisheng-xiangzhen-2010}]"),
    ("targets: 完成申报。", "targets: [{text: 完成申报。}]"),
    ("annexes: [任务表]", "annexes: [{title: 任务表}]"),
    (
        "groups: {name: 甲组, clauses: B1-B3, duties: 负责宣传}",
        "groups: [{name: 甲组, clauses: [{ids: B1-B3}], duties: 负责宣传}]",
    ),
    (
        "groups: [{name: 甲组, duties: [负责宣传。]}]",
        "groups: [{name: 甲组, duties: [{text: 负责宣传。}]}]",
    ),
    (
        "leaders: {name: 甲, roster: {role: 组长, people: 周启明, units: 县教育局}}",
        "leaders: {name: 甲, roster: [{role: 组长, people: [{name: 周启明}], units: [县教育局]}]}",
    ),
    (
        "annexes: [{title: 表, table: {head: [甲, 乙], rows: [[1, null]]}}]",
        'annexes: [{title: 表, table: {head: [甲, 乙], rows: [["1", ""]]}}]',
    ),
    ("outline: {heading: 目标, show: 目标}", "outline: [{heading: 目标, show: [targets]}]"),
    ("notice: {issuer: 甲, seal: 否}", "notice: {issuer: [甲], seal: false}"),
    ("wording: {phases: 第一阶段}", "wording: {phases: named}"),
    ("locality: {name: 甲乡, level: 乡}", "locality: {name: 甲乡, level: township}"),
    ("preamble: ' 甲 '", "preamble: 甲"),
    ('preamble: "甲\\n\\n  乙\\n"', "preamble: |\n  甲\n  乙"),
]


@pytest.mark.parametrize(("short", "full"), SHORT, ids=range(len(SHORT)))
def test_short_form(short: str, full: str) -> None:
    assert plan(short) == plan(full)


def test_every_short_form_is_tried() -> None:
    tried = "standard target annex clauses item person".split()
    assert sorted(PLAN.shorthands) == sorted(tried)


def test_places_follow_labels_and_short_forms() -> None:
    text = "工作组:\n  - 名称: 甲组\n    名单: {职责: 组长, 人员: 周启明}\n"
    loaded = load(over_base(text), "x.yaml")
    assert loaded.plan is not None
    person = loaded.plan.groups[0].roster[0].people[0]
    found = loaded.source.find(person.where / "name")
    assert (found.line, found.column, loaded.source.quote(found)) == (6, 22, "周启明")


# What is said of a fault, beside tests/bad/


FAULTS = [
    (
        "notice: {issuer: []}",
        "4:18 “发文机关”是空的，应写列表（每项一行，以“- ”打头），每项是一行文字",
    ),
    ("notice: {issuer: [甲, '']}", "4:22 “发文机关”第 2 项应写一行文字，现在是“”"),
    ("preamble: {甲: 乙}", "4:11 “引言”应写文字，现在是若干个键"),
    ('title_lines: ["甲\\n乙"]', "4:15 “标题分行”第 1 项应写一行文字，现在是多行文字“甲 乙”"),
    ("period: {start: 2024}", "4:1 “实施期限”缺少“止”（end）：结束时间"),
    (
        "groups: [{name: 甲组, duties: {text: 甲}}]",
        "4:29 “职责”应写一行文字或列表（每项一行，以“- ”打头），每项是文字，"
        "或若干个键：title（标题）、text（正文），现在是若干个键",
    ),
    (
        "annexes: [{title: 表, table: {head: [甲], rows: [[1], [2, {甲: 乙}]]}}]",
        "4:57 “行”第 2 项第 2 项应写文字，现在是若干个键",
    ),
    (
        "annexes: [{title: 表, table: {head: [甲], rows: [], widths: [一]}}]",
        "4:60 “栏宽”第 1 项应写数，现在是“一”",
    ),
    (
        f"period: {{start: 2024, end: 2025, {'长' * 30}: 甲}}",
        f"4:34 没有“{'长' * 20}…”这个键；此处可用：start（起）、end（止）",
    ),
    (
        "period: 'start: 2024'",
        "4:9 “实施期限”应写若干个键：start（起）、end（止），现在是“start: 2024”",
    ),
    (
        "period: {起：2024, end: 2025}",
        "4:10 “起：2024”：键后的冒号应是半角冒号加空格“: ”，这里是全角的“：”",
    ),
    ("period: {start:2024, end: 2025}", "4:10 “start:2024”：键后的冒号后面应空一格"),
    ("titel: 甲", "4:1 没有“titel”这个键，是不是“title”（标题）？"),
    ("\u200bperiod: 2024", "4:1 键“period”的前后或中间有空格或看不见的字符，应删去"),
    (
        "leaders: {name: 甲, roster: [{role: 组长, people: [name：周启明]}]}",
        "4:49 “人员”第 1 项应写一行文字，或若干个键：name（姓名）、posts（职务），"
        "现在是“name：周启明”；键后的冒号应是半角冒号加空格“: ”，这里是全角的“：”",
    ),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=range(len(FAULTS)))
def test_fault(text: str, fault: str) -> None:
    assert faults(text) == [fault]


def test_a_text_may_begin_like_a_label() -> None:
    assert plan("targets: [期限：2024年底前。]").targets[0].text == "期限：2024年底前。"


def test_missing_keys_come_in_the_order_of_the_schema() -> None:
    found = load(b"kind: standard\n", "x.yaml").problems
    said = [problem.message.partition("（")[0] for problem in found]
    wanted = "标准名称 版本 发布机关 状态 齐全 节".split()
    assert said == [f"缺少“{name}”" for name in ["编号", *wanted]]


def test_a_misspelt_key_is_not_missing_too() -> None:
    found = load("kind: plan\ntitel: 甲\nlocality: {nmae: 甲县, level: 县}\n".encode(), "x.yaml")
    assert [problem.rule for problem in found.problems] == ["spec-key-unknown"] * 2


def test_the_path_of_a_fault_is_in_english_keys() -> None:
    found = load(over_base("实施步骤: [{名称: 甲, 起: 乙}]"), "x.yaml").problems
    assert [problem.where.dotted for problem in found] == ["phases.0.start"]


def test_a_lone_value_of_a_list_is_told_what_it_may_be() -> None:
    found = load(over_base("提纲: [{标题: 目标, 内容: 指导思想}]"), "x.yaml").problems
    assert [problem.message.partition("、")[0] for problem in found] == [
        "“内容”写的是“指导思想”，只能是：targets（目标）"
    ]


def test_a_fault_under_a_free_key_is_called_by_it() -> None:
    source, problems = read_yaml("levels: {phase-order: bad}\n不通过: 警告\n".encode(), "x")
    shaped, more = shape(source, schema("config"))
    said = [problem.message for problem in (*problems, *more, *check(shaped, "config"))]
    assert said == [
        "“phase-order”写的是“bad”，只能是：info（提示）、warning（警告）、error（错误）"
    ]


def test_faults_of_yaml_and_of_keys_are_told_at_once() -> None:
    assert faults("preamble: 甲\npreamble: 乙\ntargest: [丙]") == [
        "5:1 “preamble”写了两次（第一次在第 4 行），只能写一次",
        "6:1 没有“targest”这个键，是不是“targets”（目标）？",
    ]


@pytest.mark.parametrize("kind", ["kind: [plan]", "kind:"])
def test_a_kind_that_is_no_word_is_not_shown_as_python(kind: str) -> None:
    assert not [fault for fault in faults(kind) if "[" in fault or "None" in fault]
