"""标题下面没有内容，紧接着就是同级或高一级的标题。

依据：实务（一节要有内容）。级别：警告。
只看“一、”“（一）”两级独立成行、没有标点的标题，而且同组别的标题下面有内容；几项短语并列的不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._headings import headings_of, ours
from plangen.rules._numbering import PHASE, Entry, label, outline
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

SHORT = 25
# 一、工作目标 1, of a table of contents; 三、治理范围　全校师生, with its text behind a blank
FILLED = lazy(r"[\s.…·]\d{1,3}$|^[^\W\d]{4,}\s+[^\W\d]{2,}")
MARKS = frozenset("，。；：、！？,;:")


def find(case: Case) -> Findings:
    """Bare headings among siblings with something under them."""
    read = outline(case)
    headings = headings_of(case)
    for run in read.runs:
        entries = run.entries if run.rank <= PHASE else []
        full = [entry for entry in entries if headings.full(entry)]
        if len(full) < max(2, len(run.entries) / 2):
            continue
        for entry in ours(run):
            if bare(entry) and not headings.full(entry):
                typed = label(run.rank, entry.number) + entry.text
                yield Finding(entry.block.where, f"“{typed}”下面没有内容", entry.quote)


def bare(entry: Entry) -> bool:
    """Whether a line is nothing but a heading."""
    plain = not MARKS & set(entry.text) and not FILLED.search(entry.text)
    return 1 < len(entry.text) <= SHORT and plain and not entry.lost


RULE = Rule(
    "section-empty",
    Level.WARNING,
    find,
    good=(
        'preamble: "一、指导思想 1\\n二、工作目标 2\\n三、保障措施 2\\n一、指导思想\\n甲。\\n'
        '二、工作目标\\n乙。\\n三、保障措施\\n丙。"',
        'preamble: "一、指导思想\\n甲。\\n二、治理范围　全校师生\\n三、工作目标\\n乙。"',
        'preamble: "一、指导思想\\n甲。\\n二、工作目标\\n乙。\\n三、保障措施\\n（一）领导。\\n'
        '（二）宣传。"',
        'preamble: "一、工作内容\\n（一）健康教育\\n（二）市容环境\\n（三）食品安全\\n'
        '二、要求\\n甲。"',
    ),
    bad=(
        (
            'preamble: "一、指导思想\\n甲。\\n二、工作目标\\n三、工作任务\\n乙。\\n'
            '四、保障措施\\n丙。"',
            "“二、工作目标”下面没有内容",
        ),
        (
            "outline: [{heading: 指导思想, text: 甲。}, {heading: 任务, text: 乙。}, {headin"
            "g: 附则}]",
            "“三、附则”下面没有内容",
        ),
    ),
)
