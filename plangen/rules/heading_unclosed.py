"""标题后面接排正文，标题末尾却没有句号。

依据：实务（接排的标题用句号与正文分开）；GB/T 15834—2011 第4.1条。级别：警告。
只看同组的标题怎样写：别的标题用句号收住、或独立成行，这一个却与正文连着（中间空一格，
或紧接时间之后）。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._headings import Headings, headings_of, ours, run_in
from plangen.rules._numbering import Entry, Run, outline
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

BLANKS = " \t\u3000"
SPACED = lazy(
    rf"(?P<title>(?:[^\s，。；：！？、（）()“”]|“[^“”]*”){{2,20}}(?:（[^（）]*）)?)"
    rf"[{BLANKS}]+{LETTER}.{{9,}}[。；]$"
)
DATED = lazy(
    r"(?P<title>[^。；]{2,20}阶段[（(][^（）()]{3,30}[）)])(?![的内中里前后、，。：；"
    rf"])\s*{LETTER}.{{8,}}"
)


def find(case: Case) -> Findings:
    """Headings run together with their text, where siblings show where they should end."""
    read = outline(case)
    headings = headings_of(case)
    for run in read.runs:
        for entry in ours(run):
            title = unclosed(entry)
            if title and any(closed(headings, other, title) for other in others(run, entry)):
                message = f"标题“{title}”后面接排正文，标题末尾应有“。”"
                yield Finding(entry.block.where, message, title[-10:])


def unclosed(entry: Entry) -> str:
    """The title of a heading that runs into its text."""
    spaced = SPACED.match(entry.text) if any(map(entry.text.__contains__, BLANKS)) else None
    found = spaced or (DATED.match(entry.text) if "阶段" in entry.text else None)
    return found["title"] if found else ""


def others(run: Run, entry: Entry) -> list[Entry]:
    return [other for other in run.entries if other is not entry]


def closed(headings: Headings, entry: Entry, title: str) -> bool:
    """Whether a sibling is a heading with an end; a phase is compared with phases."""
    if "阶段" in title and "阶段" not in entry.text[:20]:
        return False
    return run_in(entry) or ("阶段" in title and headings.clean(entry))


RULE = Rule(
    "heading-unclosed",
    Level.WARNING,
    find,
    good=(
        'preamble: "（一）动员部署阶段（4 月 12 日-4 月 26 日）。部署任务，营造氛围，压实责任。\\n'
        '（二）组织实施阶段（4 月 27 日-5 月 26 日）。排查隐患，建立台账，限期整改。"',
        'preamble: "（一）加强领导。成立领导小组，统筹协调。\\n（二）落实责任。签订责任书。"',
        'preamble: "（一）自查阶段（4月—7月）的工作由县创卫办负责。\\n（二）考核阶段（8月）\\n'
        '迎接。"',
        'preamble: "（一）开展“人人动手 清洁家园”活动。组织清扫。\\n（二）落实责任。签订责任书。"',
        'preamble: "1.县教育局 负责学校健康教育工作。\\n2.县水利局 负责河道保洁工作。"',
    ),
    bad=(
        (
            'preamble: "（一）加强领导。成立领导小组，统筹协调。\\n'
            '（二）落实责任 各单位层层签订责任书，分解任务。"',
            "标题“落实责任”后面接排正文，标题末尾应有“。”",
        ),
        (
            'preamble: "（一）动员阶段（8月10日—15日）召开动员大会，营造氛围。\\n'
            '（二）实施阶段（8月16日—10月31日）\\n集中整治。"',
            "标题“动员阶段（8月10日—15日）”后面接排正文，标题末尾应有“。”",
        ),
    ),
)
