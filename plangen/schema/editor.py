"""The schema of a kind of file as JSON Schema, for editors that complete and check while typing.

Draft 7, which the YAML extensions of editors know best. English keys and Chinese labels are both
offered, with the help of `schemas/`. Limit: what plangen alone can tell (a date that exists, a
clause that is known, a key given in both languages) an editor doesn't see.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from plangen.schema.load import Keys, Rules, Schema, inside, label, meta, schema, words
from plangen.schema.texts import FLAGS

Json = dict[str, object]

DRAFT = "http://json-schema.org/draft-07/schema#"
SCALAR = ["string", "number", "boolean"]  # what YAML may take a bare word for
TEXTS: Mapping[str, Json] = {
    "line": {"type": SCALAR},
    "text": {"type": SCALAR},
    "column": {"type": [*SCALAR, "null"]},
    "cell": {"type": [*SCALAR, "null"]},
    "time": {"type": ["string", "integer"]},
    "flag": {"enum": [True, False, *FLAGS]},
    "number": {"type": ["number", "string"]},
}
"""Each type of text as an editor should take it."""


def editor_schema(kind: str) -> Json:
    """The JSON Schema of `kind: plan` (roadmap, townships …)."""
    found = schema(kind)
    parts = {name: _map(found, keys) for name, keys in found.parts.items()}
    whole = _map(found, found.keys)
    return {"$schema": DRAFT, "title": f"plangen {kind}", **whole, "definitions": parts}


def _map(of: Schema, keys: Keys) -> Json:
    """A map with these keys, each under its English name or its Chinese label."""
    properties: Json = {}
    for key, rules in keys.items():
        named = _named(of, rules)
        properties |= {key: named, label(key, rules): named}
    needed = [{key, label(key, rules)} for key, rules in keys.items() if rules.get("required")]
    out: Json = {"type": "object", "properties": properties, "additionalProperties": False}
    if needed:
        out["allOf"] = [{"anyOf": [{"required": [n]} for n in sorted(one)]} for one in needed]
    return out


def _named(of: Schema, rules: Rules) -> Json:
    """The value of a key, with what the key is for."""
    said = meta(rules)
    return {"title": said.get("label"), "description": said.get("help"), **_value(of, rules)}


def _value(of: Schema, rules: Rules) -> Json:
    """A value of one of the types that its rules name."""
    kinds = rules.get("type")
    arms = [_arm(of, str(kind), rules) for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return arms[0] if len(arms) == 1 else {"anyOf": arms}


def _arm(of: Schema, kind: str, rules: Rules) -> Json:
    if kind == "list":
        return _list(of, rules)
    if kind == "dict":
        return _dict(of, rules)
    if "allowed" in rules:
        allowed = cast("list[str]", rules["allowed"])
        return {"enum": [*words(rules), *allowed]}
    form = {"pattern": f"^(?:{rules['regex']})$"} if "regex" in rules else {}
    return {**TEXTS.get(kind, {"type": SCALAR}), **form}


def _list(of: Schema, rules: Rules) -> Json:
    """A list, or its one item alone."""
    item = _value(of, inside(rules))
    least = {} if rules.get("empty", True) else {"minItems": 1}
    listed: Json = {"type": "array", "items": item, **least}
    return listed if item.get("type") == "array" else {"anyOf": [listed, item]}


def _dict(of: Schema, rules: Rules) -> Json:
    """A part, or its shorthand; else a map whose keys are free."""
    part = of.part(rules)
    if part is None:
        return {"type": "object", "additionalProperties": _value(of, inside(rules))}
    whole: Json = {"$ref": f"#/definitions/{part[0]}"}
    if part[0] not in of.shorthands:
        return whole
    return {"anyOf": [whole, _value(of, part[1][of.shorthands[part[0]]])]}
