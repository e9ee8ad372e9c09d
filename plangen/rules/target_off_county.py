"""乡镇方案达到目标的时间晚于县方案，或与行动方案里的年份不一致。

依据：实务（下级的目标应当保证上级的目标）。级别：错误。
县方案的目标点了本乡镇名的，与那一条的期限比，否则与县方案最后的期限比；县里是行动方案的，
年份应与所在批次的最后一年相同。没有写期限的、打码的不核对。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._against import campaigns, county_of, last_target, name, naming
from plangen.rules.base import Case, Findings, Rule


def find(case: Case) -> Findings:
    """The latest deadline of the township's targets, against the county's."""
    own = last_target(case.plan.targets)
    if own is None or own.by is None or own.by.last is None:
        return
    where = own.where / "by"
    year = _year(case)
    if year is not None:
        if own.by.year != year:
            yield where, f"目标期限是{own.by}，行动方案里{name(case)}的年份是{year}年"
        return
    above = last_target(naming(case) or county_of(case).plan.targets)
    if above is None or above.by is None or above.by.last is None:
        return
    if own.by.last > above.by.last:
        yield where, f"目标期限{own.by}晚于县方案的{above.by}（“{above.text[:24]}……”）"


def _year(case: Case) -> int | None:
    """The last year of the township's cohort in the county's roadmap, by the title it is after."""
    roadmap = county_of(case).roadmap
    if roadmap is None:
        return None
    wanted = campaigns(case.plan.title)
    places = [p for p in roadmap.places() if p.township == name(case)]
    places = [p for p in places if p.track.name in wanted] or places
    return max((p.years[1] for p in places if p.years), default=None)


COUNTY = (
    "county: {targets: [{text: 2024年9月底前，石门镇达到国家卫生乡镇标准。, by: 2024-09},"
    " {text: 2024年12月底前，全县环境明显改善。, by: 2024-12}]}\n"
)
RULE = Rule(
    "target-off-county",
    Level.ERROR,
    find,
    needs=("targets",),
    against=True,
    good=(
        COUNTY + "targets: [{text: 2024年9月20日前达标。, by: 2024-09-20}]",
        COUNTY + "targets: [{text: 达到标准。}]",
        "county: {}\ntargets: [{text: 2025年达标。, by: 2025}]",
    ),
    bad=(
        (
            COUNTY + "targets: [{text: 2024年11月底前达标。, by: 2024-11}]",
            "目标期限2024年11月晚于县方案的2024年9月"
            "（“2024年9月底前，石门镇达到国家卫生乡镇标准。……”）",
        ),
    ),
)
