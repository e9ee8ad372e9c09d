"""A plan as paper shows it: the law of the round trip compares what is read with this.

For every sound plan, recognise(read(write(compose(plan)))) == printed(plan). What doesn't print
is dropped: the period, exclusions and their reasons, where else a standard is assigned, breaks of
titles, the layout, short names of the locality. What prints in one form has that form; the
reasons stand where it is done: `printed_outline` (sections, and whose a paragraph is),
`printed_bodies` (what a sentence says), `printed_duties` (clauses), `printed_assignments`,
`printed_phases` (dates), `printed_roster`, `printed_notice`. Nothing here reads a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plangen.compose.assignments import themes
from plangen.compose.duties import clauses_in_words
from plangen.compose.outline import outline
from plangen.compose.titles import plan_title
from plangen.model.plan import ClauseRef, Office, Plan, StandardUse
from plangen.recognise.clauses import Catalogues
from plangen.recognise.locality import read_locality
from plangen.recognise.printed_annexes import printed_annexes
from plangen.recognise.printed_assignments import tabled_assignments
from plangen.recognise.printed_notice import printed_notice
from plangen.recognise.printed_outline import Builder
from plangen.recognise.titles import tidy
from plangen.recognise.worded import Worded
from plangen.standard.context import Context
from plangen.standard.refs import cited


def printed(plan: Plan, context: Context) -> Plan:
    """The plan that its 印发稿 shows; without a notice its 实施方案."""
    uses = tuple(printed_uses(context))
    by_id = {use.id: context.standards[use.id] for use in uses if use.id in context.standards}
    catalogues = Catalogues(uses, by_id)
    builder = Builder(context, catalogues, Worded())
    sections, closing = builder.outline()
    shown = builder.shown
    notice = printed_notice(plan, plan.notice, context) if plan.notice else None
    title = tidy(plan_title(replace(plan, notice=None)))
    titles = [*(notice.issuer if notice else ()), title, notice.title if notice else ""]
    tabled = any(annex.show == "assignments" for annex in plan.annexes) and plan.assignments
    return Plan(
        title=title,
        locality=read_locality(titles, ()),
        standards=uses,
        preamble=plan.preamble if sections else "\n".join(filter(None, (plan.preamble, closing))),
        outline=sections,
        targets=shown.targets,
        leaders=shown.bodies.leaders,
        offices=tuple(each for each in shown.bodies.groups if isinstance(each, Office)),
        groups=tuple(each for each in shown.bodies.groups if not isinstance(each, Office)),
        assignments=shown.assignments
        or (tabled_assignments(context, catalogues) if tabled else ()),
        phases=shown.phases,
        guarantees=shown.guarantees,
        closing=closing if sections else "",
        contact=plan.contact,
        annexes=printed_annexes(context, plan.annexes),
        notice=notice,
        wording=builder.worded.wording(),
    )


def printed_uses(context: Context) -> Iterator[StandardUse]:
    """The standards: told by their ids, or named in a sentence with a section.

    How one is cited is seen where its clauses are named.
    """
    named = {use.id or use.title: use for use in _named(context)}
    for use in context.plan.standards:
        standard = context.standards.get(use.id)
        title = cited(use, standard)
        if use.id:
            own = use.id in named and standard is not None and title != standard.title
            yield StandardUse(id=use.id, cited=title if own else "")
        elif use.title in named:
            yield StandardUse(title=title)


def _named(context: Context) -> Iterator[StandardUse]:
    """The standards whose clauses a sentence names."""
    for ref in _references(context):
        if use := context.use(ref.standard):
            yield use
    shown = any("assignments" in section.show for section in outline(context.plan))
    printing = {section.print for section in context.plan.outline if "assignments" in section.show}
    if shown and printing & {"numbers", "both"}:
        for duty in (duty for theme in themes(context) for duty in theme.duties if duty.clauses):
            if use := context.use(duty.assignment.standard):
                yield use


def _references(context: Context) -> Iterable[ClauseRef]:
    for body in context.plan.bodies:
        for theme in body.themes:
            yield from clauses_in_words(context, theme.clauses)
