"""乡镇的工作组、责任分工里留着县里的单位：县财政局、县住房城乡建设局。

依据：实务（乡镇的任务由乡镇的单位承担）。级别：警告。一份方案只报一次，列出单位。
只看乡镇方案的成员单位、牵头和协助单位、办公室所设，县方案里也有的才算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import county_of, level, units
from plangen.rules._units import Mention
from plangen.rules.base import Case, Finding, Findings, Rule

SHOWN = 10


def find(case: Case) -> Findings:
    """The units of the county's parts that stand in the township's, at the first of them."""
    own = level(case)
    known = {mention.text for mention in units(county_of(case))}
    found: dict[str, Mention] = {}
    for mention in units(case):
        if mention.text.startswith(own) and mention.text in known:
            found.setdefault(mention.text, mention)
    if found:
        names = [*found]
        shown = "、".join(names[:SHOWN]) + ("等" if len(names) > SHOWN else "")
        first = found[names[0]]
        yield Finding(first.where, f"{shown}是县里的单位，应换成本乡镇的", first.text)


COUNTY = "county: {groups: [{name: 甲组, units: [县财政局, 县教育局], duties: 负责宣传}]}\n"
GROUP = "groups: [{name: 甲组, units: [%s], duties: 负责宣传}]"
RULE = Rule(
    "unit-of-county",
    Level.WARNING,
    find,
    needs=("groups", "assignments", "offices", "leaders"),
    against=True,
    good=(COUNTY + GROUP % "镇财政所, 镇中心学校", COUNTY + GROUP % "县供电公司石门供电所"),
    bad=((COUNTY + GROUP % "县财政局, 镇中心学校", "县财政局是县里的单位，应换成本乡镇的"),),
)
