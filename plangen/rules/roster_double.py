"""同一名单里一个人列了两次，或者一个单位列了两次。

依据：党政机关公文处理工作条例第二十条第（四）项（人名应当准确）。级别：警告。
两处职务互不相干的，可能是同名的两个人，由 person-two-posts 管；打码的不比；领导小组名单里
另列的办公室主任、联络员可以与成员重复。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.plan import Group, RosterRole
from plangen.problem import Level
from plangen.rules._organisation import KEPT, Listing, agree, masked, named_persons, plain
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.memory import remembered
from plangen.text.patterns import lazy

APART = lazy(r"办公室|联络|秘书|召集|主持")


def find(case: Case) -> Findings:
    """People whom a roster lists again."""
    seen: dict[tuple[int, str], Listing] = {}
    for listing in named_persons(case):
        if _apart(listing.role.role):
            continue
        first = seen.setdefault((id(listing.body), listing.name), listing)
        if first is not listing and agree(first.posts, listing.posts):
            body = listing.body.name if listing.body else "领导小组"
            message = (
                f"“{listing.name}”在“{body}”名单里列了两次"
                f"（{first.role.role}、{listing.role.role}），应只留一处"
            )
            yield Finding(listing.where, message, listing.person.name)
    for name, part in _lists(case):
        units = [*map(plain, part.units)]
        for unit in dict.fromkeys(units) if len({*units}) < len(units) else ():
            if units.count(unit) > 1 and not masked(unit):
                where = part.where / "units" if isinstance(part, Group) else part.where
                message = f"“{unit}”在“{name}”的单位里列了两次，应只留一处"
                yield Finding(where, message, unit)


@remembered(KEPT)
def _apart(role: str) -> bool:
    return APART.search(role) is not None


def _lists(case: Case) -> Iterator[tuple[str, RosterRole | Group]]:
    """The roles of rosters, which have units, and the groups, which have members."""
    plan = case.plan
    yield from (("领导小组", role) for role in (plan.leaders.roster if plan.leaders else ()))
    yield from ((body.name, role) for body in plan.bodies for role in body.roster)
    yield from ((body.name, body) for body in plan.bodies)


LEADERS = (
    "leaders: {name: 领导小组, roster: [{role: 组长, people: [%s]}, {role: %s, people: [%s]}]}"
)
RULE = Rule(
    "roster-double",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        LEADERS % ("XX", "成员", "XX"),
        LEADERS % ("周启明", "办公室主任", "周启明"),
        LEADERS
        % (
            "{name: 张伟, posts: [县教育局局长]}",
            "成员",
            "{name: 张伟, posts: [石门镇镇长]}",
        ),
        "groups: [{name: 甲组, units: [县水利局, XX局, XX局]}, {name: 乙组, units: [县水利局]}]",
    ),
    bad=(
        (
            LEADERS % ("周启明", "成员", "周启明"),
            "“周启明”在“领导小组”名单里列了两次（组长、成员），应只留一处",
        ),
        (
            "leaders: {name: 领导小组, roster: [{role: 成员, units: [县水利局, 县水利局]}]}\n"
            "groups: [{name: 抢险组, units: [县公安局, 县公安局]}]",
            "“县水利局”在“领导小组”的单位里列了两次，应只留一处\n"
            "“县公安局”在“抢险组”的单位里列了两次，应只留一处",
        ),
    ),
)
