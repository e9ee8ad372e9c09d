"""文中说的条号，那一节里没有：“健康教育”项目中第1—9条，而标准只有7条。

依据：党政机关公文处理工作条例第二十条（审核引文是否准确）。级别：错误。
方案的条款引用由 clause-unknown 核对，节名由 section-misnamed 核对；条款库不全的不核对。
"""

from __future__ import annotations

from plangen.model.plan import ClauseRef
from plangen.problem import Level
from plangen.rules._standards import namings
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.standard.refs import resolve


def find(case: Case) -> Findings:
    """Clause numbers of the text that their section hasn't got."""
    for named in namings(case):
        if not named.numbers or named.standard.section(named.section) is None:
            continue
        numbers = named.numbers.replace("和", "、")
        found = resolve(ClauseRef(section=named.section, clauses=numbers), named.standard)
        for lost in found.unknown:
            message = f"《{named.standard.title}》没有{lost.text}，该节是第{lost.guess}条"
            yield Finding(named.line.where, message, named.numbers)
        for unseen in found.unseen:
            why = f"《{named.standard.title}》的条款库不全，不能核对{unseen.text}"
            yield Suspended(named.line.where, why)


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
RULE = Rule(
    "clause-absent",
    Level.ERROR,
    find,
    needs=("standards",),
    good=(
        HEAD
        + "closing: 落实“健康教育”项目中第1—7条、“环境卫生”项目中第5条和《城市容貌标准》第19条。",
        HEAD + "closing: 落实《国家卫生乡镇（县城）标准》“乡镇辖区卫生”项目中第9条。",
        "standards: [weisheng-chengshi-2014]\n"
        "closing: 落实《国家卫生城市标准》“健康教育和健康促进”第6条。",
    ),
    bad=(
        (
            HEAD
            + "closing: 负责落实《国家卫生乡镇（县城）标准》“健康教育”项目中第1—9条创建任务。",
            "《国家卫生乡镇（县城）标准》没有“健康教育”第8、9条，该节是第1-7条",
        ),
    ),
)
