"""行事历的步骤次序颠倒：前一步在6月，后一步却在5月。

依据：实务（步骤按时间先后排列）。级别：错误。
没有写年份的步骤算在前一步的那一年；看不出时间的（适时）不核对。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from plangen.problem import Level
from plangen.rules._roadmap import one_track, tracks
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended

if TYPE_CHECKING:
    from plangen.model.roadmap import CalendarStep, Cohort


def find(case: Case) -> Findings:
    """Steps that begin before the step above them; shared steps are looked at once."""
    seen = set()
    for track in tracks(case):
        for cohort in track.calendar:
            for before, dated in pairwise(_timed(cohort)):
                late = dated.last < before.first
                if late and dated.step.where not in seen:
                    seen.add(dated.step.where)
                    said = f"“{dated.step.when}”的步骤排在“{before.step.when}”之后"
                    yield Finding(dated.step.where / "when", f"{said}，次序颠倒")
            for each in cohort.dated:
                if each.start is None or each.start.first is None:
                    yield Suspended(each.where, f"“{each.step.when}”看不出时间")


class _Timed(NamedTuple):
    """A step, and the first and the last day on which it may begin."""

    step: CalendarStep
    first: datetime.date
    last: datetime.date


def _timed(cohort: Cohort) -> Iterator[_Timed]:
    for dated in cohort.dated:
        if dated.start and dated.start.first and dated.start.last:
            yield _Timed(dated.step, dated.start.first, dated.start.last)


COHORT = "{years: %s, townships: [云渡镇], steps: [%s]}"


def _example(years: str, *whens: str) -> str:
    steps = ", ".join(f"{{when: {when}, text: 整治}}" for when in whens)
    return one_track(COHORT % (years, steps), 1)


RULE = Rule(
    "step-order",
    Level.ERROR,
    find,
    roadmap=True,
    good=(
        _example("2022", "1月", "2—4月", "4月", "年底"),
        _example("2022—2023", "2022年", "2023年1—4月", "5月", "下半年", "年底前"),
        _example("2022", "5月", "适时", "6月"),
    ),
    bad=(
        (_example("2022", "6月", "5月"), "“5月”的步骤排在“6月”之后，次序颠倒"),
        (
            _example("2022—2023", "2023年1月", "2022年", "年底"),
            "“2022年”的步骤排在“2023年1月”之后，次序颠倒",
        ),
    ),
)
