"""From checked values to the dataclasses of the model, by their field types."""

from __future__ import annotations

import inspect
import sys
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from plangen.problem import PathKey, Where
from plangen.schema.texts import FLAGS
from plangen.source.places import Value
from plangen.text.dates import Date, parse_date

T = TypeVar("T")
Maker = Callable[[Any, Where, PathKey], Any]
"""Makes a part of the model from its value, the place it is in, and its key there."""


def build(kind: type[T], data: dict[str, Value], where: Where | None = None) -> T:
    """The dataclass `kind` from a checked map; every part knows its path."""
    where = where or Where()
    makers = _makers(cast("Any", kind))
    values = {
        name: makers[name](value, where, name)
        for name, value in data.items()
        if value is not None and name in makers
    }
    if "where" in makers:
        values["where"] = where
    return kind(**values)


@cache
def _makers(kind: type) -> dict[str, Maker]:
    """What makes each field of a dataclass."""
    hints = {
        name: _meaning(one.__module__, annotation)
        for one in reversed(kind.__mro__)
        for name, annotation in inspect.get_annotations(one).items()
    }
    return {item.name: _maker(hints[item.name]) for item in fields(cast("Any", kind))}


@cache
def _meaning(module: str, annotation: str) -> Any:
    """The type that an annotation names.

    `typing.get_type_hints` evaluates the few forms there are anew for each of 240 fields.
    """
    return eval(annotation, vars(sys.modules[module]))


@cache
def _maker(annotation: Any) -> Maker:
    origin, arms = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {types.UnionType, typing.Union}:
        return _choice([arm for arm in arms if arm is not types.NoneType])
    if origin is tuple:
        make = _maker(arms[0])

        def items(data: list[Value], where: Where, key: PathKey) -> tuple[Any, ...]:
            inner = where / key
            return tuple(make(item, inner, i) for i, item in enumerate(data))

        return items
    if is_dataclass(annotation) and annotation is not Date:
        part = cast("type[Any]", annotation)
        return lambda data, where, key: build(part, data, where / key)
    scalar = SCALARS.get(annotation, _text)
    return lambda text, _where, _key: scalar(text)


def _choice(arms: list[Any]) -> Maker:
    """The arm of a union that fits: a tuple for a list, else the other one."""
    lists = [_maker(arm) for arm in arms if typing.get_origin(arm) is tuple]
    others = [_maker(arm) for arm in arms if typing.get_origin(arm) is not tuple]
    listed, other = (lists or others)[0], (others or lists)[0]
    return lambda data, where, key: (listed if isinstance(data, list) else other)(data, where, key)


def _text(text: str) -> str:
    """A text without blanks around its lines, and without empty lines."""
    if "\n" not in text:
        return text.strip()
    return "\n".join(line.strip() for line in text.strip().split("\n") if line.strip())


SCALARS: dict[Any, Callable[[str], Any]] = {
    Date: parse_date,
    bool: lambda text: FLAGS[text.lower()],
    float: float,
}
