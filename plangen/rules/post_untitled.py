"""职务里的“市委”“党委”后面缺了字：王某（市委、纪委书记），应是市委常委、纪委书记。

依据：党政机关公文处理工作条例第二十条第（四）项；实务。级别：警告。
只看单独一个“县委”“市委”“党委”；后面紧接政府、人大、政协的（县委、县政府督查室主任）是两个机关
共用一个职务，不算。
"""

from __future__ import annotations

from itertools import pairwise

from plangen.problem import Level
from plangen.rules._organisation import persons, plain
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.marks import parted
from plangen.text.patterns import lazy

ALONE = lazy(rf"(?:{LETTER}*[省市县区旗州镇乡])?(?:党?委|党工委)")
SHARED = lazy(rf"{LETTER}*?[省市县区旗州镇乡]?(?:人民)?(?:政府|人大|政协|政办|办事处)")
MARKS = "、，,"


def find(case: Case) -> Findings:
    """Posts that are the name of a committee and nothing else."""
    for listing in persons(case):
        if "委" not in listing.post:
            continue
        texts = map(plain, listing.person.posts)
        posts = [part for text in texts for part in parted(text, MARKS) if part]
        for post, following in pairwise([*posts, ""]):
            alone = post.endswith("委") and ALONE.fullmatch(post)
            if alone and not SHARED.match(following):
                message = f"“{listing.post}”里的“{post}”不是职务，疑缺“常委”"
                yield Finding(listing.where, message, post)


GROUP = "groups: [{name: 甲组, roster: [{role: 组长, people: [{name: 何川, posts: [%s]}]}]}]"
RULE = Rule(
    "post-untitled",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        GROUP % "县委常委, 县纪委书记",
        GROUP % "县委、县政府督查室主任",
        GROUP % "县委, 县政府办公室主任",
        GROUP % "石门镇党委书记, 县委委员",
        "groups: [{name: 甲组, roster: [{role: 组长, people: [何川]}]}]",
    ),
    bad=(
        (GROUP % "县委, 纪委书记", "“县委、纪委书记”里的“县委”不是职务，疑缺“常委”"),
        (GROUP % "县委、组织部部长", "“县委、组织部部长”里的“县委”不是职务，疑缺“常委”"),
    ),
)
