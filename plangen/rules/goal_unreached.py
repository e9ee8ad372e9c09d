"""行事历没有排到获得命名：目标是创建成功，这一批最后一年的步骤却只到验收为止，或者没有步骤。

依据：实务（目标要有步骤去完成）。级别：警告。
只看最后一年的步骤里有没有命名、授牌、称号一类的词（词表 naming，可以自己加）；
看不出时间的步骤也算在最后一年。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangen.problem import Level
from plangen.rules._roadmap import one_track, tracks
from plangen.rules.base import Case, Finding, Findings, Rule

if TYPE_CHECKING:
    from plangen.model.roadmap import Cohort


def find(case: Case) -> Findings:
    """Cohorts whose last year has no step that wins the title."""
    words = tuple(entry["word"] for entry in case.words("naming"))
    for track in tracks(case):
        for cohort in track.calendar:
            names = "、".join(cohort.townships)
            if not cohort.steps:
                yield Finding(cohort.where, f"{names}没有步骤，目标“{track.name}”没有排到命名")
            elif not any(word in text for text in _last_year(cohort) for word in words):
                last = cohort.steps[-1]
                message = (
                    f"{names}的步骤到“{last.when}，{last.text}”为止，没有排到“{track.name}”命名"
                )
                yield Finding(last.where / "text", message)


def _last_year(cohort: Cohort) -> list[str]:
    """What is to be done in the last year, or at a time that nobody can read."""
    last = cohort.span[1] if cohort.span else None
    ends = [(dated.end.year if dated.end else None, dated.step.text) for dated in cohort.dated]
    return [text for year, text in ends if year is None or last is None or year == last]


COHORT = "{years: %s, townships: [云渡镇], steps: [%s]}"
RULE = Rule(
    "goal-unreached",
    Level.WARNING,
    find,
    roadmap=True,
    good=(
        one_track(COHORT % ("2022", "{when: 年底, text: 通过公示并获得省级卫生乡镇命名}"), 1),
        one_track(COHORT % ("20XX", "{when: 适时, text: 授牌}"), 1),
    ),
    bad=(
        (
            one_track(COHORT % ("2022", "{when: 年底前, text: 通过技术评估验收}"), 1),
            "云渡镇的步骤到“年底前，通过技术评估验收”为止，没有排到“省级卫生乡镇”命名",
        ),
        (
            one_track(
                COHORT
                % ("2022—2023", "{when: 2022年, text: 争取命名}, {when: 2023年, text: 迎检}"),
                1,
            ),
            "云渡镇的步骤到“2023年，迎检”为止，没有排到“省级卫生乡镇”命名",
        ),
        (
            one_track("{years: 2022, townships: [云渡镇]}", 1),
            "云渡镇没有步骤，目标“省级卫生乡镇”没有排到命名",
        ),
    ),
)
