"""抄送机关里，上级机关排在平级、下级机关后面，或者平级机关排在下级机关后面。

依据：实务（抄送机关按上级、平级、下级的次序排列）；GB/T 9704—2012 第7.4.2条。级别：提示。
按名称里的省、市、县（区、旗）、乡镇（街道）和发文地区的级别看；看不出级别的（驻军、企业、统称）跳过；
县级市的“市委”是平级。只报第一处。
"""

from __future__ import annotations

from plangen.model.plan import Locality
from plangen.problem import Level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.rules.copy_repeated import names
from plangen.text.patterns import lazy

RANKS = {"省": 0, "市": 1, "州": 1, "盟": 1, "县": 2, "区": 2, "旗": 2, "镇": 3, "乡": 3}
OWN = {"city": 1, "county": 2, "district": 2, "township": 3, "subdistrict": 3}
LOWEST = 3  # 街道 as well
# The innermost place of a name: 市爱卫办, 江川市青山县人民政府, 石门镇党委
PLACE = lazy(
    r"(?:中共)?(?:[^各、]{0,9}?[^各城社园、])?(?P<end>[省市州盟县区旗镇乡]|街道)"
    r"(?=(?:人民)?政府|党(?:工?委|政)|委|人大|政协|纪委|监委|人民法院|人民检察院|人武部"
    r"|(?![场容民区域])[^省市县区镇乡]{2,9}(?:局|办|办公室|中心|委|会)$)"
)


def find(case: Case) -> Findings:
    """The first organ below which it doesn't belong."""
    notice, place = case.plan.notice, case.plan.locality
    if notice is None or place.level not in OWN:
        return
    lowest, other = -LOWEST, ""
    for name in names(notice.copy_to):
        below = _below(name, place)
        if below is None:
            continue
        if below < lowest:
            message = f"抄送机关“{name}”应排在“{other}”之前（先上级，后平级、下级）"
            yield Finding(notice.where / "copy_to", message, name)
            return
        if below > lowest:
            lowest, other = below, name


def _below(name: str, place: Locality) -> int | None:
    """-1 for an organ above the place, 0 for its equal, 1 for one below; None if not told."""
    found = PLACE.match(name)
    if found is None:
        return None
    end, own = found["end"], OWN[place.level]
    rank = own if place.name.endswith(end) else RANKS.get(end, LOWEST)
    return (rank > own) - (rank < own)


COPIED = "notice: {issuer: 青山县人民政府, copy_to: [%s]}"
RULE = Rule(
    "copy-superior",
    Level.INFO,
    find,
    needs=("notice.copy_to",),
    good=(
        COPIED % "省爱卫办, 市爱卫办, 县委办公室, 县人大常委会办公室, 石门镇人民政府",
        COPIED % "县委办公室, 县人武部, 县武警中队, 县法院, 县城市管理局, 国网青山县供电公司",
        COPIED % "市委办公室, 各乡镇人民政府, 县委办公室, 城市社区管理局, 市场监管局",
        "locality: {name: 文昌市, level: county}\n"
        + COPIED % "江川市爱卫办, 市委办公室, 市爱卫办",
        "locality: {name: 石门镇, level: township}\n" + COPIED % "县爱卫办, 镇党委, 镇人大",
        "locality: {name: 江川省, level: province}\n" + COPIED % "省委办公厅, 国务院办公厅",
    ),
    bad=(
        (
            COPIED % "县委办公室, 市爱卫办, 省爱卫办",
            "抄送机关“市爱卫办”应排在“县委办公室”之前（先上级，后平级、下级）",
        ),
        (
            COPIED % "市爱卫办, 石门镇人民政府, 县人大常委会办公室",
            "抄送机关“县人大常委会办公室”应排在“石门镇人民政府”之前（先上级，后平级、下级）",
        ),
    ),
)
