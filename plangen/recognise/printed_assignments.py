"""责任分工 as paper shows it: one assignment for each printed item, and who is in charge.

A range of clauses prints item by item; a clause that the plan words itself shows its number only
where numbers are printed; an assigned section shows the clauses that it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from plangen.compose.assignments import Duty, Theme, parties, themes
from plangen.compose.blocks import stop
from plangen.model.plan import Assignment, Wording
from plangen.recognise.clauses import Catalogues
from plangen.recognise.marks import Parts
from plangen.recognise.party_labels import settled
from plangen.recognise.worded import Worded
from plangen.standard.context import Context
from plangen.standard.refs import spell

FEWEST = 2  # items that are numbered


@dataclass
class Assigned:
    """The assignments of a section; `before` are lines that read as text of the section.

    They are `numbered` where they end in a list: what follows may be anybody's.
    """

    found: list[Assignment] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    print_as: str = "texts"
    numbered: bool = False


def printed_assignments(
    context: Context, catalogues: Catalogues, print_as: str, worded: Worded
) -> Assigned:
    """The assignments of a plan, in the order in which they print."""
    out = Assigned()
    found = sorted(themes(context), key=lambda theme: bool(theme.title))
    for theme in found:
        if theme.charge:
            out.found.append(Assignment(section=theme.title, charge=theme.charge))
        wording = context.plan.wording
        by = [_by(duty.assignment, wording) for duty in theme.duties]
        duties = [
            _printed(duty, one, theme, catalogues, print_as)
            for duty, one in zip(theme.duties, by, strict=True)
        ]
        out.found += _introduced(theme, duties, catalogues)
    out.numbered = bool(found) and len(found[-1].duties) > 1
    out.found, lead, support = settled(out.found)
    worded.say("lead", lead or None)
    worded.say("support", support or None)
    shown = [duty for theme in found for duty in theme.duties if duty.clauses]
    if print_as != "texts" and shown:
        bare = print_as == "numbers" and any(not duty.assignment.text for duty in shown)
        out.print_as = "numbers" if bare else "both"
    first = found[0] if found else None
    if first and not first.title and len(first.duties) == 1:
        out.before = _lines_before(out.found, first, catalogues)
    return out


def _introduced(
    theme: Theme, duties: list[Assignment], catalogues: Catalogues
) -> Iterator[Assignment]:
    """The assignments of a section below its intro; a single one without a number joins it."""
    intro = "\n".join(theme.intros)
    if not intro:
        yield from duties
    elif theme.charge or len(duties) < FEWEST or catalogues.match(intro, theme.title):
        joint = duties[0] if len(duties) == 1 else Assignment(section=theme.title)
        text = "\n".join(filter(None, [intro, joint.text]))
        by = replace(joint, clause="", standard="", section="", text="")
        worded = joint.clause and joint.text  # what is above it makes another wording of it
        yield (
            _as_worded(by, text, theme.title, catalogues) if worded else replace(joint, text=text)
        )
        yield from duties[1:]
    else:
        yield Assignment(section=theme.title, intro=intro)
        yield from duties


def _printed(
    duty: Duty, by: Assignment, theme: Theme, catalogues: Catalogues, print_as: str
) -> Assignment:
    """An assignment as its item shows it."""
    text = stop(duty.text) if duty.text else ""
    if duty.clauses and print_as != "texts":
        known = catalogues.use(duty.standard)
        own = text if duty.assignment.text else ""
        named = catalogues.naming(known.id) if known else ""
        return replace(by, clause=spell(duty.clauses), standard=named, text=own)
    return _as_worded(by, text, theme.title, catalogues)


def _as_worded(by: Assignment, text: str, section: str, catalogues: Catalogues) -> Assignment:
    """An assignment without a number: its clause is seen where it has the clause's wording."""
    match = catalogues.match(text, section) or catalogues.match(text)
    if match is None:
        return replace(by, section=section, text=text)
    same = text.rstrip("。") == match.clause.text.rstrip("。")
    named = catalogues.naming(match.standard)
    return replace(by, clause=match.clause.id, standard=named, text="" if same else text)


def _by(assignment: Assignment, wording: Wording) -> Assignment:
    """Who does it, by the labels that print: one that may lead does, where nobody else does."""
    parts = Parts()
    for party in parties(assignment, wording):
        parts.take(party)
    return parts.mark("").by


def _lines_before(found: list[Assignment], first: Theme, catalogues: Catalogues) -> list[str]:
    """A single assignment without a section and a number: its last paragraph has the mark."""
    at = 1 if first.charge else 0
    *before, last = found[at].text.split("\n")
    if before:
        found[at] = _as_worded(replace(found[at], text=""), last, "", catalogues)
    return before
