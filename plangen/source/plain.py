"""What a YAML file of plangen's own holds: maps, lists and YAML's plain values.

Limit: merge keys and tags are not understood; tests/test_facts.py finds those that PyYAML reads
otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import yaml


def plain(text: str) -> object:
    """What a YAML text holds, in half the time that PyYAML takes: most of it is plain text."""
    events = (
        event for event in yaml.parse(text, Loader=yaml.CSafeLoader) if isinstance(event, NODES)
    )
    first = next(events, None)
    return _value(first, events, {}) if first else None


NODES = (yaml.NodeEvent, yaml.CollectionEndEvent)


def _value(
    event: yaml.Event, rest: Iterator[yaml.Event], known: dict[str | None, object]
) -> object:
    """The value that begins with an event; those that an alias may name are in `known`."""
    value: object = None
    if isinstance(event, yaml.ScalarEvent):
        value = event.value if event.style else _unquoted(event.value)
    elif isinstance(event, yaml.AliasEvent):
        return known[event.anchor]
    elif isinstance(event, yaml.MappingStartEvent):
        value = {_value(key, rest, known): _value(next(rest), rest, known) for key in _items(rest)}
    elif isinstance(event, yaml.SequenceStartEvent):
        value = [_value(item, rest, known) for item in _items(rest)]
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        known[event.anchor] = value
    return value


def _items(rest: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events with which the items of a list begin, or the keys of a map."""
    for event in rest:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield event


@cache
def _unquoted(text: str) -> object:
    """A text without quotes, which may be a number, true or nothing: 12, true, ~."""
    forms = yaml.CSafeLoader.yaml_implicit_resolvers.get(text[:1], ())
    if any(form.match(text) for _, form in forms):
        return yaml.load(text, Loader=yaml.CSafeLoader)
    return text
