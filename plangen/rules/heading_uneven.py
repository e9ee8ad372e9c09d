"""同组的标题有的独立成行，有的后面接排正文。

依据：实务（同级标题写法一致）。级别：提示。每组只报一次，报较少的一种，一样多的报后一种；条目不算标题。
标题下面是分条、“——”或“责任单位：”一类，本来就不能接排的，不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._headings import Headings, headings_of, ours, run_in, title
from plangen.rules._numbering import THIRD, Entry, outline
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

DASH = lazy(r"—|[^，。]{2,8}[：:]")  # ——坚持……: several paragraphs can't follow on a line


def find(case: Case) -> Findings:
    """Runs with headings of both forms."""
    read = outline(case)
    headings = headings_of(case)
    for run in read.runs:
        joined = [entry for entry in ours(run) if run_in(entry)]
        standing = [entry for entry in ours(run) if alone(headings, entry)] if joined else []
        enough = len(standing) + len(joined) == len(run.entries) or run.rank < THIRD
        if standing and enough:
            over = sum(headings.clean(entry) for entry in ours(run))  # those over a list, too
            odd_joined = over > len(joined) or (
                over == len(joined) and standing[0].place < joined[0].place
            )
            odd = joined[0] if odd_joined else standing[0]
            form, rest = ("接排正文", "独立成行") if odd_joined else ("独立成行", "接排正文")
            message = f"标题“{title(odd)}”{form}，同组别的标题{rest}"
            yield Finding(odd.block.where, message, odd.quote)


def alone(headings: Headings, entry: Entry) -> bool:
    """Whether a heading stands above a paragraph, which could as well follow on its line."""
    below = headings.content(entry)
    if below is None or not below.text or entry.place + 1 in headings.at:
        return False
    return headings.clean(entry) and not DASH.match(below.text)


RULE = Rule(
    "heading-uneven",
    Level.INFO,
    find,
    good=(
        'preamble: "（一）加强领导\\n成立领导小组。\\n（二）落实责任\\n签订责任书。"',
        'preamble: "（一）指导思想。以人民健康为中心，全面提升。\\n（二）任务\\n1.甲。\\n2.乙。"',
        'preamble: "1.加强领导。成立领导小组，统筹协调。\\n2.完成交办的任务。\\n3.情况如下\\n'
        '甲。"',
    ),
    bad=(
        (
            'preamble: "（一）加强领导。成立领导小组，统筹协调。\\n（二）落实责任\\n签订责任书。'
            '\\n（三）广泛宣传。利用广播电视开展宣传。"',
            "标题“落实责任”独立成行，同组别的标题接排正文",
        ),
        (
            'preamble: "（一）加强领导\\n1.成立领导小组。\\n2.定期调度。\\n（二）落实责任'
            '\\n1.签订责任书。\\n2.严格考核。\\n（三）强化督查\\n每月通报。\\n（四）广泛宣传。利用广播电视开展宣传。"',
            "标题“广泛宣传”接排正文，同组别的标题独立成行",
        ),
        (
            'preamble: "（一）加强领导\\n成立领导小组。\\n（二）广泛宣传。利用广播电视开展宣传。"',
            "标题“广泛宣传”接排正文，同组别的标题独立成行",
        ),
    ),
)
