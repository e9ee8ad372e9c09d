"""People and posts of a plan, as the rules on its organisation compare them.

A masked name (XX, 某) is nobody: it equals no other, itself included. Blanks that spread a name
(王　伟) are no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from plangen.model.plan import Group, Leaders, Person, Plan, RosterRole
from plangen.problem import Where
from plangen.rules.base import Case, once
from plangen.text.marks import parted
from plangen.text.masks import is_masked
from plangen.text.memory import remembered
from plangen.text.patterns import lazy

UNKNOWN = ("待定", "空缺", "未定", "暂缺")
HEAD = lazy(
    r"(?!.*副).*(?:组长|主任|总指挥|指挥长|负责人|召集人|牵头人|责任人|队长|片长|站长|班长|会长|领队)$"
)
# Roles that head nothing.
BELOW = lazy("副|[组成队委]员|人员|联[络系]|秘书|干事|顾问|专家|(?<!牵头)单位")
RANKED = lazy(r"(?:第[一二三]|常务|执行|名誉)")
MARKS = frozenset("、，,；;/（）()")
GOVERNMENT = lazy(r"(?:人民)?政府(?=(?:常务)?副?[县市区镇乡州旗省]长)")
DOUBLED = lazy(r"([局部队院站所镇乡县区市社校台馆段处厂厅科村])(?=\1长)")
OWN = {
    "province": "省",
    "city": "市",
    "district": "区",
    "county": "县",
    "township": "镇",
    "subdistrict": "街道",
}
KEPT = 4096  # answers about names and posts, which a plan has in many places
SHORTEST = 2  # 县长 is a post and 王伟 a name; nothing is taken away from them
LEVELS = (*"省市区县旗州盟镇乡", "街道")


class Listing(NamedTuple):
    """A person in a roster; `body` is the leading group (None) or the office or group.

    `written` are the posts one by one, as they are written: 党组书记、局长 are two. `posts` are
    the same as they are compared: 县教育局局长, 教育局长 and 县教育局长 are one.
    """

    person: Person
    role: RosterRole
    body: Group | None
    own: str
    name: str
    written: tuple[str, ...]
    posts: tuple[str, ...]

    @property
    def where(self) -> Where:
        return self.person.where

    @property
    def post(self) -> str:
        """The posts as they are written."""
        return "、".join(self.person.posts)


@remembered(KEPT)
def parts_of(posts: tuple[str, ...]) -> tuple[str, ...]:
    """Posts one by one, as they are written."""
    return tuple(
        [
            part
            for post in map(plain, posts)
            for part in ((post,) if MARKS.isdisjoint(post) else parted(post, MARKS))
            if part
        ]
    )


@remembered(KEPT)
def _keys(posts: tuple[str, ...], own: str) -> tuple[str, ...]:
    return tuple([post_key(part, own) for part in parts_of(posts)])


def plain(text: str) -> str:
    """The text without blanks."""
    return "".join(text.split())


@remembered(KEPT)
def masked(name: str) -> bool:
    """Whether a name stands for an unknown; an empty name does, too."""
    return not name or is_masked(name) or any(map(name.__contains__, UNKNOWN))


def own_level(plan: Plan) -> str:
    """The character of the plan's own level: 县 for 青山县."""
    name = plan.locality.name
    found = next((level for level in LEVELS if name.endswith(level)), "")
    return found or OWN.get(plan.locality.level, "")


@remembered(KEPT)
def post_key(post: str, own: str) -> str:
    """A post as it is compared: without its own 县, 人民政府, and the doubled 局局长."""
    post = post.removeprefix("中共")
    post = GOVERNMENT.sub("", post) if "政府" in post else post
    post = DOUBLED.sub("", post) if "长" in post else post
    short = post.removeprefix(own)
    return short if len(short) > SHORTEST else post


def rosters(plan: Plan) -> Iterator[tuple[Leaders | Group, tuple[RosterRole, ...]]]:
    """Every roster: the leading group's first, then those of the offices and groups."""
    if plan.leaders:
        yield plan.leaders, plan.leaders.roster
    for body in plan.bodies:
        yield body, body.roster


@once
def unit_lists(case: Case) -> tuple[tuple[Where, Sequence[str]], ...]:
    """The units that stand side by side: of a role, of a group, of an assignment's lists."""
    roles = [role for _, roles in rosters(case.plan) for role in roles]
    every: tuple[RosterRole | Group, ...] = (*roles, *case.plan.bodies)
    tasked = [one for each in case.plan.assignments for one in each.named if one[1]]
    return (*[(one.where / "units", one.units) for one in every if one.units], *tasked)


