"""错别字和用错的词：防犯应作防范，截止目前应作截至目前，病媒生物防治应作病媒生物防制。

依据：国家通用语言文字法第九条（公务用语用字规范）；党政机关公文处理工作条例第十九条（表述准确）；实务。
级别：一定错的为警告，可自动改；词典里两种都有的为提示。
词表在 words/typos.yaml，每条带着不误伤的写法；书名号里的不查。可在 .plangen.yaml 的 words 里添加。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._words import listed
from plangen.rules.base import Findings, LineWise, Rule


@LineWise
def find(lines: Lines) -> Findings:
    """Words of the list."""
    yield from listed(lines, "typos")


RULE = Rule(
    "word-wrong",
    Level.WARNING,
    find,
    good=(
        "preamble: 预防犯罪，若干予以奖励，究竟争取，发布署名文章，按排列，"
        "申请人材料齐全，讲座落实，恢复盖章。",
        "preamble: 落实《病媒生物防治办法》，报名截止日期为3月，失职则问责，"
        "党员干部们做风险评估。",
        "preamble: 由国家蓄滞洪区、控股分公司、立即然后、庄严历史、支付主任工资等组成。",
    ),
    bad=(
        (
            "preamble: 截止目前，防犯风险、统一按排，签定责任书，抓好病媒生物防治。",
            "“签定”宜作“签订”\n“防犯”应作“防范”\n“截止”应作“截至”\n“按排”应作“安排”\n"
            "“病媒生物防治”应作“病媒生物防制”",
        ),
    ),
)
