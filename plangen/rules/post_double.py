"""只能由一个人担任的职务，写了两个人：县长、某局局长、某镇镇长。

依据：党政机关公文处理工作条例第二十条第（四）项（人名应当准确）。级别：警告。
只比有名有姓的单位的正职，副职和没有指明单位的职务（局长、村党支部书记）不比；打码的不比。
两个姓名只差一个字的由 name-variant 管。
"""

from __future__ import annotations

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


def find(case: Case) -> Findings:
    """Single posts that a second person holds, once for each post."""
    pairs = name_twins(case)
    held: dict[str, Listing] = {}
    said: set[str] = set()
    for listing in named_persons(case):
        for post, written in zip(listing.posts, listing.written, strict=True):
            first = held.setdefault(post, listing)
            one, other = first.name, listing.name
            if one == other or post in said or not single_post(post, listing.own):
                continue
            if not near(one, other) and not alike(one, other, pairs):
                said.add(post)
                message = f"“{written}”写了两个人：{one}、{other}，应核准"
                yield Finding(listing.where, message, listing.person.name)


LEADERS = "leaders: {name: 领导小组, roster: [{role: 组长, people: [%s]}]}\n"
GROUP = "groups: [{name: 甲组, roster: [{role: 组长, people: [%s]}], duties: 负责宣传}]"
RULE = Rule(
    "post-double",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        LEADERS % "{name: 何川, posts: [副县长]}, {name: 邓蕾, posts: [副县长]}",
        LEADERS % "{name: 何川, posts: [村党支部书记]}, {name: 邓蕾, posts: [村党支部书记]}",
        LEADERS % "{name: 何川, posts: [石门镇镇长]}, {name: 邓蕾, posts: [柳桥镇镇长]}",
        LEADERS % "{name: 何川, posts: [县长]}" + GROUP % "{name: XX, posts: [县长]}",
        LEADERS % "{name: 何川, posts: [县教育局局长]}"
        + GROUP % "{name: 邓蕾, posts: [县教育局副局长]}",
    ),
    bad=(
        (
            LEADERS % "{name: 何川, posts: [县委副书记, 县长]}"
            + GROUP % "{name: 邓蕾, posts: [县人民政府县长]}",
            "“县人民政府县长”写了两个人：何川、邓蕾，应核准",
        ),
        (
            LEADERS % "{name: 何川, posts: [县教育局局长]}"
            + GROUP % "{name: 邓蕾, posts: [教育局局长]}",
            "“教育局局长”写了两个人：何川、邓蕾，应核准",
        ),
    ),
)
