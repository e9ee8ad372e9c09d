"""创建年份在行动方案的年份之外，或者起止颠倒。

依据：实务（各批都在方案的期限之内）。级别：错误。
方案的年份取 period（实施期限），没有写的取标题里的（2022—2026年）；打码的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._roadmap import FIVE, one_track, span, tracks
from plangen.rules.base import Case, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """Cohorts of years before the roadmap's first or after its last."""
    whole = span(case)
    for track in tracks(case):
        for cohort in track.cohorts:
            own, where = cohort.span, cohort.where / "years"
            if own is None or whole is None:
                why = "方案没有写起止年份" if own else f"{cohort.years}不能比较"
                yield Suspended(where, why)
            elif own[0] > own[1]:
                yield where, f"年份“{cohort.years}”起止颠倒"
            elif own[0] < whole[0] or own[1] > whole[1]:
                names = "、".join(cohort.townships)
                yield (
                    where,
                    f"{names}的创建年份“{cohort.years}”在方案的{whole[0]}—{whole[1]}年之外",
                )


RULE = Rule(
    "cohort-outside",
    Level.ERROR,
    find,
    roadmap=True,
    good=(
        one_track("{years: 2022, townships: [云渡镇]}, {years: 2024—2026, townships: [竹溪乡]}"),
        one_track("{years: 20XX, townships: [云渡镇]}", 1),
        "kind: roadmap\ntitle: 青山县卫生乡镇创建行动方案（2022—2026年）\n"
        "tracks: [{name: 甲, goal: 1, cohorts: [{years: 2026, townships: 云渡镇}]}]",
    ),
    bad=(
        (
            one_track(
                "{years: 2021, townships: [云渡镇]}, {years: 2025—2027, townships: [竹溪乡]}"
            ),
            "云渡镇的创建年份“2021”在方案的2022—2026年之外\n"
            "竹溪乡的创建年份“2025—2027”在方案的2022—2026年之外",
        ),
        (
            FIVE
            + "tracks: [{name: 甲, goal: 1, cohorts: [{years: 2026—2024, townships: [云渡镇]}]}]",
            "年份“2026—2024”起止颠倒",
        ),
    ),
)
