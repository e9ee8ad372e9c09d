"""地区: which county, city or township a document is of, by its title, issuer and text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from plangen.model.plan import Locality

LEVELS = {
    "自治县": "county", "自治旗": "county", "县": "county", "旗": "county", "自治州": "city",
    "市": "city", "盟": "city", "区": "district", "街道": "subdistrict", "镇": "township",
    "乡": "township", "省": "province", "自治区": "province",
}  # fmt: skip
NAME = re.compile(
    r"^(?:中共|中国共产党)?(?P<name>[^，。、《》“”（）\s]{1,12}?(?:自治县|自治旗|自治州|自治区|街道|[县市区镇乡旗盟省]))"
    r"(?!域|容|级|政(?!府)|民(?!政)|直|场|长|辖)"
)
# 文明县城 is no 文明县; 霁川县城市管理 is 霁川县's.
NO_NAME = re.compile(
    "卫生|(?:文明|园林|旅游|宜居|美丽|生态|森林|双拥|平安|健康|智慧|品质|示范)县$"
)
OWN = re.compile(r"[我全本](?P<end>[县市区镇乡]|街道)")
GENERIC = re.compile(
    r"^(?:全|本|我|各|国家|创建|关于|印发|推进|开展|城[乡市镇区]|农[村业民]|乡镇|卫生)"
)


def read_locality(titles: Iterable[str], texts: Iterable[str]) -> Locality:
    """The locality named first by a title or an issuer; else by 我县, 全市 in the text."""
    ends = Counter(found["end"] for text in texts for found in OWN.finditer(text))
    for title in titles:
        for piece in (title, *re.findall("《([^《》]+)》", title)):
            if name := _named(piece, ends):
                return Locality(name=name, level=_level(name))
    if not ends:
        return Locality(name="", level="")
    end = max(ends, key=lambda key: ends[key])
    return Locality(name="", level=_level(end), short=f"我{end}")


def _named(text: str, own: Collection[str]) -> str:
    """The name a text begins with: 平安区 of 柳河市平安区创建…, where the text speaks of 我区."""
    found = NAME.match(text)
    if not found or GENERIC.match(found["name"]) or NO_NAME.search(found["name"]):
        return ""
    inner = _named(text[found.end() :], own)
    return inner if any(map(inner.endswith, own)) else found["name"]


def _level(name: str) -> str:
    return next(
        (LEVELS[end] for end in sorted(LEVELS, key=len, reverse=True) if name.endswith(end)), ""
    )
