"""A table of contents (目录): it belongs to the pages of a document, not to what it says.

It is known by its heading, or by its page numbers; each entry is a line of the text below, or has
a page number of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plangen.model.document import Block
from plangen.problem import Level, Problem
from plangen.read import Reading

HEADING = re.compile(r"目[录次]")
PAGE = re.compile(
    r"^(?P<text>.*?\S)(?:[.…·．•\s]{2,}|[\t\u3000]+|…+)[-—（(]?\s*(?P<page>\d{1,3})\s*[-—）)]?$"
)
FEWEST = 2  # entries below the heading
MANY = 3  # entries without one
LONGEST = 60  # characters of an entry without its dots


def without_contents(reading: Reading) -> Reading:
    """A reading without its table of contents, and told of; the same where there is none."""
    blocks = reading.document.blocks
    start, stop = _contents(blocks)
    if start == stop:
        return reading
    gone = [block for block in blocks[start:stop] if block.text.strip()]
    told = Problem(
        "read-furniture",
        Level.INFO,
        f"目录共 {len(gone)} 行不是正文，没有读",
        gone[0].where,
        gone[0].text.strip(),
    )
    document = replace(reading.document, blocks=(*blocks[:start], *blocks[stop:]))
    return replace(reading, document=document, problems=(*reading.problems, told))


def _contents(blocks: Sequence[Block]) -> tuple[int, int]:
    """From which block to which the contents stand."""
    plain = [_plain(block) for block in blocks]
    if not any(HEADING.fullmatch(text) for text in plain) and not _has_pages(blocks):
        return 0, 0
    for at, text in enumerate(plain):
        headed = bool(HEADING.fullmatch(text))
        if not headed and not PAGE.match(blocks[at].text.strip()):
            continue
        entries = _entries(blocks, plain, at + headed, headed=headed)
        if len(entries) >= (FEWEST if headed else MANY):
            return at, entries[-1] + 1
    return 0, 0


def _has_pages(blocks: Sequence[Block]) -> bool:
    return sum(PAGE.match(block.text.strip()) is not None for block in blocks) >= MANY


def _entries(
    blocks: Sequence[Block], plain: Sequence[str], start: int, *, headed: bool
) -> list[int]:
    """Where the entries stand that follow one another from a place on."""
    found = []
    for at in range(start, len(blocks)):
        if not plain[at] and blocks[at].table is None:
            continue
        page = PAGE.match(blocks[at].text.strip())
        text = re.sub(r"\s", "", page["text"]) if page else plain[at]
        known = (headed and page) or any(line.startswith(text) for line in plain[at + 1 :])
        if not text or len(text) > LONGEST or not known:
            break
        found.append(at)
    return found


def _plain(block: Block) -> str:
    return "" if block.table is not None else re.sub(r"\s", "", block.text)
