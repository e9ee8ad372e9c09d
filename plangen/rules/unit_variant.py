"""一个单位写了两种名称：县妇联会、县妇联，市交警队、市交警大队。

依据：党政机关公文处理工作条例第二十条第（四）项；实务（机关用全称或规范化简称，前后一致）。级别：警告。
同一单位的几种写法见 plangen/words/unit_forms.yaml；表上没有的，一个名称只比另一个少“和、管理、
监督、行政、服务、事务”等字的，也算。县公安局和县公安局交警大队是两个单位。“委员会”和“委”、
“人民政府”和“政府”算一种；写明“以下简称”的不算；标题、主送、署名、版记里的不比。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.problem import Level
from plangen.rules._organisation import masked, plain
from plangen.rules._units import Mention, Units, units_of
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Units with a second name, once for each such name, where it first stands."""
    units = units_of(case)
    first: dict[str, Mention] = {}
    said: set[str] = set()
    for mention in _own(units):
        name = units.bare(mention.text)
        old = first.setdefault(units.key(name), mention)
        if old is mention:
            continue
        known = units.bare(old.text)
        if name == known or name in said or not _one(name, known, units):
            continue
        said.add(name)
        if not _defined(case, mention.text, old.text):
            one, other = plain(old.text), plain(mention.text)
            message = f"“{other}”和“{one}”是同一个单位，名称应统一"
            yield Finding(mention.where, message, mention.text)


def _own(units: Units) -> Iterator[Mention]:
    """The mentions that have their own 县 before them, the first of each name."""
    first = dict(units.first)
    for name, line in units.in_text:
        if name not in first:
            first[name] = Mention(name, line.where)
    for name, mention in first.items():
        if units.own and name.startswith(units.own) and not masked(name):
            yield mention


def _one(name: str, known: str, units: Units) -> bool:
    """Whether two names of one key are one unit's: known forms, or one within the other."""
    if name in units.forms or known in units.forms:
        return True
    short, long = sorted((name, known), key=len)
    rest = iter(long)
    return all(char in rest for char in short)


def _defined(case: Case, *names: str) -> bool:
    """Whether the text says that one of the names is short for something."""
    return any(any(f"称“{name}" in line.text for name in names) for line in case.having("简称"))


GROUP = "groups: [{name: 甲组, units: [%s], duties: 负责宣传}]"
RULE = Rule(
    "unit-variant",
    Level.WARNING,
    find,
    good=(
        GROUP % "县公安局, 县公安局交警大队, 县教育局, 县教育局招生办公室",
        GROUP % "县社会服务中心, 县社会事务中心, 县人民政府办公室, 县政府办公室",
        GROUP % "县妇联, 市妇女联合会",
        GROUP % "县妇联" + "\npreamble: 由县妇女联合会（以下简称“县妇联”）负责。",
        GROUP % "县卫生健康委, 县卫生健康委员会",
    ),
    bad=(
        (
            "leaders: {name: 领导小组, roster: [{role: 成员,"
            " people: [{name: XX, posts: [县妇联会主席]}]}]}\n" + GROUP % "县总工会, 县妇联",
            "“县妇联”和“县妇联会”是同一个单位，名称应统一",
        ),
        (
            GROUP % "县市场监管局, 县公路管理段"
            + "\npreamble: 由县市场和质量监管局牵头，县公路段、县交通运输局协助。",
            "“县市场和质量监管局”和“县市场监管局”是同一个单位，名称应统一\n"
            "“县公路段”和“县公路管理段”是同一个单位，名称应统一",
        ),
        (
            GROUP % "县畜牧兽医服务中心, 县畜牧兽医中心",
            "“县畜牧兽医中心”和“县畜牧兽医服务中心”是同一个单位，名称应统一",
        ),
    ),
)
