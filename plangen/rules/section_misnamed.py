"""标准没有这一节，或者节名写错：“乡镇辖区卫生”应作“乡镇辖村卫生”。

依据：党政机关公文处理工作条例第二十条（审核引文是否准确）。级别：错误。
看《标准》后面引号里的“……”项目、方面、部分，和“……”项目中第几条；
方案的条款引用由 clause-unknown 核对；条款库不全而又没有相近节名的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._standards import namings
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.standard.notation import guess


def find(case: Case) -> Findings:
    """Sections named in the text that their standard hasn't got."""
    for named in namings(case):
        standard, where = named.standard, named.line.where
        if standard.section(named.section):
            continue
        quote = f"“{named.section}”"
        near = guess(named.section, {one.title: one.title for one in standard.sections})
        if near:
            yield Finding(where, f"《{standard.title}》的节名{quote}应作“{near}”", quote)
        elif standard.complete:
            yield Finding(where, f"《{standard.title}》没有{quote}一节", quote)
        else:
            yield Suspended(where, f"《{standard.title}》的条款库不全，不能核对{quote}")


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
RULE = Rule(
    "section-misnamed",
    Level.ERROR,
    find,
    needs=("standards",),
    good=(
        HEAD + "closing: 落实《国家卫生乡镇(县城)标准》“乡镇辖村卫生”项目，"
        "推进“厕所革命”和“五小”行业整治，"
        "完成“健康教育”项目中第1—7条任务；做好“十四五”规划“民生福祉”部分的衔接。",
        HEAD + "closing: 按照《健康中国行动》“全民健康”部分的要求推进。",
        "standards: [weisheng-chengshi-2014]\n"
        "closing: 落实《国家卫生城市标准》“控烟履约”方面的要求。",
    ),
    bad=(
        (
            HEAD
            + "closing: 负责落实《国家卫生乡镇（县城）标准》“乡镇辖区卫生”项目中第1—7条创建任务。",
            "《国家卫生乡镇（县城）标准》的节名“乡镇辖区卫生”应作“乡镇辖村卫生”",
        ),
        (
            "standards: [{id: weisheng-xiangzhen-2010, cited: 标准}]\n"
            "closing: 落实《标准》“控烟履约”方面和“病媒生物防治”项目中第1条。",
            "《国家卫生乡镇（县城）标准》没有“控烟履约”一节\n"
            "《国家卫生乡镇（县城）标准》的节名“病媒生物防治”应作“病媒生物防制”",
        ),
    ),
)
