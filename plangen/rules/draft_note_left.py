"""留有起草的记号：待补充、【此处……】、TODO、？？。

依据：实务（印发的公文不留空缺和批注）。级别：印发的通知为警告，其余为提示。
“时间待定”“有待完善”一类叙述不算；【责任单位：……】【重点任务】不算；XX、某某由 mask-left 管。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import short
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

ASK = "(?:补充|核实|核对|确认|填写|填入|插入|替换|修改|完善|斟酌|删除)"
WAIT = "待(?:补充?|填写?|核实?|确定|确认|明确|定|完善|更新|插入)"
NOTE = lazy(
    rf"[（(【\[](?:此处|这里|本处|此段|此句)[^（）()【】\]]*[）)】\]]"
    rf"|[（(【\[][^（）()【】\]，。]{{0,8}}{WAIT}[^（）()【】\]，。]{{0,6}}[）)】\]]"
    rf"|[（(【\[]请{ASK}[^（）()【】\]]*[）)】\]]"
    r"|【[\s_…\.]*】"
    rf"|(?<=：){WAIT}(?=[，。；）\s]|$)"
    r"|\b(?:TODO|FIXME|TBD)\b|[?？]{2,}|[!！]{3,}"
)
SIGNS = (
    *("此处", "这里", "本处", "此段", "此句", "待", "请", "【", "TODO", "FIXME", "TBD"),
    *("??", "？？", "?？", "？?", "!!", "！！", "!！"),
)  # one of them is in every note
QUOTED = lazy("[“‘《][^”’》]*[”’》]")


@LineWise
def find(lines: Lines) -> Findings:
    """What an author left for later."""
    level = Level.WARNING if lines.issued else Level.INFO
    for line in lines.having(*SIGNS):
        text = QUOTED.sub(lambda found: "\0" * len(found.group()), line.text)
        for found in NOTE.finditer(text):
            old = line.text[found.start() : found.end()].strip()
            yield Finding(line.where, f"“{short(old)}”是起草时的记号，印发前应处理", old, level)


RULE = Rule(
    "draft-note-left",
    Level.WARNING,
    find,
    good=(
        "preamble: 会议时间待定，制度有待完善。【责任单位：县财政局】（另行通知）（成员名单略）",
        "preamble: 网址为http://a.cn/?b，口号为“行动起来！！！”，请补充材料。",
    ),
    bad=(
        (
            "preamble: 联系电话：待定。人口（此处补充数据）万人，面积【待核实】，成效如何？？TODO",
            "“待定”是起草时的记号，印发前应处理\n“（此处补充数据）”是起草时的记号，印发前应处理\n"
            "“【待核实】”是起草时的记号，印发前应处理\n“？？”是起草时的记号，印发前应处理\n"
            "“TODO”是起草时的记号，印发前应处理",
        ),
    ),
)
