"""阶段重叠：后一阶段开始时前一阶段还没结束。

依据：实务（阶段首尾相接）。级别：错误；只是交接的那个月（或那一年）两边都写，为警告。
次序颠倒的阶段由 phase-order 指出，这里不再重复；交接的那个月都写到旬的、后一阶段只写期限的，不报。
"""

from __future__ import annotations

from itertools import pairwise

from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended, phase_ends
from plangen.text.patterns import lazy

PARTS = lazy("[上中下]旬|[初底末]")


def find(case: Case) -> Findings:
    """Neighbouring phases in order whose times overlap."""
    ends = list(phase_ends(case))
    for (one, start, end), (two, later, _) in pairwise(ends):
        first, second = case.plan.phases[one], case.plan.phases[two]
        if second.start is None:
            continue  # of a phase with an end alone (2024年6月底前) nobody knows when it starts
        if start.first is None or end.last is None or later.first is None:
            yield Suspended(second.where, f"{end}与{later}不能比较")
        elif start.first <= later.first <= end.last:
            shared = end == later
            if shared and PARTS.search(first.when) and PARTS.search(second.when):
                yield Suspended(second.where, f"{first.when}与{second.when}只写到旬，不能比较")
                continue
            what = f"与“{first.name}”（止于{end}）重叠"
            if shared and end.day is None:
                what = f"与“{first.name}”都占{end}，应写明从哪一天起算或错开"
            level = Level.WARNING if shared and end.day is None else None
            yield Finding(
                second.where / "start", f"“{second.name}”从{later}开始，{what}", level=level
            )


PARTED = (
    "phases: [{name: 甲阶段, start: 2024-03, end: 2024-03%s},"
    " {name: 乙阶段, start: 2024-03, end: 2024-05%s}]"
)
RULE = Rule(
    "phase-overlap",
    Level.ERROR,
    find,
    needs=("phases",),
    good=(
        "phases: [{name: 甲阶段, start: 2024-02, end: 2024-03}, {name: 乙阶段, start: 2024-04}]",
        "phases: [{name: 甲阶段, start: 20XX-01, end: 20XX-09}, {name: 乙阶段, start: 20XX-05}]",
        PARTED % (", when: 2024年3月上旬", ", when: 2024年3月中旬至5月"),
        "phases: [{name: 甲阶段, start: 2024-03, end: 2024-06}, {name: 乙阶段, end: 2024-06}]",
    ),
    bad=(
        (
            "phases: [{name: 甲阶段, start: 2024-05, end: 2024-09},"
            " {name: 乙阶段, start: 2024-08, end: 2024-12}]",
            "“乙阶段”从2024年8月开始，与“甲阶段”（止于2024年9月）重叠",
        ),
        (
            "phases: [{name: 甲阶段, start: 2024-05, end: 2024-09},"
            " {name: 乙阶段, start: 2024-09, end: 2024-12}]",
            "“乙阶段”从2024年9月开始，与“甲阶段”都占2024年9月，应写明从哪一天起算或错开",
        ),
        (
            PARTED % (", when: 2024年3月上旬", ""),
            "“乙阶段”从2024年3月开始，与“甲阶段”都占2024年3月，应写明从哪一天起算或错开",
        ),
        (
            PARTED % ("", ", when: 2024年3月中旬至5月"),
            "“乙阶段”从2024年3月开始，与“甲阶段”都占2024年3月，应写明从哪一天起算或错开",
        ),
    ),
)
