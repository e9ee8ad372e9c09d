"""职务用了口头的写法：县人大副主任、石门乡书记、政府县长、宣传部长。

依据：党政机关公文处理工作条例第二十条第（四）项；实务（职务用规范的名称）。级别：提示。
写法见 plangen/words/post_forms.yaml；人大的副主任是常委会的，乡镇书记是党委的，街道设党工委；
团委、总支、支部、村和社区的书记不在此列。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from plangen.problem import Level, Where
from plangen.rules._organisation import MARKS, persons, plain, rosters
from plangen.rules._words import cores
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.marks import parted
from plangen.text.programs import compiled

Form = tuple[tuple[str, ...], re.Pattern[str], str]  # with what is in all that it matches


def find(case: Case) -> Findings:
    """Posts, and whole classes of people, that are called as one speaks."""
    entries = case.words("post_forms")
    forms = _compiled(tuple((entry["form"], entry["right"]) for entry in entries))
    posts: dict[str, Where] = {}
    for where, post in _posts(case):
        posts.setdefault(post, where)
    informal = _informal(posts, forms)
    for post in posts if informal else ():
        if post in informal:
            yield Finding(posts[post], f"“{post}”规范的写法是“{informal[post]}”", post)


def _posts(case: Case) -> Iterator[tuple[Where, str]]:
    """Every post as it is written, and the classes (各街道党委书记)."""
    for listing in persons(case):
        yield from ((listing.where, post) for post in listing.written)
    for _, roles in rosters(case.plan):
        for role in roles:
            for name in role.classes:
                yield from ((role.where, part) for part in parted(plain(name), MARKS))


def _informal(posts: Iterable[str], forms: Sequence[Form]) -> dict[str, str]:
    """The posts that ought to be written otherwise, with how."""
    informal: dict[str, str] = {}
    for pieces, form, right in forms:
        for post in {post for piece in pieces for post in posts if piece in post}:
            if post not in informal and (found := form.search(post)):
                informal[post] = post[: found.start()] + found.expand(right)
    return informal


@cache
def _compiled(forms: tuple[tuple[str, str], ...]) -> tuple[Form, ...]:
    return tuple((cores(form), compiled(rf"(?:{form})$"), right) for form, right in forms)


PERSON = "leaders: {name: 领导小组, roster: [{role: 副组长, people: [{name: 何川, posts: [%s]}]}]}"
CLASS = "leaders: {name: 领导小组, roster: [{role: 成员, people: [何川], classes: [%s]}]}"
RULE = Rule(
    "post-informal",
    Level.INFO,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        PERSON % "县人大常委会副主任, 县人大办公室主任, 石门镇人大主席, 县人大社会委主任委员",
        PERSON % "石门镇党委书记, 石门镇团委书记, 县委书记, 和平街道党工委书记, 团县委书记",
        PERSON % "县委宣传部部长, 县委常务副部长, 县委统战部副部长, 副县长, 县人民政府副县长",
        CLASS % "各村党组织书记, 各街道党工委书记, 各镇镇长",
    ),
    bad=(
        (
            PERSON % "县人大副主任, 石门乡书记, 政府县长, 县委宣传部长",
            "“县人大副主任”规范的写法是“县人大常委会副主任”\n"
            "“石门乡书记”规范的写法是“石门乡党委书记”\n"
            "“政府县长”规范的写法是“县长”\n"
            "“县委宣传部长”规范的写法是“县委宣传部部长”",
        ),
        (CLASS % "各街道党委书记", "“各街道党委书记”规范的写法是“各街道党工委书记”"),
    ),
)
