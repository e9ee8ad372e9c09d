"""同一文件里日期的起止号不一致：有的用“至”，有的用“—”“～”。

依据：GB/T 15834—2011 第4.13.3条（起止用一字线或浪纹线，全文一致）。级别：提示。
年份的起止（2022—2026年）和月、日的起止分开比；“从……至……”和表格里的不算；只指出较少的一种。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._time import YEAR
from plangen.rules.base import Case, Finding, Findings, Line, Rule
from plangen.text.dates import MASK

MARKS = "至到—–－～~-"
NAMES = {"—": "—", "–": "—", "－": "—", "～": "～", "~": "～", "-": "-", "至": "至", "到": "至"}
UNIT = r"(?:\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)"
RANGE = re.compile(
    rf"(?<![\d-])(?P<years>{YEAR}年?\s*(?P<mark1>[{MARKS}])\s*{YEAR}年(?!\d))"
    rf"|(?P<days>(?:(?:{YEAR}年)?{UNIT}|{YEAR}年\d{{1,2}}|(?<!\d)\d{{1,2}})\s*(?P<mark2>[{MARKS}])\s*"
    rf"(?:{YEAR}年)?{UNIT})"
)
LIKELY = re.compile(rf"(?:[年月日\d]|{MASK})\s*[{MARKS}]")
SPOKEN = re.compile(r"[自从由在于][^，。；]{0,4}$")
TABLES = (Role.TABLE, Role.TABLE_CELL, Role.TABLE_HEAD)


def find(case: Case) -> Findings:
    """The first range whose mark is not the one that most of its kind have."""
    found = sorted(_ranges(case), key=lambda item: item[0])
    for _, group in groupby(found, key=lambda item: item[0]):
        items = list(group)
        marks = [mark for _, mark, _, _ in items]
        usual = max(dict.fromkeys(marks), key=marks.count)
        odd = next((item for item in items if item[1] != usual), None)
        if odd:
            _, mark, line, text = odd
            message = f"“{text}”用“{mark}”，别处用“{usual}”，起止号应一致"
            yield Finding(line.where, message, text)


def _ranges(case: Case) -> Iterator[tuple[str, str, Line, str]]:
    """Kind, mark, line and text of every range that isn't told in words."""
    for line in case.lines():
        if line.role in TABLES or not LIKELY.search(line.text):
            continue
        for found in RANGE.finditer(line.text):
            mark = NAMES[found["mark1"] or found["mark2"]]
            if mark == "至" and (
                SPOKEN.search(line.text[: found.start()])
                or not _bracketed(line.text, found.start())
            ):
                continue
            yield "years" if found["years"] else "days", mark, line, found.group()


def _bracketed(text: str, at: int) -> bool:
    """Whether a place lies in brackets: （2024年1月至3月）."""
    return max(text.rfind("（", 0, at), text.rfind("(", 0, at)) > max(
        text.rfind("）", 0, at), text.rfind(")", 0, at)
    )


RULE = Rule(
    "range-mixed",
    Level.INFO,
    find,
    good=(
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02},"
        " {name: 乙阶段, start: 2024-03, end: 2024-06}]\n"
        "closing: 会期2024年5月1日至3日，自2024年1月至12月实施，热线0561-2013-1301。",
        "title: 青山县卫生创建行动方案（2022—2026年）\n"
        "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02}]",
        "closing: 占比10～20%，第1—7条，3～5天，2024年1—2月。",
    ),
    bad=(
        (
            "phases: [{name: 甲阶段, start: 2024-01, end: 2024-02},"
            " {name: 乙阶段, start: 2024-03, end: 2024-06}]\n"
            "closing: 宣传月活动（2024年4月1日—30日）由县创卫办组织。",
            "“2024年4月1日—30日”用“—”，别处用“至”，起止号应一致",
        ),
        (
            "closing: 2022—2024年建设，2024～2025年整改，2025—2026年提高。",
            "“2024～2025年”用“～”，别处用“—”，起止号应一致",
        ),
    ),
)
