"""指标低于所依的标准：满意率80%，标准要求90%以上。

依据：所依标准的条款和指标表（达不到就不能通过）。级别：错误；条款只从别的方案里见过的为提示。
目标的 indicators（指标）和正文里指标名称后面的数都看；先低后高、最后达标的不算；
现状（目前、现有、截至）、降低或提高的幅度不算；县城、乡镇要求不同的按所指的地方比，指不明的按低的比；
几个标准都有的，比哪个都低才报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._indicators import weak_mentions
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Measures for which the plan asks less than its standards."""
    for mention in weak_mentions(case):
        bound = mention.nearest
        place = f"第{bound.clause}条" if bound.clause else "指标表"
        message = f"“{mention.written}”低于《{bound.standard.title}》{place}的{bound.said}"
        if not bound.least:
            message = message.replace("低于", "宽于", 1)
        level = None if any(one.seen for one in mention.bounds) else Level.INFO
        quote = mention.written if mention.source else ""
        yield Finding(mention.where, message, quote, level=level)


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
RULE = Rule(
    "indicator-weak",
    Level.ERROR,
    find,
    needs=("standards",),
    good=(
        HEAD + "targets: [{text: 达标, indicators: ["
        "{name: 全县群众对卫生状况满意率, op: '>=', value: 90, unit: '%'},"
        " {name: 14岁以下儿童蛔虫感染率, op: '<=', value: 3, unit: '%'}]}]",
        HEAD + "closing: 群众对卫生状况满意率由80%提高到92%，目前群众对卫生状况满意率为85%。"
        "群众对卫生状况满意率低于80%的，群众对卫生状况满意率提高5个百分点。",
        HEAD + "closing: 6月底前农村自来水普及率达到80%；12月底前，自来水普及率达到95%以上。"
        "山区自来水普及率达到70%，其他学校健康知识知晓率达到60%。",
        HEAD + "closing: 乡镇下水道管网覆盖率达到60%，县城下水道管网覆盖率≥80%。",
        "closing: 群众对卫生状况满意率达到50%。",
    ),
    bad=(
        (
            HEAD + "targets: [{text: 达标, indicators: ["
            "{name: 群众对卫生状况满意率, op: '>=', value: 80, unit: '%'},"
            " {name: 县城生活垃圾和粪便无害化处理率, op: '>=', value: 70, unit: '%'},"
            " {name: 14岁以下儿童蛔虫感染率, op: '<=', value: 8, unit: '%'}]}]",
            "“群众对卫生状况满意率≥80%”低于《国家卫生乡镇（县城）标准》第A5条的≥90%\n"
            "“县城生活垃圾和粪便无害化处理率≥70%”低于《国家卫生乡镇（县城）标准》第C4条的≥80%\n"
            "“14岁以下儿童蛔虫感染率≤8%”宽于《国家卫生乡镇（县城）标准》第B2条的≤5%",
        ),
        (
            HEAD + "closing: 自来水普及率达到85%以上，县城下水道管网覆盖率不低于70%，"
            "绿化覆盖率≥25%。",
            "“自来水普及率达到85%”低于《国家卫生乡镇（县城）标准》第I4条的≥90%\n"
            "“下水道管网覆盖率不低于70%”低于《国家卫生乡镇（县城）标准》第C1条的≥80%\n"
            "“绿化覆盖率≥25%”低于《国家卫生乡镇（县城）标准》第C8条的≥30%",
        ),
    ),
)
