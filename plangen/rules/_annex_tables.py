"""The tables that a plan has in its annexes and sections, with what they are called."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import Section, TableSpec
from plangen.rules.base import Case


def tables_of(case: Case) -> Iterator[tuple[str, TableSpec]]:
    """The tables of the annexes and of the sections, with the titles above them."""
    notice = case.plan.notice
    for annex in (*case.plan.annexes, *(notice.annexes if notice else ())):
        if annex.table:
            yield annex.title, annex.table
    yield from _of_sections(case.plan.outline)


def _of_sections(sections: tuple[Section, ...]) -> Iterator[tuple[str, TableSpec]]:
    for section in sections:
        if section.table:
            yield section.heading, section.table
        yield from _of_sections(section.sections)
