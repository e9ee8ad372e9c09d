"""步骤的年份在这一批的创建年份之外。

依据：实务（一批乡镇的步骤都在它的创建年份里）。级别：错误。
没有写年份的步骤算在前一步的那一年；打码的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._roadmap import one_track, tracks
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """Steps before the first or after the last year of their cohort."""
    for track in tracks(case):
        for cohort in track.calendar:
            if cohort.span is None:
                yield Suspended(cohort.where, f"{cohort.years}不能比较")
                continue
            first, last = cohort.span
            for dated in cohort.dated:
                start, end = dated.start, dated.end
                years = [date.year for date in (start, end) if date and date.year]
                if years and (years[0] < first or years[-1] > last):
                    said = f"“{dated.step.when}”的步骤在创建年份“{cohort.years}”之外"
                    yield Finding(dated.step.where / "when", said)


COHORT = "{years: %s, townships: [云渡镇], steps: [%s]}"
RULE = Rule(
    "step-outside",
    Level.ERROR,
    find,
    roadmap=True,
    good=(
        one_track(
            COHORT % ("2022—2023", "{when: 2022年, text: 甲}, {when: 2023年5月, text: 乙}"), 1
        ),
        one_track(COHORT % ("2022", "{when: 1月, text: 甲}, {when: 年底, text: 乙}"), 1),
        one_track(COHORT % ("20XX", "{when: 2021年1月, text: 甲}"), 1),
    ),
    bad=(
        (
            one_track(
                COHORT % ("2023—2024", "{when: 2022年, text: 甲}, {when: 2025年1月, text: 乙}"), 1
            ),
            "“2022年”的步骤在创建年份“2023—2024”之外\n“2025年1月”的步骤在创建年份“2023—2024”之外",
        ),
    ),
)
