"""文中写的创建个数与行事历里列的乡镇数不符。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：警告。
只核对行动方案里“国家卫生乡镇3个”“3个国家卫生乡镇”这样写明类型的；一句里有年份的，
与那一年的个数相同也算对，与写明的达标个数（share 的 reached）相同也算对；附件的表格不看。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.problem import Level
from plangen.rules._counts import NUMBER, value
from plangen.rules._roadmap import MARKS, one_track, text_lines, tracks
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

if TYPE_CHECKING:
    from plangen.model.roadmap import Track

YEAR = lazy(r"(20\d\d)年")


def find(case: Case) -> Findings:
    """Counts of a track's townships that are neither its own nor those of a year named."""
    for track in tracks(case):
        name = re.escape(track.name)
        said = re.compile(rf"{name}(?P<after>{NUMBER})个|(?P<before>{NUMBER})个{name}")
        for line in text_lines(case):
            for found in said.finditer(line.text):
                count = value(found["after"] or found["before"])
                start = max(
                    (m.end() for m in MARKS.finditer(line.text, 0, found.start())), default=0
                )
                right = set(_right(track, line.text[start : found.start()]))
                if count is not None and count not in right:
                    message = f"“{found.group()}”与行事历不符：列了{len(set(track.townships))}个"
                    yield Finding(line.where, message, found.group())


def _right(track: Track, before: str) -> Iterator[float]:
    """The counts that are right after these words: all, those reached, those of the years said."""
    yield len(set(track.townships))
    if track.share and track.share.reached:
        yield track.share.reached
    years = [int(year) for year in YEAR.findall(before)]
    for year in years:
        spans = [(cohort.span, len(cohort.townships)) for cohort in track.cohorts]
        yield sum(count for span, count in spans if span and span[1] == year)
        yield sum(count for span, count in spans if span and span[1] <= year)


COHORTS = "{years: 2022, townships: [云渡镇, 竹溪乡]}, {years: 2023, townships: [沙坪镇]}"
RULE = Rule(
    "goal-text",
    Level.WARNING,
    find,
    roadmap=True,
    good=(
        one_track(COHORTS, 3) + "\npreamble: 到2026年，创建省级卫生乡镇3个。",
        one_track(COHORTS, 3)
        + "\npreamble: 2022年创建省级卫生乡镇2个，到2023年创建三个省级卫生乡镇。",
        one_track(COHORTS, 3, "share: {percent: 80, reached: 12}, ")
        + "\npreamble: 到2026年，全县有12个省级卫生乡镇。",
    ),
    bad=(
        (
            one_track(COHORTS, 3) + "\npreamble: 到2026年，创建省级卫生乡镇9个。",
            "“省级卫生乡镇9个”与行事历不符：列了3个",
        ),
        (
            one_track(COHORTS, 3) + "\npreamble: 2023年创建2个省级卫生乡镇。",
            "“2个省级卫生乡镇”与行事历不符：列了3个",
        ),
    ),
)
