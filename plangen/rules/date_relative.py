"""用了今年、去年、近日、本月一类相对的时间。

依据：实务（公文要存查，时间写具体的年月日）。级别：印发的通知为警告，其余为提示。
词表在 words/relative_dates.yaml；每月、每周的制度（“每月5日前报送上月情况”）和同比的不算；
印出的阶段、期限本来就写“今年”的也在内。
"""

from __future__ import annotations

import re
from functools import cache

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._time import sentence_at
from plangen.rules._words import cores
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.programs import compiled


@LineWise
def find(lines: Lines) -> Findings:
    """Every relative time of the text."""
    entries = lines.words("relative_dates")
    signs = [core for entry in entries for core in cores(entry["pattern"])]
    level = Level.WARNING if lines.issued else Level.INFO
    for line in lines.having(*signs):
        for entry in entries:
            unless = entry.get("unless")
            for found in _compiled(entry["pattern"]).finditer(line.text):
                sentence = sentence_at(line.text, found.start())
                if not unless or not _compiled(unless).search(sentence):
                    message = f"“{found.group()}”应写{entry['instead']}"
                    yield Finding(line.where, message, found.group(), level=level)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return compiled(pattern)


RULE = Rule(
    "date-relative",
    Level.WARNING,
    find,
    good=(
        "closing: 每月5日前报送上月情况，本月任务本月完成；"
        "15日前、8月10日前报送；比去年同期提高。",
        "closing: 近年来成效明显，目前仍有差距；最近日常保洁到位，"
        "以下月度任务本周期内完成，各村周边整洁。",
        "closing: 会议日前后各安排1次检查；当年、次年、年度不在此列。",
    ),
    bad=(
        (
            "closing: 今年底前完成。近日，省爱卫办印发通知。日前，县政府召开会议。",
            "“今年”应写具体年份\n“近日”应写具体日期\n“日前”应写具体日期",
        ),
        ("targets: [{text: 完成申报, by: 今年7月}]\nclosing: 明年2月验收。", "“明年”应写具体年份"),
    ),
)
