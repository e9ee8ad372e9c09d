"""The yes or no of plangen/schema/accept.py is that of Cerberus, whatever a spec holds."""

from __future__ import annotations

import copy
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import cast

import cerberus
import pytest
from hypothesis import given

from plangen.schema.accept import accepts, value_test
from plangen.schema.explain import explain, native
from plangen.schema.load import schema
from plangen.schema.shape import shape
from plangen.source.places import Source, Value
from plangen.source.reader import read_yaml
from tests.test_schema import KINDS
from tests.tools.specs import DATES, EXAMPLES, ODD, SPECS, plan_data

MUTANTS = 5000
CONFIG = """
extends: strict
select: [phase-*]
levels: {phase-gap: 错误, heading-stop: warning}
words: {typos: [{wrong: 甲, right: 乙}], terms: []}
"""
STANDARD = files("plangen.specs.standards") / "weisheng-xiangzhen-2010.yaml"


def shaped(text: str, kind: str) -> Value:
    """The data of a file as the schema has it, of every list the first item."""
    source, problems = read_yaml(text.encode(), "x.yaml")
    assert problems == []
    return short(shape(source, schema(kind))[0].data)


def short(data: Value) -> Value:
    if isinstance(data, dict):
        return {key: short(value) for key, value in data.items()}
    return [short(item) for item in data[:1]] if isinstance(data, list) else data


def kind_of(text: str) -> str:
    found = re.search(r"^kind: (\w+)$", text, re.MULTILINE)
    assert found
    return found[1]


BASES: list[tuple[str, Value]] = [
    *((kind_of(text), shaped(text, kind_of(text))) for text in EXAMPLES),
    ("standard", shaped(STANDARD.read_text(encoding="utf-8"), "standard")),
    ("config", shaped(CONFIG, "config")),
]


def both(kind: str, data: Value) -> tuple[bool, bool]:
    """What each of the two says of the data of a file."""
    return accepts(kind)(data), explain(Source("x.yaml", "", data), kind) == []


# A mutation changes one value, in the list or map that holds it.

Held = tuple[list[Value] | dict[str, Value], int | str]
Change = Callable[[Held, Value], None]


def held(data: Value) -> Iterator[Held]:
    """Every value, by what holds it and its place there."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield data, index
            yield from held(item)
    elif isinstance(data, dict):
        for key, item in data.items():
            yield data, key
            yield from held(item)


def _replace(at: Held, new: Value) -> None:
    cast("dict[int | str, Value]", at[0])[at[1]] = new


def _wrap(at: Held, _: Value) -> None:
    holder = cast("dict[int | str, Value]", at[0])
    holder[at[1]] = [holder[at[1]]]


def _lengthen(at: Held, new: Value) -> None:
    holder = cast("dict[int | str, Value]", at[0])
    old = holder[at[1]]
    if isinstance(old, str) and isinstance(new, str):
        holder[at[1]] = old + new[:1]


def _lose(at: Held, _: Value) -> None:
    del cast("dict[int | str, Value]", at[0])[at[1]]


def _add(at: Held, new: Value) -> None:
    if isinstance(at[0], list):
        at[0].append(new)
    else:
        at[0].setdefault(str(new), "甲")


def _rename(at: Held, new: Value) -> None:
    if isinstance(at[0], dict):
        at[0][str(new)] = at[0].pop(cast("str", at[1]))


CHANGES: tuple[Change, ...] = (_replace, _replace, _lengthen, _wrap, _lose, _add, _rename)
TEXTS = (
    *ODD,
    *DATES,
    "是",
    "NO",
    "1.5",
    "1..5",
    "甲\n",
    "甲\n乙",
    "plan\n",
    "\n",
    "",
    " ",
    "B3\n",
)
OTHERS: tuple[Value, ...] = (None, [], {}, [None], ["甲", []], {"name": "甲"}, {"甲": "乙"})


def values(kind: str) -> list[Value]:
    """What a mutation puts in: keys, words that are allowed somewhere, odd texts and no texts."""
    found = schema(kind)
    tables = [found.keys, *found.parts.values()]
    rules = [rule for table in tables for rule in table.values()]
    allowed = [word for rule in rules for word in cast("list[str]", rule.get("allowed", []))]
    keys = [key for table in tables for key in table]
    return [*keys, *allowed, *TEXTS * 3, *OTHERS * 5]


def mutants() -> Iterator[tuple[str, Value]]:
    """Specs with one to three changes, the same ones each time."""
    chance = random.Random(9704)
    new = {kind: values(kind) for kind in KINDS}
    for _ in range(MUTANTS):
        kind, base = chance.choice(BASES)
        data = copy.deepcopy(base)
        for _ in range(chance.randint(1, 3)):
            at = chance.choice([*held(data)])
            chance.choice(CHANGES)(at, copy.deepcopy(chance.choice(new[kind])))
        yield kind, data


@pytest.mark.slow
def test_both_agree_on_every_mutant() -> None:
    found = Counter(both(kind, data) for kind, data in mutants())
    assert found.keys() == {(True, True), (False, False)}
    assert min(found.values()) > MUTANTS // 10  # of each enough to mean something


@given(plan_data)
def test_both_agree_on_any_plan_of_the_right_form(data: Value) -> None:
    assert both("plan", data) in {(True, True), (False, False)}


@pytest.mark.parametrize(("kind", "data"), BASES, ids=range(len(BASES)))
def test_both_accept_what_is_sound(kind: str, data: Value) -> None:
    assert both(kind, data) == (True, True)


@pytest.mark.parametrize("kind", KINDS)
def test_cerberus_takes_the_schema_for_one(kind: str) -> None:
    assert cerberus.Validator(native(kind)).schema.keys() == schema(kind).keys.keys()


STRANGE = [
    {"type": "line", "minlength": 2},
    {"type": "list", "schema": {"type": "line"}, "allowed": ["甲"]},
    {"type": ["line", "list"], "schema": {"type": "line"}, "regex": "甲"},
    {"type": "integer"},
]


@pytest.mark.parametrize("rules", STRANGE, ids=range(len(STRANGE)))
def test_what_only_cerberus_knows_is_not_passed_over(rules: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no test for"):
        value_test(rules, {})


def test_cerberus_is_not_imported_for_a_sound_spec() -> None:
    spec = SPECS / "xx-county.yaml"
    code = f"""
import sys
from pathlib import Path
from plangen import lint
assert lint(Path({str(spec)!r}).read_bytes(), "x.yaml").errors == []
sys.exit("cerberus" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
