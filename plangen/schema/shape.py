"""Bring the user's values into the schema's own form before it is checked.

Chinese labels become keys, Chinese words become values, a lone value becomes a list of one or
a map with its shorthand key. Places follow: what was found at a label is found at its key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from plangen.problem import Level, Path, Problem, Where
from plangen.schema.load import Keys, Rules, Schema, inside, label, words
from plangen.source.places import Source, Spot, Value
from plangen.source.syntax import colon

EMPTY = {"column", "cell"}  # the types of what may be left empty


@dataclass
class Shaper:
    """Shapes one source; `spots` and `key_spots` are the places by the new paths."""

    schema: Schema
    source: Source
    spots: dict[Path, Spot]
    key_spots: dict[Path, Spot]
    problems: list[Problem]
    labels: dict[int, dict[str, str]] = field(default_factory=dict)

    def map(self, data: dict[str, Value], keys: Keys, old: Path, new: Path) -> dict[str, Value]:
        """A map with its labels turned into keys; unknown keys stay for the check to find."""
        out: dict[str, Value] = {}
        for name, value in data.items():
            key = name if name in keys else self._labels(keys).get(name, name)
            was = (*old, name)
            now = was if old is new and name == key else (*new, key)
            if key in out:
                self._twice(label(key, keys[key]), was, now)
                continue
            self.key_spots[now] = self.source.keys[was]
            out[key] = self.value(value, keys.get(key, {}), was, now)
        return out

    def value(self, data: Value, rules: Rules, old: Path, new: Path) -> Value:
        """A value in the form its rules ask for, where that is clear."""
        self._move(old, new)
        kinds = rules.get("type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if "list" in kinds and data is not None:
            if not isinstance(data, list) and "line" not in kinds:
                self._move(old, (*new, 0))
                return [self.value(data, inside(rules), old, (*new, 0))]
            if isinstance(data, list):
                return self._items(data, inside(rules), old, new)
        if "dict" in kinds:
            return self._dict(data, rules, old, new)
        if data is None and kinds[0] in EMPTY:
            return ""
        if isinstance(data, str):
            return words(rules).get(data, data)
        return data

    def _items(self, data: list[Value], rules: Rules, old: Path, new: Path) -> list[Value]:
        was = [(*old, i) for i in range(len(data))]
        now = was if old is new else [(*new, i) for i in range(len(data))]
        return [
            self.value(item, rules, *paths) for item, *paths in zip(data, was, now, strict=True)
        ]

    def _dict(self, data: Value, rules: Rules, old: Path, new: Path) -> Value:
        part = self.schema.part(rules)
        if part is None:
            return self._free(data, rules, old, new) if isinstance(data, dict) else data
        name, keys = part
        if isinstance(data, str) and name in self.schema.shorthands:
            key = self.schema.shorthands[name]
            if _meant_as_key(data, keys, keys[key]):
                return data
            self._move(old, (*new, key))
            return {key: data}
        return self.map(data, keys, old, new) if isinstance(data, dict) else data

    def _free(self, data: dict[str, Value], rules: Rules, old: Path, new: Path) -> Value:
        """A map whose keys are free: only its values are shaped."""
        self.key_spots |= {(*new, key): self.source.keys[(*old, key)] for key in data}
        inner = inside(rules)
        return {
            key: self.value(item, inner, (*old, key), (*new, key)) for key, item in data.items()
        }

    def _labels(self, keys: Keys) -> dict[str, str]:
        """The key that each label stands for; every map of a part asks anew."""
        if id(keys) not in self.labels:
            self.labels[id(keys)] = {label(key, rules): key for key, rules in keys.items()}
        return self.labels[id(keys)]

    def _move(self, old: Path, new: Path) -> None:
        if spot := self.source.values.get(old):
            self.spots[new] = spot

    def _twice(self, called: str, was: Path, now: Path) -> None:
        spot = self.source.keys[was]
        first = self.key_spots[now].line
        message = f"“{called}”与“{now[-1]}”是同一个键（第 {first} 行已有），只能写一个"
        where = Where((), None, spot.line, spot.column, spot.width)
        self.problems.append(Problem("spec-key-twice", Level.ERROR, message, where))


def _meant_as_key(text: str, keys: Keys, rules: Rules) -> bool:
    """Whether a lone value is a key with the wrong colon; “期限：……” may well begin a text."""
    found = colon(text)
    labels = {label(key, rule) for key, rule in keys.items()} if rules["type"] == "line" else set()
    return found is not None and found[1] in {*keys, *labels}


def shape(source: Source, schema: Schema) -> tuple[Source, list[Problem]]:
    """A copy of the source in the schema's form."""
    spots: dict[Path, Spot] = {}
    keys: dict[Path, Spot] = {}
    problems: list[Problem] = []
    shaper = Shaper(schema, source, spots, keys, problems)
    data = cast("dict[str, Value]", source.data)
    if () in source.values:
        spots[()] = source.values[()]
    shaped = shaper.map(data, schema.keys, (), ())
    return Source(source.name, source.text, shaped, keys, spots), problems
