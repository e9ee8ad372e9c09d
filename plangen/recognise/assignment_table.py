"""Tables of who does what (责任分解表), by the words in their heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plangen.model.document import Block, Row
from plangen.model.plan import Assignment, Party
from plangen.problem import Where
from plangen.recognise.assignments import assignment, by_number
from plangen.recognise.clauses import Catalogues
from plangen.recognise.marks import Parts, unit_list, words
from plangen.recognise.tables import column_of

LEAD = "牵头(?!领导|人)|责任单位|责任部门|主办|主责|承办|负责单位|责任主体|实施单位|落实单位"
SUPPORT = "协助|配合|协办|参与|协同"
TEXT = "内容|任务|条款|标准|要求|事项|指标"
DETAIL = "具体(?:措施|内容|任务|工作|要求)|措施"  # beside what it details, which is its section
SECTION = "项目|类别|方面|章节|分类"
LEAST = 2  # rows: a head and one more


@dataclass(frozen=True)
class Columns:
    """Where a table has what."""

    text: int
    lead: int
    support: int | None
    section: int | None


def assigned_in(blocks: Iterable[Block], catalogues: Catalogues) -> tuple[Assignment, ...]:
    """The assignments of the first of some blocks that is such a table."""
    tables = (block for block in blocks if block.table)
    return next(filter(None, (table_assignments(table, catalogues) for table in tables)), ())


def table_assignments(block: Block, catalogues: Catalogues) -> tuple[Assignment, ...]:
    """The assignments of a table that was read, each at its row's place."""
    rows = block.table.rows if block.table else ()
    return tuple(
        replace(found, where=_place(rows[at], block.where))
        for at, found in assignments_of(_texts(rows), catalogues)
    )


def _texts(rows: Sequence[Row]) -> list[list[str]]:
    """The cells of a table; units in a cell merged with the one above are those of its row too."""
    texts = [["\n".join(cell).strip() for cell in row.cells] for row in rows]
    columns = columns_of(texts[0]) if texts else None
    if columns is not None:
        units = (columns.lead, columns.support)
        for above, row, here in zip(texts, rows[1:], texts[1:], strict=False):
            for column in row.merged:
                if column in units:
                    here[column] = above[column]
    return texts


def assignments_of(
    rows: Sequence[Sequence[str]], catalogues: Catalogues
) -> Iterator[tuple[int, Assignment]]:
    """The assignments of a table, row by row; a cell merged with the one above holds on."""
    columns = columns_of(rows[0]) if len(rows) >= LEAST else None
    if columns is None:
        return
    held = ""
    for at, row in enumerate(rows[1:], 1):
        cells = Cells(row)
        held = cells[columns.section] or held
        text = cells[columns.text]
        mark = _named(cells[columns.lead], cells[columns.support]).mark(text)
        if text or mark.lead:
            yield at, assignment(mark, held, catalogues, by_number(text, held, catalogues))[0]


@dataclass(frozen=True)
class Cells:
    """The cells of a row; what isn't there is empty."""

    row: Sequence[str]

    def __getitem__(self, column: int | None) -> str:
        """A cell's text."""
        return self.row[column] if column is not None and column < len(self.row) else ""


def _named(lead: str, support: str) -> Parts:
    """Who leads and who else has a part; units may stand below a label of their own."""
    out = Parts()
    for party in _parties(lead):
        if party.label:
            out.take(party)
        else:
            out.lead += party.units
    column = list(_parties(support))
    if out.support and not all(party.label for party in column):  # those have the column's label
        out.also.append(Party(label=out.support_label, units=out.support))
        out.support, out.support_label = (), ""
    for party in column:
        if out.support and party.label != out.support_label:
            out.also.append(party)
        else:
            out.support, out.support_label = (*out.support, *party.units), party.label
    return out


def _parties(cell: str) -> Iterator[Party]:
    """The units of a cell, and those below a label of their own."""
    labels = [found for found in words().label.finditer(cell) if _is_party(found["label"])]
    ends = [*(found.start() for found in labels), len(cell)]
    if units := unit_list(cell[: ends[0]]):
        yield Party(label="", units=units)
    for found, end in zip(labels, ends[1:], strict=True):
        yield Party(label=found["label"], units=unit_list(cell[found.end() : end]))


def _is_party(label: str) -> bool:
    return label in words().lead or label in words().support


def columns_of(row: Sequence[str]) -> Columns | None:
    """What the columns below a head hold; None where nobody is named for anything."""
    head = [re.sub(r"\s", "", cell) for cell in row]
    lead = column_of(head, LEAD)
    theme = column_of(head, TEXT, but=(lead,))
    detail = column_of(head, DETAIL, but=(lead, theme))
    text = theme if detail is None else detail
    if lead is None or text is None:
        return None
    support = column_of(head, SUPPORT)
    if support is None:
        support = column_of(head, LEAD, but=(lead, text))
    section = column_of(head, SECTION, but=(lead, text, support))
    if section is None and theme != text:
        section = theme
    return Columns(text, lead, support, section)


def _place(row: Row, default: Where) -> Where:
    """The place of a row: that of its first paragraph."""
    return next((place for places in row.places for place in places), default)
