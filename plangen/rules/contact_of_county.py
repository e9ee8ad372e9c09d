"""乡镇方案的联系电话、邮箱是县方案的：由县方案改来，没有改。

依据：实务（联系方式应是本单位的）。级别：警告。
“报送至县创卫办”一类写明是县里的不算；打码的不比。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import ContactLine, Plan
from plangen.problem import Level
from plangen.rules._against import county_of, level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.masks import is_masked


def find(case: Case) -> Findings:
    """Contact lines whose value is the county's."""
    known = {line.value for line in _contacts(county_of(case).plan)}
    for line in _contacts(case.plan):
        own = level(case) not in line.label and not is_masked(line.value)
        if own and line.value in known:
            message = f"{line.label}“{line.value}”是县方案的，应写本乡镇的"
            yield Finding(line.where, message, line.value)


def _contacts(plan: Plan) -> Iterator[ContactLine]:
    yield from plan.contact
    if plan.notice:
        yield from plan.notice.contact


COUNTY = "county: {contact: [{label: 联系电话, value: 0755-5550101}]}\n"
RULE = Rule(
    "contact-of-county",
    Level.WARNING,
    find,
    needs=("contact", "notice.contact"),
    against=True,
    good=(
        COUNTY + "contact: [{label: 联系电话, value: 0755-5550202}]",
        COUNTY + "contact: [{label: 县创卫办电话, value: 0755-5550101}]",
    ),
    bad=(
        (
            COUNTY + "contact: [{label: 联系电话, value: 0755-5550101}]",
            "联系电话“0755-5550101”是县方案的，应写本乡镇的",
        ),
    ),
)
