"""Check a shaped source by its Cerberus schema; each fault is a problem at its place.

The only user of Cerberus. Its error codes are turned into sentences by one table.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

import cerberus
from cerberus import errors

from plangen.problem import Level, Path, Problem, Where
from plangen.schema.load import Keys, Rules, Schema, label, meta, schema, words
from plangen.source.places import Source
from plangen.text.dates import parse_date

FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
TYPE_NAMES = {
    "line": "一行文字",
    "text": "文字",
    "time": "日期（如 2024、2024-02、2024-02-08、20XX、今年）",
    "flag": "是 或 否（true 或 false）",
    "number": "数",
    "list": "列表（每项一行，以“- ”开头）",
    "dict": "若干个键",
}


def _is_line(value: str) -> bool:
    return value.strip() != "" and "\n" not in value.rstrip("\n")


TESTS: dict[str, Callable[[str], bool]] = {
    "line": _is_line,
    "text": lambda value: value.strip() != "",
    "time": lambda value: parse_date(value) is not None,
    "flag": lambda value: value.lower() in FLAGS,
    "number": lambda value: value.replace(".", "", 1).isdecimal(),
}


class _Validator(cerberus.Validator):  # type: ignore[misc]
    """Cerberus with plangen's types of text; an error of theirs carries the type's name."""


def _checker(name: str) -> Callable[[str, object, Callable[[str, str], None]], None]:
    def check(field: str, value: object, error: Callable[[str, str], None]) -> None:
        if isinstance(value, str) and not TESTS[name](value):
            error(field, name)

    return check


def _native(rules: Rules) -> Rules:
    """Our rules in Cerberus's own words: a type of text is a string with a check."""
    out = dict(rules)
    kinds = rules.get("type")
    names = kinds if isinstance(kinds, list) else [kinds]
    for name in names:
        if name in TESTS:
            out["check_with"] = _checker(cast("str", name))
    out["type"] = ["string" if name in TESTS else name for name in names]
    if isinstance(rules.get("schema"), dict):
        out["schema"] = _native(cast("Rules", rules["schema"]))
    return out


@cache
def _validator(kind: str) -> cerberus.Validator:
    found = schema(kind)
    for name, keys in found.parts.items():
        cerberus.schema_registry.add(name, {key: _native(rule) for key, rule in keys.items()})
    return _Validator({key: _native(rule) for key, rule in found.keys.items()})


def check(source: Source, kind: str) -> list[Problem]:
    """Every fault of a shaped source, in the order of the file."""
    validator = _validator(kind)
    validator.validate(source.data, normalize=False)
    return [_problem(error, source, schema(kind)) for error in _leaves(validator._errors)]


def _leaves(found: list[errors.ValidationError]) -> Iterator[errors.ValidationError]:
    for error in found:
        if error.is_group_error:
            yield from _leaves(error.child_errors)
        else:
            yield error


def _problem(error: errors.ValidationError, source: Source, found: Schema) -> Problem:
    path: Path = tuple(error.document_path)
    keys, rules = _rules_at(path, found)
    rule, message = _say(error, path, keys, rules)
    spots = source.keys if error.code == errors.UNKNOWN_FIELD.code else source.values
    where = Where(path)
    if spot := spots.get(path):
        where = Where(path, None, spot.line, spot.column, spot.width)
    return Problem(rule, Level.ERROR, message, source.find(where))


def _rules_at(path: Path, found: Schema) -> tuple[Keys, Rules]:
    """The keys allowed in the map at the path's end, and the rules of the value there."""
    keys, rules = found.keys, cast("Rules", {})
    for key in path:
        if isinstance(key, int):
            rules = cast("Rules", rules.get("schema", {}))
        else:
            part = found.part(rules)
            keys = part[1] if part else keys
            rules = keys.get(key, {})
    return keys, rules


def _say(error: errors.ValidationError, path: Path, keys: Keys, rules: Rules) -> tuple[str, str]:
    """The rule id and the sentence for one error."""
    name = str(path[-1]) if path else ""
    called = f"“{label(name, rules)}”" if rules else f"第 {name} 项"
    if error.code == errors.UNKNOWN_FIELD.code:
        return "spec-key-unknown", _unknown(name, keys)
    if error.code == errors.REQUIRED_FIELD.code:
        rules = keys.get(name, {})
        return "spec-key-missing", f"缺少“{label(name, rules)}”（{name}）：{_help(rules)}"
    if error.code == errors.UNALLOWED_VALUE.code:
        return "spec-value", f"{called}写的是“{error.value}”，只能是{_allowed(rules, error.value)}"
    if error.value is None:
        return "spec-value", f"{called}是空的，应写{_wanted(rules)}，不用就删去这一行"
    return "spec-value", f"{called}应写{_wanted(rules)}，现在是{_found(error.value)}"


def _unknown(name: str, keys: Keys) -> str:
    names = {label(key, rules): key for key, rules in keys.items()} | {key: key for key in keys}
    near = difflib.get_close_matches(name, names, 1, 0.5)
    if near:
        key = names[near[0]]
        return f"没有“{name}”这个键，是不是“{near[0]}”（{label(key, keys[key])}）？"
    every = "、".join(f"{key}（{label(key, rules)}）" for key, rules in keys.items())
    return f"没有“{name}”这个键；此处可用：{every}"


def _allowed(rules: Rules, value: object) -> str:
    values = [str(item) for item in cast("list[str]", rules["allowed"])]
    said = {to: word for word, to in words(rules).items()}
    every = "、".join(f"{item}（{said[item]}）" if item in said else item for item in values)
    near = difflib.get_close_matches(str(value), values, 1, 0.5)
    return f"：{every}" + (f"。是不是“{near[0]}”？" if near else "")


def _wanted(rules: Rules) -> str:
    kinds = rules.get("type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return "或".join(TYPE_NAMES.get(str(name), str(name)) for name in names)


def _found(value: object) -> str:
    if isinstance(value, dict):
        return "若干个键"
    if isinstance(value, list):
        return "列表"
    return "多行文字" if "\n" in str(value) else f"“{value}”"


def _help(rules: Rules) -> str:
    return str(meta(rules).get("help", ""))
