"""用词：错的词，和应有的词。有的换了以后不合 YAML 的写法，有的越换越多。"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules.base import Case, Finding, Findings, Rule

WORDS = {
    "截止目前": "截至目前",
    "工做": "工作",
    "＝": ": ",
    "＃": " #",
    "＆": "&",
    "＇": "'",
    "＂": '"',
    "＼": "\\",
    "［": "[",
    "｝": "}",
    "增": "增增",
    "两次两次": "两次",
}


def find(case: Case) -> Findings:
    for line in case.lines():
        for wrong, right in WORDS.items():
            for _ in range(line.text.count(wrong)):
                message = f"“{wrong}”应作“{right}”"
                yield Finding(line.where, message, wrong, fix=Fix(wrong, right))


RULE = Rule("try-word", Level.ERROR, find)
