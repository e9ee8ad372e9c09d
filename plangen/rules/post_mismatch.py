"""职务与单位对不上：县财政局主任、石门镇乡长。

依据：党政机关公文处理工作条例第二十条第（四）项；实务。级别：警告。
只查职务紧接在单位名称后面的写法，表见 plangen/words/post_titles.yaml；局办公室主任、局党组书记
不在此列；打码的单位（XX镇乡长）也查。
"""

from __future__ import annotations

from functools import cache

from plangen.problem import Level
from plangen.rules._organisation import persons
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """Posts that a unit of that kind hasn't got."""
    entries = case.words("post_titles")
    rights = _rights(tuple((one["unit"], one["wrong"], one["right"]) for one in entries))
    ends, least = tuple(rights), min(map(len, rights))
    tails = {wrong[-least:] for wrong in ends}  # most posts have none, which is told at once
    for listing in persons(case):
        for post in listing.written:
            told = post[-least:] in tails and post.endswith(ends)
            if told and "乡镇" not in post:  # 各乡镇乡长（镇长）
                wrong = next(filter(post.endswith, rights))
                right = post.removesuffix(wrong) + rights[wrong]
                yield Finding(listing.where, f"“{post}”疑为“{right}”", post)


@cache
def _rights(titles: tuple[tuple[str, str, str], ...]) -> dict[str, str]:
    """The right ending of a post for each wrong one, those of deputies too."""
    return {
        f"{unit}{deputy}{wrong}": f"{unit}{deputy}{right}"
        for unit, every, right in titles
        for wrong in every.split()
        for deputy in ("", "副", "常务副")
    }


GROUP = "groups: [{name: 甲组, roster: [{role: 组长, people: [{name: 何川, posts: [%s]}]}]}]"
RULE = Rule(
    "post-mismatch",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices"),
    good=(
        GROUP % "县财政局办公室主任, 县教育局党组书记, 县疾控中心主任, 各乡镇长, 各乡镇乡长",
        GROUP % "县卫生健康委主任, 县人民医院内科主任, 县委宣传部副部长, 石门镇人大主席",
    ),
    bad=(
        (GROUP % "县财政局副主任", "“县财政局副主任”疑为“县财政局副局长”"),
        (GROUP % "XX镇乡长", "“XX镇乡长”疑为“XX镇镇长”"),
    ),
)
