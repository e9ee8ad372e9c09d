"""乡镇的名单里留着县里的人：姓名和县里的职务都与县方案的名单相同。

依据：实务（乡镇的领导小组由乡镇的人组成）。级别：警告。
职务是县里的（副县长、县财政局局长）才算；县领导兼任乡镇职务的不算；打码的不比。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import county_of, of_county, people
from plangen.rules.base import Case, Finding, Findings, Rule, once


def find(case: Case) -> Findings:
    """Each person of the county once, where he or she first stands."""
    known = held(county_of(case))
    seen: set[str] = set()
    for one in people(case):
        same = [post for post in one.written if (one.name, post) in known]
        local = [post for post in one.written if not of_county(case, (post,))]
        if same and not local and one.name not in seen:
            seen.add(one.name)
            message = f"“{one.name}”（{'、'.join(same)}）是县方案名单里的人，应换成本乡镇的"
            yield Finding(one.where, message, one.person.name)


@once
def held(case: Case) -> set[tuple[str, str]]:
    """The people of a plan, each with each of the posts."""
    return {(one.name, post) for one in people(case) for post in one.written}


COUNTY = (
    "county: {leaders: {name: 领导小组, roster: [{role: 组长, people:"
    " [{name: 周启明, posts: [副县长]}, {name: 丁瑞,"
    " posts: [县人大常委会副主任, 石门镇党委书记]}]}]}}\n"
)
ROSTER = "leaders: {name: 领导小组, roster: [{role: 组长, people: [%s]}]}"
RULE = Rule(
    "person-of-county",
    Level.WARNING,
    find,
    needs=("leaders", "offices", "groups"),
    against=True,
    good=(
        COUNTY + ROSTER % "{name: 周启明, posts: [镇党委书记]}, {name: 何川, posts: [副镇长]}",
        COUNTY + ROSTER % "{name: 丁瑞, posts: [县人大常委会副主任, 镇党委书记]}",
    ),
    bad=(
        (
            COUNTY + ROSTER % "{name: 周启明, posts: [副县长]}",
            "“周启明”（副县长）是县方案名单里的人，应换成本乡镇的",
        ),
    ),
)
