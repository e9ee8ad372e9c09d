"""地区: which county, city or township a document is of, by its title, issuer and text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain, pairwise

from plangen.model.plan import Locality
from plangen.recognise.dating import DATE
from plangen.recognise.spoken_level import spoken
from plangen.text.masks import is_masked

LEVELS = {
    "自治县": "county", "自治旗": "county", "县": "county", "旗": "county", "自治州": "city",
    "市": "city", "盟": "city", "区": "district", "街道": "subdistrict", "镇": "township",
    "乡": "township", "苏木": "township", "林场": "township", "农场": "township",
    "牧场": "township", "州": "city", "省": "province", "自治区": "province",
}  # fmt: skip
NAME = re.compile(
    r"^(?:中共|中国共产党)?(?P<name>[^，。、《》“”（）\s]{1,12}?(?:自治县|自治旗|自治州|自治区|街道|苏木|[林农牧]场"
    r"|[县市区盟省]|镇(?![市镇])"
    r"|[乡旗](?!市(?!场)|[县区])))"  # 新乡市, 景德镇市, 红旗区
    r"(?!域|容|级|政(?!府)|民(?!政)|直|场|长|辖)"
)
# 文明县城 is no 文明县; 霁川县城市管理 is 霁川县's.
NO_NAME = re.compile(
    "卫生|(?:文明|园林|旅游|宜居|美丽|生态|森林|双拥|平安|健康|智慧|品质|示范)县$"
)
# A place within the one before it: 上海市奉贤区水务局, 霁川县云岭镇人民政府. Townships have no
# bureaus, so that 住房城乡建设局 and 绿化和市容管理局 hold no place.
_WORD = r"[^，。、《》“”（）\s]"
_CITY = rf"(?:{_WORD}{{2,4}}?(?:市|自治州|盟|地区))?"
GOVERNED = re.compile(
    rf"(?P<name>{_WORD}{{2,9}}?(?:自治县|自治旗|自治州|街道|苏木|[县市区镇乡旗]))"
    r"(?=(?:人民)?政府(?!投|采|性|信)|党(?:工?委|政)|街?道?办事处|委(?:办|关于|$))"
)
BUREAUS = re.compile(
    rf"(?P<name>{_CITY}[^和与及，。、《》“”（）\s]{{2,3}}?(?:自治县|[县区旗]))"
    rf"(?={_WORD}{{2,14}}?(?:局|委员会|办公室|联合会|总工会|委)(?:$|关于))"
)
MUNICIPAL = re.compile(rf"(?P<name>{_WORD}{{2}}(?:新区|区|县(?!城)))")  # of 上海市, 重庆市
TOWNSHIP = re.compile(rf"(?P<name>{_WORD}{{2}}(?:镇|乡(?![村镇市县区])|街道|苏木(?!镇)))")
MUNICIPALITIES = frozenset(("北京市", "上海市", "天津市", "重庆市"))
ABOVE = re.compile(r"^.{2,5}[市县区旗盟州](?=.{2,}$)")  # 宝山区 of 宝山区月浦镇
# 棚户区, 特色小镇: parts and kinds of places, no names.
KIND = re.compile(
    "(?:居[住民]|住宅|棚户|工业|商业|核心|中心|[中主老新旧建][城成]|自贸|保税|示范|试验|保护|度假|服务"
    "|风景|旅游|功能|养殖|禁[养燃放]|限[养行]|规划|办公|贫困|特色|小|小城|重点|卫生|文明|美丽|宜居|生态"
    "|产业|历史|建制|试点|社|校|园|景|库|地|辖|片|城市|主要)(?:[区镇乡]|街道)$"
)
RANK = {"province": 0, "city": 1, "county": 2, "district": 2, "township": 3, "subdistrict": 3}
# 南江县教育局 2024年6月3日, on a line of its own
ORGAN = re.compile(
    r"^\s*[^，。；：、（）\s]{2,20}(?:局|委|政府|办公室|委员会)(?:\s+[\d年月日.\-]+)?\s*$"
)
TOP = 6  # lines
OWN = re.compile(r"[我全本](?P<end>[县市区镇乡旗]|街道|苏木)")
GENERIC = re.compile(
    r"^(?:全|本|我|各|国家|创建|关于|印发|转发|批转|推进|开展|城[乡市镇区]|农[村业民]|市[区域]|县[域直]|乡镇|卫生)"
)
# 中共霁川县委 霁川县人民政府安全生产委员会: the place is named again behind its first organ
FIRST_ORGAN = re.compile(r"^(?:人民政府|委(?![员托派]))\s*")
YEAR = re.compile(r"^\d{4}年度?")  # 2024年霁川县防汛工作方案
# 关于开展云岭街道秋季灭鼠活动的通知
CONCERNS = re.compile(
    r"关于(?:进一步|切实|认真|全面|深入|扎实|持续)?"
    r"(?:开展|做好|加强|推进|组织|召开|举办|成立|调整|印发|规范)?(?:好)?(?P<what>.+)"
)
ABOUT = re.compile("关于|办公|[印转]发|成立|调整")  # what goes on with a title, no place's name


def read_locality(titles: Iterable[str], texts: Iterable[str], body: str = "") -> Locality:
    """The locality named first by a title or an issuer, by an organ at the top, or above a date.

    Else by what a title is about, where the text has 我街道; by the leading body's name (`body`:
    霁川县教育局防溺水工作领导小组); else by what the text calls itself, and whose organs act.
    """
    titles = list(titles)
    lines = list(texts)
    ends = Counter(OWN.findall("\n".join(lines)))
    signed = (line for line, after in pairwise(lines) if DATE.match(after.strip()))
    for title in chain(titles, filter(ORGAN.match, chain(lines[:TOP], signed))):
        for piece in (title, *re.findall("《([^《》]+)》", title)):
            if name := _named(piece, ends):
                return Locality(name=name, level=_level(name))
    for found in filter(None, map(CONCERNS.match, titles)):
        name = _named(found["what"], ends)
        if name and not _generic(name) and name.endswith(tuple(ends)):
            return Locality(name=name, level=_level(name))
    if (name := _named(body, ends)) and not _generic(name) and not is_masked(name):
        return Locality(name=name, level=_level(name))
    end, short = spoken(lines)
    return Locality(name="", level=_level(end), short=short)


def _named(text: str, own: Collection[str]) -> str:
    """The place a text begins with, the innermost: 云岭镇 of 霁川县云岭镇人民政府."""
    text = YEAR.sub("", text)
    found = NAME.match(text)
    if not found or GENERIC.match(found["name"]) or NO_NAME.search(found["name"]):
        return ""
    name, rest = found["name"], text[found.end("name") :]
    while inner := _within(name, rest := FIRST_ORGAN.sub("", rest), own):
        name, rest = ABOVE.sub("", inner), rest[len(inner) :]
    return name


def _within(outer: str, rest: str, own: Collection[str]) -> str:
    """The place within another that a title goes on with, by its form or as the text has 我区."""
    forms = [GOVERNED, BUREAUS, TOWNSHIP]
    if outer in MUNICIPALITIES:
        forms.append(MUNICIPAL)
    found = [form.match(rest) for form in forms]
    spoken = NAME.match(rest)
    if spoken and any(map(spoken["name"].endswith, own)):
        found.append(spoken)
    names = [one["name"] for one in found if one and not _generic(one["name"])]
    return next((name for name in names if _lower(name, outer)), "")


def _generic(name: str) -> bool:
    return any(form.search(name) for form in (GENERIC, NO_NAME, KIND, ABOUT))


def _lower(inner: str, outer: str) -> bool:
    """Whether the first is a place that the second can have: a county-level city is in a city."""
    ranks = RANK[_level(inner)], RANK[_level(outer)]
    return ranks[0] > ranks[1] or (inner.endswith("市") and ranks == (1, 1))


def _level(name: str) -> str:
    return next(
        (LEVELS[end] for end in sorted(LEVELS, key=len, reverse=True) if name.endswith(end)), ""
    )
