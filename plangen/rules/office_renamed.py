"""创建办公室有几种叫法，没有说明是不是一个机构：县创卫办、县创建办，创卫办、指挥部办公室。

依据：实务（一个机构一个名称，简称在第一次出现时注明）。级别：提示。
“创卫办”和“创卫办公室”算一种；写明“简称”的，全称和简称可以并用。爱卫办是常设机构，不在此列；上下级的
不比。
"""

from __future__ import annotations

from plangen.model.plan import Office
from plangen.problem import Level
from plangen.rules._bodies import Bureau, bodies_of
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

CALLED = lazy(r"简称[^，。；）)]*")


def find(case: Case) -> Findings:
    """The second name of the office: another stem, or one by its leading body, unexplained."""
    bodies = bodies_of(case)
    linked = bool(case.plan.offices) or any(name.endswith("办") for name in bodies.defined)
    stems: dict[str, Bureau] = {}
    kinds: dict[bool, Bureau] = {}
    for office in bodies.offices:
        if not office.kind:
            stems.setdefault(office.stem, office)
        kinds.setdefault(bool(office.kind), office)
    found = list(stems.values())
    if len(found) > 1:
        message = f"“{found[1].name}”和“{found[0].name}”叫法不一，应统一"
        yield Finding(found[1].where, message, found[1].name)
    if len(kinds) > 1 and not linked:
        one, other = kinds.values()
        message = f"“{one.name}”和“{other.name}”如是一个机构，应写明简称，只用一种叫法"
        yield Finding(other.where, message, other.name)
    formal = next(iter(case.plan.offices), None)
    if found and formal and not _said(case, found[0], formal):
        message = f"“{found[0].name}”没有写明是“{formal.name}”的简称"
        yield Finding(found[0].where, message, found[0].name)


def _said(case: Case, bureau: Bureau, office: Office) -> bool:
    """Whether the short name is the office's own, or the text says what it is short for."""
    own = any(each.short or bureau.stem in each.name for each in case.plan.offices)
    called = f"{bureau.stem}办"
    explained = (text for line in case.having("简称") for text in CALLED.findall(line.text))
    noted = (f"（{bureau.name}", f"({bureau.name}", f"即{bureau.name}")
    told = any(called in text for text in explained) or any(map(case.has, noted))
    return own or told or not office.name.endswith("办公室")


OFFICE = "offices: [{name: 领导小组办公室, short: 县创卫办, duties: 负责协调}]\n"
FORMAL = "offices: [{name: 青山县创建国家卫生县城办公室, duties: 负责协调}]\n"
RULE = Rule(
    "office-renamed",
    Level.INFO,
    find,
    good=(
        OFFICE + "preamble: 领导小组办公室负责协调，县创卫办汇总。",
        "preamble: 县创卫办、创卫办公室和县爱卫办负责，市创建办指导，创建办法另行制定。",
        "preamble: 指挥部办公室（以下简称“县创卫办”）设在县卫生健康局，县创卫办负责。",
        FORMAL + "preamble: 该办公室简称创卫办，县创卫办负责协调。",
        FORMAL + "preamble: 该办公室（县创卫办）负责协调。",
        "offices: [{name: 县创卫办公室, duties: 负责协调}]\npreamble: 县创卫办汇总。",
        "offices: [{name: 综合组, duties: 负责协调}]\npreamble: 县创卫办汇总。",
    ),
    bad=(
        ("preamble: 县创卫办汇总，报县创建办审定。", "“县创建办”和“县创卫办”叫法不一，应统一"),
        (
            "preamble: 县创卫办负责督查，材料报县创卫指挥部办公室。",
            "“县创卫办”和“县创卫指挥部办公室”如是一个机构，应写明简称，只用一种叫法",
        ),
        (
            FORMAL + "preamble: 县创卫办负责协调，汇总情况。",
            "“县创卫办”没有写明是“青山县创建国家卫生县城办公室”的简称",
        ),
    ),
)
