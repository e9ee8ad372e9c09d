"""Tables: which column holds what, and those that are kept as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.model.document import Block
from plangen.model.plan import TableSpec


def spec_of(block: Block) -> TableSpec | None:
    """A table as a spec has it; rows are filled up to the head's columns."""
    if block.table is None or not block.table.rows:
        return None
    rows = [["\n".join(cell).strip() for cell in row.cells] for row in block.table.rows]
    width = max(len(row) for row in rows)
    head, *filled = [(*row, *[""] * (width - len(row))) for row in rows]
    return TableSpec(
        head=tuple(re.sub(r"\s*\n\s*", "", cell) for cell in head),
        rows=tuple(filled),
        where=block.where,
    )


def column_of(
    head: Sequence[str], form: str | re.Pattern[str], but: Sequence[int | None] = ()
) -> int | None:
    """The first column whose head reads so, some columns left out; None where none does."""
    found = (at for at, name in enumerate(head) if at not in but and re.search(form, name))
    return next(found, None)
