"""A template as the writer needs it, worked out once; as plain data it can be kept in a file."""

from __future__ import annotations

from typing import NamedTuple

from plangen.kept import Plain
from plangen.model.document import Role
from plangen.template.archive import Entry
from plangen.template.looks import Look, Page
from plangen.template.program import Program
from plangen.template.samples import Sample, SampleCell, SampleRow, Samples, SampleTable


class Prepared(NamedTuple):
    """All there is to know of a template.

    `data` is the package, with the font profile applied. `parts` are those that are the same in
    every document. Without a `program` docxtpl has to fill it in, and `why` says what for.
    """

    data: bytes
    page: Page
    samples: Samples
    looks: dict[Role, Look]
    parts: tuple[Entry, ...]
    program: Program | None
    why: str = ""


def plain(value: object) -> Plain:
    """A value of tuples with names and of roles as one of bare tuples and strings."""
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    return str(value) if isinstance(value, str) else value


def prepared(value: Plain) -> Prepared:
    """The template again, from what `plain` gave."""
    data, page, samples, looks, parts, program, why = value
    return Prepared(
        data,
        Page(*page),
        _samples(*samples),
        {Role(role): Look(*look) for role, look in looks.items()},
        tuple(Entry(*part) for part in parts),
        program,
        why,
    )


def _samples(loop: bool, paragraphs: Plain, tables: Plain, anchor: Plain) -> Samples:
    return Samples(
        loop,
        {Role(role): Sample(*sample) for role, sample in paragraphs.items()},
        {Role(role): SampleTable(own, tuple(_rows(rows))) for role, (own, rows) in tables.items()},
        Sample(*anchor) if anchor else None,
    )


def _rows(rows: Plain) -> list[SampleRow]:
    return [
        SampleRow(own, tuple(SampleCell(each, Sample(*sample)) for each, sample in cells))
        for own, cells in rows
    ]
