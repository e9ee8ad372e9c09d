"""Whether a shaped source is sound: a yes or a no, by functions made of the schema.

Most specs are sound, and Cerberus takes ten times as long to say so. What is no here is
explained by Cerberus; tests/test_accept.py holds the two against each other. Limit: a schema that
uses more of Cerberus than is known here is refused, not passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import cast

from plangen.schema.load import Keys, Rules, inside, schema
from plangen.schema.texts import TESTS
from plangen.source.places import Value

Test = Callable[[Value], bool]
TextTest = Callable[[str], bool]
OF_ANY = {"type", "required", "empty", "meta"}
OF_TEXT = {"allowed", "regex"}
OF_TYPE = {"list": {"schema"}, "dict": {"schema", "keysrules", "valuesrules"}}
"""The rules that a text, a list and a map can have."""
ANY_KEY = {"type": "string"}


@cache
def accepts(kind: str) -> Test:
    """The test that a whole file of a kind has to pass."""
    found = schema(kind)
    # A part may hold itself (a section has sections): its table is there before it is filled.
    tables: dict[str, dict[str, Test]] = {name: {} for name in found.parts}
    parts = {name: _map(keys, tables[name]) for name, keys in found.parts.items()}
    for name, keys in found.parts.items():
        tables[name].update({key: value_test(rules, parts) for key, rules in keys.items()})
    return _map(found.keys, {key: value_test(rules, parts) for key, rules in found.keys.items()})


def _map(keys: Keys, tests: dict[str, Test]) -> Test:
    """A map with these keys alone, none of the required ones left out."""
    required = frozenset(key for key, rules in keys.items() if rules.get("required"))

    def test(value: Value) -> bool:
        if not isinstance(value, dict) or not required <= value.keys():
            return False
        for key, item in value.items():
            inner = tests.get(key)
            if inner is None or not inner(item):
                return False
        return True

    return test


def value_test(rules: Rules, parts: Mapping[str, Test]) -> Test:
    """A value of one of the types that its rules name; `parts` are the maps they may name."""
    named = rules.get("type")
    kinds = [str(kind) for kind in named] if isinstance(named, list) else [str(named)]
    _refuse_unknown(kinds, rules)
    arms = [_arm(kind, rules, parts) for kind in kinds]
    test = arms[0] if len(arms) == 1 else lambda value: any(arm(value) for arm in arms)
    return test if rules.get("empty", True) else lambda value: bool(value) and test(value)


def _refuse_unknown(kinds: list[str], rules: Rules) -> None:
    """ValueError where Cerberus would ask more of a value than is asked here."""
    known = {rule for kind in kinds for rule in OF_TYPE.get(kind, OF_TEXT)}
    if len(kinds) > 1:
        known -= OF_TEXT  # Cerberus asks these of the items of a list, too
    strange = {*kinds} - OF_TYPE.keys() - TESTS.keys() | rules.keys() - known - OF_ANY
    if strange or rules.get("keysrules", ANY_KEY) != ANY_KEY:
        raise ValueError(f"no test for {strange or 'keysrules'} in {rules}")


def _arm(kind: str, rules: Rules, parts: Mapping[str, Test]) -> Test:
    """A value of one type."""
    if kind in TESTS:
        return _text(kind, rules)
    if isinstance(rules.get("schema"), str):
        return parts[str(rules["schema"])]
    test = value_test(inside(rules), parts)
    if kind == "list":
        return lambda value: isinstance(value, list) and all(map(test, value))
    return lambda value: isinstance(value, dict) and all(map(test, value.values()))


def _text(kind: str, rules: Rules) -> Test:
    """A text of a type; one of those allowed, and of a form."""
    test = TESTS[kind]
    if "allowed" in rules:
        test = _allowed(test, frozenset(cast("list[str]", rules["allowed"])))
    if "regex" in rules:
        test = _of_form(test, re.compile(f"{rules['regex']}$"))
    return lambda value: isinstance(value, str) and test(value)


def _allowed(test: TextTest, words: frozenset[str]) -> TextTest:
    return lambda text: text in words and test(text)


def _of_form(test: TextTest, form: re.Pattern[str]) -> TextTest:
    return lambda text: form.match(text) is not None and test(text)
