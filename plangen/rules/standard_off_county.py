"""乡镇方案依据的标准与县方案不同：县里用2010版，乡镇用2021版。

依据：实务（上下级应当依据同一个标准）。级别：警告。
两份方案都写了标准才核对；只写名称的比名称。县里是行动方案的，看本乡镇所在一类的标准。
"""

from __future__ import annotations

from plangen.model.plan import StandardUse
from plangen.problem import Level
from plangen.rules._against import county_of
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """The first standard, where none of the township's is one of the county's."""
    own, above = case.plan.standards, county_of(case).plan.standards
    if not above or _names(case) & _names(county_of(case)):
        return
    said = _said(own[0], case), _said(above[0], county_of(case))
    yield own[0].where, f"本方案依据{said[0]}，县方案依据{said[1]}，应一致"


def _names(case: Case) -> set[str]:
    """What the standards of a plan are told by: the id, else the title."""
    found: set[str] = set()
    for use in case.plan.standards:
        standard = case.standards.get(use.id)
        found.add(standard.id if standard else use.id or use.title)
    return found


def _said(use: StandardUse, case: Case) -> str:
    standard = case.standards.get(use.id)
    if standard is None:
        return f"《{use.title or use.id}》"
    return f"《{standard.title}》{standard.edition.partition('（')[0]}"


COUNTY = "county: {standards: [weisheng-xiangzhen-2010]}\n"
RULE = Rule(
    "standard-off-county",
    Level.WARNING,
    find,
    needs=("standards",),
    against=True,
    good=(
        COUNTY + "standards: [weisheng-xiangzhen-2010, {title: 省级卫生乡镇标准}]",
        "county: {}\nstandards: [weisheng-xiangzhen-2021]",
    ),
    bad=(
        (
            COUNTY + "standards: [weisheng-xiangzhen-2021]",
            "本方案依据《国家卫生乡镇标准》2021版，县方案依据《国家卫生乡镇（县城）标准》2010，应一致",
        ),
    ),
)
