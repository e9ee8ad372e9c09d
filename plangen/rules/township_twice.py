"""一个乡镇在行事历里排了两次。

依据：实务（一个乡镇在一类里只创建一次，一年里只创建一类）。级别：同一类里两次为错误；不同类里年份重叠为警告。
先创建省级、后创建国家级，年份不重叠的不报；年份、名称打码的不核对。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangen.problem import Level
from plangen.rules._organisation import masked
from plangen.rules._roadmap import FIVE, one_track, roadmap
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended

if TYPE_CHECKING:
    from plangen.model.roadmap import Place


def find(case: Case) -> Findings:
    """Townships that come twice in a track, or in two tracks at the same time."""
    found: dict[str, list[Place]] = {}
    for place in roadmap(case).places():
        where = place.cohort.where / "townships"
        if masked(place.township):
            yield Suspended(where, f"“{place.township}”打了码，不能核对")
            continue
        earlier = found.setdefault(place.township, [])
        said = f"“{place.township}”"
        same = next((one for one in earlier if one.track == place.track), None)
        if same:
            message = f"{said}在“{place.track.name}”里排了两次：{_year(same)}和{_year(place)}"
            yield Finding(where, message, place.township)
        elif other := next((one for one in earlier if _overlap(one, place)), None):
            message = (
                f"{said}同时创建两类：{_year(other)}的“{other.track.name}”"
                f"和{_year(place)}的“{place.track.name}”"
            )
            yield Finding(where, message, place.township, Level.WARNING)
        earlier.append(place)


def _year(place: Place) -> str:
    return f"{place.cohort.years.rstrip('年')}年"


def _overlap(one: Place, two: Place) -> bool:
    if one.years is None or two.years is None:
        return False
    return one.years[0] <= two.years[1] and two.years[0] <= one.years[1]


TWO = (
    FIVE + "tracks: [{name: 省级卫生乡镇, goal: 1, cohorts: [{years: 2022, townships: [云渡镇]}]},"
    " {name: 国家卫生乡镇, goal: 1, cohorts: [{years: %s, townships: [云渡镇]}]}]"
)
RULE = Rule(
    "township-twice",
    Level.ERROR,
    find,
    roadmap=True,
    good=(
        one_track("{years: 2022, townships: [云渡镇]}, {years: 2023, townships: [竹溪乡]}"),
        one_track("{years: 2022, townships: [XX镇]}, {years: 2023, townships: [XX镇]}"),
        TWO % "2023—2026",
        TWO % "20XX",
    ),
    bad=(
        (
            one_track(
                "{years: 2022, townships: [云渡镇]}, {years: 2024, townships: [竹溪乡, 云渡镇]}"
            ),
            "“云渡镇”在“省级卫生乡镇”里排了两次：2022年和2024年",
        ),
        (
            one_track("{years: 2022, townships: [云渡镇, 云渡镇]}", 1),
            "“云渡镇”在“省级卫生乡镇”里排了两次：2022年和2022年",
        ),
        (
            TWO % "2022—2024",
            "“云渡镇”同时创建两类：2022年的“省级卫生乡镇”和2022—2024年的“国家卫生乡镇”",
        ),
    ),
)
