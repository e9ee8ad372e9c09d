"""From a plan to the values of a spec: what has its default is left out, short forms are used."""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache, cached_property
from typing import Any, cast

from plangen.model.plan import ClauseRef, Item, Part, Person, Plan, StandardUse
from plangen.problem import Path
from plangen.source.emit import Figure
from plangen.source.encoding import UNSEEN
from plangen.source.places import Value
from plangen.text.dates import Date

# A part that is this key alone is written as its value (schemas/types.yaml, shorthands).
ALONE = {Person: "name", Item: "text", ClauseRef: "ids", StandardUse: "id"}
COLON = re.compile("[：:]")  # a text with one may read as a key


@dataclass
class Spelled:
    """The values of a plan, and every part of it that has been spelled with its path."""

    data: dict[str, Value]
    parts: list[tuple[Part, Path]] = field(default_factory=list)

    @cached_property
    def places(self) -> dict[tuple[int, int], Path]:
        """The paths by line and column of what was read."""
        # A standard stands where it is cited: that paragraph is another part of the plan.
        found = ((one, path) for one, path in self.parts if not isinstance(one, StandardUse))
        lines = ((one.where.line, one.where.column or 0, path) for one, path in found)
        out: dict[tuple[int, int], Path] = {}
        for line, column, path in lines:
            if line:
                out.setdefault((line, column), path)
        return out


def spelled(plan: Plan) -> Spelled:
    """A plan as the map that a spec holds."""
    parts: list[tuple[Part, Path]] = []
    return Spelled({"kind": "plan", **_map(plan, (), parts)}, parts)


def _map(part: Part, path: Path, parts: list[tuple[Part, Path]]) -> dict[str, Value]:
    """A part of the plan as a map."""
    parts.append((part, path))
    out: dict[str, Value] = {}
    for name, default in _keys(cast("Any", type(part))):
        value = getattr(part, name)
        if value != default and (found := _value(value, (*path, name), parts)):
            out[name] = found
    return out


@cache
def _keys(kind: type[Part]) -> tuple[tuple[str, object], ...]:
    """The keys of a kind of part with their defaults; a title stands before its text."""
    found = [(item.name, _default(item)) for item in fields(kind) if item.name != "where"]
    return tuple(sorted(found, key=lambda key: key[0] != "title"))


def _default(item: Field[object]) -> object:
    return item.default if item.default_factory is MISSING else item.default_factory()


def _value(value: object, path: Path, parts: list[tuple[Part, Path]]) -> Value:
    if isinstance(value, str):
        return UNSEEN.sub("", value)  # no spec may have them
    if isinstance(value, tuple):
        return [_value(each, (*path, index), parts) for index, each in enumerate(value)]
    if isinstance(value, Part):
        found = _map(value, path, parts)
        only = ALONE.get(type(value), "")
        text = found.get(only)
        if len(found) == 1 and isinstance(text, str) and not COLON.search(text):
            return text
        return cast("Value", found)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.figures if isinstance(value, Date) else Figure(value)
