"""Which lines are the 版记 (GB/T 9704-2012 clause 7.4), and where it begins at the end of a text.

Older documents have 主题词 and 抄报 there; many have 公开属性, how many copies were printed, and
who read the proofs.
"""

from __future__ import annotations

import re
from itertools import islice

from plangen.model.document import Block
from plangen.recognise.dating import ANY
from plangen.recognise.titles import COPIES, ORGAN, PRINTED_END

PRINTED = re.compile(rf"^(?P<by>.*?)\s*(?P<date>{ANY})\s*印\s*发?$")
OTHER = re.compile(
    r"^(?:主题词|公开(?:属性|方式|类别)|(?:政府)?信息公开选项|校对|打字|打印|录入|印数|拟稿|核稿|承办单位)"
    r"\s*[：:]"
)
COUNT = re.compile(r"^[（(]?\s*共?\s*印\s*[\dXx×]+\s*份\s*[）)]?$")
MOST_LINES = 14
BROKEN = 4  # lines at most that 抄送 is broken into


def is_imprint(text: str) -> bool:
    """Whether a line is one of the 版记 by itself."""
    text = text.strip()
    return _is_own(text) or bool(OTHER.match(text) or COUNT.match(text))


def _is_own(text: str) -> bool:
    """Whether a cell is of a 版记: other tables may have 打印： and the like."""
    text = text.strip()
    return bool(COPIES.match(text) or PRINTED.match(text) or PRINTED_END.search(text))


def take_imprint(rest: list[Block]) -> list[Block]:
    """The 版记 at the end of a text, taken off."""
    at = len(rest)
    index = at - 1
    while index >= max(0, len(rest) - MOST_LINES):
        if rest[index].text.strip() or rest[index].table is not None:
            found = _begins(rest, index, at)
            if found is None:
                break
            at = index = found
        index -= 1
    taken = rest[at:]
    del rest[at:]
    return taken


def _begins(rest: list[Block], index: int, below: int) -> int | None:
    """The first line of what this one is the last of: itself, or the 抄送 that it goes on with."""
    block, text = rest[index], rest[index].text.strip()
    if block.table is not None:
        return index if any(map(_is_own, block.texts())) else None
    if is_imprint(text):
        return index
    filled = (at for at in range(index - 1, -1, -1) if rest[at].text.strip())
    for above in islice(filled, BROKEN):
        line = rest[above].text.strip()
        if line.endswith(("。", "：")):
            break
        if COPIES.match(line):
            return above
        if is_imprint(line):
            break
    under = rest[below].text.strip() if below < len(rest) else ""
    bare = PRINTED.match(under)
    return index if bare and not bare["by"] and ORGAN.match(text) else None
