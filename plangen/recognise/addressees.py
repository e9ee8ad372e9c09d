"""主送机关: the lines under the title of a notice, or of a plan that is sent as it is.

They end in a colon; where it was forgotten, or the organs take several lines, they are known by
being nothing but organs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from plangen.model.document import Block, Role
from plangen.recognise.doubts import Doubts
from plangen.recognise.imprint import organs
from plangen.recognise.labels import is_contact, labelled
from plangen.recognise.titles import LIST
from plangen.text.addressees import MANY, are_organs, is_addressed

COLON = re.compile(r"[：:]$")
BELOW = re.compile(r"(?:如下|以下.{0,4}|下列.{0,4})[：:]$")  # 现公告如下：
LEADS_IN = re.compile(r"(?:为|是|通知|要求|问题|事项)[：:]$")
LONGEST, MOST_LINES = 300, 6  # characters of a line


def addressees(rest: Sequence[Block], doubts: Doubts) -> tuple[tuple[str, ...], list[Block]]:
    """Who is addressed, and the text below."""
    count = _ended(rest) or int(bool(rest) and len(rest) > 1 and _bare(rest[0]))
    taken = list(rest[:count])
    doubts.takes(taken, Role.ADDRESSEE)
    text = "".join(block.text.strip() for block in taken)
    return organs(text) if taken else (), list(rest[count:])


def addressed(rest: Sequence[Block], doubts: Doubts) -> tuple[tuple[str, ...], list[Block]]:
    """Who is addressed above a text that no title tells to be a notice, and the text below."""
    lines = "".join(block.text.strip() for block in rest[: _ended(rest)])
    return addressees(rest, doubts) if is_addressed(lines) else ((), list(rest))


def _ended(rest: Sequence[Block]) -> int:
    """So many lines up to the one that ends in a colon; 0 where there is a sentence before."""
    for at, block in enumerate(islice(rest, MOST_LINES)):
        text = block.text.strip()
        found = labelled(text)
        label = found is not None and bool(found[1]) and is_contact(found[0])
        if block.table or len(text) > LONGEST or "。" in text or LIST.match(text) or label:
            return 0
        if COLON.search(text):
            return 0 if BELOW.search(text) or (at and LEADS_IN.search(text)) else at + 1
        if not text.endswith(("，", "、", ",", "；")) and not _organs(text):
            return 0
    return 0


def _bare(block: Block) -> bool:
    """Whether a line without a colon is addressees: organs alone, of a kind."""
    text = block.text.strip()
    return block.table is None and bool(MANY.search(text)) and _organs(text)


def _organs(text: str) -> bool:
    return len(text) <= LONGEST and are_organs(text)
