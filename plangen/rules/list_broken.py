"""并列的四字词语一起作定语，中间却用逗号断开：坚持标本兼治，预防为主的方针。

依据：GB/T 15834—2011 第4.5条（并列词语之间用顿号）。级别：提示。
只看“坚持、遵循、本着、贯彻”等和“的方针、的原则”等之间、每项正好四字的；加了引号的（引用成句）不算，后一项
以“建立、落实、完善”等动词起头的是另一句话，不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER
from plangen.rules.base import Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

FOUR = f"{LETTER}{{4}}"
VERBS = (
    "建立|健全|完善|落实|树立|形成|贯彻|遵循|体现|确立|构建|打造|营造|创新|明确|按照|坚持|制定|推行|实行"
    "|执行|把握|突出|围绕|秉持|秉承|本着|弘扬|践行|采取|采用|确定|提出"
)
HELD = ("坚持", "遵循", "本着", "贯彻", "秉持", "秉承")
IDEAS = ("方针", "原则", "思路", "理念")
BROKEN = lazy(
    rf"(?:{'|'.join(HELD)})(?P<list>{FOUR}(?:、{FOUR})*(?:，(?!{VERBS}){FOUR})+"
    rf"(?:、{FOUR})*)的(?:\w{{2}})?(?:{'|'.join(IDEAS)})"
)


@LineWise
def find(lines: Lines) -> Findings:
    """Attributes of four characters each with a comma between them."""
    for line in lines.having_each((IDEAS, HELD, ("，",))):
        for found in BROKEN.finditer(line.text):
            old = found["list"]
            new = old.replace("，", "、")
            yield replacing(line.where, f"“{old}”是并列的词语，宜作“{new}”", old, new)


RULE = Rule(
    "list-broken",
    Level.INFO,
    find,
    good=(
        "preamble: 坚持标本兼治、预防为主的方针，贯彻“预防为主，防治结合”的方针。",
        "preamble: 坚持问题导向，落实预防为主的方针；坚持分类指导，落实属地的原则。",
        "preamble: 坚持政府主导，各部门协作，社会参与的原则；坚持上下联动，整体推进。",
        "preamble: 实行属地管理，分级负责的机制。",
    ),
    bad=(
        (
            "preamble: 坚持标本兼治，预防为主的方针，遵循政府主导、部门协作，社会参与的基本原则。",
            "“标本兼治，预防为主”是并列的词语，宜作“标本兼治、预防为主”\n"
            "“政府主导、部门协作，社会参与”是并列的词语，宜作“政府主导、部门协作、社会参与”",
        ),
    ),
)
