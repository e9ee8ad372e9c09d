"""乡镇方案创建的称号与县方案对它的要求不一致：县里要求国家卫生乡镇，方案创建省级卫生乡镇。

依据：实务（下级的目标应当保证上级的目标）。级别：错误。
县方案的目标里点了本乡镇的名、又写明称号的才核对；县里是行动方案的，看本乡镇列在哪一类。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import campaigns, county_of, name, naming
from plangen.rules.base import Case, Finding, Findings, Rule


def find(case: Case) -> Findings:
    """The title that the plan is after, where the county names another for it."""
    own = campaigns(case.plan.title)
    above = _asked(case)
    if own and above and not set(own) & set(above):
        listed = "、".join(dict.fromkeys(above))
        message = f"本方案创建{own[0]}，县方案要求{name(case)}达到的是{listed}"
        yield Finding(case.plan.where / "title", message, own[0])


def _asked(case: Case) -> list[str]:
    """The titles that the county wants the township to win."""
    roadmap = county_of(case).roadmap
    if roadmap:
        return [p.track.name for p in roadmap.places() if p.township == name(case)]
    return [title for target in naming(case) for title in campaigns(target.text)]


COUNTY = (
    "county: {targets: [{text: 2024年底前，县城和石门镇达到国家卫生县城、国家卫生乡镇标准。}]}\n"
)
RULE = Rule(
    "goal-off-county",
    Level.ERROR,
    find,
    against=True,
    good=(
        COUNTY + "title: 石门镇创建国家卫生乡镇实施方案",
        "county: {targets: [{text: 其他乡镇环境卫生明显改善。}]}\n"
        "title: 石门镇创建省级卫生乡镇实施方案",
    ),
    bad=(
        (
            COUNTY + "title: 石门镇创建省级卫生乡镇实施方案",
            "本方案创建省级卫生乡镇，县方案要求石门镇达到的是国家卫生县城、国家卫生乡镇",
        ),
    ),
)
