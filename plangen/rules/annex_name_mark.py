"""附件名称后面加了标点，或者名称带了书名号。

依据：GB/T 9704—2012 第7.3.4条（附件名称后不加标点符号）。级别：错误；书名号为提示。
"""

from __future__ import annotations

from plangen.problem import Fix, Level
from plangen.rules._references import annexes
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

MARKS = lazy(r"[。，；：、.,;:]+$")


def find(case: Case) -> Findings:
    """Marks at the end of the names in the 附件说明."""
    for name, line in annexes(case).titles:
        found = MARKS.search(name)
        bare = name[: found.start()] if found else name
        titled = bare.startswith("《") and bare.endswith("》")
        if found:
            message = f"附件名称“{name}”末尾的“{found.group()}”应删去"
            message += "，也不用书名号" if titled else ""
            right = bare[1:-1] if titled else bare
            yield Finding(line.where, message, name, fix=Fix(name, right) if right else None)
        elif titled:
            message = f"附件名称“{name}”不用书名号"
            yield Finding(line.where, message, name, level=Level.INFO)


RULE = Rule(
    "annex-name-mark",
    Level.ERROR,
    find,
    good=(
        "annexes: [{title: 任务分解表, text: 甲。}, {title: 名单（第1批）, text: 乙。}]",
        "preamble: 本方案没有附件。",
    ),
    bad=(
        ("annexes: [{title: 任务分解表。, text: 甲。}]", "附件名称“任务分解表。”末尾的“。”应删去"),
        (
            "annexes: [{title: 《任务分解表》, text: 甲。}, {title: 名单；, text: 乙。}]",
            "附件名称“《任务分解表》”不用书名号\n附件名称“名单；”末尾的“；”应删去",
        ),
        (
            "annexes: [{title: 《任务分解表》。, text: 甲。}]",
            "附件名称“《任务分解表》。”末尾的“。”应删去，也不用书名号",
        ),
    ),
)
