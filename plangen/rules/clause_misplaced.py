"""一节条款分给了不相干的组，而另有一个组正是管这一节的：“健康教育”分给市容组，另有健康教育组。

依据：实务（条款分给主管的组）。级别：警告。
先看整节的归属：那个组的名称与节名相合，却一条也没有分到；分到的组，名称与节名、条文都不沾边。
办公室、领导小组统管各节，不算；名称只说综合、协调、督查的不算。一节讲几件事（食品安全、生活饮用水及
公共场所卫生）、分给几个组的，再看各条：条文只讲其中一件，名称里有这件事的组分到了别的条，却没有这一条，
分到的组名称里又没有，才报。
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plangen.problem import Level
from plangen.rules._text import pairs
from plangen.rules.base import Case, Findings, Rule
from plangen.standard.catalogue import CatalogueSection, Clause
from plangen.standard.coverage import Coverage
from plangen.standard.refs import ranges
from plangen.text.marks import parted
from plangen.text.patterns import lazy

GENERAL = lazy(
    "工作|专[项班题]|小?组$|办公?室?$|综合|协调|管理|组织|督[查导办]|检查|考[核评]|保障|整治|提升|指导|卫生"
)
LEAST = 4  # characters of a name that is found within a longer one: 健康教育
BODY = lazy("(?:专项)?(?:工作)?(?:小?组|专班)$")
PART = "、，和与及（）()"


def find(case: Case) -> Findings:
    """Sections held by groups of another matter while the group of their own has none."""
    groups = [group.name for group in case.plan.groups]
    for found in case.coverage():
        for section in found.standard.sections:
            held = _held(found, section)
            if not set(held) <= set(groups):
                continue
            own = "" if _related(section, held) else _fitting(section, groups, held)
            if own:
                for name, clauses in held.items():
                    where = next(o.where for o in found.owners[clauses[0].id] if o.name == name)
                    numbers = ranges([clause.number for clause in clauses])
                    said = f"“{section.title}”第{numbers}条分给了“{name}”"
                    yield where, f"{said}，宜分给“{own}”"
            if len(held) > 1:
                yield from _parted(found, section, held)


def _parted(
    found: Coverage, section: CatalogueSection, held: Mapping[str, list[Clause]]
) -> Findings:
    """Clauses on one matter of a section that another of its groups is named after."""
    parts = [part for part in parted(section.title, PART) if len(part) >= LEAST]
    for clause in section.clauses:
        about = [part for part in parts if part in clause.text]
        owners = {owner.name: owner.where for owner in found.owners.get(clause.id, [])}
        fitting = [name for name in held if about and about[0] in name]
        if len(about) != 1 or len(fitting) != 1 or fitting[0] in owners:
            continue
        for name, where in owners.items():
            if any(part in name for part in parts):
                said = f"“{section.title}”第{clause.number}条讲“{about[0]}”，分给了“{name}”"
                yield where, f"{said}，宜分给“{fitting[0]}”"


def _held(found: Coverage, section: CatalogueSection) -> dict[str, list[Clause]]:
    """Who answers for which clauses of a section, by name."""
    held: dict[str, list[Clause]] = {}
    for clause in section.clauses:
        for name in {owner.name: None for owner in found.owners.get(clause.id, ())}:
            held.setdefault(name, []).append(clause)
    return held


def _fitting(section: CatalogueSection, groups: list[str], held: Collection[str]) -> str:
    """The first other group whose matter is a section's."""
    parts = [part for part in parted(section.title, PART) if len(part) >= LEAST]
    others = (name for name in groups if name not in held)
    return next((name for name in others if _fits(_matter(name), section.title, parts)), "")


def _fits(matter: str, title: str, parts: list[str]) -> bool:
    """Whether a group's matter is the section's: 健康教育 and “健康教育和健康促进”."""
    return (len(matter) >= LEAST and matter in title) or any(part in matter for part in parts)


def _matter(name: str) -> str:
    return BODY.sub("", name)


def _related(section: CatalogueSection, held: Mapping[str, list[Clause]]) -> bool:
    """Whether any group that has clauses of a section may well have them by its name."""
    return any(_fit(name, section, clauses) for name, clauses in held.items())


def _fit(name: str, section: CatalogueSection, clauses: list[Clause]) -> bool:
    """Whether a group's name has to do with a section, or says of no matter at all what it is."""
    matter = pairs(GENERAL.sub("\0", name))
    texts = [section.title, *(clause.text for clause in clauses)]
    return not matter or any(pair in text for pair in matter for text in texts)


HEAD = "standards: [weisheng-xiangzhen-2010]\n"
TWO = HEAD + "groups: [{name: %s, clauses: [%s]}, {name: %s, clauses: [%s]}]"
RULE = Rule(
    "clause-misplaced",
    Level.WARNING,
    find,
    needs=("groups",),
    good=(
        HEAD + "groups: [{name: 健康教育组, clauses: [B1-B6]}, {name: 市容组, clauses: [B7, C]}]",
        HEAD + "groups: [{name: 宣传发动组, clauses: [B]}, {name: 健康教育组, duties: 负责讲座}]",
        HEAD + "groups: [{name: 综合协调组, clauses: [B]}, {name: 健康教育组, duties: 负责讲座}]",
        HEAD + "offices: [{name: 县创卫办, clauses: [B]}]\n"
        "groups: [{name: 健康教育组, duties: 负责讲座}]",
        HEAD + "groups: [{name: 市容组, clauses: [B, C]}]",
        HEAD + "groups: [{name: 集贸市场卫生组, clauses: [C5]}, {name: 环境卫生组, duties: 保洁}]",
        TWO % ("生活饮用水组", "F1-F4, F7-F8", "公共场所卫生组", "F5-F6"),
        TWO % ("生活饮用水组", "F4", "公共场所卫生组", "F1-F8"),
        TWO % ("饮用水组", "F1-F3", "公共场所卫生组", "F4-F8"),
        TWO % ("生活饮用水组", "F1-F3", "综合组", "F4-F8"),
        TWO % ("食品和生活饮用水安全组", "F1-F4", "公共场所卫生组", "F5-F8"),
        HEAD + "groups: [{name: 生活饮用水组, clauses: [F1]}, {name: 生活饮用水监测组,"
        " clauses: [F2]}, {name: 公共场所卫生组, clauses: [F3-F8]}]",
    ),
    bad=(
        (
            TWO % ("食品和生活饮用水安全组", "F1-F3", "公共场所卫生组", "F4-F8"),
            "“食品安全、生活饮用水及公共场所卫生”第4条讲“生活饮用水”，分给了“公共场所卫生组”，"
            "宜分给“食品和生活饮用水安全组”",
        ),
        (
            HEAD + "groups: [{name: 市容组, clauses: [B, C]}, {name: 健康教育组, clauses: [D]}]",
            "“健康教育”第1—7条分给了“市容组”，宜分给“健康教育组”",
        ),
        (
            HEAD + "groups: [{name: 交通秩序组, clauses: [E1-E2]}, {name: 社区卫生组,"
            " clauses: [E3-E4]}, {name: 病媒生物防制和监测组, duties: 负责监测}]",
            "“病媒生物防制”第1、2条分给了“交通秩序组”，宜分给“病媒生物防制和监测组”\n"
            "“病媒生物防制”第3、4条分给了“社区卫生组”，宜分给“病媒生物防制和监测组”",
        ),
    ),
)
