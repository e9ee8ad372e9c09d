"""标准的编号在条款库里没有，或指的条款库文件不能用。

依据：实务（编号用 plangen standards list 查看）。级别：错误。
没有条款库的标准不写编号，只写 title（标准名称）。自己的条款库写文件的路径（./标准.yaml），
从方案所在的文件夹算起。
"""

from __future__ import annotations

from itertools import takewhile

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule


def _nearest(name: str, known: tuple[str, ...]) -> str:
    """The id most like a name; of several the one that begins most like it."""
    from difflib import get_close_matches  # a millisecond to import, and few ids are misspelt

    near = get_close_matches(name, known, len(known))
    return max(near, key=lambda other: _shared(other, name), default="")


def _shared(one: str, other: str) -> int:
    """How many characters two names begin with alike."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )


def find(case: Case) -> Findings:
    """Ids of standards that no catalogue has."""
    known = case.known
    for use in case.plan.standards:
        if use.id in case.unusable:
            yield use.where / "id", case.unusable[use.id]
        elif use.id and use.id not in case.standards:
            near = _nearest(use.id, known)
            guess = f"是不是“{near}”？" if near else ""
            every = "、".join(known)
            yield use.where / "id", f"没有编号为“{use.id}”的标准；{guess}现有：{every}"


RULE = Rule(
    "standard-unknown",
    Level.ERROR,
    find,
    needs=("standards",),
    good=(
        "standards: [{id: weisheng-xiangzhen-2010, assigned_in: 《责任分解表》}]",
        "standards: [{title: 省级卫生乡镇标准}]",
    ),
    bad=(
        (
            "standards: [weisheng-xiangzhen-2011]",
            "没有编号为“weisheng-xiangzhen-2011”的标准；是不是“weisheng-xiangzhen-2010”？"
            "现有：weisheng-chengshi-2014、weisheng-chengshi-pre2014、"
            "weisheng-chengshi-xian-2021、weisheng-xiangzhen-2010、weisheng-xiangzhen-2021",
        ),
    ),
)
