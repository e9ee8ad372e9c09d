"""A plan as paper shows it: the law of the round trip compares what is read with this.

For every sound plan, recognise(read(write(compose(plan)))) == printed(plan). What doesn't print
is dropped: the period, exclusions and their reasons, where else a standard is assigned, breaks of
titles, the layout (widths of columns and turned pages among it, which say nothing of what the plan
is), short names of the locality. What prints in one form has that form; the
reasons stand where it is done: `printed_outline` (sections, and whose a paragraph is),
`printed_bodies` (what a sentence says), `printed_duties` (clauses), `printed_assignments`,
`printed_phases` (dates), `printed_roster`, `printed_notice`, `printed_prose` (what sentences and
tables say beside). Nothing here reads a file.
"""

from __future__ import annotations

from dataclasses import replace

from plangen.compose import composed
from plangen.compose.titles import plan_title
from plangen.model.plan import Office, Plan
from plangen.recognise.clauses import Catalogues
from plangen.recognise.locality import read_locality
from plangen.recognise.printed_annexes import listed_leaders, printed_annexes, roster_in_lines
from plangen.recognise.printed_notice import printed_addressees, printed_notice
from plangen.recognise.printed_outline import Builder
from plangen.recognise.printed_prose import assigned_in_tables, led_in_words, printed_uses
from plangen.recognise.printed_roster import is_spaced
from plangen.recognise.titles import tidy
from plangen.recognise.worded import Worded
from plangen.standard.context import Context


def printed(plan: Plan, context: Context) -> Plan:
    """The plan that its 印发稿 shows; without a notice its 实施方案."""
    *_, document = composed(context).values()
    uses = tuple(printed_uses(context, document.texts()))
    by_id = {use.id: context.standards[use.id] for use in uses if use.id in context.standards}
    catalogues = Catalogues(uses, by_id)
    builder = Builder(context, catalogues, Worded())
    sections, closing = builder.outline()
    shown = builder.shown
    given = (*plan.annexes, *(plan.notice.annexes if plan.notice else ()))
    listed = listed_leaders(context, given)
    leaders = shown.bodies.leaders or listed
    if is_spaced(roster_in_lines(context, given)) and plan.wording.posts == "space":
        builder.worded.say("posts", "space")
    notice = printed_notice(plan, plan.notice, context, leaders) if plan.notice else None
    title = tidy(plan_title(replace(plan, notice=None)))
    titles = [*(notice.issuer if notice else ()), title, notice.title if notice else ""]
    annexes = printed_annexes(context, plan.annexes, leaders)
    to, preamble = printed_addressees(plan)
    tabled = (*annexes, *(notice.annexes if notice else ()))
    return Plan(
        title=title,
        locality=read_locality(titles, document.texts()),
        standards=uses,
        to=to,
        preamble=preamble if sections else "\n".join(filter(None, (preamble, closing))),
        outline=sections,
        targets=shown.targets,
        leaders=leaders or led_in_words(context),
        offices=tuple(each for each in shown.bodies.groups if isinstance(each, Office)),
        groups=tuple(each for each in shown.bodies.groups if not isinstance(each, Office)),
        assignments=shown.assignments or assigned_in_tables(sections, tabled, catalogues),
        phases=shown.phases,
        guarantees=shown.guarantees,
        closing=closing if sections else "",
        contact=plan.contact,
        annexes=annexes,
        notice=notice,
        wording=builder.worded.wording(),
    )
