"""责任单位写的是“十大口”“七部门”一类统称，没有说明是哪些单位。

依据：实务（任务落实到单位）。级别：提示。
整个一项就是这样的统称才算；文中列出或说明了是哪些的、“各部门”一类泛指不算；每个统称只报一次。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._counts import NUMBER
from plangen.rules._organisation import plain_lists
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

CLASSES = ("大口", "系统", "战线", "部门", "单位", "行业")
COUNTED = lazy(
    rf"{NUMBER}(?:大口|大?系统|大?战线|(?:个|家|大)?(?:责任|成员|牵头)?(?:部门|单位|行业))"
)
SAID = ("（", "：", "是指", "即", "包括", "为", "分别")


def find(case: Case) -> Findings:
    """Counted classes that nothing says the members of, each where it first stands."""
    said: set[str] = set()
    listed = ((where, name) for where, names in plain_lists(case) for name in names)
    for where, name in listed:
        if name in said:
            continue
        said.add(name)
        counted = name.endswith(CLASSES) and COUNTED.fullmatch(name)
        if counted and not any(case.has(f"{name}{after}") for after in SAID):
            yield Finding(where, f"“{name}”没有写明是哪些单位", name)


TASK = "assignments: [{text: 整治。, lead: [%s], support: [%s]}]\n"
RULE = Rule(
    "units-unnamed",
    Level.INFO,
    find,
    needs=("leaders", "groups", "offices", "assignments"),
    good=(
        TASK % ("县教育局", "各部门, 各单位, 县直各系统, 三大队"),
        TASK % ("十大口", "县教育局") + "preamble: 十大口（工业口、农业口等）按分工负责。",
        TASK % ("七部门", "县教育局") + "preamble: 七部门是指县教育局等七家单位。",
        TASK
        % ("十大口, 六大系统", "三大战线, 5个部门, 12家单位")
        + "preamble: 十大口：工业口等；六大系统即教育等系统；三大战线包括工业战线；"
        "5个部门为县教育局等；12家单位分别是县教育局等。",
        "preamble: 十大口各单位要落实责任。",
    ),
    bad=(
        (
            TASK % ("十大口, 县教育局", "十大口, 5个部门"),
            "“十大口”没有写明是哪些单位\n“5个部门”没有写明是哪些单位",
        ),
        (
            "groups: [{name: 甲组, units: [县教育局, 六大系统], duties: 负责宣传}]\n"
            "leaders: {name: 领导小组, roster: [{role: 成员, units: [12家成员单位]}]}",
            "“12家成员单位”没有写明是哪些单位\n“六大系统”没有写明是哪些单位",
        ),
    ),
)
