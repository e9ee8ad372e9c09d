"""From checked values to the dataclasses of the model, by their field types."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from plangen.problem import Where
from plangen.schema.check import FLAGS
from plangen.source.places import Value
from plangen.text.dates import Date, parse_date

T = TypeVar("T")


@cache
def _types(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def build(kind: type[T], data: dict[str, Value], where: Where | None = None) -> T:
    """The dataclass `kind` from a checked map; every part knows its path."""
    where = where or Where()
    values: dict[str, Any] = {}
    for item in fields(cast("Any", kind)):
        if item.name in data and data[item.name] is not None:
            annotation = _types(cast("Any", kind))[item.name]
            values[item.name] = _value(annotation, data[item.name], where / item.name)
    if "where" in _types(cast("Any", kind)):
        values["where"] = where
    return kind(**values)


def _value(annotation: Any, data: Value, where: Where) -> Any:
    origin = typing.get_origin(annotation)
    if origin in {types.UnionType, typing.Union}:
        return _value(_choice(annotation, data), data, where)
    if origin is tuple:
        inner = typing.get_args(annotation)[0]
        items = cast("list[Value]", data)
        return tuple(_value(inner, item, where / i) for i, item in enumerate(items))
    if is_dataclass(annotation) and annotation is not Date:
        return build(cast("type[Any]", annotation), cast("dict[str, Value]", data), where)
    return _scalar(annotation, cast("str", data))


def _choice(annotation: Any, data: Value) -> Any:
    """The arm of a union that fits: a tuple for a list, else the other one."""
    arms = [arm for arm in typing.get_args(annotation) if arm is not types.NoneType]
    for arm in arms:
        if (typing.get_origin(arm) is tuple) == isinstance(data, list):
            return arm
    return arms[0]


def _scalar(annotation: Any, text: str) -> Any:
    if annotation is Date:
        return parse_date(text)
    if annotation is bool:
        return FLAGS[text.lower()]
    if annotation is float:
        return float(text)
    return "\n".join(line.strip() for line in text.strip().split("\n") if line.strip())
