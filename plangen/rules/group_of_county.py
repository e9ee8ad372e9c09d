"""乡镇方案提到的工作组只有县方案才有：组并了，文中没有改。

依据：实务（前后名称应当一致）。级别：错误。
县方案有、本方案没有的组名出现在文中就报；书名号里的、写明“县”的（县健康教育组）不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import county_of, level, said, wording
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Groups of the county alone, each where it first stands."""
    own = {group.name for group in case.plan.groups}
    before = level(case)
    for name in [group.name for group in county_of(case).plan.groups]:
        if not name or name not in said(case) or any(name in one for one in own):
            continue
        for text, where in wording(case):
            at = text.find(name)
            if at >= 0 and text[at - 1 : at] != before:
                yield Finding(where, f"“{name}”只有县方案才有，本方案没有这个组", name)
                break


COUNTY = "county: {groups: [{name: 健康教育组, duties: 负责宣传}]}\n"
GROUP = "groups: [{name: %s, duties: 负责宣传}]\n"
RULE = Rule(
    "group-of-county",
    Level.ERROR,
    find,
    needs=("groups",),
    against=True,
    good=(
        COUNTY + GROUP % "宣传教育组" + "closing: 宣传教育组与县健康教育组加强联系。",
        COUNTY + GROUP % "健康教育组" + "closing: 健康教育组负责培训。",
    ),
    bad=(
        (
            COUNTY + GROUP % "宣传教育组" + "closing: 健康教育组负责培训。",
            "“健康教育组”只有县方案才有，本方案没有这个组",
        ),
    ),
)
