"""Reword a part of the plan with everything in it: sections, items, targets, tables.

What prints nothing (ids, ways of printing) stays. An item whose text is another's alone is gone,
and so is the row of a table; a table of others' rows alone takes its annex with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import MISSING, fields
from typing import TypeVar, cast

from plangen.derive.origin import Kind, Made, Origin, altered, copied, listed
from plangen.derive.wording import Wording
from plangen.model.plan import Annex, Part, TableSpec
from plangen.problem import Where
from plangen.text.dates import Date

P = TypeVar("P", bound=Part)
AS_THEY_ARE = frozenset({"show", "print", "op", "value", "unit", "id", "ids", "clauses"})
# The head of a column that says whose a row is: 乡镇, 所在乡镇（街道）.
WHOSE = re.compile(r"(?:所[在属]|责任|涉及)?乡镇(?:[（、](?:街道|场)）?)?(?:名称)?")
PARAGRAPHS = frozenset({"text", "after", "duties", "body", "closing", "preamble"})


def reworded(part: P, wording: Wording) -> Made[P] | None:
    """The part in a township's words; None where nothing of its text is left."""
    if isinstance(part, Annex) and _is_others(part, wording):
        return None
    values: dict[str, Made[object]] = {}
    for item in fields(part):
        given = getattr(part, item.name)
        if not given or isinstance(given, Where) or given == item.default:
            continue
        found = _value(given, item.name, part.where / item.name, wording)
        required = item.default is MISSING and item.default_factory is MISSING
        if found is None and required:
            return None
        values[item.name] = Made("") if found is None else found
    return altered(part, **values)


def every(parts: Iterable[P], wording: Wording) -> Made[tuple[P, ...]]:
    """Parts in a row, without those of which nothing is left."""
    found = (reworded(part, wording) for part in parts)
    return listed(one for one in found if one is not None)


def _value(given: object, name: str, where: Where, wording: Wording) -> Made[object] | None:
    if isinstance(given, str):
        return _text(given, name, where, wording)
    if isinstance(given, TableSpec):
        return _table(given, wording)
    if isinstance(given, Part):
        return reworded(given, wording)
    if not isinstance(given, tuple) or name in AS_THEY_ARE:
        return copied(given, where)
    if all(isinstance(one, Part) for one in given):
        return every(cast("tuple[Part, ...]", given), wording)
    found = (_value(one, name, where / index, wording) for index, one in enumerate(given))
    return listed(one for one in found if one is not None)


def _is_others(annex: Annex, wording: Wording) -> bool:
    """Whether an annex is another township's: by its title, or as all rows of its table are."""
    rows = annex.table.rows if annex.table and not annex.text else ()
    others = bool(rows) and all(wording.foreign("，".join(row)) for row in rows)
    return others or bool(wording.foreign(annex.title))


def _table(table: TableSpec, wording: Wording) -> Made[TableSpec]:
    """A table without the rows of others, those that are left numbered anew."""
    where = table.where
    kept = [at for at, row in enumerate(table.rows) if not wording.foreign("，".join(row))]
    numbered = all(row[:1] == (str(number),) for number, row in enumerate(table.rows, 1))
    rows = []
    for number, at in enumerate(kept, 1):
        row = (str(number), *table.rows[at][1:]) if numbered else table.rows[at]
        rows.append(_cells(row, where / "rows" / at, wording))
    return altered(table, head=_cells(table.head, where / "head", wording), rows=listed(rows))


def _cells(row: Iterable[str], where: Where, wording: Wording) -> Made[tuple[str, ...]]:
    return listed(
        copied(cell, where / at) if WHOSE.fullmatch(cell) else wording.line(cell, where / at)
        for at, cell in enumerate(row)
    )


def _text(given: str, name: str, where: Where, wording: Wording) -> Made[str] | None:
    if name in AS_THEY_ARE:
        return copied(given, where)
    return wording.text(given, where) if name in PARAGRAPHS else wording.line(given, where)


def dated(date: Date, source: Where, why: str = "") -> Made[Date]:
    """A date of the county's, or one reckoned from it."""
    return Made(date, {(): Origin(Kind.COMPUTED if why else Kind.COPIED, source, (), why)})