@once
def plain_lists(case: Case) -> tuple[tuple[Where, Sequence[str]], ...]:
    """The same without blanks."""
    return tuple([(where, [*map(plain, units)]) for where, units in unit_lists(case)])


@once
def persons(case: Case) -> tuple[Listing, ...]:
    """Every person in every roster of a case, listed once for all rules."""
    return tuple(listings(case.plan))


@once
def named_persons(case: Case) -> tuple[Listing, ...]:
    """Those of them who have a name."""
    return tuple([listing for listing in persons(case) if not masked(listing.name)])


def listings(plan: Plan) -> list[Listing]:
    """Every person in every roster, masked ones too, in the order of the plan."""
    own = own_level(plan)
    return [
        Listing(person, role, group, own, plain(person.name), parts_of(posts), _keys(posts, own))
        for body, roster in rosters(plan)
        for group in (body if isinstance(body, Group) else None,)
        for role in roster
        for person in role.people
        for posts in (person.posts,)
    ]


def named(plan: Plan) -> list[Listing]:
    """The people who have a name."""
    return [listing for listing in listings(plan) if not masked(listing.name)]


def heads(body: Group) -> list[Person]:
    """Who heads a body; a first or standing head ranks apart from the others."""
    return [person for role in body.roster if _head(role.role) for person in role.people]


@remembered(KEPT)
def _head(role: str) -> bool:
    return HEAD.match(role) is not None and not RANKED.match(role)


def same_post(one: str, other: str) -> bool:
    """Whether two posts may be one, the shorter with less of its unit: 局长, 教育局长."""
    return one.endswith(other) or other.endswith(one)


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of posts have one in common, or one of them says nothing."""
    if not one or not other or one == other:  # as a rule
        return True
    return any(same_post(a, b) for a in one for b in other)


@cache
def twins(groups: tuple[str, ...]) -> dict[str, set[str]]:
    """The characters that are taken for each, from groups separated by blanks."""
    out: dict[str, set[str]] = {}
    for chars in map(str.split, groups):
        for char in chars:
            out.setdefault(char, set()).update(chars)
    return out


@once
def name_twins(case: Case) -> dict[str, set[str]]:
    """The characters that are taken for each other in names."""
    return twins(tuple(entry["chars"] for entry in case.words("name_twins")))


def alike(one: str, other: str, pairs: dict[str, set[str]]) -> bool:
    """Whether two names differ by one pair of like characters, or by the order of the given."""
    if one == other or len(one) != len(other) or len(one) < SHORTEST:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) == 1:
        return differing[0][1] in pairs.get(differing[0][0], ())
    return one[0] == other[0] and sorted(one) == sorted(other)


def near(one: str, other: str) -> bool:
    """Whether two names of one post differ by a single character, written or left out."""
    short, long = sorted((one, other), key=len)
    if len(long) <= SHORTEST:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


TITLES = (
    "书记|[省市区县旗州镇乡]长|[局部院所站台馆段处厅校社会队园科厂]长|主任|主席|检察长|经理|董事长"
)
SINGLE = lazy(rf"(?!.*(?:副|第一|驻|原|各|名誉))(?P<unit>.+?)(?:{TITLES})")
# Units without a name of their own: there are many of each.
MANY = lazy(
    r"(?:[镇乡村]|乡镇|镇街|街道|社区|学校|中学|小学|幼儿园|企业|公司|医院|卫生院|医疗机构"
    r"|[村居]委会?|[村居]民委员会|党?总?支部?|工作组|专班|科室?|股|办公室|机关|单位|部门|网格|物业|项目)"
    r"(?:党委|党工委|工委|办事处|党支部|党总支|党组织?|办公室|卫生[院室]|[村居]委会|[村居]民委员会)?"
)


@remembered(KEPT)
def single_post(post: str, own: str) -> bool:
    """Whether a post (as it is compared) can only be one person's: 教育局长, 县长, 委书记."""
    if masked(post):
        return False
    if own and post in {f"{own}长", "委书记", "党委书记"}:
        return True
    found = SINGLE.fullmatch(post)
    if found is None or len(found["unit"]) == 1:
        return False
    whole = post.removesuffix("长")  # 卫生院长 has its 院
    return not MANY.fullmatch(found["unit"]) and not MANY.fullmatch(whole)
