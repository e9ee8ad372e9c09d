"""文中说“见附件”“附件2”，却没有这个附件。

依据：GB/T 9704—2012 第7.3.4条（如有附件，在正文之下注明附件顺序号和名称）、第7.3.7条。级别：错误。
别的文件的附件（《……通知》附件1）、另发和可下载的附件、只有附件字样的一般说法不算；
整篇是别的文件的附件（开头就是“附件1”）的，不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._numbering import HAN
from plangen.rules._references import annexes, is_annex_line, label_number
from plangen.rules.base import Case, Finding, Findings, Rule, once
from plangen.text.patterns import lazy

NUMBERED = lazy(rf"(?<![》）〉”的号邮])附件\s*(?:\d{{1,2}}|{HAN}{{1,2}})(?![\d个份项条页、]|附)")
PLAIN = lazy(
    r"(?:(?:详|附)?见附件|（附件）|(?:名单|附表|分解表|清单|》|一览表)附后)(?![\d一二三四五六"
    r"七八九])"
)
ELSEWHERE = lazy(r"另发|另附|另行|下载|登录|登陆|网站|网址|电子版附件|上级|附件另")
ATTACHED = lazy(r"[^，。；：]{0,24}(?:名单|表|清单|一览|目录|图)")


def find(case: Case) -> Findings:
    """References to annexes that the document hasn't got."""
    found = annexes(case)
    if found.alone:
        return
    for line in case.having("附件", "附后"):
        if is_annex_line(line) or ELSEWHERE.search(line.text):
            continue
        for match in NUMBERED.finditer(line.text):
            number = label_number(match.group())
            if number not in found.numbers and not (number == 1 and found):
                yield missing(line, match.group(), match.group() if found else "")
        for match in PLAIN.finditer(line.text) if not found else ():
            if not (match.group().endswith("附后") and attached(case)):
                yield missing(line, match.group(), "")


@once
def attached(case: Case) -> bool:
    """Whether there is a table, or a line that may be the title of something attached."""
    tables = any(block.table for block in case.document.blocks) if case.document else False
    return tables or any(ATTACHED.fullmatch(line.text.strip()) for line in case.lines())


def missing(line: Line, typed: str, name: str) -> Finding:
    """The finding for a reference; `name` is the annex that others have and this one hasn't."""
    what = name.replace(" ", "") or "附件"
    return Finding(line.where, f"文中说“{typed}”，但文件没有{what}", typed)


RULE = Rule(
    "annex-missing",
    Level.ERROR,
    find,
    good=(
        "preamble: 对照任务分解表（见附件）整改。\nannexes: [{title: 任务分解表, text: 甲。}]",
        "preamble: 按照《国务院关于深入开展爱国卫生运动的意见》附件2的要求落实，"
        "申报表格另发（见附件）。",
        "preamble: 发送邮件附件1份，名单附后。\nannexes: [{title: 名单, text: 甲。}]",
        "preamble: 填写附件1和附件2。\nannexes: [{title: 甲表, text: 甲。}, {title: 乙表,"
        " text: 乙。}]",
    ),
    bad=(
        ("preamble: 对照《任务分解表》（见附件）整改。", "文中说“见附件”，但文件没有附件"),
        (
            "preamble: 填写附件1和附件3。\n"
            "annexes: [{title: 甲表, text: 甲。}, {title: 乙表, text: 乙。}]",
            "文中说“附件3”，但文件没有附件3",
        ),
        ("preamble: 各组职责分工名单附后。", "文中说“名单附后”，但文件没有附件"),
    ),
)
