"""Forms of plans that other people write: from a few lines to a document, and a plan as lines.

In a form a line `| a | b |` is a row of a table (`^` goes on with the cell above, `<` with the
one at the left), `**…**` is bold and `><…` centred.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from plangen.model.plan import Group, Office, Phase, Plan, RosterRole, Target
from plangen.read.files import read_document
from plangen.recognise import recognise
from plangen.standard.catalogue import load_standard, standard_ids
from plangen.template.markup import w
from tests.tools.documents import cell, docx, p, t, table

KNOWN = {name: load_standard(name) for name in standard_ids()}
TITLE = "霁川县安全生产专项整治工作方案"
BOLD = re.compile(r"(\*\*.+?\*\*)")


def recognised(form: dict[str, Any]) -> Plan:
    """The plan that is read from a form."""
    return recognise(read_document(*written(form)).document, KNOWN).plan


def written(form: dict[str, Any]) -> tuple[bytes, str]:
    """A form as a file, and its name."""
    how = form.get("as", "")
    title = [] if how == "whole" else [form.get("title", TITLE)]
    lines = [*title, *form["text"].rstrip("\n").split("\n")]
    whole = "".join(line.strip() for line in lines)
    if how == "unbroken":
        return whole.encode(), "form.txt"
    return docx(*([p(whole)] if how == "one paragraph" else _body(lines))), "form.docx"


def _body(lines: Sequence[str]) -> Iterator[str]:
    for tabled, group in groupby(lines, lambda line: line.startswith("|")):
        if tabled:
            yield table(*map(_row, group))
        else:
            yield from map(_paragraph, group)


def _paragraph(line: str) -> str:
    centred = line.startswith("><")
    runs = (_run(part) for part in BOLD.split(line.removeprefix("><")) if part)
    return w("p", w("pPr", w("jc", val="center")) if centred else "", *runs)


def _run(text: str) -> str:
    if not text.startswith("**"):
        return t(text)
    return t(text.strip("*")).replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>", 1)


def _row(line: str) -> Iterator[str]:
    cells = [part.strip(" ") for part in line.strip().strip("|").split("|")]
    for at, text in enumerate(cells):
        if text == "<":
            continue
        span = sum(1 for _ in _run_of(cells[at + 1 :]))
        if text == "^":
            yield w("tc", w("tcPr", w("vMerge")), p())
        elif span:
            yield cell(p(text), gridSpan=span + 1)
        else:
            yield cell(p(text), vMerge="restart")


def _run_of(cells: Sequence[str]) -> Iterator[str]:
    for text in cells:
        if text != "<":
            return
        yield text


def shown(plan: Plan, key: str) -> object:
    """A part of a plan as lines; any other is as it stands."""
    return VIEWS[key](plan)


def _roster(roles: Sequence[RosterRole]) -> list[str]:
    return [f"{role.role}：{_held(role)}" for role in roles]


def _held(role: RosterRole) -> str:
    people = (
        one.name + (f"（{'、'.join(one.posts)}）" if one.posts else "") for one in role.people
    )
    units = (f"@{unit}" for unit in role.units)
    classes = (f"*{each}" for each in role.classes)
    text = [f"“{role.text}”"] if role.text else []
    return "、".join([*people, *units, *classes, *text])


def _body_line(body: Group) -> str:
    """A group in one line: name, roster, units, duties."""
    name = body.name
    if isinstance(body, Office) and body.seat:
        name += f" @{body.seat}"
    units = [f"成员单位：{'、'.join(body.units)}"] if body.units else []
    duties = []
    for theme in body.themes:
        items = theme.duties if isinstance(theme.duties, tuple) else ()
        text = theme.duties if isinstance(theme.duties, str) else ""
        said = [*filter(None, [theme.lead, text]), *(one.title + one.text for one in items)]
        duties.append("／".join(said))
    return "｜".join([name, *_roster(body.roster), *units, *duties])


def _phase(phase: Phase) -> str:
    if not phase.start and not phase.when:
        return phase.name
    if phase.end and not phase.start:
        return f"{phase.name}：—{phase.end.printed}"
    if phase.start is None or phase.end is None:
        return f"{phase.name}：？（{phase.when}）"
    return f"{phase.name}：{phase.start.printed}—{phase.end.printed}"


def _target(target: Target) -> str:
    title = f"{target.title}｜" if target.title else ""
    by = f" by {target.by.printed}" if target.by else ""
    measures = " ".join(f"{i.name}{i.op}{i.value}{i.unit}" for i in target.indicators)
    return title + target.text + by + (f" [{measures}]" if measures else "")


VIEWS: dict[str, Callable[[Plan], object]] = {
    "title": lambda plan: plan.title,
    "locality": lambda plan: plan.locality.name,
    "preamble": lambda plan: plan.preamble,
    "closing": lambda plan: plan.closing,
    "outline": lambda plan: [section.heading for section in plan.outline],
    "sections": lambda plan: [
        f"{section.heading}：{'、'.join(part.heading for part in section.sections)}"
        for section in plan.outline
    ],
    "items": lambda plan: [item.text for section in plan.outline for item in section.items],
    "leaders": lambda plan: _roster(plan.leaders.roster) if plan.leaders else [],
    "leaders_name": lambda plan: plan.leaders.name if plan.leaders else "",
    "offices": lambda plan: [_body_line(one) for one in plan.offices],
    "groups": lambda plan: [_body_line(one) for one in plan.groups],
    "assignments": lambda plan: [
        f"节首：{one.intro}"
        if one.intro
        else one.text + "→" + "；".join("、".join(by) for by in (one.lead, one.support) if by)
        for one in plan.assignments
    ],
    "labels": lambda plan: [plan.wording.lead, plan.wording.support],
    "phases": lambda plan: [_phase(one) for one in plan.phases],
    "phase_texts": lambda plan: [one.text for one in plan.phases],
    "targets": lambda plan: [_target(one) for one in plan.targets],
    "guarantees": lambda plan: [one.title for one in plan.guarantees],
    "tables": lambda plan: [
        f"{section.heading}：{'、'.join(section.table.head)}"
        for section in plan.outline
        if section.table
    ],
    "standards": lambda plan: [f"{use.id or use.title}《{use.cited}》" for use in plan.standards],
    "annexes": lambda plan: [one.title for one in plan.annexes],
    "contact": lambda plan: [f"{one.label}：{one.value}" for one in plan.contact],
}
