"""同一条款在同一个组里分了两次，或者责任分工里有两行。

依据：实务（一条一处，免得前后不一）。级别：同组重复为提示；两行的牵头单位不同为警告。
几个组都有同一条款的由 clause-double 指出。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plangen.model.plan import Assignment, ClauseRef
from plangen.problem import Level, Where
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.standard.coverage import reference

Seen = dict[tuple[str, str], Assignment]


def find(case: Case) -> Findings:
    """Clauses named twice by one body, or by two assignments."""
    yield from _in_bodies(case)
    seen: Seen = {}
    for one in case.plan.assignments:
        if not one.units:
            continue
        for clause in _clauses(case, one):
            first = seen.setdefault((one.standard, clause), one)
            if first is not one:
                leads = "、".join(first.lead), "、".join(one.lead)
                same = leads[0] == leads[1]
                what = "牵头单位相同" if same else f"牵头单位是{leads[0]}和{leads[1]}"
                yield Finding(
                    one.where,
                    f"{clause}在责任分工里有两行，{what}",
                    level=Level.INFO if same else Level.WARNING,
                )


def _clauses(case: Case, one: Assignment) -> list[str]:
    found = case.context.resolve(reference(one)) if one.clause else None
    return [clause.id for clause in found[1].clauses] if found else []


def _in_bodies(case: Case) -> Findings:
    refs: dict[str, list[ClauseRef]] = defaultdict(list)
    for body in case.plan.bodies:
        refs[body.name] += body.every_clause
    for body in case.plan.bodies:
        seen: set[tuple[str, str]] = set()
        for where, standard, clause in _named(case, refs[body.name]):
            if (standard, clause) in seen:
                yield Finding(where, f"{clause}在“{body.name}”里分了两次", level=Level.INFO)
            seen.add((standard, clause))


def _named(case: Case, refs: list[ClauseRef]) -> Iterator[tuple[Where, str, str]]:
    """The clauses that a body's references name, as often as they name them."""
    for ref in refs:
        found = case.context.resolve(ref) if ref.ids or ref.section else None
        if found:
            for clause in found[1].clauses:
                yield ref.where, ref.standard, clause.id
            for again in found[1].repeated:
                yield ref.where, ref.standard, again


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
RULE = Rule(
    "clause-repeated",
    Level.WARNING,
    find,
    needs=("standards",),
    good=(
        HEAD + "groups: [{name: 甲组, clauses: [A1-A3], blocks: [{label: 宣传, clauses: [A4]}]},"
        " {name: 乙组, clauses: [A4]}]",
        HEAD + "assignments: [{section: A, charge: 县创卫办}, {clause: A1, lead: [县政府办公室]},"
        " {clause: A2, lead: [县爱卫办]}]",
    ),
    bad=(
        (
            HEAD
            + "groups: [{name: 甲组, clauses: [A1-A3], blocks: [{label: 宣传, clauses: [A3]}]},"
            " {name: 乙组, clauses: ['B1-B3,B2']}]",
            "A3在“甲组”里分了两次\nB2在“乙组”里分了两次",
        ),
        (
            HEAD
            + "assignments: [{clause: A1, lead: [县政府办公室]}, {clause: A2, lead: [县爱卫办]},"
            " {clause: A1-A2, lead: [县爱卫办]}]",
            "A1在责任分工里有两行，牵头单位是县政府办公室和县爱卫办\n"
            "A2在责任分工里有两行，牵头单位相同",
        ),
    ),
)
