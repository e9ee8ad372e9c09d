"""What belongs to the pages of a text, not to the text: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, starmap

from plangen.read.measure import Measure
from plangen.read.passages import Passage
from plangen.read.starts import is_open

DASH = "[—–－―─~～·•-]"
# 3 · — 3 — · - 3 - · 第 3 页 · 第3页 共9页 · 3 / 9 · Page 3 of 9
NUMBER = re.compile(
    rf"(?P<mark>{DASH}+\s*|第\s*|[Pp](?:age|\.)?\s*)?(?P<n>\d{{1,3}})"
    rf"\s*(?P<end>{DASH}+|页\s*[，,/]?\s*(?:共\s*\d{{1,3}}\s*页)?|(?:/|of)\s*\d{{1,3}})?"
)
FEWEST = 2  # times that a running head is seen between two pages
FEW = 3  # page ends, up to which two are enough
SHORTEST = 4  # characters of a running head
SHORTEST_PAGE = 10  # lines between two bare page numbers
AROUND = 2  # lines of it


@dataclass
class Cleaned:
    """The lines without the furniture, and the furniture."""

    lines: list[Passage]
    dropped: list[Passage] = field(default_factory=list)


def without_furniture(lines: Sequence[Passage], measure: Measure) -> Cleaned:
    """The lines of a text without what was printed around its pages.

    Where the pages met, blank lines go too: they part no paragraphs.
    """
    numbers = set(_page_numbers(lines, measure))
    ends = _page_ends(lines, numbers)
    for _ in range(AROUND):
        heads = set(_running(lines, ends))
        if not heads:
            break
        ends = [(low - ((low - 1) in heads), high + (high in heads)) for low, high in ends]
        ends = [_grown(lines, low, high, numbers) for low, high in ends]
    gone = {place for low, high in ends for place in range(low, high)} | set(_top(lines, ends))
    kept = [line for place, line in enumerate(lines) if place not in gone]
    return Cleaned(kept, [lines[place] for place in sorted(gone) if lines[place].text])


def _page_numbers(lines: Sequence[Passage], measure: Measure) -> Iterator[int]:
    """Where page numbers stand: those with dashes or 页, else bare numbers a page apart."""
    bare: list[tuple[int, int]] = []
    marked: list[int] = []
    for place, line in enumerate(lines):
        found = NUMBER.fullmatch(line.text) if line.text else None
        if found and found["end"] and (found["mark"] or not _is_dash(found["end"])):
            marked.append(place)
        elif found and not found["mark"] and not found["end"]:
            bare.append((place, int(found["n"])))
    if marked:
        yield from marked
    elif len(bare) >= FEWEST and all(starmap(_a_page_apart, pairwise(bare))):
        yield from (place for place, _ in bare)
    else:
        yield from (place for place, _ in bare if _between_pages(lines, place, measure))


def _a_page_apart(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether two numbers follow one another with a page between them."""
    return after[1] == before[1] + 1 and after[0] - before[0] >= SHORTEST_PAGE


def _is_dash(text: str) -> bool:
    return bool(re.fullmatch(f"{DASH}+", text))


def _between_pages(lines: Sequence[Passage], place: int, measure: Measure) -> bool:
    """Whether a form feed stands beside a line, or the line above is full and has no end."""
    around = range(place + 1, len(lines)), range(place - 1, -1, -1)
    below, above = (next((lines[n] for n in part if lines[n].text), None) for part in around)
    if lines[place].new_page or (below and below.new_page):
        return True
    if above is None or below is None:
        return False
    return is_open(above.text) and measure.is_full(above, below, first=False)


def _page_ends(lines: Sequence[Passage], numbers: set[int]) -> list[tuple[int, int]]:
    """From and to which line there is nothing but page numbers and blank lines, at each end."""
    marks = sorted(numbers | {place for place, line in enumerate(lines) if line.new_page})
    ends: list[tuple[int, int]] = []
    for place in marks:
        if not ends or place > ends[-1][1]:
            ends.append(_grown(lines, place, place, numbers))
    return ends


def _grown(lines: Sequence[Passage], low: int, high: int, numbers: set[int]) -> tuple[int, int]:
    """The stretch with the page numbers and blank lines around it."""
    while low > 0 and (low - 1 in numbers or lines[low - 1].empty):
        low -= 1
    while high < len(lines) and (high in numbers or lines[high].empty):
        high += 1
    return low, high


def _running(lines: Sequence[Passage], ends: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Where a running head or foot stands: a line at the same side of most page ends.

    Of odd and even pages each has its own. A line that stands elsewhere too (具体职责：) is text.
    """
    everywhere = Counter(map(_shape, lines))
    least = FEWEST if len(ends) <= FEW else max(FEW, (len(ends) - 1) // 2)
    for side in ([low - 1 for low, _ in ends], [high for _, high in ends]):
        beside = [at for at in side if 0 <= at < len(lines)]
        counts = Counter(_shape(lines[at]) for at in beside)
        for at in beside:
            shape = _shape(lines[at])
            alone = everywhere[shape] <= counts[shape] + 1  # once more on the first page
            if counts[shape] >= least and alone and len(shape) >= SHORTEST:
                yield at


def _top(lines: Sequence[Passage], ends: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The running head of the first page, where the text begins with the same words again."""
    heads = {_shape(lines[place]) for low, high in ends for place in range(low, high)}
    texts = [place for place, line in enumerate(lines) if line.text][: AROUND + 2]
    if texts and _shape(lines[texts[0]]) in heads:
        below = "".join(_shape(lines[place]) for place in texts[1:])
        if below.startswith(_shape(lines[texts[0]])):
            yield texts[0]


def _shape(line: Passage) -> str:
    """A line without its blanks, and with any number for any other."""
    return re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))
