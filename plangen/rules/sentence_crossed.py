"""句式杂糅、搭配不当：由县长为组长，对工作督查，分为四个阶段组成。

依据：党政机关公文处理工作条例第十九条（表述准确、文字精练）；实务。级别：警告；多半不当的为提示。
词表在 words/crossed.yaml，每条带着不误伤的写法；书名号里的不查。可在 .plangen.yaml 的 words 里
添加。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._words import listed
from plangen.rules.base import Findings, LineWise, Rule


@LineWise
def find(lines: Lines) -> Findings:
    """Sentences of the list."""
    yield from listed(lines, "crossed")


RULE = Rule(
    "sentence-crossed",
    Level.WARNING,
    find,
    good=(
        "preamble: 成立以县长为组长的领导小组，由副县长任副组长。各单位开展自查，由县创卫办负责。",
        "preamble: 请各单位于7月10日前将名单上报，对各项工作进行督查，把整治作为重点。",
    ),
    bad=(
        (
            "preamble: 成立由县长为组长的领导小组，创建工作分为四个阶段组成。",
            "“由县长为组长”：应作“以……为组长”或“由……任组长”\n"
            "“分为四个阶段组成”：应作“分为……”或“由……组成”",
        ),
        (
            "preamble: 对主要街巷、村庄悬挂横幅，对创建工作督查。",
            "“对主要街巷、村庄悬挂”：“对……”与动词不配，应作“在……”\n“对创建工作督查”：缺“进行”",
        ),
    ),
)
