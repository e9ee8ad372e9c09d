"""一个人在几处的职务互不相同。

依据：党政机关公文处理工作条例第二十条第（四）项（人名应当准确）。级别：警告。
写全和写简（县教育局局长、局长），几个职务只写其中一个，都不算；有一处把两个职务写在一起的
不算；打码的不比。确是同名两个人的，应当加注。
"""

from __future__ import annotations

from itertools import compress

from plangen.problem import Level
from plangen.rules._organisation import Listing, agree, named_persons
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """People whose posts fall apart into sets without a post in common, at the second set."""
    by_name: dict[str, dict[tuple[str, ...], Listing]] = {}
    for listing in named_persons(case):
        if listing.posts:
            by_name.setdefault(listing.name, {}).setdefault(listing.posts, listing)
    for name, found in by_name.items():
        if len(found) == 1:  # as a rule
            continue
        (first, *_), others = _linked([*found.values()])
        if others:
            other = others[0]
            message = (
                f"“{name}”的职务一处是{first.post}，一处是{other.post}，应统一；同名两人的应加注"
            )
            yield Finding(other.where, message, other.person.name)


def _linked(found: list[Listing]) -> tuple[list[Listing], list[Listing]]:
    """The first listing and all that share a post with it, if through another; and the rest."""
    linked, rest = found[:1], found[1:]
    while rest:
        near = [any(agree(one.posts, old.posts) for old in linked) for one in rest]
        if not any(near):
            break
        linked += compress(rest, near)
        rest = [one for one, is_near in zip(rest, near, strict=True) if not is_near]
    return linked, rest


LEADERS = "leaders: {name: 领导小组, roster: [{role: 组长, people: [%s]}]}\n"
GROUP = "groups: [{name: 甲组, roster: [{role: 组长, people: [%s]}], duties: 负责宣传}]"
RULE = Rule(
    "person-two-posts",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        LEADERS % "{name: 何川, posts: [县政府副县长, 公安局局长]}"
        + GROUP % "{name: 何　川, posts: [副县长]}",
        LEADERS % "{name: 何川, posts: [县委宣传部部长]}"
        + GROUP % "{name: 何川, posts: [宣传部长]}",
        LEADERS % "{name: XX, posts: [县长]}" + GROUP % "{name: XX, posts: [副县长]}",
        LEADERS % "{name: 何川, posts: [县教育局党组书记、局长]}"
        + GROUP % "{name: 何川, posts: [县教育局局长]}",
        LEADERS % "{name: 何川, posts: [县委常委]}, {name: 何川, posts: [县委常委, 常务副县长]}"
        + GROUP % "{name: 何川, posts: [常务副县长]}",
    ),
    bad=(
        (
            LEADERS % "{name: 何川, posts: [县教育局局长]}"
            + GROUP % "{name: 何川, posts: [县财政局局长]}",
            "“何川”的职务一处是县教育局局长，一处是县财政局局长，应统一；同名两人的应加注",
        ),
    ),
)
