"""From a plan to the values of a spec: what has its default is left out, short forms are used."""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from typing import cast

from plangen.model.plan import ClauseRef, Item, Part, Person, Plan, StandardUse
from plangen.problem import Path, Where
from plangen.source.encoding import UNSEEN
from plangen.source.places import Value
from plangen.text.dates import Date

# A part that is this key alone is written as its value (schemas/types.yaml, shorthands).
ALONE = {Person: "name", Item: "text", ClauseRef: "ids", StandardUse: "id"}
COLON = re.compile("[：:]")  # a text with one may read as a key


@dataclass
class Spelled:
    """The values of a plan; `places` are their paths by line and column of what was read."""

    data: dict[str, Value]
    places: dict[tuple[int, int], Path] = field(default_factory=dict)


def spelled(plan: Plan) -> Spelled:
    """A plan as the map that a spec holds."""
    places: dict[tuple[int, int], Path] = {}
    return Spelled({"kind": "plan", **_map(plan, (), places)}, places)


def _map(part: object, path: Path, places: dict[tuple[int, int], Path]) -> dict[str, Value]:
    """A part of the plan as a map."""
    # A standard stands where it is cited: that paragraph is another part of the plan.
    if isinstance(part, Part) and not isinstance(part, StandardUse) and part.where.line:
        places.setdefault((part.where.line, part.where.column or 0), path)
    out: dict[str, Value] = {}
    for item in fields(part):  # type: ignore[arg-type]
        value = getattr(part, item.name)
        if isinstance(value, Where) or value == _default(item):
            continue
        out[item.name] = _value(value, (*path, item.name), places)
    first = ["title"] if "title" in out else []  # which stands before its text
    return {key: out[key] for key in [*first, *out] if out[key] not in ({}, [], "")}


def _default(item: object) -> object:
    default = getattr(item, "default", MISSING)
    factory = getattr(item, "default_factory", MISSING)
    return factory() if default is MISSING and factory is not MISSING else default


def _value(value: object, path: Path, places: dict[tuple[int, int], Path]) -> Value:
    if isinstance(value, tuple):
        return [_value(each, (*path, index), places) for index, each in enumerate(value)]
    if isinstance(value, Date):
        return value.printed
    if is_dataclass(value):
        found = _map(value, path, places)
        only = ALONE.get(cast("type[Part]", type(value)), "")
        text = found.get(only)
        if [*found] == [only] and isinstance(text, str) and not COLON.search(text):
            return text
        return cast("Value", found)
    if isinstance(value, bool):
        return "true" if value else "false"
    return UNSEEN.sub("", str(value))  # no spec may have them
