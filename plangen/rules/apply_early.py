"""还没成立领导小组就要完成申报、验收。

依据：实务（先成立机构、部署工作，后申报、验收）。级别：错误（照此无法执行）。
看成立领导小组、指挥部所在的阶段从何时开始；文中和目标里申报、验收、评审的时间早于它的报。
时间要写明年份；叙述过去的不算；打码的不核对；早于所有阶段的目标期限由 target-outside 指出。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from plangen.model.plan import Phase
from plangen.problem import Level, Where
from plangen.rules._time import PAST, YEAR, by_phase, founding, sentence_at
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended, phase_ends
from plangen.text.dates import Date, parse_date
from plangen.text.patterns import lazy

APPLY = lazy(
    rf"(?P<date>{YEAR}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?)(?:底|末)?(?P<before>以前|之前|前)?"
    r"(?:[^。；《》“”\d]{0,24}?)(?P<what>申报|验收|评审|命名)"
)
WORDS = ("申报", "验收", "评审", "命名")
WHAT = lazy("|".join(WORDS))


def find(case: Case) -> Findings:
    """Applications and reviews due before the phase in which the leading group is set up."""
    phase = founding(case)
    if phase is None or phase.start is None:
        return
    start = phase.start.first
    if start is None:
        yield Suspended(phase.where, f"{phase.start}不能比较")
        return
    for where, date, quote, what in (*_in_text(case), *_in_targets(case)):
        if date.last is None:
            yield Suspended(where, f"{date}不能比较")
        elif date.last < start:
            yield Finding(where, _message(date, what, phase), quote)


def _message(date: Date, what: str, phase: Phase) -> str:
    return f"{date}就要{what}，而“{phase.name}”从{phase.start}才开始成立领导机构，时间前后颠倒"


def _first(case: Case) -> datetime.date:
    """The first day of all phases, however they are ordered."""
    return min(start.first for _, start, _ in phase_ends(case) if start.first)


def _in_text(case: Case) -> Iterator[tuple[Where, Date, str, str]]:
    """What the text says; what lies before all phases is history, unless it is a deadline."""
    first = _first(case)
    for index, line in by_phase(case, *WORDS):
        for found in APPLY.finditer(line.text) if index is None else ():
            date = parse_date(found["date"])
            if date is None or PAST.search(sentence_at(line.text, found.start())):
                continue
            if found["before"] or date.last is None or date.last >= first:
                yield line.where, date, found.group(), found["what"]


def _in_targets(case: Case) -> Iterator[tuple[Where, Date, str, str]]:
    """Targets whose text leaves the date to `by`."""
    for target in case.plan.targets:
        what = WHAT.search(target.text)
        if target.by is None or what is None or APPLY.search(target.text):
            continue
        if target.by.last is None or target.by.last >= _first(case):
            yield target.where / "by", target.by, "", what.group()


FOUNDED = (
    "phases: [{name: 启动阶段, start: 2024-10, end: 2024-12, text: 成立创建工作领导小组。},"
    " {name: 整治阶段, start: 2024-01, end: 2024-04}]\n"
)
RULE = Rule(
    "apply-early",
    Level.ERROR,
    find,
    needs=("phases",),
    good=(
        "targets: [{text: 2024年4月底前完成申报, by: 2024-04}]\n"
        "phases: [{name: 启动阶段, start: 2024-01, end: 2024-02, text: 成立领导小组。}]",
        FOUNDED + "preamble: 2023年底已通过省级验收。2024年1月开展整治，12月申报。",
        FOUNDED + "preamble: 我县2019年获国家卫生县城命名，2023年12月通过省级评审。",
        FOUNDED + "preamble: 2024年3月印发《国家卫生城镇评审管理办法》；2025年3月申报。",
        "targets: [{text: 完成申报, by: 20XX-04}]\n"
        "phases: [{name: 启动阶段, start: 2024-01, end: 2024-02, text: 成立指挥部。}]",
        "targets: [{text: 完成申报, by: 2024-04}]\n"
        "phases: [{name: 启动阶段, start: 2024-10, end: 2024-12, text: 领导小组成立以来有成效。}]",
    ),
    bad=(
        (
            FOUNDED + "targets: [{text: 2024年4月底前完成国家卫生县城的申报工作, by: 2024-04}]",
            "2024年4月就要申报，而“启动阶段”从2024年10月才开始成立领导机构，时间前后颠倒",
        ),
        (
            FOUNDED + "targets: [{text: 完成申报, by: 2024-04}]\nclosing: 2024年5月迎接省级验收。",
            "2024年5月就要验收，而“启动阶段”从2024年10月才开始成立领导机构，时间前后颠倒\n"
            "2024年4月就要申报，而“启动阶段”从2024年10月才开始成立领导机构，时间前后颠倒",
        ),
    ),
)
