"""The level of a place that nothing names: by what the text calls itself and whose organs act.

我市, 结合街道实际 and 镇直各单位 say it. Else it is the lowest place whose organs the text has
again and again (县教育局, 镇党委): those above are bases and ask for reports, those below are
spoken of together (各乡镇).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plangen.text.patterns import lazy

SELF = lazy(r"[我本](?P<end>[县市区镇乡旗]|街道|苏木)")
FOR_ITSELF = lazy(
    r"结合(?P<end>[县市区镇乡旗]|街道|苏木)(?:工作)?实际|(?P<own>[县市区镇乡旗])直(?:各|有关)"
)
WHOLE = lazy(r"全(?P<end>[县市区镇乡旗]|街道|苏木)")
# Not 各镇党委, 城市管理局, 社区居委会, 县区政府, 市场监管局, 县级市政府; any 街道办事处
ORGAN = lazy(
    r"(?<![各每级城社园小校景辖地郊山县市乡等])(?P<end>[县市区镇乡旗州盟]|街道|苏木)"
    r"(?![场容民区域城级村])(?=(?:人民)?政府|党(?:工?委|政)|委(?![员托会])|人大|政协|直[各有单机]"
    r"|长(?=[、，。（\s任担]|$)|(?:爱卫|创卫|创建|文明)[办委会]"
    r"|(?!政)[^\W\d_]{2,8}?(?:局|健康委))"
)
# 根据市委部署, 上报市爱卫办
ABOVE = lazy(
    r"(?:根据|按照|依据|遵照|贯彻|落实)[^，。；\n]*|(?:上报|报送|报请|迎接|争取)[^，。；\n]{0,12}"
)
DEPTH = {"州": 1, "盟": 1, "市": 1, "县": 2, "区": 2, "旗": 2}  # others are townships
LOWEST = 3
FEWEST, SHARE = 2, 0.3  # of the organs that the most frequent place has


def spoken(lines: Iterable[str]) -> tuple[str, str]:
    """What the place is (县, 镇) and what the text calls it (我县); empty where nothing says."""
    text = "\n".join(lines)
    named = Counter(found["end"] for found in SELF.finditer(text))
    if named:
        end = max(named, key=lambda end: named[end])
        return end, f"我{end}"
    whole = Counter(found["end"] for found in WHOLE.finditer(text))
    itself = FOR_ITSELF.search(text)
    end = itself["end"] or itself["own"] if itself else _acting(text, whole)
    return end, f"我{end}" if end in whole else ""


def _acting(text: str, whole: Counter[str]) -> str:
    """The lowest place whose organs a text has again and again."""
    acting = Counter(found["end"] for found in ORGAN.finditer(ABOVE.sub("", text))) + whole
    least = max(FEWEST, SHARE * max(acting.values(), default=0))
    often = [end for end in acting if acting[end] >= least] or list(whole)
    return max(often, key=lambda end: (DEPTH.get(end, LOWEST), acting[end]), default="")
