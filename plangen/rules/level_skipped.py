"""跳级：标题下面直接用了隔一级的序号。

依据：GB/T 9704—2012 第7.3.3条（层次序数依次用“一、”“（一）”“1.”“（1）”）。级别：警告。
“一、”下直接用“1.”而别处用“（一）”的为提示；全文只用“一、”“1.”两级的不算。中间隔着正文的不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.problem import Level
from plangen.rules._numbering import FIRST, FOURTH, SECOND, THIRD, Entry, Run, label, outline
from plangen.rules.base import Case, Finding, Findings, Rule

BETWEEN = {(FIRST, FOURTH): "“（一）”“1.”", (SECOND, FOURTH): "“1.”", (FIRST, THIRD): "“（一）”"}


def find(case: Case) -> Findings:
    """Lists that stand directly under a heading more than one level above them."""
    for run, parent, skipped in skips(case):
        first = run.entries[0]
        yield Finding(
            first.block.where,
            f"“{label(parent.rank, parent.number)}”下面直接用“{shown(run)}”，跳过了{skipped}",
            first.quote,
            level=Level.INFO if run.rank == THIRD else None,
        )


def skips(case: Case) -> Iterator[tuple[Run, Entry, str]]:
    """The lists that skip a level, the heading above each, and the levels between."""
    runs = outline(case).runs
    ordinary = any(run.rank == SECOND and run.parent for run in runs)
    for run in runs:
        first, parent = run.entries[0], run.parent
        if not parent or first.place != parent.place + 1 or not first.ours:
            continue
        skipped = BETWEEN.get((parent.rank, run.rank))
        if skipped and (ordinary or run.rank == FOURTH):
            yield run, parent, skipped


def shown(run: Run) -> str:
    """The first ordinal of a run."""
    return label(run.rank, run.entries[0].number)


RULE = Rule(
    "level-skipped",
    Level.WARNING,
    find,
    good=(
        'outline: [{heading: 工作任务, text: "1.加强领导。\\n2.落实责任。"}]',
        'outline: [{heading: 工作任务, text: "要做好以下工作：\\n（1）加强领导。\\n'
        '（2）落实责任。"}]',
        'outline: [{heading: 工作任务, text: "（一）组织领导\\n1.加强领导。\\n（1）落实责任。"}]',
    ),
    bad=(
        (
            'outline: [{heading: 工作任务, text: "（1）加强领导。\\n（2）落实责任。"}]',
            "“一、”下面直接用“（1）”，跳过了“（一）”“1.”",
        ),
        (
            'outline: [{heading: 任务, text: "（一）领导。\\n（1）甲。"}, {heading: 保障,'
            " text: 1.乙。}]",
            "“（一）”下面直接用“（1）”，跳过了“1.”\n“二、”下面直接用“1.”，跳过了“（一）”",
        ),
    ),
)
