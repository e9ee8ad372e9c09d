"""行事历里的乡镇与乡镇名单对不上：名单里没有，或者目标、年份不同。

依据：党政机关公文处理工作条例第二十条第（四）项（内容前后一致、准确）。级别：警告。
只核对写了乡镇名单（townships）的行动方案；名单里多出来的乡镇不报，打码的年份不核对。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangen.problem import Level, Where
from plangen.rules._roadmap import one_track, roadmap
from plangen.rules.base import Case, Finding, Findings, Rule

if TYPE_CHECKING:
    from plangen.model.roadmap import Place
    from plangen.model.townships import Township


def find(case: Case) -> Findings:
    """Townships that the list hasn't got, or has with another goal or year."""
    if case.townships is None:
        return
    listed: dict[str, list[Township]] = {}
    for each in case.townships.townships:
        listed.setdefault(each.name, []).append(each)
    file = roadmap(case).townships
    for place in roadmap(case).places():
        where, name = place.cohort.where / "townships", place.township
        if name not in listed:
            yield Finding(where, f"“{name}”不在乡镇名单“{file}”里", name)
        elif all(_differs(place, each) for each in listed[name]):
            yield _other(place, listed[name][0], where, file)


def _differs(place: Place, listed: Township) -> bool:
    year = listed.year.year if listed.year else None
    late = place.years and year and year != place.years[1]
    return bool(late) or listed.goal not in {"", place.track.name}


def _other(place: Place, listed: Township, where: Where, file: str) -> Finding:
    own = f"{place.cohort.years.rstrip('年')}年的“{place.track.name}”"
    theirs = f"{listed.year}的“{listed.goal}”" if listed.year else f"“{listed.goal}”"
    message = f"“{place.township}”在行事历里是{own}，乡镇名单“{file}”里是{theirs}"
    return Finding(where, message, place.township)


MAP = "%s\ntownships: specs/xx-roadmap-townships.yaml"
RULE = Rule(
    "township-unlisted",
    Level.WARNING,
    find,
    roadmap=True,
    good=(
        MAP % one_track("{years: 2024, townships: [青崖乡]}", 1),
        one_track("{years: 2022, townships: [不在名单乡]}", 1),
    ),
    bad=(
        (
            MAP % one_track("{years: 2022, townships: [青崖乡, 不在名单乡]}"),
            "“青崖乡”在行事历里是2022年的“省级卫生乡镇”，"
            "乡镇名单“specs/xx-roadmap-townships.yaml”里是2024年的“省级卫生乡镇”\n"
            "“不在名单乡”不在乡镇名单“specs/xx-roadmap-townships.yaml”里",
        ),
    ),
)
