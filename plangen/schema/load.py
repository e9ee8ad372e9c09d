"""The schemas of `schemas/`: keys, their Chinese labels, and the parts they share."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from plangen.problem import Path
from plangen.source.facts import facts

Rules = dict[str, object]
Keys = dict[str, Rules]


class Schema(NamedTuple):
    """Cerberus rules for one kind of file, and the parts (`types`) they refer to by name."""

    kind: str
    keys: Keys
    parts: dict[str, Keys]
    shorthands: dict[str, str]

    def part(self, rules: Rules) -> tuple[str, Keys] | None:
        """The name and the keys of the map that these rules describe, if they do."""
        name = rules.get("schema")
        return (name, self.parts[name]) if isinstance(name, str) else None

    def at(self, path: Path) -> tuple[Keys, Rules]:
        """The keys allowed in the map at the path's end, and the rules of the value there."""
        keys = self.keys
        rules: Rules = {}
        for key in path:
            if isinstance(key, int) or "valuesrules" in rules:
                rules = inside(rules)
            else:
                part = self.part(rules)
                keys = part[1] if part else keys
                rules = keys.get(key, {})
        return keys, rules


def inside(rules: Rules) -> Rules:
    """The rules of the items of a list, or of the values of a map whose keys are free."""
    inner = rules.get("valuesrules", rules.get("schema"))
    return cast("Rules", inner) if isinstance(inner, dict) else {}


def label(key: str, rules: Rules) -> str:
    """The Chinese label of a key; the key itself where it has none."""
    return str(meta(rules).get("label", key))


def meta(rules: Rules) -> dict[str, object]:
    """What a schema says about a key to people: label, help, words."""
    return cast("dict[str, object]", rules.get("meta", {}))


def words(rules: Rules) -> dict[str, str]:
    """The Chinese words accepted for a value, and the value each stands for."""
    return cast("dict[str, str]", meta(rules).get("words", {}))


def usual_words(rules: Rules) -> dict[str, str]:
    """What to call each value: the last of the words for it."""
    return {meant: word for word, meant in words(rules).items()}


@cache
def schema(kind: str) -> Schema:
    """The schema of `kind: plan` (roadmap, standard …), with the parts its file adds (`types`).

    A file that `extends` another has the keys of that one, too.
    """
    shared = cast("dict[str, object]", facts("plangen.schemas", "types.yaml"))
    keys = dict(cast("Keys", facts("plangen.schemas", f"{kind}.yaml")))
    own = cast("dict[str, Keys]", keys.pop("types", {}))
    if isinstance(keys.get("extends"), str):  # else it is a key of the file's own
        keys = schema(str(keys.pop("extends"))).keys | keys
    parts = cast("dict[str, Keys]", shared["types"]) | own
    return Schema(kind, keys, parts, cast("dict[str, str]", shared["shorthands"]))
