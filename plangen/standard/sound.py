"""What makes no catalogue of a file that has the form of one: ids and numbers that don't agree.

The schema sees a value by itself; here the values are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from plangen.problem import Level, Path, Problem, Where
from plangen.source.places import Source, Value

Maps = list[Mapping[str, Value]]
RULE = "spec-catalogue"
WHOLE = {"number", "period_years", "no"}


def faults(source: Source) -> Iterator[Problem]:
    """What is wrong with a catalogue that its schema has passed, in the order of the file."""
    data = cast("dict[str, Value]", source.data)
    sections = cast("Maps", data["sections"])
    ids: set[str] = set()
    for at, section in enumerate(sections):
        name = str(section["id"])
        path: Path = ("sections", at)
        if name in ids:
            yield _fault(f"编号为“{name}”的节已有一个，各节应为 A、B、C……", (*path, "id"))
        ids.add(name)
        yield from _of_clauses(
            name, cast("Maps", section.get("clauses") or []), (*path, "clauses")
        )
    yield from _of_numbers(data, ())


def _of_clauses(section: str, clauses: Maps, path: Path) -> Iterator[Problem]:
    """The clauses of a section are B1, B2 … in this order, printed so many numbers further on."""
    last, offset = 0, None
    for at, clause in enumerate(clauses):
        name, number = str(clause["id"]), str(clause["number"])
        if not name.startswith(section):
            message = f"“{name}”在编号为“{section}”的节里，应以 {section} 打头"
            yield _fault(message, (*path, at, "id"))
            continue
        position = int(name.removeprefix(section))
        if position <= last:
            message = f"“{name}”应排在 {section}{last} 之后；各条按次序编号，不能重复"
            yield _fault(message, (*path, at, "id"))
            continue
        last = position
        if not number.isdecimal():
            continue
        if offset is not None and int(number) - position != offset:
            message = f"条号 {number} 与编号 {name} 对不上，应为 {position + offset}"
            yield _fault(message, (*path, at, "number"))
        offset = int(number) - position if offset is None else offset


def _of_numbers(data: Value, path: Path) -> Iterator[Problem]:
    """Numbers of clauses, years and rows are whole; that of a section (二) is a text."""
    if isinstance(data, list):
        for at, item in enumerate(data):
            yield from _of_numbers(item, (*path, at))
    elif isinstance(data, dict):
        for key, value in data.items():
            whole = key in WHOLE and "clauses" not in data
            if whole and isinstance(value, str) and not value.isdecimal():
                yield _fault(f"“{value}”应是整数", (*path, key))
            yield from _of_numbers(value, (*path, key))


def _fault(message: str, path: Path) -> Problem:
    return Problem(RULE, Level.ERROR, message, Where(path))
