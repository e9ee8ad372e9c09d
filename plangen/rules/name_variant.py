"""一个人的姓名有两种写法：音同、形近的字，前后颠倒，多写或漏写一个字。

依据：党政机关公文处理工作条例第二十条第（四）项（人名应当准确）。级别：警告。
职务相同而姓名只差一个字，或一处没有职务而姓名只差一对易混的字，才报；易混的字见
plangen/words/name_twins.yaml。列在同一个名单里的是两个人，不比；打码的不比。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from plangen.problem import Level
from plangen.rules._organisation import (
    Listing,
    alike,
    name_twins,
    named_persons,
    near,
    single_post,
)
from plangen.rules.base import Case, Finding, Findings, Rule

Bodies = dict[str, set[int]]


def find(case: Case) -> Findings:
    """Names that are probably another name misspelt, each placed where it first stands."""
    pairs = name_twins(case)
    people: dict[str, list[Listing]] = {}
    for listing in named_persons(case):
        people.setdefault(listing.name, []).append(listing)
    for one, other in _near(_likely(people)):
        first, second = people[one], people[other]
        if {id(a.body) for a in first} & {id(b.body) for b in second}:
            continue
        if _same(first, second, pairs):
            where, quote = second[0].where, second[0].person.name
            yield Finding(where, f"“{other}”疑为“{one}”，姓名应统一", quote)


def _likely(people: Mapping[str, Sequence[Listing]]) -> list[str]:
    """The names that may be one person's: those that share a post; all, where one has none."""
    holders: dict[str, set[str]] = {}
    for name, found in people.items():
        for listing in found:
            for post in listing.posts:
                holders.setdefault(post, set()).add(name)
    if len(set().union(*holders.values())) < len(people):
        return list(people)
    several = set().union(*(names for names in holders.values() if len(names) > 1))
    return [name for name in people if name in several]


def _near(names: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names that are equal but for a character or their order, in order."""
    shapes: dict[tuple[str, ...], list[str]] = {}
    order = {name: at for at, name in enumerate(names)}
    for name in names:
        less = combinations(name, len(name) - 1)
        keys = {tuple(name), tuple(sorted(name)), *less}
        if not shapes.keys().isdisjoint(keys):
            found = {old for key in keys for old in shapes.get(key, ())}
            yield from ((old, name) for old in sorted(found, key=order.__getitem__))
        for key in keys:
            shapes.setdefault(key, []).append(name)


def _same(first: list[Listing], second: list[Listing], pairs: dict[str, set[str]]) -> bool:
    """Whether two near names are one person's, by their posts or for want of them."""
    one, other = first[0].name, second[0].name
    posts = {post for listing in first for post in listing.posts}
    shared = posts & {post for listing in second for post in listing.posts}
    bare = not posts or not any(listing.posts for listing in second)
    if alike(one, other, pairs):
        return bare or bool(shared)
    own = first[0].own
    return near(one, other) and any(single_post(post, own) for post in shared)


LEADERS = "leaders: {name: 领导小组, roster: [{role: 组长, people: [%s]}]}\n"
GROUP = "groups: [{name: 甲组, roster: [{role: 组长, people: [%s]}], duties: 负责宣传}]"
RULE = Rule(
    "name-variant",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        LEADERS % "王建国, 王建军",
        LEADERS % "{name: 王志刚, posts: [副县长]}"
        + GROUP % "{name: 王治刚, posts: [县教育局局长]}",
        LEADERS % "{name: 王志国, posts: [副县长]}" + GROUP % "{name: 王志远, posts: [副县长]}",
        LEADERS % "{name: 王伟, posts: [县长]}" + GROUP % "王　伟",
        LEADERS % "{name: 李强, posts: [副县长]}" + GROUP % "李梅",
        LEADERS % "{name: 王XX, posts: [县长]}" + GROUP % "{name: 王某, posts: [县长]}",
    ),
    bad=(
        (
            LEADERS % "{name: 梁启航, posts: [县委办公室主任]}" + GROUP % "梁启杭",
            "“梁启杭”疑为“梁启航”，姓名应统一",
        ),
        (
            LEADERS % "{name: 王建国, posts: [副县长]}"
            + GROUP % "{name: 王国建, posts: [副县长]}",
            "“王国建”疑为“王建国”，姓名应统一",
        ),
        (
            LEADERS % "{name: 欧阳靖, posts: [桐岭乡乡长]}"
            + GROUP % "{name: 欧靖, posts: [桐岭乡乡长]}",
            "“欧靖”疑为“欧阳靖”，姓名应统一",
        ),
    ),
)
