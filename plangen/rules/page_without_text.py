"""写了“此页无正文”。

依据：GB/T 9704—2012 第7.3.5.5条（排不下时调整行距、字距，务使印章与正文同处一面）。级别：错误。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

FORM = lazy(r"[（(]?此页无正文[）)]?")


@LineWise
def find(lines: Lines) -> Findings:
    """The words, wherever they are the whole of a paragraph."""
    for line in lines.having("此页无正文"):
        found = FORM.fullmatch(line.text.strip())
        if found:
            message = "不用“此页无正文”，应调整行距、字距，使印章与正文同处一页"
            yield Finding(line.where, message, found.group())


RULE = Rule(
    "page-without-text",
    Level.ERROR,
    find,
    good=(
        "closing: 不得用“此页无正文”的办法处理。",
        "notice: {issuer: 青山县人民政府, note: 此件公开发布}",
    ),
    bad=(
        (
            "closing: （此页无正文）",
            "不用“此页无正文”，应调整行距、字距，使印章与正文同处一页",
        ),
    ),
)
