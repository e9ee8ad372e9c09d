"""别的任务都有牵头单位，这一条没有。

依据：实务（一项任务有一个牵头单位）。级别：警告。
整节写了由谁总负责、这一条又没写单位的，由它负责，不算；句子里写明谁负责的、全文都不写牵头单位的、
文档里几条合写一处责任单位的、别的节都写了而整节一个单位也没有的不算；
条款没有任何单位的由 clause-uncovered 指出。
"""

from __future__ import annotations

from plangen.model.plan import Assignment
from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule
from plangen.text.patterns import lazy

MOST = 0.8  # of the assignments of a document: with fewer, several items share one note
TOLD = lazy("负责|牵头|承担|主办")  # 各街道负责辖区工作 says who, without a mark


def find(case: Case) -> Findings:
    """Assignments with support alone, or with nobody, among others that have a lead."""
    assignments = [one for one in case.plan.assignments if not one.intro]
    if not any(one.lead for one in assignments):
        return
    charged = any(one.charge for one in assignments)
    led = sum(bool(one.lead or one.charge) for one in assignments)
    shared = case.read and led < MOST * len(assignments)  # 责任单位：… below several items
    named = {one.section for one in assignments if one.units or one.charge}
    for one in assignments:
        if one.lead or one.charge:
            continue
        if one.section and one.section not in named and any(named):
            continue  # a section of another kind: how it is done, not who does it
        if one.units:
            yield one.where, f"{_named(one)}只有协助单位{one.units[0]}等，没有牵头单位"
        elif one.text and not (one.clause or charged or shared or TOLD.search(one.text)):
            yield one.where, f"{_named(one)}没有牵头单位"


def _named(one: Assignment) -> str:
    """The clause, or the beginning of the task."""
    name = one.clause or one.text.partition("，")[0][:12] or one.section
    return f"“{name}”"


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
RULE = Rule(
    "assignment-leadless",
    Level.WARNING,
    find,
    needs=("assignments",),
    good=(
        HEAD + "assignments: [{section: A, charge: 县创卫办}, {clause: A1, lead: [县政府办公室]},"
        " {clause: A2, lead: [县爱卫办], support: [县财政局]}]",
        HEAD + "assignments: [{clause: A1, support: [县政府办公室]}]",
        HEAD + "assignments: [{clause: A1, lead: [县政府办公室]},"
        " {section: 其他, text: 各乡镇负责辖区整治。}]",
        "assignments: [{section: 重点产业, text: 引进整机企业。, lead: [县发展改革局]},"
        " {section: 招商方式, text: 推行以商招商。}, {section: 招商方式, text: 推行委托招商。}]",
    ),
    bad=(
        (
            HEAD + "assignments: [{clause: A1, lead: [县政府办公室]},"
            " {clause: A2, support: [县财政局, 县教育局]}, {section: 其他, text: 做好宣传。}]",
            "“A2”只有协助单位县财政局等，没有牵头单位\n“做好宣传。”没有牵头单位",
        ),
    ),
)
