"""照抄标准的条文，字句却与标准不同。

依据：党政机关公文处理工作条例第二十条（审核引文是否准确）。级别：警告。
只看几乎逐字照抄的句子（职责、责任分工、正文）；少引几句、改成本地名称、标点和“其它/其他”的差别不算；
条文只从别的方案里见过（条款库 source 为 plan）或不全的不核对；数值低于标准由 indicator-weak 指出。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._clauses import clause_plain, quotes
from plangen.rules._differences import differences
from plangen.rules._indicators import weak_mentions
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

NUMBER = lazy(r"\d+(?:\.\d+)?")


def find(case: Case) -> Findings:
    """Nearly verbatim quotations that have other words than the clause."""
    weak = {(mention.source, mention.written) for mention in weak_mentions(case)}
    for quote in quotes(case):
        if quote.block.clause or not quote.clause.seen or not quote.clause.text_complete:
            continue
        text = clause_plain(quote.clause.text)
        for piece in differences(quote.text, text, case.plan.locality.name):
            if piece.omitted or _told(piece.here, quote.text.source, weak):
                continue
            message = f"{quote.named}：“{piece.here}”原文作“{piece.there}”"
            yield Finding(quote.block.where, message, piece.here)


def _told(piece: str, source: str, weak: set[tuple[str, str]]) -> bool:
    """Whether `indicator-weak` has it: a number that the standard has higher."""
    numbers = NUMBER.findall(piece)
    return any(
        source == text and numbers and numbers[-1] in NUMBER.findall(quote) for text, quote in weak
    )


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
RULE = Rule(
    "clause-misquoted",
    Level.WARNING,
    find,
    needs=("standards",),
    good=(
        HEAD + "groups: [{name: 甲组, duties: ["
        "'充分发动群众参与爱国卫生运动,经常开展形式多样,内容丰富的卫生创建活动',"
        " 充分发动群众参与各项活动，组织检查评比和志愿服务，营造浓厚的社会氛围。]}]",
        HEAD + "assignments: [{clause: H2, lead: [县爱卫办],"
        " text: 有健全的卫生管理制度，坚持定期开展检查评比活动。}]",
        HEAD + "assignments: [{clause: A1, lead: [县政府办公室], text: 县政府认真贯彻落实国家关于"
        "爱国卫生工作的法规政策，把爱国卫生工作纳入政府议事日程，实行目标管理。}]",
        HEAD
        + "groups: [{name: 甲组, duties: [建成区绿化要求达标，公共绿地养护良好，绿化覆盖率≥30%，"
        "路灯亮灯率≥95%。]}]",
        HEAD + "groups: [{name: 甲组, clauses: [A, B]}]",
    ),
    bad=(
        (
            HEAD
            + "groups: [{name: 甲组, duties: [爱国卫生工作有计划，有经费，有部署，有检查，有总结，"
            "档案管理规范。卫生创建工作纳入乡镇（县城）发展规划，编制创建工作实施方案，建立长效管理机制，"
            "以乡镇带村，整体发展。]}]",
            "《国家卫生乡镇（县城）标准》“爱国卫生组织管理”第2条：“规划，编制创建”原文作“规划，有创建”",
        ),
        (
            HEAD + "assignments: [{clause: A3, lead: [县爱卫办],"
            " text: 充分发动群众参与环境卫生运动，经常开展形式多样、内容丰富的卫生创建活动。}]",
            "《国家卫生乡镇（县城）标准》“爱国卫生组织管理”第3条：“参与环境卫生”原文作“参与爱国卫生”",
        ),
    ),
)
