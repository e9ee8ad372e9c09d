"""Specs for hypothesis: of the right form by the schema itself, mutated, or mere bytes.

What the schema allows is drawn from the schema: a new key is tried without a word here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from plangen.schema.load import Keys, Rules, inside, label, schema, words
from plangen.source.places import Value

PLAN, ROADMAP = schema("plan"), schema("roadmap")  # which has the parts of a plan and its own
DEEPEST = 6  # of a section within a section
SPECS = Path(__file__).parents[2] / "specs"
EXAMPLES = [path.read_text(encoding="utf-8") for path in sorted(SPECS.glob("xx-*.yaml"))]
PLANS = [text for text in EXAMPLES if "\nkind: plan\n" in text]

ODD = (
    *("XX", "20XX年", "今年7月", "A-B", "B7-B1", "A1,A1", "J2", "健康教育", "1-3", "第1—7条", "0"),
    *(
        "weisheng-xiangzhen-2010",
        "weisheng-xiangzhen-2021",
        "《标准》",
        "标准",
        "{{ x }}",
        "{% if %}",
    ),
    *(
        "一、甲",
        "（一）乙",
        "附件1：",
        "第一阶段：",
        "组长：",
        "。",
        "、",
        "“引",
        "<w:p>&",
        "𠮷",
        "𠮷\u200b",
    ),
    *(
        "甲\t乙",
        "　甲",
        "青政发〔2024〕12号",
        "青政发[2024]012号",
        "长" * 60,
        "≥90%",
        "1.",
        "-",
        "#",
    ),
)
DATES = (
    *(
        "2024",
        "2024-02",
        "2024-02-08",
        "20XX",
        "20XX-13",
        "今年",
        "今年13月",
        "2024年2月",
        "2024-02-30",
    ),
    *("0000", "0000-01", "9999-12-31", "2024-00", "2024-00-00", "00XX-02-30", "XXXX", "2024-2-3"),
)
# No controls: they are refused before any of this is reached.
alphabet = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cs", "Zl", "Zp"],
    exclude_characters="\ufeff\ufffe\uffff",
)
line = st.sampled_from(ODD) | st.text(alphabet, min_size=1, max_size=8)
SCALARS: dict[str, SearchStrategy[str]] = {
    "line": line,
    "text": st.lists(line, min_size=1, max_size=3).map("\n".join),
    "column": st.just("") | line,
    "cell": st.just("") | line,
    "time": st.sampled_from(DATES),
    "flag": st.sampled_from(["是", "否", "true", "no"]),
    "number": st.sampled_from(["1", "0", "1.5", "1" * 30]),
}

MARKS = (
    *(
        "- ",
        ": ",
        ":",
        "：",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "|",
        "> ",
        "&a ",
        "*a",
        "! ",
        "!!int ",
        "#",
    ),
    *(
        "%",
        "@",
        "? ",
        "---\n",
        "...\n",
        "\t",
        "\n",
        "\n\n",
        "  ",
        "　",
        "<<: ",
        "~",
        "null",
        "[]",
        "{}",
    ),
    *(
        "\\",
        "\\ud800",
        "\x07",
        "\u2028",
        "\x85",
        "\ufeff",
        "\u200b",
        "\r",
        "\r\n",
        "，",
        "-",
        "😀",
        "off",
    ),
    *(
        "0000",
        "2024-02-30",
        "2024-13",
        "A1",
        "B7-B1",
        "XX",
        "kind: plan",
        "类型: 方案",
        "title: 甲",
    ),
)
marks = st.sampled_from(MARKS)


def value(rules: Rules, depth: int = 0) -> SearchStrategy[Value]:
    """Any value that these rules allow."""
    if "allowed" in rules:
        return st.sampled_from(cast("list[str]", rules["allowed"]))
    if "regex" in rules:
        return st.from_regex(str(rules["regex"]), fullmatch=True)
    kinds = rules["type"]
    names = kinds if isinstance(kinds, list) else [kinds]
    return st.one_of([_of(str(kind), rules, depth) for kind in names])


def _of(kind: str, rules: Rules, depth: int) -> SearchStrategy[Value]:
    if kind == "list":
        least = 0 if rules.get("empty", True) else 1
        return st.lists(value(inside(rules), depth), min_size=least, max_size=3)
    if kind == "dict":
        name = str(rules["schema"])
        return st.deferred(lambda: table(ROADMAP.parts[name], depth + 1))
    return SCALARS[kind]


@st.composite
def table(draw: DrawFn, keys: Keys, depth: int = 0, most: int = 4) -> dict[str, Value]:
    """Any map with these keys: the required ones, and a few others."""
    chosen = [key for key, rules in keys.items() if rules.get("required")]
    others = [key for key in keys if key not in chosen and (key != "sections" or depth < DEEPEST)]
    if others:
        chosen += draw(st.lists(st.sampled_from(others), unique=True, max_size=most))
    return {key: draw(value(keys[key], depth)) for key in chosen}


plan_data = table(PLAN.keys, most=8)
"""The data of a plan spec, in English keys."""
roadmap_data = table(ROADMAP.keys, most=8)


def yaml(data: Value) -> bytes:
    """Data as YAML; JSON is YAML too."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def in_chinese(data: Value, keys: Keys = PLAN.keys) -> Value:
    """The same data with every key and every word that has a Chinese name under that name."""
    out: dict[str, Value] = {}
    for key, item in cast("dict[str, Value]", data).items():
        out[label(key, keys[key])] = _value_in_chinese(item, keys[key])
    return out


