"""Annexes as paper shows them: a table that is made from the plan is a table."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.compose.annexes import given_table, group_table, roster_table
from plangen.compose.assignments import assignment_table
from plangen.compose.roster import roster_blocks
from plangen.model.document import Block, Role, Table
from plangen.model.plan import Annex, Leaders, RosterRole, TableSpec
from plangen.recognise.annex_roster import SHOWN, body_of, tabled
from plangen.recognise.printed_roster import printed_roster
from plangen.recognise.texts import text_of, together
from plangen.recognise.titles import tidy
from plangen.standard.context import Context


def printed_annexes(
    context: Context, annexes: Iterable[Annex], leaders: Leaders | None
) -> tuple[Annex, ...]:
    """The annexes: title, text, one table or the roster of the leading group, text."""
    return tuple(_printed(context, annex, leaders) for annex in annexes)


def _printed(context: Context, annex: Annex, leaders: Leaders | None) -> Annex:
    title, table, lines = tidy(annex.title), _table(context, annex), ""
    if annex.show == SHOWN and context.plan.leaders:
        roster = context.plan.leaders.roster
        listed = _listed(context, annex)
        if listed and leaders and listed.roster == leaders.roster:
            return Annex(title=title, text=annex.text, show=SHOWN, after=annex.after)
        lines = text_of(roster_blocks(roster, context.plan.wording))
    text = together(annex.text, lines)
    if table is None:
        return Annex(title=title, text=together(text, annex.after))
    return Annex(title=title, text=text, table=table, after=annex.after)


def listed_leaders(context: Context, annexes: Iterable[Annex]) -> Leaders | None:
    """The leading group as the first annex that lists it shows it."""
    return next(filter(None, (_listed(context, annex) for annex in annexes)), None)


def roster_in_lines(context: Context, annexes: Iterable[Annex]) -> tuple[RosterRole, ...]:
    """The roster that an annex shows line by line."""
    return next(
        (
            found.roster
            for each in annexes
            if each.show == SHOWN and not each.table
            if (found := _listed(context, each))
        ),
        (),
    )


def _listed(context: Context, annex: Annex) -> Leaders | None:
    """The leading group in the lines of an annex, or in its table."""
    if table := _table(context, annex):
        return tabled(tidy(annex.title), Block(Role.TABLE, table=given_table(table)))
    given, name = context.plan.leaders, body_of(tidy(annex.title))
    if given is None or annex.show != SHOWN or not name:
        return None
    roster = printed_roster(given.roster).all
    return Leaders(name=name, roster=roster) if any(role.people for role in roster) else None


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
