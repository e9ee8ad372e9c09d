"""目标里的指标，标准的条款和各组的职责都没有提到，没有人负责：“森林覆盖率达到40%”。

依据：实务（目标逐项落实到责任单位）。级别：提示。
只看写明了数值的指标（indicators，或“……率达到百分之几”），指标的主题词在条款、职责、责任分工、措施里
一处也没有才报；方案没有分工、标准没有条款库或条款库不全、分工整体另见的，不核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import Target
from plangen.problem import Level, Where
from plangen.rules._text import LETTER, pairs
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.patterns import lazy

NOUNS = ("率", "比例", "比重", "浓度", "密度", "面积", "天数", "人数", "收入", "总值")
MEASURE = lazy(
    rf"(?P<name>{LETTER}{{2,16}}?(?:{'|'.join(NOUNS)}))"
    r"(?:稳定|均|要|分别|力争)*(?:达到?|提高到|提升到|增[加长]到|保持在|控制在|不低于|不少于|降[低到]+)?"
    r"[≥≤>＞＜<]?\d"
)
# Words of any measure, which say nothing of its matter.
GENERAL = lazy(
    r"率|的|[和及与]|全[县市区镇乡村]|[县市区镇乡村]|辖区|建成区|城[区镇乡]|覆盖|达标|合格|完成|普及|知晓|满意"
    r"|处理|处置|比例|比重|浓度|密度|面积|天数|人数|收入|总值|平均|年均|人均|居民|群众|人口|农村|城市"
    r"|建设|管理|使用|利用|优良|良好|综合|有效|正常|全面|基本|以上|目标|指标|分别|力争|确保|使|到|年底|实现"
)


def find(case: Case) -> Findings:
    """Measures of targets that nothing in the standards or the plan takes up."""
    if not (case.plan.assignments or any(body.themes for body in case.plan.bodies)):
        return
    measures = [(target, *one) for target in case.plan.targets for one in _measures(target)]
    if not measures:
        return
    if why := _unknown(case):
        yield Suspended(measures[0][0].where, why)
        return
    clauses = (clause for standard in case.standards.values() for clause in standard.clauses)
    said = "\n".join(clause.text for clause in clauses)
    for target, name, where in measures:
        matter = pairs(GENERAL.sub("\0", name))
        if matter and not any(pair in said for pair in matter) and not _taken_up(case, matter):
            message = f"目标里的“{name}”，标准的条款和各组的职责都没有提到，没有人负责"
            yield Finding(where, message, name if name in target.text else "")


def _unknown(case: Case) -> str:
    """Why it can't be told what the plan's standards say; empty where it can."""
    for use in case.plan.standards:
        standard = case.standards.get(use.id)
        if standard is None or not standard.complete:
            return "所依的标准没有条款库，或条款库不全"
        if use.assigned_in:
            return f"分工整体见{use.assigned_in}"
    return "" if case.plan.standards else "方案没有写所依的标准"


def _measures(target: Target) -> Iterator[tuple[str, Where]]:
    """The measures of a target with a value, each once: its indicators, then those of its text."""
    named = [item.name for item in target.indicators]
    yield from ((item.name, item.where / "name") for item in target.indicators)
    measured = any(noun in target.text for noun in NOUNS)
    for found in MEASURE.finditer(target.text) if measured else ():
        if not any(name in found["name"] or found["name"] in name for name in named):
            yield found["name"], target.where


def _taken_up(case: Case, matter: set[str]) -> bool:
    """Whether a line may answer for a measure: all but titles, goals and the lead."""
    targets = case.plan.targets
    own = tuple(line for target in targets for line in target.text.split("\n"))
    lists = [[item.name for item in target.indicators] for target in targets if target.indicators]
    for line in case.having(*sorted(matter)):
        # What is a target's own text, or the list of its measures, answers for nothing.
        said = line.text.endswith(own) or any(all(n in line.text for n in one) for one in lists)
        if not said and line.text not in case.plan.preamble:
            return True
    return False


HEAD = "standards: [weisheng-xiangzhen-2010]\ngroups: [{name: 甲组, clauses: [A, B, C]}]\n"
RULE = Rule(
    "target-unowned",
    Level.INFO,
    find,
    needs=("targets",),
    good=(
        HEAD
        + "targets: [全县居民健康基本知识知晓率达到80%，绿化覆盖率≥35%，城区空气质量优良天数比例"
        "达到85%。, 群众满意率达到95%以上。, 完成林业总产值任务。]",
        HEAD + "targets: [{text: 达标, indicators: ["
        "{name: 县城污水处理率, op: '>=', value: 80, unit: '%'}]}]",
        HEAD
        + "targets: [森林覆盖率达到40%。]\nguarantees: [{title: 责任, text: 县林业局抓好造林和"
        "森林管护。}]",
        "standards: [weisheng-chengshi-2014]\ngroups: [{name: 甲组, clauses: [A]}]\n"
        "targets: [森林覆盖率达到40%。]",
        "targets: [森林覆盖率达到40%。]",
    ),
    bad=(
        (
            HEAD + "targets: [到2025年底，全县森林覆盖率达到40%，居民健康基本知识知晓率达到80%。,"
            " {text: 达标, indicators: ["
            "{name: 农作物秸秆综合利用率, op: '>=', value: 98, unit: '%'}]}]",
            "目标里的“全县森林覆盖率”，标准的条款和各组的职责都没有提到，没有人负责\n"
            "目标里的“农作物秸秆综合利用率”，标准的条款和各组的职责都没有提到，没有人负责",
        ),
    ),
)
