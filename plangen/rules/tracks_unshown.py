"""写了创建类型和分年的批次，却没有一处印它；或者要印行事历、分年目标，却没有写。

依据：实务（写了的都要印出来）。级别：错误。
附件写 show: calendar（行事历），或者提纲里写 show: tracks（分年目标）。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plangen.model.plan import Annex, Section
from plangen.problem import Level, Where
from plangen.rules._roadmap import one_track
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """A calendar that nothing prints, and places for one where there is none."""
    notice = case.plan.notice
    annexes: tuple[Annex, ...] = (*case.plan.annexes, *(notice.annexes if notice else ()))
    calendars = [annex for annex in annexes if annex.show == "calendar"]
    sections = list(chain.from_iterable(map(_showing, case.plan.outline)))
    if case.roadmap:
        if not calendars:
            message = "分年的批次和步骤没有一处印它：附件里写一个 show: calendar（行事历）"
            yield Where(("tracks",)), message
        return
    for annex in calendars:
        yield annex.where / "show", f"附件“{annex.title}”要印行事历，但没有写创建类型（tracks）"
    for section in sections:
        message = f"“{section.heading}”要印分年目标，但没有写创建类型（tracks）"
        yield section.where / "show", message


def _showing(section: Section) -> Iterator[Section]:
    """The section and those in it that show the goals by year."""
    if "tracks" in section.show:
        yield section
    yield from chain.from_iterable(map(_showing, section.sections))


MAP = one_track("{years: 2022, townships: [云渡镇, 竹溪乡]}")
RULE = Rule(
    "tracks-unshown",
    Level.ERROR,
    find,
    good=(
        MAP + "\nannexes: [{title: 行事历, show: calendar}]",
        "annexes: [{title: 任务表, text: 甲。}]\noutline: [{heading: 目标, text: 乙。}]",
    ),
    bad=(
        (MAP, "分年的批次和步骤没有一处印它：附件里写一个 show: calendar（行事历）"),
        (
            "annexes: [{title: 行事历, show: calendar}]\n"
            "outline: [{heading: 要求, sections: [{heading: 工作目标, show: tracks}]}]",
            "附件“行事历”要印行事历，但没有写创建类型（tracks）\n"
            "“工作目标”要印分年目标，但没有写创建类型（tracks）",
        ),
    ),
)
