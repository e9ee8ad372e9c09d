"""同一份名单里，同一类单位的名称写法不一：有的叫“新义街办”，有的叫“东许办事处”。

依据：党政机关公文处理工作条例第九条第（八）项（机关用全称、规范化简称）；实务（同类单位写法一致）。级别：提示。
写法见 plangen/words/unit_endings.yaml；只比同一条里并列的，驻外的办事处不算；每类只报一次。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._organisation import masked, plain_lists
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

GENERAL = lazy(r"各|有关|相关|驻.{1,3}办事处")


def find(case: Case) -> Findings:
    """The first list in which units of a class are called in two ways."""
    lists = plain_lists(case)
    every = {name for _, names in lists for name in names}
    for entry in case.words("unit_endings"):
        ends = tuple(sorted(entry["ends"].split(), key=len, reverse=True))
        end_of = {name: _end(name, ends) for name in every if name.endswith(ends)}
        for where, names in lists if len({*end_of.values()}) > 1 else ():
            forms: dict[str, list[str]] = {}
            for name in [name for name in names if name in end_of]:
                if name != end_of[name] and not masked(name) and not GENERAL.search(name):
                    forms.setdefault(end_of[name], []).append(name)
            if len(forms) > 1:
                usual, odd = sorted(forms.values(), key=len, reverse=True)[:2]
                message = (
                    f"“{odd[0]}”和“{usual[0]}”是同类单位，写法应一致，宜作“……{entry['name']}”"
                )
                yield Finding(where, message, odd[0])
                break


def _end(name: str, ends: tuple[str, ...]) -> str:
    return next(end for end in ends if name.endswith(end))


TASK = "assignments: [{text: 整治。, lead: [%s], support: [%s]}]"
RULE = Rule(
    "unit-form-mixed",
    Level.INFO,
    find,
    needs=("leaders", "groups", "offices", "assignments"),
    good=(
        TASK % ("石门街道, 东关街道, 城南镇", "石门街道办事处, 驻省城办事处, 各街道, 各办事处"),
        TASK % ("石门街办, 东关街办", "东关街道, 城西街道"),
        TASK % ("石门街办, 街道办事处, XX街道", "县教育局"),
        TASK % ("石门街办, 有关街道", "东关街办, 县驻京办事处, 相关街道"),
    ),
    bad=(
        (
            TASK % ("新义街办, 城南街办, 东许办事处", "县教育局"),
            "“东许办事处”和“新义街办”是同类单位，写法应一致，宜作“……街道办事处”",
        ),
        (
            "groups: [{name: 甲组, units: [城东村委, 城西村委会, 城北村委会], duties: 负责宣传}]\n"
            "leaders: {name: 领导小组, roster: [{role: 成员,"
            " units: [城南管委会, 东山管理委员会]}]}",
            "“东山管理委员会”和“城南管委会”是同类单位，写法应一致，宜作“……管理委员会”\n"
            "“城东村委”和“城西村委会”是同类单位，写法应一致，宜作“……村民委员会”",
        ),
    ),
)
