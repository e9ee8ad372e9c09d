"""Where lines began in a text that has lost its breaks, and has no numbers there: labels, people.

组　长：何川　镇长副组长：江若水　副镇长领导小组下设…… has three lines. The title parts from the
text at 为, 根据, 按照.
"""

from __future__ import annotations

import re

from plangen.read.passages import Passage
from plangen.recognise.labels import is_role, labelled
from plangen.recognise.names import is_name

B = r"[ \t\u3000]*"
HELD = "组长 指挥长 总指挥 主任 召集人 队长 成员 组员 联络员 顾问 联系人"
ROLES = "|".join(B.join(role) for role in HELD.split())
RANKS = f"(?:(?:名{B}誉|第{B}[一二三]|常{B}务|执{B}行)?{B}(?:副{B})?)"
UNITS = "成员单位|组成单位|牵头单位|责任单位|参与单位|配合单位|协助单位"
DUTIES = "(?:主要|工作|具体)?(?:职责|任务)(?:分工)?"
CONTACTS = "联系电话|电子邮箱|联系地址"
LABEL = re.compile(rf"(?:{RANKS}(?:{ROLES})|{UNITS}|{DUTIES}|{CONTACTS})[：:]")
# After the people of a role: 领导小组下设……, 办公室设在……, 指挥部下设……
NEXT = re.compile(
    "(?:领导小组|工作专班|指挥部|委员会|专班|小组)?(?:下设|办公室(?:设在|设于|主任|地点|承担|负责)|成员因)"
    "|(?:领导小组|指挥部|委员会)(?:办公室|负责|主要|实行|不)"
)
POST = "长记任席员委师理"
HAN = "[\u4e00-\u9fff]"
PERSON = re.compile(rf"(?<=[{POST}])(?P<name>{HAN}{{2,4}}|{HAN}{B}{HAN})(?=[ \t\u3000])")
TITLE = re.compile(
    "^(?P<title>[^，。；：]{6,40}?(?:方案|计划|预案|意见|办法|细则|要点|规划))(?=为|根据|按照|依据|结合|现|遵照|今年)"
)
LONG = 30  # characters of a line that may hold several


def at_labels(line: Passage) -> list[Passage]:
    """A passage cut where lines began."""
    text = line.text
    if len(text) <= LONG and not LABEL.search(text, 1):
        return [line]
    title = TITLE.match(text)
    places = {title.end()} if title else set()
    places |= {found.start() for found in LABEL.finditer(text)}
    parts = line.cut(*sorted(place for place in places if place))
    return [piece for part in parts for piece in _people(part)]


def _people(line: Passage) -> list[Passage]:
    """The line of a role, cut before each further person and before what is said after them."""
    named = labelled(line.text)
    if not named or not is_role(named[0]):
        return [line]
    after = next((found.start() for found in NEXT.finditer(line.text)), len(line.text))
    people = [
        found.start("name")
        for found in PERSON.finditer(line.text, 0, after)
        if is_name(re.sub(r"\s", "", found["name"]))
    ]
    places = [*people, *([after] if 0 < after < len(line.text) else [])]
    return line.cut(*places) if places else [line]
