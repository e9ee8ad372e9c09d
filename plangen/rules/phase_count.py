"""写明的阶段个数与实际所列的不符：分四个阶段，列了五个。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：警告。
只看“分几个阶段”的写法；阶段自己的正文里再分阶段的不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._counts import NUMBER, value
from plangen.rules._time import by_phase
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

PHASES = lazy(rf"分(?:为|成|作)?(?P<n>{NUMBER})个(?:[重主]要|工作|实施|具体)?(?:阶段|步骤)")
OTHERS = lazy(r"各(?:乡镇|单位|部门|村)[^。；]*$|本阶段")


def find(case: Case) -> Findings:
    """Counts of phases that the plan's own phases don't bear out."""
    real = len(case.plan.phases)
    for index, line in by_phase(case, "阶段", "步骤"):
        found = PHASES.search(line.text)
        if found is None or index is not None:
            continue
        said = value(found["n"])
        if said is not None and said != real and not OTHERS.search(line.text[: found.start()]):
            message = f"“{found.group()}”与所列的不符：列出{real}个阶段"
            yield Finding(line.where, message, found.group())


PHASE = "{name: %s阶段, start: 2024-0%d, end: 2024-0%d, text: 分两个阶段推进。}"
TWO = f"phases: [{PHASE % ('甲', 1, 2)}, {PHASE % ('乙', 3, 4)}]\n"
RULE = Rule(
    "phase-count",
    Level.WARNING,
    find,
    needs=("phases",),
    good=(
        TWO + "preamble: 创建工作分两个阶段进行。",
        TWO + "preamble: 各乡镇的工作分三个阶段进行。",
        "preamble: 创建工作分三个阶段进行。",
    ),
    bad=(
        (
            TWO + "preamble: 创建工作分为3个阶段实施。",
            "“分为3个阶段”与所列的不符：列出2个阶段",
        ),
    ),
)
