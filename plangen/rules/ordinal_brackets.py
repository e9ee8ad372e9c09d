"""序号的括号写法不对：半角、一全一半、只有一边，或同一文件里两种写法。

依据：GB/T 9704—2012 第7.3.3条（层次序数为“一、”“（一）”“1.”“（1）”）；GB/T 15834—2011 第4.9条。
级别：警告。
“1）”不在四级序数之列，改成哪一级要由作者定，不自动改。
"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules._numbering import FOURTH, HALF, SECOND, Entry, label, outline, typed_here
from plangen.rules.base import Case, Finding, Findings, Rule

BRACKETED = frozenset({SECOND, FOURTH, HALF})


def find(case: Case) -> Findings:
    """Bracketed ordinals that aren't in a pair of full-width brackets."""
    for entry in outline(case).entries:
        typed = bare(entry)
        if entry.rank not in BRACKETED or in_pair(typed) or not typed_here(case, entry):
            continue
        right = label(entry.rank, entry.number)
        if entry.rank == HALF:
            yield Finding(entry.block.where, f"“{typed}”不是公文的层次序数，应作“{right}”", typed)
        else:
            fix = Fix(entry.quote, entry.quote.replace(typed, right, 1))
            yield Finding(entry.block.where, f"“{typed}”应作“{right}”", entry.quote, fix=fix)


def bare(entry: Entry) -> str:
    """The ordinal without the mark after it."""
    typed = entry.typed
    marked = entry.mark and entry.rank != HALF
    return typed[: -len(entry.mark)] if marked else typed


def in_pair(typed: str) -> bool:
    """Whether an ordinal stands in full-width brackets."""
    return typed.startswith("（") and typed.endswith("）")


RULE = Rule(
    "ordinal-brackets",
    Level.WARNING,
    find,
    good=(
        'preamble: "（一）加强领导。\\n（1）落实责任。\\n（以下简称“创卫”）工作。"',
        'preamble: "（十二）加强领导。\\n12345热线全天受理。\\n(市、区)两级联动。"',
    ),
    bad=(
        (
            'preamble: "(一)加强领导。\\n（二)落实责任。\\n(1)广泛宣传。"',
            "“(一)”应作“（一）”\n“（二)”应作“（二）”\n“(1)”应作“（1）”",
        ),
        (
            'preamble: "一）加强领导。\\n1)落实责任。"',
            "“一）”应作“（一）”\n“1)”不是公文的层次序数，应作“（1）”",
        ),
    ),
)
