"""所依的标准已有新版，方案却在新版之后。

依据：实务（依据现行有效的标准；仍按旧版创建的予以说明）。级别：提示。
方案的时间取成文日期，没有的取第一阶段或实施期限的开始；打码的不核对；新版的时间见条款库的 status。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._time import issue_date
from plangen.rules.base import Case, Findings, Rule, Suspended, phase_ends
from plangen.standard.catalogue import Standard
from plangen.text.dates import Date, parse_date
from plangen.text.patterns import lazy

STATUS = lazy(r"（(?P<why>.*?)[；）]")
DATE = lazy(r"20\d{2}(?:-\d{2}-\d{2})?")


def find(case: Case) -> Findings:
    """Standards that were superseded before the plan was made."""
    for use in case.plan.standards:
        standard = case.standards.get(use.id)
        since = _since(standard) if standard else None
        made = _made(case)
        if standard is None or since is None or made is None:
            continue
        if made.first is None or since.last is None:
            yield Suspended(use.where, f"方案的时间（{made}）不能与新版的时间比较")
        elif made.first > since.last:
            yield use.where, f"《{standard.title}》已有新版：{_why(standard)}"


def _since(standard: Standard) -> Date | None:
    """When the next edition came, as the status says."""
    found = DATE.search(standard.status) if standard.superseded else None
    return parse_date(found.group()) if found else None


def _why(standard: Standard) -> str:
    found = STATUS.search(standard.status)
    return found["why"] if found else standard.status


def _made(case: Case) -> Date | None:
    """When the plan was made, as far as it says: its date, else its first day."""
    made = issue_date(case)
    if made and made.known:
        return made
    starts = [start for _, start, _ in phase_ends(case)]
    period = [case.plan.period.start] if case.plan.period else []
    return next(iter([*starts, *period]), made)


RULE = Rule(
    "standard-superseded",
    Level.INFO,
    find,
    needs=("standards",),
    good=(
        "standards: [weisheng-xiangzhen-2010]\nnotice: {issuer: 青山县人民政府, date: 2021-06-08}",
        "standards: [weisheng-xiangzhen-2021]\nnotice: {issuer: 青山县人民政府, date: 2024-06-08}",
        "standards: [weisheng-xiangzhen-2010]",
        "standards: [weisheng-chengshi-pre2014]\nperiod: {start: 20XX-03, end: 20XX-12}",
    ),
    bad=(
        (
            "standards: [weisheng-xiangzhen-2010]\nperiod: {start: 2024-03, end: 2024-12}",
            "《国家卫生乡镇（县城）标准》已有新版：2021-12-03 全爱卫发〔2021〕6号另行印发"
            "《国家卫生城市和国家卫生县标准》《国家卫生乡镇标准》",
        ),
        (
            "standards: [weisheng-chengshi-2014]\n"
            "notice: {issuer: 青山市人民政府, date: 2024-03-08}",
            "《国家卫生城市标准》已有新版：2021版取代",
        ),
    ),
)
