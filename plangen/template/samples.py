"""What one paragraph or table of each role looks like in a template, as find.py found it.

Tuples with names, not dataclasses: these classes take an eighth of the time to import.
"""

from __future__ import annotations

from typing import NamedTuple

from plangen.model.document import HEADINGS, Role
from plangen.template.markup import Properties

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# What only stands in tables has no branch of its own.
IN_TABLES = (
    Role.MARK_TABLE,
    Role.SIGNATURE_TABLE,
    Role.TABLE,
    Role.TABLE_HEAD,
    Role.TABLE_CELL,
    Role.IMPRINT,
)
CORNER = (Role.COPY_NUMBER, Role.GRADE)  # few documents have them, and few older templates
RUN_IN = (*HEADINGS, Role.PHASE)  # text can follow them on the same line
TABLES = frozenset({Role.MARK_TABLE, Role.SIGNATURE_TABLE, Role.TABLE, Role.IMPRINT})


class Sample(NamedTuple):
    """A sample paragraph: its properties, those of its text, and what stands around the text.

    `rest` are the properties of the text after a run-in heading; `before` and `after` are runs
    that an office has written into the sample, as XML.
    """

    paragraph: Properties
    text: Properties
    rest: Properties
    before: str = ""
    after: str = ""


class SampleCell(NamedTuple):
    """A cell: its properties (without the width) and its first paragraph."""

    properties: str
    paragraph: Sample


class SampleRow(NamedTuple):
    """A row of a sample table."""

    properties: str
    cells: tuple[SampleCell, ...]


class SampleTable(NamedTuple):
    """A sample table: the content of its w:tblPr, and its rows."""

    properties: str
    rows: tuple[SampleRow, ...]

    @property
    def cells(self) -> tuple[SampleCell, ...]:
        """The cells, row by row; none if the table is broken."""
        return tuple(cell for row in self.rows for cell in row.cells)


class Samples(NamedTuple):
    """All samples of a template; `anchor` is the paragraph that holds the 版记."""

    loop: bool
    paragraphs: dict[Role, Sample]
    tables: dict[Role, SampleTable]
    anchor: Sample | None

    @property
    def missing(self) -> list[Role]:
        """The roles without a sample, those apart that a template can do without."""
        return [role for role in Role if not (role in CORNER or self.has(role))]

    def has(self, role: Role) -> bool:
        """Whether there is a sample of a role."""
        return role in self.paragraphs or role in self.tables

    def of(self, role: Role) -> Sample:
        """The sample paragraph of a role; for a table, that of its first cell."""
        if role in self.paragraphs:
            return self.paragraphs[role]
        return self.tables[role].cells[0].paragraph
