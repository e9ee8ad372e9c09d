"""层次超过四级。

依据：GB/T 9704—2012 第7.3.3条（列出“一、”“（一）”“1.”“（1）”四级）；
GB/T 15834—2011 附录B.3.8（其下可用①）。
级别：提示。每个文件只报一次。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._numbering import FOURTH, outline
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """The first ordinal below （1）."""
    for run in outline(case).runs:
        if run.parent and run.parent.rank == FOURTH and run.entries[0].ours:
            first = run.entries[0]
            message = f"“{first.typed}”是第五级，公文的层次一般不超过四级"
            yield Finding(first.block.where, message, first.quote)
            return


RULE = Rule(
    "level-deep",
    Level.INFO,
    find,
    good=(
        'preamble: "（一）甲。\\n1.乙。\\n（1）丙。\\n（2）丁。"',
        'preamble: "1.甲。\\n①乙。\\n②丙。"',
    ),
    bad=(
        (
            'preamble: "（一）甲。\\n1.乙。\\n（1）丙。\\n①丁。\\n②戊。"',
            "“①”是第五级，公文的层次一般不超过四级",
        ),
    ),
)
