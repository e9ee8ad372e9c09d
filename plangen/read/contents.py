"""A table of contents (目录): it belongs to the pages of a document, not to what it says.

It is known by its heading, or by its page numbers; each entry is a line of the text below, or has
a page number of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plangen.model.document import Block
from plangen.problem import Level, Problem
from plangen.read import Reading

HEADING = re.compile(r"(?:[^。，；：]{2,40})?目\s*[录次]")  # ……应急预案目录
LAST = frozenset("录次")
BLANK = re.compile(r"\s+")
CLOSING = ")）—-"  # what may stand behind the number of a page
PAGE = re.compile(
    r"^(?P<text>.*?\S)(?:[.…·．•\s]{2,}|[\t\u3000]+|…+)[-—（(]?\s*(?P<page>\d{1,3})\s*[-—）)]?$"
)
SENTENCE = re.compile("[。；：，]")
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
    texts = [block.text.strip() for block in blocks]
    heads = {at for at, text in enumerate(texts) if text[-1:] in LAST and HEADING.fullmatch(text)}
    pages = {at: found["text"] for at, text in enumerate(texts) if (found := _page(text))}
    if not heads and len(pages) < MANY:
        return 0, 0
    plain = [BLANK.sub("", text) for text in texts]
    for at in sorted({*heads, *pages}):
        headed = at in heads
        entries = _entries(blocks, plain, pages, at + headed, headed=headed)
        if headed and entries:
            entries = _up_to_text(blocks, plain, entries)
        if len(entries) >= (FEWEST if headed else MANY):
            return at, entries[-1] + 1
    return 0, 0


def _up_to_text(blocks: Sequence[Block], plain: Sequence[str], entries: list[int]) -> list[int]:
    """The entries, with those that the text has in other words: it begins with the first again."""
    first = plain[entries[0]]
    again = next((at for at in range(entries[-1] + 1, len(plain)) if plain[at] == first), 0)
    listed = [at for at in range(entries[0], again) if plain[at] or blocks[at].table is not None]
    for at in listed:
        if blocks[at].table is not None or len(plain[at]) > LONGEST or SENTENCE.search(plain[at]):
            return entries
    return listed or entries


def _page(text: str) -> re.Match[str] | None:
    """A line that ends with the number of a page."""
    last = text[-1:]
    if last in CLOSING:
        last = text.rstrip(CLOSING).rstrip()[-1:]
    return PAGE.match(text) if last.isdecimal() else None


def _entries(
    blocks: Sequence[Block],
    plain: Sequence[str],
    pages: Mapping[int, str],
    start: int,
    *,
    headed: bool,
) -> list[int]:
    """Where the entries stand that follow one another from a place on."""
    found = []
    for at in range(start, len(blocks)):
        if not plain[at] and blocks[at].table is None:
            continue
        text = BLANK.sub("", pages.get(at, plain[at]))
        known = (headed and at in pages) or any(line.startswith(text) for line in plain[at + 1 :])
        if not text or len(text) > LONGEST or not known:
            break
        found.append(at)
    return found
