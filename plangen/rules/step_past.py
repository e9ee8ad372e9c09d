"""行事历的步骤早于成文日期：2022年2月印发，却从1月做起。

依据：实务（任务在成文之后才能完成）。级别：警告。
整个时段都在成文日期之前才报；没有成文日期的不核对；看不出时间的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._roadmap import FIVE, tracks
from plangen.rules._time import issue_date
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """Steps that were over when the notice was made."""
    made = issue_date(case)
    if made is None:
        return
    for track in tracks(case):
        for cohort in track.calendar:
            for dated in cohort.dated:
                end = dated.end.last if dated.end else None
                if made.first is None or end is None:
                    yield Suspended(dated.where, f"“{dated.step.when}”不能与成文日期比较")
                elif end < made.first:
                    names = "、".join(cohort.townships)
                    said = f"{names}的“{dated.step.when}”（{dated.end}）早于成文日期{made}"
                    yield Finding(dated.step.where / "when", f"{said}，印发时已经过去")


MAP = (
    FIVE + "tracks: [{name: 甲, goal: 1, steps: [{when: 1月, text: 乙}, {when: 2—4月, text: 丙}],"
    " cohorts: [%s]}]\nnotice: {issuer: 青山县人民政府, date: %s}"
)
RULE = Rule(
    "step-past",
    Level.WARNING,
    find,
    needs=("notice.date",),
    roadmap=True,
    good=(
        MAP % ("{years: 2022, townships: [云渡镇]}", "2022-01-14"),
        MAP % ("{years: 2023, townships: [云渡镇]}", "2022-02-23"),
        MAP % ("{years: 2022—2023, townships: [云渡镇]}", "20XX-02-23"),
    ),
    bad=(
        (
            MAP
            % (
                "{years: 2022, townships: [云渡镇]}, {years: 2023, townships: [竹溪乡]}",
                "2022-02-23",
            ),
            "云渡镇的“1月”（2022年1月）早于成文日期2022年2月23日，印发时已经过去",
        ),
    ),
)
