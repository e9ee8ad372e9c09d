"""方案的时间已在机构改革之后，单位或制度还用旧名称：县卫计局、县环保局、新农合。

依据：《深化党和国家机构改革方案》（2018年）等；实务（机关用现行名称）。级别：警告。
新旧名称和起用时间见 plangen/words/renamed_units.yaml。时间取成文日期、实施期限、阶段中最早的一个，
不能确定的不查；书名号、引号里的，“原”字之后的，同段写明新名称的，照抄标准的条文和指标的，不算。
同一名称只报一次；各地改名先后不一的（新农合、编办、乡村振兴局）为提示。
"""

from __future__ import annotations

import datetime

from plangen.model.plan import Plan
from plangen.problem import Level
from plangen.rules._old_names import Named, names_in_text
from plangen.rules.base import Case, Finding, Findings, Rule, Suspended
from plangen.text.dates import Date, parse_date


def find(case: Case) -> Findings:
    """Old names, each where it first stands, if the plan is later than the new name."""
    entries = case.words("renamed_units")
    now = start_of(case.plan)
    for named in names_in_text(case, entries):
        entry = named.entry
        if entry["new"].partition("（")[0] in named.text:
            continue
        since = parse_date(entry["since"])
        if now is None:
            yield Suspended(named.where, f"方案的时间不明，不能判断“{named.name}”是否已改名")
            return
        if since and since.first and now >= since.first:
            level = Level.INFO if entry.get("level") == "info" else None
            yield Finding(named.where, _message(named, since), named.name, level)


def _message(named: Named, since: Date) -> str:
    times = f"（共{named.times}处）" if named.times > 1 else ""
    return f"“{named.name}”{times}{since.year}年起改称{named.entry['new']}"


def start_of(plan: Plan) -> datetime.date | None:
    """The earliest day that the plan is dated or runs; None where nothing is known."""
    dates = [plan.notice.date if plan.notice else None, plan.period.start if plan.period else None]
    dates += [phase.start or phase.end for phase in plan.phases]
    return min((date.first for date in dates if date and date.first), default=None)


PERIOD = "period: {start: 2024-01, end: 2024-12}\n"
RULE = Rule(
    "unit-renamed",
    Level.WARNING,
    find,
    good=(
        "period: {start: 2013-01, end: 2014-12}\npreamble: 由县环保局、县工商局牵头。",
        PERIOD
        + "preamble: 根据《县环保局关于治理扬尘的通知》和原县环保局的规定，由县生态环境局牵头。",
        PERIOD + "preamble: 由高新区安全环保局、县残疾人联合会、县工商联负责。",
        PERIOD + "preamble: 新型农村合作医疗参合率按照现行城乡居民基本医疗保险参保率统计。",
        "phases: [{name: 甲阶段, start: 2019, end: 2019}]\npreamble: 由县卫计局负责。",
        "preamble: 由县卫计局负责。",
        PERIOD + "standards: [weisheng-xiangzhen-2010]\n"
        "preamble: 参加新型农村合作医疗的参合率高于全省平均水平，"
        "新型农村合作医疗参合率逐年提高。\n"
        "targets: [新型农村合作医疗参合率达到99%。]",
    ),
    bad=(
        (
            PERIOD + "preamble: 由县卫计局、县环保局牵头，县卫计局负责日常工作。",
            "“县卫计局”（共2处）2019年起改称卫生健康局（委）\n"
            "“县环保局”2019年起改称生态环境局（分局）",
        ),
        (
            PERIOD + "preamble: 提高新农合参合率。",
            "“新农合”2020年起改称城乡居民基本医疗保险",
        ),
        (
            PERIOD + "standards: [weisheng-xiangzhen-2010]\n"
            "preamble: 参加新型农村合作医疗的参合率高于全省平均水平，开展新型农村合作医疗宣传。",
            "“新型农村合作医疗”2020年起改称城乡居民基本医疗保险",
        ),
    ),
)
