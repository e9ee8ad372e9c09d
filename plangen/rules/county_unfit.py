"""对照的两份方案不是上下级的同一件事：与自己对照、地区不在县的下一级、讲的不是一件事。

依据：实务（下级的方案依据上级的方案制定）。级别：错误；看来不是一件事的为警告。
有这样一条的，其余的对照都不做。标题里有一个实在的词相同（卫生、防火），或者文中引了县方案的标题、
发文字号的，就是一件事；地区不明的不看级别。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from plangen.model.plan import Plan
from plangen.problem import Level
from plangen.rules._against import cites, county_of
from plangen.rules.base import Case, Finding, Findings, Rule, once
from plangen.source.facts import facts
from plangen.text.masks import is_masked
from plangen.text.patterns import lazy

RANKS = {"province": 0, "city": 1, "district": 2, "county": 2, "township": 3, "subdistrict": 3}
GENERIC = ("verbs", "modifiers")  # words of titles that say nothing of what it is about
PLAIN = lazy(
    r"方案|计划|意见|办法|工作|活动|任务|年度|[一二三五两]年|百日|示范|国家|省级|市级|乡镇|县城|城乡"
    r"|农村|全[县区市镇乡]|[^一-鿿]+"
)
PIECE = 2  # characters of what two titles share


@once
def unfit(case: Case) -> tuple[Finding, ...]:
    """Why the two plans aren't a township's and its county's; nothing where they are."""
    return tuple(_reasons(case))


def _reasons(case: Case) -> Iterator[Finding]:
    own, above = case.plan, county_of(case).plan
    place, over = own.locality, above.locality
    title = own.where / "title"
    if own.title == above.title and place.name == over.name:
        message = f"对照的就是这份方案自己（《{own.title}》）；--against 后面应写县里的方案"
        yield Finding(title, message, own.title)
    elif _ranked(own) and _ranked(above) and RANKS[place.level] <= RANKS[over.level]:
        message = f"{place.name}不在{over.name}的下一级，不能对照；--against 后面应写县里的方案"
        yield Finding(own.where / "locality", message, place.name)
    elif not _shared(own, above) and not cites(case):
        other = f"与县方案《{above.title}》看来不是一件事，没有逐条对照"
        message = f"{other}；是一件事的，引言里应引它的标题"
        yield Finding(title, message, own.title, level=Level.WARNING)


def _ranked(plan: Plan) -> bool:
    return plan.locality.level in RANKS and not is_masked(plan.locality.name)


def _shared(own: Plan, above: Plan) -> bool:
    """Whether the titles share a word that says something; one that has none may be anything."""
    first, second = (_pieces(plan.title, plan.locality.name) for plan in (own, above))
    return not first or not second or bool(first & second)


@lru_cache
def _pieces(title: str, place: str) -> frozenset[str]:
    """What a title is about, in pieces of two characters."""
    words = cast("dict[str, dict[str, list[str]]]", facts("plangen.words", "title.yaml"))["roles"]
    text = title.replace(place, " ") if place else title
    for word in sorted((word for role in GENERIC for word in words[role]), key=len, reverse=True):
        text = text.replace(word, " ")
    return frozenset(
        run[at : at + PIECE]
        for run in PLAIN.sub(" ", text).split()
        for at in range(len(run) - PIECE + 1)
    )


def find(case: Case) -> Findings:
    """Why the plan can't be held against the other one."""
    yield from unfit(case)


COUNTY = "county: {title: 青山县森林防火工作方案}\n"
RULE = Rule(
    "county-unfit",
    Level.ERROR,
    find,
    against=True,
    unfit=True,
    good=(
        "county: {}",
        COUNTY + "title: 石门镇2024年春季森林火灾防控方案",
        COUNTY + "preamble: 根据《青山县森林防火工作方案》，制定本方案。",
        "county: {locality: {name: XX县, level: county}}\ntitle: XX镇创建国家卫生乡镇实施方案\n"
        "locality: {name: XX镇, level: township}",
    ),
    bad=(
        (
            COUNTY,
            "与县方案《青山县森林防火工作方案》看来不是一件事，没有逐条对照；"
            "是一件事的，引言里应引它的标题",
        ),
        (
            "county: {}\ntitle: 石门县创建国家卫生县城实施方案\n"
            "locality: {name: 石门县, level: county}",
            "石门县不在青山县的下一级，不能对照；--against 后面应写县里的方案",
        ),
        (
            "county: {}\ntitle: 青山县创建国家卫生县城实施方案\n"
            "locality: {name: 青山县, level: county}",
            "对照的就是这份方案自己（《青山县创建国家卫生县城实施方案》）；"
            "--against 后面应写县里的方案",
        ),
    ),
)
