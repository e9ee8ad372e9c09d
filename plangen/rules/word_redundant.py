"""重复或相抵的说法：约100人左右，截至目前为止，防止问题不再发生。

依据：党政机关公文处理工作条例第十九条（文字精练、表述准确）。级别：警告；有人这样用的为提示。
词表在 words/redundant.yaml；“近10多年”“上下班”之类不算；书名号里的不查。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._words import listed
from plangen.rules.base import Findings, LineWise, Rule


@LineWise
def find(lines: Lines) -> Findings:
    """Phrases of the list."""
    yield from listed(lines, "redundant")


RULE = Rule(
    "word-redundant",
    Level.WARNING,
    find,
    good=(
        "preamble: 到目前为止，近10多年来，约100人上下班，覆盖率超过80%，防止类似问题再次发生。",
        "preamble: 围绕以人民健康为中心的理念，涉及到期债务，避免返贫，确保不发生事故。",
    ),
    bad=(
        (
            "preamble: 截至目前为止，约有100人左右参加，防止类似问题不再发生。",
            "“约有100人左右”：“约”和“左右”只用一个\n“截至目前为止”：“截至”和“为止”只用一个\n"
            "“防止类似问题不再发生”：“防止”和“不再”相抵，应作“防止……再次发生”",
        ),
        (
            "preamble: 目的是为了改善环境，涉及到群众利益。",
            "“目的是为了”应作“目的是”\n“涉及到”宜作“涉及”",
        ),
    ),
)
