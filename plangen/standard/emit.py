"""A catalogue as the text of its YAML file.

Limit: it writes what `Standard` holds; comments of the file it came from are lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from plangen.standard.catalogue import (
    CatalogueSection,
    Clause,
    Indicator,
    IndicatorTable,
    Standard,
)

# What YAML takes for the text it is, in a block and between brackets.
_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff（《“〔【①-⑳Ⅰ-Ⅻ](?:[^\n:#]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
_IN_BRACKETS = re.compile(r"[A-Za-z\u4e00-\u9fff（《“〔【][^\n:#,\[\]{}]*(?<!\s)")
_TAKEN = {"true", "false", "yes", "no", "on", "off", "null", "y", "n", "是", "否"}

Value = str | int | bool | None


def as_yaml(standard: Standard, comment: Sequence[str] = ()) -> str:
    """The file of a catalogue, with a comment at its head."""
    lines = [f"# {line}".rstrip() for line in comment] + ([""] if comment else [])
    lines += ["kind: standard"]
    for key in ("id", "title", "edition", "issuer", "status", "scope"):
        lines += _key(key, getattr(standard, key))
    lines.append(f"complete: {_flag(flag=standard.complete)}")
    lines += _list("missing", standard.missing)
    lines.append("sections:")
    for section in standard.sections:
        lines += _item(_section(section))
    if standard.indicator_table:
        lines += ["indicator_table:", *(f"  {line}" for line in _table(standard.indicator_table))]
    return "\n".join([*lines, ""])


def _section(section: CatalogueSection) -> Iterator[str]:
    for key in ("id", "number", "title"):
        yield from _key(key, getattr(section, key))
    if not section.complete:
        yield "complete: false"
    yield from _list("missing", section.missing)
    if not section.clauses:
        yield "clauses: []"
        return
    yield "clauses:"
    for clause in section.clauses:
        yield from _item(_clause(clause))


def _clause(clause: Clause) -> Iterator[str]:
    yield from _key("id", clause.id)
    yield f"number: {clause.number}"
    yield from _key("text", clause.text)
    if not clause.text_complete:
        yield "text_complete: false"
    if clause.indicators:
        yield "indicators:"
        yield from (f"- {_flow(indicator)}" for indicator in clause.indicators)
    yield f"applies_to: {_words(clause.applies_to)}"
    yield from _key("source", clause.source)


def _table(table: IndicatorTable) -> Iterator[str]:
    yield from _key("title", table.title)
    yield from _key("note", table.note)
    yield "items:"
    for item in table.items:
        number = {"no": str(item.no)} if item.no is not None else {}
        yield f"- {_flow(item, number, {'applies_to': _words(item.applies_to)})}"


def _flow(item: Indicator, *more: Mapping[str, str]) -> str:
    """An indicator on one line: {name: 清运率, op: ==, value: "100", unit: "%"}."""
    pairs: dict[str, str] = {}
    for key in ("name", "op", "value", "unit", "scope", "kind", "relative_to"):
        if value := getattr(item, key):
            pairs[key] = _quoted(value, _IN_BRACKETS)
    if item.period_years is not None:
        pairs["period_years"] = str(item.period_years)
    for extra in more:
        pairs = dict(extra) | pairs if "no" in extra else pairs | dict(extra)
    return f"{{{', '.join(f'{_name(key)}: {value}' for key, value in pairs.items())}}}"


def _name(key: str) -> str:
    """`no` in quotes: to YAML it is false."""
    return f'"{key}"' if key in _TAKEN else key


def _words(words: Sequence[str]) -> str:
    return f"[{', '.join(_quoted(word, _IN_BRACKETS) for word in words)}]"


def _item(lines: Iterator[str]) -> Iterator[str]:
    """Lines as an item of a list."""
    for number, line in enumerate(lines):
        yield f"{'  ' if number else '- '}{line}".rstrip()


def _key(key: str, value: str) -> list[str]:
    """A key with a text: as it is, in quotes, or line by line. Nothing for an empty one."""
    if not value:
        return []
    if "\n" in value:
        return [f"{key}: |-", *(f"  {line}" for line in value.split("\n"))]
    return [f"{key}: {_quoted(value, _PLAIN)}"]


def _list(key: str, values: Sequence[str]) -> list[str]:
    return [f"{key}:", *(f"- {_quoted(value, _PLAIN)}" for value in values)] if values else []


def _quoted(text: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(text) and text.lower() not in _TAKEN:
        return text
    return json.dumps(text, ensure_ascii=False)


def _flag(*, flag: bool) -> str:
    return "true" if flag else "false"
