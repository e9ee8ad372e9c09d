"""文字里有模板标记 {{ }}、{% %}：在方案里只是文字，会原样印出。

依据：实务（模板标记只在 .docx 模板里起作用）。级别：提示。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import short
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

TAG = lazy(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


@LineWise
def find(lines: Lines) -> Findings:
    """Tags of Jinja in the text."""
    for line in lines.having("{"):
        for found in TAG.finditer(line.text):
            message = (
                f"“{short(found.group())}”会原样印出；是否想用模板？模板标记写在 .docx 模板里"
            )
            yield Finding(line.where, message, found.group())


RULE = Rule(
    "template-tag",
    Level.INFO,
    find,
    spec=True,
    good=("preamble: 满意率≥{90}%。", "preamble: 落实{一}责任。"),
    bad=(
        (
            'preamble: "由{{ 单位 }}负责。"',
            "“{{ 单位 }}”会原样印出；是否想用模板？模板标记写在 .docx 模板里",
        ),
    ),
)
