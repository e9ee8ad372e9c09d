"""Annexes as paper shows them: a table that is made from the plan is a table."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.compose.annexes import group_table, roster_table
from plangen.compose.assignments import assignment_table
from plangen.model.document import Table
from plangen.model.plan import Annex, TableSpec
from plangen.recognise.titles import tidy
from plangen.standard.context import Context


def printed_annexes(context: Context, annexes: Iterable[Annex]) -> tuple[Annex, ...]:
    """The annexes: title, text, and one table."""
    return tuple(
        Annex(title=tidy(annex.title), text=annex.text, table=_table(context, annex))
        for annex in annexes
    )


def _table(context: Context, annex: Annex) -> TableSpec | None:
    if annex.show == "assignments":
        plan = context.plan
        return spec(assignment_table(context) if plan.assignments else group_table(context))
    if annex.show == "roster":
        return spec(roster_table(context))
    return TableSpec(head=annex.table.head, rows=annex.table.rows) if annex.table else None


def spec(table: Table) -> TableSpec:
    """A table as a spec has it; the lines of a cell are its paragraphs."""
    head, *rows = [tuple("\n".join(cell) for cell in row.cells) for row in table.rows]
    return TableSpec(head=head, rows=tuple(rows))
