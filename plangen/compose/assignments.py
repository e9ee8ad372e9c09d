"""责任分工: sections of a standard, clause by clause, with 牵头单位 and 协助单位."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from plangen.compose.blocks import heading, item, of_clause, paragraphs, stop
from plangen.model.document import Block, Row, Table
from plangen.model.plan import Assignment, Party, Wording
from plangen.problem import Where
from plangen.standard.catalogue import Clause
from plangen.standard.context import Context
from plangen.standard.coverage import reference
from plangen.standard.refs import ranges


class Duty(NamedTuple):
    """A printed item: a clause's text, or the plan's own words for some, and who does it."""

    text: str
    assignment: Assignment
    clauses: tuple[Clause, ...] = ()
    standard: str = ""  # title as cited

    @property
    def where(self) -> Where:
        return self.assignment.where

    @property
    def quoted(self) -> str:
        """The id of the clause whose wording the text is; empty where the plan words it itself."""
        return self.clauses[0].id if self.clauses and not self.assignment.text else ""


@dataclass
class Theme:
    """A section of a standard with its assigned clauses and the bodies in charge."""

    title: str
    where: Where
    charges: list[str] = field(default_factory=list)
    intros: list[str] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)

    @property
    def charge(self) -> str:
        """The body in charge: one, or two where the spec names two."""
        return "、".join(dict.fromkeys(self.charges))


def themes(context: Context) -> list[Theme]:
    """The assignments by section, in the order in which the spec first names each."""
    found: dict[str, Theme] = {}
    for assignment in context.plan.assignments:
        for title, duties in _expand(context, assignment):
            theme = found.setdefault(title, Theme(title, assignment.where))
            theme.charges += [assignment.charge] if assignment.charge else []
            theme.intros += [assignment.intro] if assignment.intro else []
            theme.duties += duties
    return list(found.values())


def assignment_blocks(context: Context, level: int, print_as: str) -> list[Block]:
    """（一）健康教育, 由……总负责。, its intro, the items; a single one stands without a number.

    What belongs to no section comes first, without a heading.
    """
    wording = context.plan.wording
    found = sorted(themes(context), key=lambda theme: bool(theme.title))
    out: list[Block] = []
    for number, theme in enumerate(found, 1 if found and found[0].title else 0):
        if theme.title:
            out.append(heading(level, number, theme.title, where=theme.where))
        if theme.charge:
            out += paragraphs(f"由{theme.charge}总负责。", theme.where)
        for intro in theme.intros:
            out += paragraphs(intro, theme.where)
        below = level + 1 if found[-1].title else level
        out += _items(theme.duties, below, print_as, wording)
    return out


def _items(duties: list[Duty], level: int, print_as: str, wording: Wording) -> list[Block]:
    out: list[Block] = []
    for number, duty in enumerate(duties, 1):
        text = _sentence(duty, print_as, wording)
        alone = len(duties) == 1
        blocks = (
            paragraphs(text, duty.where) if alone else item(level, number, "", text, duty.where)
        )
        out += of_clause(blocks, duty.quoted)
    return out


def assignment_table(context: Context) -> Table:
    """责任分解表: 序号, 项目, 内容, 牵头单位, 协助单位; other labels stand in the cells."""
    wording = context.plan.wording
    names = ("序号", "项目", "内容", wording.lead, wording.support)
    head = Row(tuple((name,) for name in names), head=True)
    duties = [(theme, duty) for theme in themes(context) for duty in theme.duties]
    rows = [
        Row(
            (
                (str(number),),
                (theme.title,),
                tuple(duty.text.split("\n")),
                *_party_cells(duty.assignment, theme.charge, wording),
            )
        )
        for number, (theme, duty) in enumerate(duties, 1)
    ]
    return Table((head, *rows), (1, 2.4, 6, 2.6, 3))


def _party_cells(
    assignment: Assignment, charge: str, wording: Wording
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who leads (the body in charge where nobody does), and who else has a part, line by line."""
    lead, *others = (
        Party(label="" if party.label == column else party.label, units=party.units)
        for party, column in (
            (Party(label=assignment.lead_label, units=assignment.lead), wording.lead),
            (Party(label=assignment.support_label, units=assignment.support), wording.support),
            *((party, "") for party in assignment.also),
        )
    )
    named = [_labelled(party) for party in others if party.units]
    return (_labelled(lead) if lead.units else charge,), tuple(named or [""])


def _labelled(party: Party) -> str:
    units = "、".join(party.units)
    return f"{party.label}：{units}" if party.label else units


def parties(assignment: Assignment, wording: Wording) -> list[Party]:
    """Who has a part in it, each below the label that prints."""
    lead = Party(label=assignment.lead_label or wording.lead, units=assignment.lead)
    support = Party(label=assignment.support_label or wording.support, units=assignment.support)
    return [party for party in (lead, support, *assignment.also) if party.units]


def mark(assignment: Assignment, wording: Wording) -> str:
    """（牵头单位：甲、乙；协助单位：丙）, after the sentence; nothing where nobody is named."""
    named = parties(assignment, wording)
    return f"（{'；'.join(map(_labelled, named))}）" if named else ""


def _sentence(duty: Duty, print_as: str, wording: Wording) -> str:
    """What is to be done and by whom; by whom alone, where a section is assigned unseen."""
    by = mark(duty.assignment, wording)
    return _text(duty, print_as) + by if duty.text else stop(by[1:-1])


def _text(duty: Duty, print_as: str) -> str:
    if not duty.clauses or print_as == "texts":
        return stop(duty.text)
    number = f"《{duty.standard}》第{ranges([clause.number for clause in duty.clauses])}条"
    own = duty.assignment.text
    return number if print_as == "numbers" and not own else f"{number}：{stop(duty.text)}"


def _expand(context: Context, assignment: Assignment) -> list[tuple[str, list[Duty]]]:
    """The sections an assignment touches, each with the items it gives there."""
    ref = reference(assignment)
    found = context.resolve(ref) if assignment.clause or assignment.section else None
    if found is None or not found[1].clauses:
        text = assignment.text or (f"第{assignment.clause}条" if assignment.clause else "")
        return [(assignment.section, [Duty(text, assignment)] if text or assignment.units else [])]
    title, resolved = found
    sections: dict[str, list[Clause]] = {}
    for clause in resolved.clauses:
        sections.setdefault(context.section_title(ref, clause), []).append(clause)
    return [(name, _duties(assignment, title, clauses)) for name, clauses in sections.items()]


def _duties(assignment: Assignment, title: str, clauses: list[Clause]) -> list[Duty]:
    """One for each clause; the plan's own words stand once for all of them."""
    if assignment.text:
        return [Duty(assignment.text, assignment, tuple(clauses), title)]
    if not (assignment.clause or assignment.units):
        return []
    return [Duty(clause.text, assignment, (clause,), title) for clause in clauses]
