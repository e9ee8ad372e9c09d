"""责任分工: sections of a standard, clause by clause, with 牵头单位 and 协助单位."""

from __future__ import annotations

from dataclasses import dataclass, field

from plangen.compose.blocks import heading, item, of_clause, paragraphs, stop
from plangen.model.document import Block, Row, Table
from plangen.model.plan import Assignment, Wording
from plangen.problem import Where
from plangen.standard.catalogue import Clause
from plangen.standard.context import Context
from plangen.standard.coverage import reference


@dataclass(frozen=True)
class Duty:
    """A printed item: the clause's text and who does it."""

    text: str
    assignment: Assignment
    clause: Clause | None = None
    standard: str = ""  # title as cited

    @property
    def where(self) -> Where:
        return self.assignment.where

    @property
    def quoted(self) -> str:
        """The id of the clause whose wording the text is; empty where the plan words it itself."""
        return self.clause.id if self.clause and not self.assignment.text else ""


@dataclass
class Theme:
    """A section of a standard with its assigned clauses and the body in charge."""

    title: str
    where: Where
    charge: str = ""
    duties: list[Duty] = field(default_factory=list)


def themes(context: Context) -> list[Theme]:
    """The assignments by section, in the order in which the spec first names each."""
    found: dict[str, Theme] = {}
    for assignment in context.plan.assignments:
        for title, duties in _expand(context, assignment):
            theme = found.setdefault(title, Theme(title, assignment.where))
            theme.charge = theme.charge or assignment.charge
            theme.duties += duties
    return list(found.values())


def assignment_blocks(context: Context, level: int, print_as: str) -> list[Block]:
    """（一）健康教育, 由……总负责。, then the items; a single clause stands without a number."""
    wording = context.plan.wording
    out: list[Block] = []
    for number, theme in enumerate(themes(context), 1):
        out.append(heading(level, number, theme.title, where=theme.where))
        if theme.charge:
            out += paragraphs(f"由{theme.charge}总负责。", theme.where)
        out += _items(theme.duties, level + 1, print_as, wording)
    return out


def _items(duties: list[Duty], level: int, print_as: str, wording: Wording) -> list[Block]:
    out: list[Block] = []
    for number, duty in enumerate(duties, 1):
        text = _text(duty, print_as) + mark(duty.assignment, wording)
        alone = len(duties) == 1
        blocks = (
            paragraphs(text, duty.where) if alone else item(level, number, "", text, duty.where)
        )
        out += of_clause(blocks, duty.quoted)
    return out


def assignment_table(context: Context) -> Table:
    """责任分解表: 序号, 项目, 内容, 牵头单位, 协助单位."""
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
                ("、".join(duty.assignment.lead) or theme.charge,),
                ("、".join(duty.assignment.support),),
            )
        )
        for number, (theme, duty) in enumerate(duties, 1)
    ]
    return Table((head, *rows), (1, 2.4, 6, 2.6, 3))


def mark(assignment: Assignment, wording: Wording) -> str:
    """（牵头单位：甲、乙；协助单位：丙）, after the sentence; nothing where nobody is named."""
    pairs = ((wording.lead, assignment.lead), (wording.support, assignment.support))
    parts = [f"{label}：{'、'.join(units)}" for label, units in pairs if units]
    return f"（{'；'.join(parts)}）" if parts else ""


def _text(duty: Duty, print_as: str) -> str:
    if duty.clause is None or print_as == "texts":
        return stop(duty.text)
    number = f"《{duty.standard}》第{duty.clause.number}条"
    return number if print_as == "numbers" else f"{number}：{stop(duty.text)}"


def _expand(context: Context, assignment: Assignment) -> list[tuple[str, list[Duty]]]:
    """The sections an assignment touches, each with the items it gives there."""
    ref = reference(assignment)
    found = context.resolve(ref) if assignment.clause or assignment.section else None
    if found is None or not found[1].clauses:
        text = assignment.text or (f"第{assignment.clause}条" if assignment.clause else "")
        return [(assignment.section, [Duty(text, assignment)] if text else [])]
    title, resolved = found
    named = bool(assignment.clause or assignment.lead or assignment.support or assignment.text)
    sections: dict[str, list[Duty]] = {}
    for clause in resolved.clauses:
        section = context.section_title(ref, clause)
        text = assignment.text or clause.text
        duties = sections.setdefault(section, [])
        duties += [Duty(text, assignment, clause, title)] if named else []
    return list(sections.items())
