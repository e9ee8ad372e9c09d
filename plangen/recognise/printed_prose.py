"""What the prose of a plan shows: who leads, how a standard is called, who does what in tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.compose import compose_plan
from plangen.compose.assignments import themes
from plangen.compose.duties import clauses_in_words
from plangen.compose.outline import outline
from plangen.model.document import Role
from plangen.model.plan import Annex, Assignment, Leaders, Section, StandardUse, TableSpec
from plangen.problem import NOWHERE
from plangen.recognise.assignment_table import assignments_of
from plangen.recognise.clauses import Catalogues
from plangen.recognise.doubts import Doubts
from plangen.recognise.roster_sentence import leaders_in_words
from plangen.recognise.standards import TITLE
from plangen.standard.catalogue import Standard
from plangen.standard.context import Context
from plangen.standard.refs import cited


def led_in_words(context: Context) -> Leaders | None:
    """A leading group that stands in a sentence of the plan, with everybody in it."""
    lines = []
    for block in compose_plan(context).blocks:
        if block.role is Role.ANNEX_LABEL:
            break
        lines += [(block.text, NOWHERE)] if block.table is None else []
    return leaders_in_words(lines, Doubts())


def assigned_in_tables(
    sections: Iterable[Section], annexes: Iterable[Annex], catalogues: Catalogues
) -> tuple[Assignment, ...]:
    """The assignments of the first table that says who does what."""
    tables = [*(table for section in sections for table in _tables(section))]
    tables += [annex.table for annex in annexes if annex.table]
    for table in tables:
        found = assignments_of([table.head, *table.rows], catalogues)
        if rows := tuple(assignment for _, assignment in found):
            return rows
    return ()


def _tables(section: Section) -> Iterator[TableSpec]:
    if section.table:
        yield section.table
    for child in section.sections:
        yield from _tables(child)


def printed_uses(context: Context, texts: Iterable[str]) -> Iterator[StandardUse]:
    """The standards: told by their ids, or named in a sentence with a section.

    How one is cited is seen where its clauses are named, else where it is called otherwise.
    """
    named = {use.id or use.title for use in _named(context)}
    lines = list(texts)
    for use in context.plan.standards:
        standard = context.standards.get(use.id)
        title = cited(use, standard)
        if not use.id and use.title in named:
            yield StandardUse(title=title)
        elif use.id and standard and use.id not in named:
            yield StandardUse(id=use.id, cited=_called(standard, lines))
        elif use.id:
            own = standard is not None and title != standard.title
            yield StandardUse(id=use.id, cited=title if own else "")


def _named(context: Context) -> Iterator[StandardUse]:
    """The standards whose clauses a sentence names."""
    themed = (theme for body in context.plan.bodies for theme in body.themes)
    for ref in (ref for theme in themed for ref in clauses_in_words(context, theme.clauses)):
        if use := context.use(ref.standard):
            yield use
    shown = (section for section in outline(context.plan) if "assignments" in section.show)
    if any(section.print in {"numbers", "both"} for section in shown):
        for duty in (duty for theme in themes(context) for duty in theme.duties if duty.clauses):
            if use := context.use(duty.assignment.standard):
                yield use


def _called(standard: Standard, texts: Iterable[str]) -> str:
    """How texts call a standard, where it isn't by its title: 《……（2021版）》."""
    for found in (one for text in texts for one in TITLE.finditer(text)):
        dated = not found["edition"] or standard.edition.startswith(found["edition"])
        if found[1] == standard.title and dated and found.group()[1:-1] != standard.title:
            return found.group()[1:-1]
    return ""
