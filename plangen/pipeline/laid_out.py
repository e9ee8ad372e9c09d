"""The layout that a spec can have from a document: annexes on turned pages, widths of columns.

Recognising leaves it out: it says nothing of what the plan is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plangen.compose.columns import fair_widths
from plangen.model.document import Document
from plangen.model.plan import Annex, Plan, Section, TableSpec
from plangen.problem import Where

EVEN = 1.05  # columns whose widths differ by less are even
WHOLE = 100  # widths are parts of it


def laid_out(plan: Plan, document: Document) -> Plan:
    """A plan that was recognised in a document, with the layout that this has."""
    layout = Layout(document)
    notice = plan.notice
    return replace(
        plan,
        outline=layout.sections(plan.outline),
        annexes=layout.annexes(plan.annexes),
        notice=replace(notice, annexes=layout.annexes(notice.annexes)) if notice else None,
    )


@dataclass(frozen=True)
class Layout:
    """Where a document has which pages and tables."""

    document: Document

    def annexes(self, annexes: Iterable[Annex]) -> tuple[Annex, ...]:
        """Annexes, those turned that begin on a turned page, or whose table does."""
        return tuple(self._annex(one) for one in annexes)

    def _annex(self, annex: Annex) -> Annex:
        turned = any(self._turned(part.where) for part in (annex, annex.table) if part)
        return replace(annex, landscape=turned, table=self._table(annex.table, turned=turned))

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """Sections with the widths of their tables."""
        return tuple(
            replace(one, table=self._table(one.table), sections=self.sections(one.sections))
            for one in sections
        )

    def _turned(self, where: Where) -> bool:
        at = where.paragraph or 0
        page = next((page for page in reversed(self.document.pages) if page.first <= at), None)
        return page is not None and (page.width or 0) > (page.height or 0)

    def _table(self, table: TableSpec | None, *, turned: bool = False) -> TableSpec | None:
        """A table with its widths, where they are neither even nor what it would have anyway."""
        if table is None:
            return None
        tables = (one.table for one in self.document.blocks if one.where == table.where)
        widths = next((one.widths for one in tables if one is not None), ())
        if len(widths) != len(table.head) or min(widths) <= 0 or max(widths) < EVEN * min(widths):
            return table
        shares = _shares(widths)
        fair = _shares(fair_widths(table, turned=turned))
        own = any(abs(share - other) > 1 for share, other in zip(shares, fair, strict=True))
        return replace(table, widths=shares) if own else table


def _shares(widths: Iterable[float]) -> tuple[int, ...]:
    """Widths as parts of the whole; a column is never left without one."""
    widths = tuple(widths)
    return tuple(max(1, round(WHOLE * width / sum(widths))) for width in widths)
