"""序号不连续：缺号、重号、倒序，或一组序号不从头编起。

依据：党政机关公文处理工作条例第二十条（段落顺序要准确）；GB/T 9704—2012 第7.3.3条。级别：错误。
每一级在上一级之下从头编，也可以接着上一节往下编；带标签的段落之后重新编号不算；数字紧接数字的
（3.30%以上村庄）按次序认；同一段里接排的序号也算有。
"""

from __future__ import annotations

from itertools import zip_longest

from plangen.problem import Level
from plangen.rules._numbering import Entry, Outline, Run, label, outline, typed_here
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Numbers that don't follow the one before, and lists that don't start at the start."""
    read = outline(case)
    for run in read.runs:
        first = run.entries[0]
        if first.number not in {1, run.before + 1} and not inline(read, run, first, 1):
            message = f"“{shown(first)}”前面没有“{label(run.rank, 1)}”"
            yield from fault(case, first, message)
        yield from steps(case, run)


def steps(case: Case, run: Run) -> Findings:
    """The entries of a run that aren't one more than the one before."""
    expected = run.entries[0].number + 1
    for entry, after in zip_longest(run.entries[1:], run.entries[2:]):
        number = entry.number
        if number == expected or inline(outline(case), run, entry, expected):
            expected = number + 1
            continue
        wanted = label(run.rank, expected)
        if after and after.number == expected + 1:
            yield from fault(case, entry, f"序号“{shown(entry)}”应为“{wanted}”")
            number = expected
        elif number > expected:
            missing = f"“{wanted}”"
            if number > expected + 1:
                missing += f"至“{label(run.rank, number - 1)}”"
            yield from fault(case, entry, f"“{shown(entry)}”之前缺少{missing}")
        elif number == expected - 1:
            yield from fault(case, entry, f"序号“{shown(entry)}”重复")
        else:
            last = label(run.rank, expected - 1)
            yield from fault(case, entry, f"“{shown(entry)}”排在“{last}”之后，次序不对")
        expected = number + 1


def fault(case: Case, entry: Entry, message: str) -> Findings:
    """The finding, where the ordinal is the locality's."""
    if typed_here(case, entry):
        yield Finding(entry.block.where, message, entry.quote)


def shown(entry: Entry) -> str:
    """The ordinal without its odd marks."""
    return label(entry.rank, entry.number)


def inline(read: Outline, run: Run, entry: Entry, number: int) -> bool:
    """Whether a missing number stands within a paragraph before: ……。（二）落实责任。"""
    start = run.parent.place if run.parent else max(0, entry.place - 8)
    typed = label(run.rank, number)
    forms = (typed, typed.replace("（", "(").replace("）", ")"), typed.replace(".", "、"))
    between = read.lines[start : entry.place]
    return any(form in line.text[2:] for line in between for form in forms)


RULE = Rule(
    "numbering-gap",
    Level.ERROR,
    find,
    good=(
        'outline: [{heading: 工作任务, text: "1.加强领导。\\n2.落实责任。\\n'
        '3.30%以上村庄达标。"}]',
        'outline: [{heading: 工作任务, text: "宣传方面：\\n1.办好专栏。\\n2.印发读本。\\n'
        '教育方面：\\n1.开设课程。\\n2.培训教师。"}]',
        'outline: [{heading: 工作任务, text: "（一）宣传。\\n1.办好专栏。\\n2.印发读本。\\n'
        '（二）教育。\\n3.开设课程。"}]',
        'preamble: "主要任务：（一）加强领导。（二）落实责任。\\n（三）广泛宣传。"',
        'preamble: "2024年底前完成。\\n3.5公里河道清淤。\\n一、二级医院达标。\\n十、百、千工程。"',
    ),
    bad=(
        (
            'outline: [{heading: 工作任务, text: "1.加强领导。\\n3.落实责任。"}]',
            "“3.”之前缺少“2.”",
        ),
        (
            'outline: [{heading: 工作任务, text: "（一）甲。\\n（二）乙。\\n（二）丙。\\n'
            '（四）丁。"}]',
            "序号“（二）”应为“（三）”",
        ),
        (
            'preamble: "（一）甲。\\n1.子。\\n1.丑。\\n（二）乙。\\n（五）丙。\\n（三）丁。"',
            "“（五）”之前缺少“（三）”至“（四）”\n“（三）”排在“（五）”之后，次序不对\n序号“1.”重复",
        ),
        (
            'outline: [{heading: 工作任务, text: "（二）甲。\\n（三）乙。"}]',
            "“（二）”前面没有“（一）”",
        ),
    ),
)
