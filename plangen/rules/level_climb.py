"""层次倒置：低一级的序号下面用了高一级的序号。

依据：GB/T 15834—2011 附录B.3.8（可以从较低层次起，不可由低到高倒用）；GB/T 9704—2012 第7.3.3条。
级别：警告。
只在“1.”独占一行、紧接“（一）”、后面又接着编“2.”时报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._headings import headings_of
from plangen.rules._numbering import PHASE, Entry, Run, label, outline
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Higher ordinals that stand between two neighbours of a lower rank."""
    read = outline(case)
    by_entry = {entry.place: run for run in read.runs for entry in run.entries}
    headings = headings_of(case)
    for run in read.runs:
        inner = by_entry.get(run.parent.place) if run.parent else None
        if inner is None or inner.entries[0].number != 1:
            continue
        if inner.rank == PHASE:  # 第一阶段 may stand under any heading
            continue
        heading = headings.at.get(inner.entries[0].place - 1)
        if heading and heading.ours and turned(heading, run):
            typed = label(inner.rank, 1)
            message = f"“{label(heading.rank, heading.number)}”下面用了高一级的“{typed}”"
            yield Finding(inner.entries[0].block.where, message, inner.entries[0].quote)


def turned(heading: Entry, run: Run) -> bool:
    """Whether a run goes on from a heading although higher ordinals stand between them."""
    goes_on = heading.rank == run.rank and run.entries[0].number == heading.number + 1
    return goes_on and not heading.text.endswith(("。", "；"))


RULE = Rule(
    "level-climb",
    Level.WARNING,
    find,
    good=(
        'preamble: "（一）组织领导\\n1.甲。\\n2.乙。\\n（二）宣传\\n3.丙。"',
        'preamble: "1.甲。\\n2.乙。\\n（一）宣传组\\n1.丙。"',
        'preamble: "1.时间安排\\n第一阶段：宣传\\n第二阶段：整治\\n2.组织保障\\n（一）丙。"',
    ),
    bad=(
        (
            'preamble: "1.组织领导\\n（一）甲。\\n（二）乙。\\n2.宣传\\n（一）丙。"',
            "“1.”下面用了高一级的“（一）”",
        ),
    ),
)
