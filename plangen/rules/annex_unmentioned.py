"""列了附件，正文里没有提到。

依据：实务（附件说明或补充正文，正文应说“见附件”）；GB/T 9704—2012 第7.3.4条。级别：提示。
正文写了附件的名称、序号，或者只有一个附件而正文有“附件”“附后”的，都算提到。
"""

from __future__ import annotations

import re

from plangen.problem import Level
from plangen.rules._references import annexes, is_annex_line, typed_number
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

GENERAL = lazy(r"见附件(?!\s*\d)|附后|附表|各附件|附件[1１一]\s*[-—至～~]|上述附件|所附")

MARKS = lazy("[《》〈〉<>“”]")
QUOTED = lazy("《?(?P<title>[^《》]{6,})》（")  # 《……方案（征求意见稿）》（含指标、名单）

WITHIN = lazy("《(?P<title>.{6,})")  # 省教育厅《关于……的通知, its end already cut


def find(case: Case) -> Findings:
    """Annexes that no line of the text speaks of."""
    found = annexes(case)
    if not found.titles and not found.labels:
        return
    listed = {id(line) for _, line in found.titles}
    rest = (
        line.text for line in case.lines() if not is_annex_line(line) and id(line) not in listed
    )
    text = "\n".join(rest)
    several = len(found.titles) > 1
    if GENERAL.search(text) or (not several and "附件" in text):
        return
    for place, (title, line) in enumerate(found.titles, 1):
        number = typed_number(line.text) or place  # a notice and its plan both have a 1.
        name = title.strip("《》 。；")
        numbered = re.search(rf"附件\s*{number}(?!\d)|附件.{{0,8}}[、和及]\s*{number}(?!\d)", text)
        if name and not numbered and not _named(name, text):
            typed = f"附件{number}" if several else "附件"
            yield Finding(line.where, f"正文没有提到{typed}“{name}”", name)
    if not found.titles:
        typed = found.labels[0].text.strip()
        yield Finding(found.labels[0].where, f"正文没有提到“{typed}”", typed)


def _named(name: str, text: str) -> bool:
    """Whether a text has the name of an annex but for its marks, or the title that it quotes."""
    titled = QUOTED.match(name)
    if titled and titled["title"] in text:
        return True
    within = WITHIN.search(name)
    names = [name, within["title"]] if within else [name]
    plain = MARKS.sub("", text)
    return any(MARKS.sub("", each) in plain for each in names)


RULE = Rule(
    "annex-unmentioned",
    Level.INFO,
    find,
    good=(
        "preamble: 对照任务分解表（见附件）整改。\nannexes: [{title: 任务分解表, text: 甲。}]",
        "preamble: 按照《任务分解表》整改。\nannexes: [{title: 任务分解表, text: 甲。}]",
        "preamble: 现将《〈政府工作报告〉任务表》印发。\n"
        "annexes: [{title: 《政府工作报告》任务表, text: 甲。}]",
        "preamble: 修改《青山县健康行动方案（草稿）》。\n"
        "annexes: [{title: 甲表, text: 甲。}, {title: 《青山县健康行动方案（草稿）》（含指标）,"
        " text: 乙。}]\nclosing: 填报甲表。",
        "preamble: 转发省厅《关于做好安全工作的通知》。\nannexes: [{title: 省教育厅《关于做好安全"
        "工作的通知》, text: 甲。}]",
        "preamble: 填写附件1、2。\nannexes: [{title: 甲表, text: 甲。}, {title: 乙表,"
        " text: 乙。}]",
    ),
    bad=(
        (
            "preamble: 结合实际，制定本方案。\nannexes: [{title: 任务分解表, text: 甲。}]",
            "正文没有提到附件“任务分解表”",
        ),
        (
            "preamble: 填写附件1。\nannexes: [{title: 甲表, text: 甲。}, {title: 乙表,"
            " text: 乙。}]",
            "正文没有提到附件2“乙表”",
        ),
        ('closing: "各单位要密切配合。\\n附件\\n任务分解表"', "正文没有提到“附件”"),
    ),
)
