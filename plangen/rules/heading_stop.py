"""独立成行的标题末尾用了标点。

依据：GB/T 15834—2011 附录B.4（标题末尾一般不用标点）。级别：警告。
标题是短而只有一句、下面有内容的一行，同组的也大多如此；条目（1.完成……任务。）、
引出下文的“……如下：”
和后面只跟着“责任单位：”的任务不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._headings import FINAL, Headings, headings_of
from plangen.rules._numbering import FIRST, Entry, Run, outline
from plangen.rules.base import Case, Findings, Rule, replacing
from plangen.text.patterns import lazy

TAGGED = lazy(r"[（(]?[^，。；：]{2,8}[：:]")
LEADING = lazy(r"如下|以下|下列|包括|其中|(?:为|是|有|要)[：:]$")
LABEL = 10  # no longer is what is a heading although it ends in a colon


def find(case: Case) -> Findings:
    """Final marks of headings on lines of their own."""
    read = outline(case)
    headings = headings_of(case)
    for run in read.runs:
        standing = [entry for entry in run.entries if headings.standing(entry)]
        if len(standing) < max(2, len(run.entries) / 2):
            continue
        clean = any(headings.clean(entry) for entry in standing)
        for entry in standing:
            if not entry.ours:
                continue
            mark = entry.text[-1]
            if mark in FINAL and heading(headings, run, entry, clean=clean):
                message = f"标题“{entry.text}”独立成行，末尾的“{mark}”应删去"
                # In a spec a heading may be made of several values: its end is in the last.
                quote = entry.text if case.read else entry.text[-8:]
                yield replacing(entry.block.where, message, quote, quote[:-1])


def heading(headings: Headings, run: Run, entry: Entry, *, clean: bool) -> bool:
    """Whether a line is a heading for sure; `clean`: one of its siblings has no mark."""
    if tagged(headings, entry):
        return False
    if entry.text[-1] in "：:":
        return len(entry.text) <= LABEL and not LEADING.search(entry.text) and clean
    tasks = any(tagged(headings, other) for other in run.entries)
    all_stand = all(headings.standing(other) for other in run.entries) and not tasks
    # 三、禁止……，禁止……。 among items that are texts is one too.
    alone = run.rank == FIRST and "，" not in entry.text
    return clean or (entry.text[-1] == "。" and (all_stand or alone))


def tagged(headings: Headings, entry: Entry) -> bool:
    """Whether what stands below is a label with its text: 责任单位：县住建局."""
    below = headings.content(entry)
    return below is not None and below.role is entry.block.role and bool(TAGGED.match(below.text))


RULE = Rule(
    "heading-stop",
    Level.WARNING,
    find,
    good=(
        'preamble: "（一）加强领导\\n成立领导小组。\\n（二）落实责任\\n签订责任书。"',
        'preamble: "（一）加强领导。成立领导小组。\\n（二）落实责任。签订责任书。"',
        'preamble: "1.建立工作台账。\\n2.完成交办的其他任务。\\n各组要密切配合。"',
        'preamble: "1.开展清洁行动。\\n责任单位：县住建局\\n2.推进厕所革命。\\n'
        '责任单位：县农业局"',
        'preamble: "一、自1月1日起禁止燃放。违者依法处理。\\n举报有奖。\\n'
        "二、禁止销售烟花，禁止储存烟花。\\n商户应上交。\\n"
        '三、对违反规定的，由县公安局查处。\\n本通告即日起施行。"',
        'preamble: "（一）任务如下：\\n1.甲。\\n（二）工作要求\\n1.乙。"',
    ),
    bad=(
        (
            'preamble: "（一）自查阶段（4月—7月）。\\n开展自查。\\n（二）考核阶段（8月）\\n'
            '迎接考核。"',
            "标题“自查阶段（4月—7月）。”独立成行，末尾的“。”应删去",
        ),
        (
            'preamble: "（一）加强领导。\\n成立小组。\\n（二）落实责任。\\n签责任书。"',
            "标题“加强领导。”独立成行，末尾的“。”应删去\n标题“落实责任。”独立成行，末尾的“。"
            "”应删去",
        ),
        (
            "outline: [{heading: 目的：, text: 甲。}, {heading: 目标, text: 乙。}]",
            "标题“目的：”独立成行，末尾的“：”应删去",
        ),
    ),
)