def _value_in_chinese(data: Value, rules: Rules) -> Value:
    part = PLAN.part(rules)
    if isinstance(data, dict) and part:
        return in_chinese(data, part[1])
    if isinstance(data, list):
        return [_value_in_chinese(item, inside(rules)) for item in data]
    named = {to: word for word, to in words(rules).items()}
    return named.get(data, data) if isinstance(data, str) else data


BASE = {
    "kind": "plan",
    "title": "青山县创建国家卫生县城实施方案",
    "locality": "{name: 青山县, level: county}",
}


def over_base(piece: str) -> bytes:
    """A piece of a plan spec made whole: the least that a plan needs, unless the piece has it."""
    own = {row.partition(":")[0] for row in piece.split("\n")}
    base = [f"{key}: {item}\n" for key, item in BASE.items() if key not in own]
    return f"{''.join(base)}{piece}\n".encode()


# Broken texts

yamlish = st.lists(marks | st.sampled_from(["a", "县", "，", " "]), max_size=25).map("".join)


@st.composite
def mutated(draw: DrawFn) -> str:
    """An example spec with a few lines lost, doubled, swapped, shifted, cut or written over."""
    lines = draw(st.sampled_from(EXAMPLES)).split("\n")
    for change in draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4)):
        place = draw(st.integers(0, len(lines) - 1))
        lines = change(lines, place, draw(st.integers(0, 80)), draw(marks)) or [""]
    return "\n".join(lines)


Change = Callable[[list[str], int, int, str], list[str]]


def _lost(lines: list[str], at: int, _: int, __: str) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def _doubled(lines: list[str], at: int, _: int, __: str) -> list[str]:
    return lines[: at + 1] + lines[at:]


def _swapped(lines: list[str], at: int, size: int, __: str) -> list[str]:
    other = size % len(lines)
    lines[at], lines[other] = lines[other], lines[at]
    return lines


def _shifted(lines: list[str], at: int, size: int, __: str) -> list[str]:
    lines[at] = f" {lines[at]}" if size % 2 else lines[at][1:]
    return lines


def _cut(lines: list[str], at: int, size: int, __: str) -> list[str]:
    return [*lines[:at], lines[at][:size]]


def _marked(lines: list[str], at: int, size: int, mark: str) -> list[str]:
    lines[at] = lines[at][:size] + mark + lines[at][size:]
    return lines


def _replaced(lines: list[str], at: int, _: int, mark: str) -> list[str]:
    key, colon, _scalar = lines[at].partition(": ")
    lines[at] = f"{key}{colon}{mark}"
    return lines


CHANGES: tuple[Change, ...] = (_lost, _doubled, _swapped, _shifted, _cut, _marked, _replaced)
