"""句内括号里的末尾用了句号：……（见附件。）的要求。

依据：GB/T 15834—2011 附录B.2.2（句内括号行文末尾通常不用点号）。级别：警告。
整句之后的括号（前面已有句号）保留自己的句号；括号里有几句话的不报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import short
from plangen.rules.base import Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

NOTE = lazy(r"(?<=[^。！？…”：\s])（[^（）。！？；]*。）")


@LineWise
def find(lines: Lines) -> Findings:
    """Brackets within a sentence that end with a full stop."""
    for line in lines.having("。）"):
        for found in NOTE.finditer(line.text):
            old = found.group()
            message = f"“{short(old)}”在句子里，括号内末尾不用句号"
            yield replacing(line.where, message, old, f"{old[:-2]}）")


RULE = Rule(
    "bracket-stop",
    Level.WARNING,
    find,
    good=(
        "preamble: 编制工作方案。（牵头单位：县财政局。）",
        "preamble: 县创卫办（设在县爱卫办）负责日常工作（含调度。报送另行通知。）。",
    ),
    bad=(
        (
            "preamble: 整治街道环境（牵头单位：县城市管理局。），完善设施。",
            "“（牵头单位：县城市管理局。）”在句子里，括号内末尾不用句号",
        ),
    ),
)
