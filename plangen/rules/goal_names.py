"""文中写的创建年份、乡镇与行事历不一致：文中说2022年竹溪乡创建，行事历里它在2023年。

依据：党政机关公文处理工作条例第二十条第（四）项（内容前后一致、准确）。级别：警告。
只核对行动方案里写明年份、列出乡镇全称、又说得出是哪一类（本句或段首）的句子；“到2026年”之后列的，
在2026年以前的各批里都算对；不写“到”的，须在那一年完成的一批里。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._roadmap import FIVE, clauses, text_lines, tracks
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

if TYPE_CHECKING:
    from plangen.model.roadmap import Cohort, Track

NAMES = lazy(
    r"(?P<till>[到至])?(?P<year>20\d\d)年(?:底前?|末)?，?"
    r"(?P<names>[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道)(?:[、和][\u4e00-\u9fff]{1,6}?(?:镇|乡|街道))*)"
    r"(?=[^镇乡、]*(?:创建|建成|通过|获得|命名|达到))"
)
OTHERS = lazy(r"[各每全该]|所有|其他|其余|卫生")


def find(case: Case) -> Findings:
    """Townships that the text has in another year than the calendar, or that it lacks."""
    listed = {track.name: _listed(track) for track in tracks(case)}
    for line in text_lines(case):
        for track, found in _named(case, line):
            year, till = int(found["year"]), bool(found["till"])
            for name in re.split("[、和]", found["names"]):
                cohorts = listed[track.name].get(name, [])
                if OTHERS.search(name) or _agrees(cohorts, year, till=till):
                    continue
                years = "、".join(cohort.years for cohort in cohorts)
                own = f"行事历里它在{years.rstrip('年')}年" if years else "行事历里没有它"
                yield Finding(line.where, f"文中“{name}”{year}年创建{track.name}，{own}", name)


def _named(case: Case, line: Line) -> Iterator[tuple[Track, re.Match[str]]]:
    """The townships named for a year, with the track that their clause or paragraph is about."""
    for head, text in clauses(line) if "年" in line.text else ():
        for found in NAMES.finditer(text):
            about = [track for track in tracks(case) if track.name in text[found.end() :]]
            about = about or [track for track in tracks(case) if track.name == head]
            if len(about) == 1:
                yield about[0], found


def _listed(track: Track) -> dict[str, list[Cohort]]:
    """In which cohorts each township of a track is: there may be thousands."""
    found: dict[str, list[Cohort]] = {}
    for cohort in track.cohorts:
        for name in dict.fromkeys(cohort.townships):
            found.setdefault(name, []).append(cohort)
    return found


def _agrees(cohorts: list[Cohort], year: int, *, till: bool) -> bool:
    spans = [cohort.span for cohort in cohorts]
    return any(span is None or span[1] == year or (till and span[1] <= year) for span in spans)


MAP = (
    FIVE + "tracks: [{name: 省级卫生乡镇, goal: 3, cohorts: ["
    "{years: 2022, townships: [云渡镇, 竹溪乡]}, {years: 2024—2026, townships: [沙坪镇]}]}]"
    "\npreamble: "
)
RULE = Rule(
    "goal-names",
    Level.WARNING,
    find,
    roadmap=True,
    good=(
        MAP + "2022年，云渡镇、竹溪乡成功创建省级卫生乡镇；2026年，沙坪镇成功创建省级卫生乡镇。",
        MAP + "到2026年，云渡镇、竹溪乡、沙坪镇成功通过省级卫生乡镇验收。",
        MAP + "2023年，各乡镇成功创建省级卫生乡镇，桐岭乡成功创建文明乡镇。",
    ),
    bad=(
        (
            MAP
            + "2023年，竹溪乡成功创建省级卫生乡镇；2026年，沙坪镇、桐岭乡成功创建省级卫生乡镇。",
            "文中“竹溪乡”2023年创建省级卫生乡镇，行事历里它在2022年\n"
            "文中“桐岭乡”2026年创建省级卫生乡镇，行事历里没有它",
        ),
        (
            MAP + "到2023年，沙坪镇通过省级卫生乡镇验收。",
            "文中“沙坪镇”2023年创建省级卫生乡镇，行事历里它在2024—2026年",
        ),
    ),
)
