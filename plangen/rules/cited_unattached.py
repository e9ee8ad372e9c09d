"""要求按照本地的一张表落实，这张表却没有附上：《青山县……责任分解表》。

依据：GB/T 9704—2012 第7.3.4条（如有附件，在正文之下注明附件顺序号和名称）；实务。级别：提示。
只看书名号里以本地名称开头（或没有地名）的分解表、清单、名单一类；附了的、说明另发或在别处的、
在 standards 里写明分工另见（assigned_in）的，都不算；同一张表只报一次。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._references import annexes, bare, is_annex_line
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule, once
from plangen.text.patterns import lazy

TABLE = lazy(r"(?:分解|分工|责任|任务|职责|进度|考核|评分|登记|统计)表$|清单$|名单$|行事历$")
CITED = lazy(r"《(?!附件)([^《》]{4,})》")  # 《附件1：统计表》 says itself where it is
ELSEWHERE = lazy(r"另[行发附]|[印下转]发|公布|下载|网站|填[写报]|报送|编制|制[定订]|建立|[拟列]出")
PLACE = lazy(rf"{LETTER}{{1,10}}?(?:省|市|县|区|自治州|旗|镇|乡|街道)")


def find(case: Case) -> Findings:
    """Own tables that the text relies on and that aren't there."""
    elsewhere = "".join(use.assigned_in for use in case.plan.standards)
    said: set[str] = set()
    for line in case.having("表》", "单》"):
        for found in CITED.finditer(line.text):
            title = found[1]
            known = title in said or title in elsewhere or not TABLE.search(title)
            if known or not _own(title, case.plan.locality.name) or _told(line.text, found):
                continue
            said.add(title)
            if not any(title in other or (other and other in title) for other in _attached(case)):
                message = f"{found.group()}没有附上，应列为附件，或写明另行印发"
                yield Finding(line.where, message, found.group())


@once
def _attached(case: Case) -> tuple[str, ...]:
    """What is attached: the names of the annexes, and the lines over them."""
    lines = (line.text.strip() for line in case.lines() if is_annex_line(line))
    return (*(bare(title) for title, _ in annexes(case).titles), *lines)


def _own(title: str, locality: str) -> bool:
    """Whether a title is of this locality, or of no place at all."""
    return bool(locality and title.startswith(locality)) or not PLACE.match(title)


def _told(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence says where the table is, or that it is to be made or filled in."""
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；") + 1
    end = next((i for i in range(found.end(), len(text)) if text[i] in "。；"), len(text))
    return bool(ELSEWHERE.search(text[start : found.start()] + text[found.end() : end]))


RULE = Rule(
    "cited-unattached",
    Level.INFO,
    find,
    good=(
        "preamble: 对照《青山县创建工作任务分解表》（见附件）整改。\n"
        "annexes: [{title: 青山县创建工作任务分解表, text: 甲。}]",
        "preamble: 填写《工作进度统计表》报送县创卫办。《青山县任务分解表》由县创卫办另行印发。",
        "preamble: 按照《江川市创建工作责任分解表》和《城市黑臭水体名单》整改，制定《问题清单》。",
        "standards: [{title: 省级标准, assigned_in: 《青山县创建工作任务分解表》}]\n"
        "preamble: 按照《青山县创建工作任务分解表》落实。",
    ),
    bad=(
        (
            "preamble: 依照《青山县重点部门主要责任分解表》开展考评，"
            "按《青山县重点部门主要责任分解表》通报。",
            "《青山县重点部门主要责任分解表》没有附上，应列为附件，或写明另行印发",
        ),
    ),
)
