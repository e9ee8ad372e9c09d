"""Stars in a text: `**` of Markdown around words, or masks that hide a name, a number, a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.text.patterns import lazy

_PLACE = "省市州盟县区旗镇乡街路村社组局委办厅院校厂公"  # **路（**至**路）, **社区
_COUNTED = "万亿元个户亩人名年月日处条座件项次吨公平岁"  # **银行贷款**万元
PAIR = lazy(
    r"(?<!\*)\*\*(?P<text>[^\W_和与及等同的某先女][^*\n]*[^*\s\d（(《“、，至到])\*\*(?![*\d])"
)
STARS = lazy(r"(?<![*＊])(?:[*＊]{2,}(?![A-Za-z注])|[*＊](?=[月日]))")
RULER = lazy(r"[*＊\s]+$")
START = lazy(
    r"(?:^|[。；：])[\s#>]*(?:[-+*]\s+)?(?:[（(]?[\d一二三四五六七八九十]+[）)、.．]\s*)?$"
)
CLAUSE = lazy(r"[，、“（]$")
CLOSED = lazy(r"[：:。，；、）]|$")
NAMED = lazy(r"(?:负责|牵头|担任|任|兼|为|主持|分管|联系)")  # 由王**负责整改，李**配合


def starred(text: str) -> Iterator[str]:
    """The stars that are a mask: two or more, or one before 月 or 日; no line of stars alone."""
    if RULER.match(text):
        return
    bold = {place for found in bolds(text) for place in range(found.start(), found.end())}
    yield from (found.group() for found in STARS.finditer(text) if found.start() not in bold)


def bolds(text: str) -> Iterator[re.Match[str]]:
    """What stands between two `**` as bold: a phrase of its own, not what is between two masks."""
    return (found for found in PAIR.finditer(text) if _is_bold(found))


def _is_bold(found: re.Match[str]) -> bool:
    line, text = found.string, found["text"]
    before, after = line[: found.start()], line[found.end() :]
    starts, closed = bool(START.search(before)), bool(CLOSED.match(after))
    if "，" in text or "；" in text:
        return starts and (closed or text.endswith(("。", "：", "；")))
    if NAMED.match(text) and not starts:
        return False
    if text[0] in _PLACE:
        return closed and (starts or bool(CLAUSE.search(before)))
    return not after or after[0] not in _PLACE + _COUNTED
