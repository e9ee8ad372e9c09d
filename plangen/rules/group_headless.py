"""工作组或办公室没有负责人：名单里没有组长、主任。

依据：实务（每个机构有负责人）。级别：警告。
怎么称呼都行（牵头人、片长、总召集人、点长）：副职、成员、联络员以外的都算；文字里写明由谁牵头、谁任组长的
不报；办公室写明设在哪个单位、没有名单的，由那个单位负责，不报。
"""

from __future__ import annotations

from plangen.model.plan import Group, Office, RosterRole
from plangen.problem import Level
from plangen.rules._organisation import BELOW, HEAD
from plangen.rules.base import Case, Findings, Rule
from plangen.text.patterns import lazy

TOLD = lazy("牵头|负责人|[任为是]组长|组长由|[任为是]主任|主任由|召集人|兼任")


def find(case: Case) -> Findings:
    """Bodies whose roster has no head, or a head nobody holds."""
    for body in case.plan.bodies:
        seated = isinstance(body, Office) and body.seat and not body.roster
        if not (seated or any(map(_heads, body.roster)) or _told(body)):
            yield body.where / "name", f"“{body.name}”没有负责人（组长、主任）"


def _heads(role: RosterRole) -> bool:
    """Whether a role heads the body, whatever it is called, and somebody holds it."""
    held = role.people or role.units or role.classes or role.text
    return bool(held) and (bool(HEAD.match(role.role)) or not BELOW.search(role.role))


def _told(body: Group) -> bool:
    """Whether the body's text says in words who heads it."""
    return any(TOLD.search(text) for text in (body.text, body.after))


RULE = Rule(
    "group-headless",
    Level.WARNING,
    find,
    needs=("groups", "offices"),
    good=(
        "groups: [{name: 甲组, roster: [{role: 组长, people: [周启明]}], duties: 负责宣传}]",
        "groups: [{name: 甲组, roster: [{role: 牵头人, people: [周启明]}], duties: 负责宣传},"
        " {name: 东片区, roster: [{role: 片长, people: [何川]}, {role: 成员, people: [邓蕾]}],"
        " duties: 负责整治}, {name: 联席会议, roster: [{role: 总召集人, people: [邓蕾]},"
        " {role: 召集人, people: [何川]}], duties: 负责协调},"
        " {name: 包保组, roster: [{role: 点长, units: [县教育局]}], duties: 负责包保},"
        " {name: 宣传组, roster: [{role: 牵头单位, units: [县委宣传部]}], duties: 负责宣传}]",
        "groups: [{name: 甲组, text: 由县委宣传部牵头组建。, duties: 负责宣传}]",
        "offices: [{name: 县创卫办, seat: 县卫生健康局, duties: 负责协调}]",
    ),
    bad=(
        (
            "offices: [{name: 县创卫办, duties: 负责协调}, {name: 县督查办, seat: 县政府督查室,"
            " roster: [{role: 成员, people: [何川]}], duties: 负责督查}]",
            "“县创卫办”没有负责人（组长、主任）\n“县督查办”没有负责人（组长、主任）",
        ),
        (
            "groups: [{name: 甲组, roster: [{role: 副组长, people: [周启明]}], duties: 负责宣传}]",
            "“甲组”没有负责人（组长、主任）",
        ),
        (
            "groups: [{name: 甲组, roster: [{role: 牵头人}, {role: 成员, people: [何川]},"
            " {role: 成员单位, units: [县教育局]}, {role: 联络员, people: [邓蕾]}],"
            " duties: 负责宣传}]",
            "“甲组”没有负责人（组长、主任）",
        ),
    ),
)
