"""同一组里有两个相同的标题。

依据：党政机关公文处理工作条例第十九条（结构严谨、表述准确）；实务。级别：警告。
不同上级标题之下的相同标题（各阶段都有“组织实施”）不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._headings import ours, title
from plangen.rules._numbering import Entry, label, outline
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Headings whose words a sibling before has had."""
    for run in outline(case).runs:
        seen: dict[str, Entry] = {}
        for entry in ours(run):
            words = title(entry)
            if words in seen:
                before = label(run.rank, seen[words].number)
                message = f"标题“{words}”与“{before}”相同"
                yield Finding(entry.block.where, message, entry.quote)
            elif words:
                seen[words] = entry


RULE = Rule(
    "heading-twice",
    Level.WARNING,
    find,
    good=(
        'preamble: "（一）加强领导。成立领导小组，统筹协调。\\n（二）加强宣传。开展宣传教育。"',
        'preamble: "一、启动阶段\\n（一）组织实施\\n甲。\\n二、整治阶段\\n（一）组织实施\\n乙。"',
    ),
    bad=(
        (
            'preamble: "（一）加强领导。成立领导小组，统筹协调。\\n（二）落实责任。签订责任书。\\n'
            '（三）加强领导。各单位主要负责人负总责。"',
            "标题“加强领导”与“（一）”相同",
        ),
    ),
)
