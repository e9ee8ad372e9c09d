"""行动方案引用的文件不能用：没有这个文件，或者它不是乡镇名单。

依据：实务（各乡镇的方案由依据方案和乡镇名单推出）。级别：错误。
路径从行动方案所在的文件夹算起；依据方案只看在不在，里面的错误在核对它自己时报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._roadmap import one_track, roadmap
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """Files that aren't there or aren't what they should be."""
    own = roadmap(case)
    for key, name in (("plan", own.plan), ("townships", own.townships)):
        if name in case.unusable:
            yield own.where / key, case.unusable[name]


MAP = one_track("{years: 2022, townships: [云渡镇, 竹溪乡]}")
RULE = Rule(
    "roadmap-file",
    Level.ERROR,
    find,
    roadmap=True,
    good=(MAP,),
    bad=(
        (
            f"{MAP}\nplan: 没有这个县.yaml\ntownships: 没有这个名单.yaml",
            "没有文件“没有这个县.yaml”；路径从本文件所在的文件夹算起\n"
            "读不了“没有这个名单.yaml”（没有这个文件或文件夹）",
        ),
    ),
)
