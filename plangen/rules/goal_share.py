"""百分比与基数算不拢：15个乡镇里3个达标是20%，文中写成30%。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：警告。
只核对行动方案：写在 share（比例）里的，和文中“20%的乡镇达到国家卫生乡镇标准”这样的句子；
基数是 base（总数）写的个数，达标个数（share 的 reached）含以前达标的，不写就只核对
百分比不低于目标数；四舍五入到文中的位数，“以上”只要不低于；没有写总数的不能核对，记为没有核对。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from plangen.problem import Level, Where
from plangen.rules._roadmap import amount, one_track, roadmap, text_lines, tracks
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended

if TYPE_CHECKING:
    from plangen.model.roadmap import Base, Track


def find(case: Case) -> Findings:
    """Shares that the counts don't come to, in the calendar's data and in the text."""
    base = roadmap(case).base
    for track in tracks(case):
        share = track.share
        if share and share.reached is not None and share.reached < track.goal:
            message = f"达标{amount(share.reached)}个，比目标{amount(track.goal)}个还少"
            yield Finding(share.where / "reached", message)
        if share:
            percent = amount(share.percent)
            yield from _against(track, base, Said(percent, f"{percent}%", share.where / "percent"))
        for line in text_lines(case):
            for found in _said(track).finditer(line.text) if "%" in line.text else ():
                said = Said(found["share"], found["quote"], line.where, bool(found["least"]))
                yield from _against(track, base, said)


class Said(NamedTuple):
    """A percentage as it is written; `least`: 以上 stands after it."""

    percent: str
    quote: str
    where: Where
    least: bool = False


def _against(track: Track, base: Base | None, said: Said) -> Iterator[Finding | Suspended]:
    """What is wrong with a percentage; earlier townships may count where none is said."""
    if base is None or not base.count:
        yield Suspended(said.where, "没有写乡镇总数（base），百分比不能核对")
        return
    known = track.share.reached if track.share else None
    reached = track.goal if known is None else known
    real, written = 100 * reached / base.count, float(said.percent)
    half = 0.5 * 10 ** -len(said.percent.partition(".")[2]) + 1e-9
    if (written <= real) if said.least else abs(real - written) <= half:
        return
    if known is None and written > real:
        yield Suspended(said.where, "没有写达标个数（share 的 reached），百分比不能核对")
        return
    counted = f"{amount(base.count)}个{base.name}里达标{amount(reached)}个"
    message = f"“{track.name}”写{said.quote}，{counted}，应是{amount(round(real, 1))}%"
    yield Finding(said.where, message, said.quote)


def _said(track: Track) -> re.Pattern[str]:
    return re.compile(
        r"(?P<quote>(?P<share>\d+(?:\.\d+)?)%)(?P<least>以上)?的[^，。；%]{0,4}(?:镇|乡|街道)[^，。；%]{0,8}?"
        + re.escape(track.name)
    )


COHORT = "{years: 2022, townships: [云渡镇, 竹溪乡, 沙坪镇]}"
COUNTED = "\nbase: {count: 15}\npreamble: "
RULE = Rule(
    "goal-share",
    Level.WARNING,
    find,
    roadmap=True,
    good=(
        one_track(COHORT, 3, "share: {percent: 20}, ")
        + COUNTED
        + "20%的乡镇达到省级卫生乡镇标准。",
        one_track(COHORT, 3, "share: {percent: 80, reached: 12}, ")
        + COUNTED
        + "全县75%以上的乡镇达到省级卫生乡镇标准，90%的村达到省级卫生村标准。",
        one_track(COHORT, 3, "share: {percent: 19, reached: 3}, ")
        + "\nbase: {count: 16}\npreamble: 18.8%的乡镇达到省级卫生乡镇标准。",
        one_track(COHORT, 3, "share: {percent: 35}, "),
        one_track(COHORT, 3) + COUNTED + "40%的乡镇达到省级卫生乡镇标准。",
    ),
    bad=(
        (
            one_track(COHORT, 3) + COUNTED + "10%的乡镇达到省级卫生乡镇标准。",
            "“省级卫生乡镇”写10%，15个乡镇里达标3个，应是20%",
        ),
        (
            one_track(COHORT, 3, "share: {percent: 30, reached: 3}, ") + COUNTED + "甲。",
            "“省级卫生乡镇”写30%，15个乡镇里达标3个，应是20%",
        ),
        (
            one_track(COHORT, 3, "share: {percent: 13, reached: 2}, ") + COUNTED + "甲。",
            "达标2个，比目标3个还少",
        ),
        (
            one_track(COHORT, 3, "share: {percent: 80, reached: 12}, ")
            + COUNTED
            + "90%的乡镇达到省级卫生乡镇标准，其中85%以上的乡镇建成省级卫生乡镇。",
            "“省级卫生乡镇”写90%，15个乡镇里达标12个，应是80%\n"
            "“省级卫生乡镇”写85%，15个乡镇里达标12个，应是80%",
        ),
    ),
)
