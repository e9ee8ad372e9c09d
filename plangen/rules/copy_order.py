"""抄送机关没有按党委、人大、政府、政协、法院、检察院的次序排列。

依据：实务（先上级后平级，同级按党、人大、政府、政协、法院、检察院）；
GB/T 9704—2012 第7.4.2条。级别：提示。
只比较同一级、名称里写明的机关；党委的部门和纪委监委、人武部、群团位置不一，不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.rules.copy_repeated import names

LEVELS = "省市县区州旗镇乡"
ORDER = (
    ("委办", "委办公室", "党委", "党委办公室"),
    ("人大", "人大常委会", "人大办公室", "人大常委会办公室"),
    ("政府", "人民政府", "政府办公室", "人民政府办公室"),
    ("政协", "政协办公室"),
    ("法院", "人民法院", "中级法院", "中级人民法院"),
    ("检察院", "人民检察院"),
)


def find(case: Case) -> Findings:
    """The first organ that stands after one it should precede."""
    notice = case.plan.notice
    if notice is None:
        return
    latest: dict[str, tuple[int, str]] = {}
    for name in names(notice.copy_to):
        level, rank = ranked(name)
        before, other = latest.get(level, (0, ""))
        if rank < before and level:
            yield Finding(notice.where / "copy_to", f"抄送机关“{name}”应排在“{other}”之前", name)
            return
        if level:
            latest[level] = (rank, name)


def ranked(name: str) -> tuple[str, int]:
    """The level of an organ and its place among its equals."""
    for rank, ends in enumerate(ORDER):
        for end in ends:
            level = name.removesuffix(end)[-1:]
            if name.endswith(end) and level and level in LEVELS:
                return level, rank
    return "", 0


RULE = Rule(
    "copy-order",
    Level.INFO,
    find,
    needs=("notice.copy_to",),
    good=(
        "notice: {issuer: 青山县人民政府办公室, copy_to: [县委办公室, 县人大常委会办公室,"
        " 县政协办公室, "
        "县监委, 县人武部, 县人民法院, 县人民检察院]}",
        "notice: {issuer: 霁阳镇人民政府, copy_to: [县爱卫办, 镇党委, 镇人大, 市政府办公室,"
        " 县委办公室]}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府办公室, copy_to: [县政协办公室, 县人大常委会办公室]}",
            "抄送机关“县人大常委会办公室”应排在“县政协办公室”之前",
        ),
    ),
)
