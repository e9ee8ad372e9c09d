"""文中留有 Markdown 记号：**加粗**、# 标题、- 列表、``` 代码。

依据：实务（公文不用标记语言，印出来就是乱码）；GB/T 9704—2012 第7.3.3条。级别：警告。
行首的“- ”要相连两行才算；页码“- 1 -”和单个星号（注释、打码）不算。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

from plangen.problem import Fix, Level
from plangen.rules._lines import BREAK, Line
from plangen.rules._stars import bolds
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

CODE = lazy(r"`[^`\n]+`|^```\w*$")
HEADING = lazy(r"^(?P<mark>#{1,6}\s+)(?P<text>\S.{0,7})")
ESCAPED = lazy(r"^\d{1,2}\\[.、]|\\[*_#]")
LINK = lazy(r"!?\[[^\]\n]+\]\((?:https?|\.{0,2}/)[^)\n]*\)")
RULER = lazy(r"^(?:\|?\s*:?-{3,}:?\s*\|?)+$")
BULLET = lazy(r"[-*+]\s+(?!\d+\s*-$)\S")
BULLETS = "-*+"
SIGNS = ("**", "`", "#", "\\", "](", "---")  # one of them is in all but a bullet
OTHERS = (CODE, ESCAPED, LINK, RULER)


def find(case: Case) -> Findings:
    """Marks of Markdown; what is plain once they are gone has a fix."""
    for line in case.having(*SIGNS):
        for found in bolds(line.text):
            fix = Fix(found.group(), found["text"])
            yield finding(line, found.group(), fix)
        for found in HEADING.finditer(line.text):
            yield finding(line, found.group(), Fix(found.group(), found["text"]))
        for form in OTHERS:
            for found in form.finditer(line.text):
                yield finding(line, found.group(), None)
    # One without another isn't told: the second begins after a break.
    several = any(case.has(f"{BREAK}{bullet}") for bullet in BULLETS)
    for line in bullets(case.lines()) if several else ():
        yield finding(line, line.text[:8], None)


def finding(line: Line, quote: str, fix: Fix | None) -> Finding:
    return Finding(line.where, f"“{quote}”里有 Markdown 记号，公文不用", quote, fix=fix)


def bullets(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that begin with - and have a neighbour that does."""
    marked = [line.text[0] in BULLETS and bool(BULLET.match(line.text)) for line in lines]
    near = [False] * len(lines)
    for place, (one, two) in enumerate(pairwise(marked)):
        if one and two:
            near[place] = near[place + 1] = True
    return compress(lines, near)


RULE = Rule(
    "markdown-left",
    Level.WARNING,
    find,
    good=(
        'preamble: "——坚持政府主导。\\n——坚持全民参与。\\n- 1 -\\n*注：数据截至2023年底。"',
        "preamble: 王**等同志参加，电话138****0000，规格为3*5米。",
        "preamble: 清扫**路（**路至**路），由**社区和**村负责，市**局指导，**社区配合**村。",
        "preamble: 由王**任组长，李**任副组长；县教育局张**负责，县水利局陈**配合。",
        "preamble: 由县委**书记任组长，县政府**县长任副组长；用**银行贷款**万元建**村。",
        "preamble: 以**县**镇**村为试点，由**负责，联系**。",
        "preamble: 邮箱 abc_def@example.cn，C#培训班，#1污水泵站。",
    ),
    bad=(
        (
            'preamble: "**加强领导**，落实责任。\\n## 工作目标\\n- 完成申报\\n- 完成整改"',
            "“**加强领导**”里有 Markdown 记号，公文不用\n“## 工作目标”里有 Markdown 记号，"
            "公文不用\n"
            "“- 完成申报”里有 Markdown 记号，公文不用\n“- 完成整改”里有 Markdown 记号，公文不用",
        ),
        (
            'preamble: "推进**环境整治**，抓（**村庄清洁**）。\\n1.**落实责任，加强督查。**各村"',
            "“**环境整治**”里有 Markdown 记号，公文不用\n"
            "“**村庄清洁**”里有 Markdown 记号，公文不用\n"
            "“**落实责任，加强督查。**”里有 Markdown 记号，公文不用",
        ),
    ),
)
