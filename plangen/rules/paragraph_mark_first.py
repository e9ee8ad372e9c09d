"""段落以不该在开头的标点起头，多半是丢了字或断错了段。

依据：GB/T 15834—2011 第5.1条（点号和后半个引号、括号、书名号不出现在行首）。级别：错误。
破折号、省略号和左半的标号可以起头；“、”起头多是丢了序号，由 numbering-lost 管。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

FIRST = lazy(r"\s*[，。；：！？）》”’〕】,;][，。、；：！？）》”’〕】,;]*(?!\d\d)")
LEAST = 3


@LineWise
def find(lines: Lines) -> Findings:
    """Paragraphs that start with a mark which closes or separates."""
    for line in lines.all:
        found = FIRST.match(line.text)
        if found and len(line.text) >= LEAST:
            piece = line.text[: found.end() + 6]
            yield Finding(line.where, f"“{piece}”以标点起头，疑丢了前面的文字", piece)


RULE = Rule(
    "paragraph-mark-first",
    Level.ERROR,
    find,
    good=(
        "preamble: “五小行业”整治由县市场监管局牵头。",
        "preamble: ——坚持预防为主。\nclosing: 、爱国卫生工作有部署。",
    ),
    bad=(
        (
            "preamble: ，爱国卫生工作每年有计划、有部署。",
            "“，爱国卫生工作”以标点起头，疑丢了前面的文字",
        ),
    ),
)
