"""创建类型所依的标准不在方案的标准（standards）里。

依据：实务（达到哪个标准要写得出来）。级别：警告。
编号、名称、文中称谓写了哪一个都算；没有写标准的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._roadmap import one_track, tracks
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Tracks whose standard the plan doesn't name."""
    named = {name for use in case.plan.standards for name in (use.id, use.title, use.cited)}
    named |= {standard.title for standard in case.standards.values()}
    for track in tracks(case):
        name = track.standard.strip("《》")
        if name and name not in named:
            yield (
                track.where / "standard",
                f"“{track.name}”的标准“{name}”不在方案的标准（standards）里",
            )


COHORT = "{years: 2022, townships: [云渡镇, 竹溪乡]}"
RULE = Rule(
    "track-standard",
    Level.WARNING,
    find,
    roadmap=True,
    good=(
        one_track(COHORT, more="standard: weisheng-xiangzhen-2010, ")
        + "\nstandards: weisheng-xiangzhen-2010",
        one_track(COHORT, more="standard: 《国家卫生乡镇（县城）标准》, ")
        + "\nstandards: weisheng-xiangzhen-2010",
        one_track(COHORT, more="standard: 省级标准, ") + "\nstandards: [{title: 省级标准}]",
        one_track(COHORT),
    ),
    bad=(
        (
            one_track(COHORT, more="standard: 省级标准, ") + "\nstandards: [{title: 市级标准}]",
            "“省级卫生乡镇”的标准“省级标准”不在方案的标准（standards）里",
        ),
    ),
)
