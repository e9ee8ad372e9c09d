"""附件的标识写法不对：“附件1：”带冒号，“附件一”用汉字，只有一个附件还编号。

依据：GB/T 9704—2012 第7.3.4条（多个附件用阿拉伯数字标注顺序号）、
第7.3.7条（左上角编排“附件”及顺序号）。
级别：警告。“附件：”单独一行的可能是附件说明，不算；正文里说到的附件由 annex-missing 核对。
"""

from __future__ import annotations

from plangen.model.document import Role
from plangen.problem import Fix, Level
from plangen.rules._lines import Line
from plangen.rules._references import Annexes, annexes, label_number
from plangen.rules.base import Case, Finding, Findings, Rule, replacing
from plangen.text.patterns import lazy

SINGLE_ITEM = lazy(r"附件\s*[：:]\s*(?P<ordinal>[1１一]\s*[.．、]\s*)\S")

SECOND = lazy(r"\s[2２二]\s*[.．、]")  # 附件：1.名单　2.说明 in one line


def find(case: Case) -> Findings:
    """Labels over the annexes, then a 附件说明 with a single number."""
    found = annexes(case)
    labels = [line for line in found.labels if numbered(line) or line.role is Role.ANNEX_LABEL]
    for line in labels:
        text = line.text.strip()
        right = wanted(text, single=len(labels) == 1 and len(found.titles) <= 1)
        if text != right:
            yield replacing(line.where, f"“{text}”应作“{right}”", text, right)
    yield from single_item(found)


def numbered(line: Line) -> bool:
    """Whether a label has a number: 附件： alone may begin a 附件说明."""
    return line.text.strip().strip("：:") != "附件"


def wanted(text: str, *, single: bool) -> str:
    """A label as it should be."""
    if single or text.strip("：:") == "附件":
        return "附件"
    return f"附件{label_number(text)}"


def single_item(found: Annexes) -> Findings:
    """附件：1.名单, and no second."""
    if len(found.titles) != 1:
        return
    _, line = found.titles[0]
    match = SINGLE_ITEM.match(line.text.strip())
    if match and not SECOND.search(line.text):
        quote = match.group()
        fix = Fix(quote, quote.replace(match["ordinal"], "", 1))
        yield Finding(
            line.where, f"只有一个附件，“{match['ordinal'].strip()}”应删去", quote, fix=fix
        )


RULE = Rule(
    "annex-label",
    Level.WARNING,
    find,
    good=(
        "annexes: [{title: 甲表, text: 甲。}, {title: 乙表, text: 乙。}]",
        "annexes: [{title: 甲表, text: 甲。}]",
        'closing: "附件：1.甲表\\n2.乙表"',
        'closing: "附件：1.甲表　2.乙表"',
    ),
    bad=(
        ('closing: "附件1：\\n甲表\\n附件二\\n乙表"', "“附件1：”应作“附件1”\n“附件二”应作“附件2”"),
        ('closing: "附件1\\n甲表"', "“附件1”应作“附件”"),
        ('closing: "附件：1.甲表"', "只有一个附件，“1.”应删去"),
    ),
)
