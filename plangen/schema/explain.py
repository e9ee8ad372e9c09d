"""What is wrong with a shaped source, by Cerberus: each fault is a problem at its place.

The only user of Cerberus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import cast

import cerberus
from cerberus import errors
from cerberus.schema import UnvalidatedSchema

from plangen.problem import Level, Path, Problem, Where
from plangen.schema.load import Keys, Rules, Schema, schema
from plangen.schema.say import called, missing, not_allowed, not_of_form, unknown, wrong
from plangen.schema.texts import TESTS
from plangen.source.places import Source, Spot

MISSING = "spec-key-missing"
TELLING = {errors.UNALLOWED_VALUE.code, errors.REGEX_MISMATCH.code}


class _Unsorted(errors.ErrorList):  # type: ignore[misc]
    """Errors as they were found: Cerberus sorts them at each new one, `_leaves` does it once."""

    def sort(self) -> None: ...


class _NoTree:
    """In place of a tree of errors, which Cerberus keeps sorted and nobody here asks."""

    def __get__(self, *_: object) -> _NoTree:
        return self

    def __set__(self, *_: object) -> None: ...

    def add(self, error: errors.ValidationError) -> None: ...


class _Validator(cerberus.Validator):  # type: ignore[misc]
    """Cerberus with plangen's types of text; an error of theirs carries the type's name.

    A thousand faults take it a thousand times as long as one, not a million times.
    """

    document_error_tree = _NoTree()
    schema_error_tree = _NoTree()

    @property
    def _errors(self) -> errors.ErrorList:
        return self._found

    @_errors.setter
    def _errors(self, _: errors.ErrorList) -> None:
        self._found = _Unsorted()


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
    for inner in ("schema", "valuesrules"):
        if isinstance(rules.get(inner), dict):
            out[inner] = _native(cast("Rules", rules[inner]))
    return out


def native(kind: str) -> Keys:
    """The schema of a kind as Cerberus takes it; the parts that it names are registered."""
    found = schema(kind)
    for name, keys in found.parts.items():
        cerberus.schema_registry.add(name, {key: _native(rule) for key, rule in keys.items()})
    return {key: _native(rule) for key, rule in found.keys.items()}


@cache
def _validator(kind: str) -> cerberus.Validator:
    # Unvalidated: Cerberus takes 70 ms to check our schema, which is for a test to do.
    return _Validator(UnvalidatedSchema(native(kind)))


def explain(source: Source, kind: str) -> list[Problem]:
    """Every fault of a shaped source: one for each place, and none for a key that is misspelt."""
    validator = _validator(kind)
    validator.validate(source.data, normalize=False)
    found = schema(kind)
    faults: dict[tuple[Path, str], Problem] = {}
    meant: set[Path] = set()
    for error in _leaves(validator._errors):
        path: Path = tuple(error.document_path)
        if error.code == errors.UNKNOWN_FIELD.code:
            rule, message, key = _unknown(path, found)
            meant.add((*path[:-1], key))
        else:
            path = _as_written(path, source)
            rule, message = _say(error, path, found)
        spots = source.keys if rule == "spec-key-unknown" else source.values
        faults.setdefault((path, rule), Problem(rule, Level.ERROR, message, _where(path, spots)))
    rows = sorted(faults.items(), key=lambda row: _rank(row[0][0], row[0][1], found))
    return [fault for (path, rule), fault in rows if rule != MISSING or path not in meant]


def _rank(path: Path, rule: str, found: Schema) -> int:
    """Keys that are missing at one place come in the order of the schema."""
    return list(found.at(path)[0]).index(str(path[-1])) if rule == MISSING else -1


def _leaves(found: list[errors.ValidationError]) -> Iterator[errors.ValidationError]:
    """The errors in the order of their weight: what says most about a value comes first."""
    for error in sorted(sorted(found), key=lambda error: error.code not in TELLING):
        if error.is_group_error:
            yield from _leaves(error.child_errors)
        else:
            yield error


def _where(path: Path, spots: Mapping[Path, Spot]) -> Where:
    spot = spots.get(path)
    return Where(path, None, spot.line, spot.column, spot.width) if spot else Where(path)


def _as_written(path: Path, source: Source) -> Path:
    """The path without the list that `shape` made of a lone value."""
    alone = path[-1:] == (0,) and source.values.get(path) == source.values.get(path[:-1])
    return path[:-1] if alone else path


def _unknown(path: Path, found: Schema) -> tuple[str, str, str]:
    message, key = unknown(str(path[-1]), found.at(path)[0])
    return "spec-key-unknown", message, key


def _say(error: errors.ValidationError, path: Path, found: Schema) -> tuple[str, str]:
    """The rule id and the sentence for one error."""
    rules = found.at(path)[1]
    if error.code == errors.REQUIRED_FIELD.code:
        return MISSING, missing(path[:-1], str(path[-1]), rules, found)
    who = called(path, found)
    if error.code == errors.UNALLOWED_VALUE.code:
        return "spec-value", not_allowed(who, rules, error.value)
    if error.code == errors.REGEX_MISMATCH.code:
        return "spec-value", not_of_form(who, rules, error.value)
    return "spec-value", wrong(who, rules, error.value, found)
