"""Choose the lines of a title: trapezoid or rhombus, even, few, cut where it costs least."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from plangen.text.width import em

NEVER = 1000.0  # the cost of a break that only an overlong piece excuses
LINE = 16.0
HOURGLASS = 20.0
LEVEL = 1.5  # two neighbours of the same width, among more than two lines
STUB = 50.0  # a last line of fewer than LAST_LINE
UNEVEN = 0.15  # for each square of the difference from the mean
PAIR = 2
LAST_LINE = 4  # 字
BEAM = 300  # layouts kept while lines are added; a title of known words stays far below


def arrange(title: str, costs: Sequence[float], width: float) -> tuple[int, ...]:
    """Where to cut a title, given the cost of a break before each character.

    A line is never wider than `width`, unless it is one character.
    """
    sheet = Sheet(title, costs, width)
    best = Layout(inf)
    for lines in range(sheet.needed[0], sheet.needed[0] + 3):
        best = sheet.best(lines, best)
    return best.ends[:-1]


class Layout(NamedTuple):
    """The first lines of a title; `width` is the last one's."""

    cost: float = 0
    ends: tuple[int, ...] = (0,)
    width: float = 0
    falling: bool = False  # a line is shorter than the one before it


class Sheet:
    """A title on the sheet: where it may be cut, and how wide each line would be."""

    def __init__(self, title: str, costs: Sequence[float], width: float) -> None:
        self.title, self.costs, self.width = title, costs, width
        self.offsets = list(accumulate(map(em, title), initial=0.0))
        self.places = self.allowed()
        self.ends = {start: tuple(self.ends_after(start)) for start in self.places[:-1]}
        self.needed = self.lines_needed()

    def measure(self, start: int, end: int) -> float:
        """The width of a line, a blank at its end apart."""
        while end > start and self.title[end - 1].isspace():
            end -= 1
        return self.offsets[end] - self.offsets[start]

    def fits(self, start: int, end: int) -> bool:
        """Whether this can be a line."""
        return end == start + 1 or self.measure(start, end) <= self.width

    def allowed(self) -> list[int]:
        """The places to cut: all but the forbidden, and those too where a piece is too wide."""
        size = len(self.title)
        places = [0, *(place for place in range(1, size) if self.costs[place] < NEVER), size]
        wide = [pair for pair in pairwise(places) if not self.fits(*pair)]
        return sorted({*places, *(place for pair in wide for place in range(*pair))})

    def lines_needed(self) -> dict[int, int]:
        """How few lines the rest takes from each place on."""
        needed = {len(self.title): 0}
        for start in reversed(self.places[:-1]):
            needed[start] = 1 + min(needed[end] for end in self.ends[start])
        return needed

    def ends_after(self, start: int) -> Iterator[int]:
        """Where a line that starts here can end."""
        for end in self.places[bisect_right(self.places, start) :]:
            if not self.fits(start, end):
                return
            yield end

    def best(self, lines: int, rival: Layout) -> Layout:
        """The cheapest layout of so many lines, or else the rival."""
        beam = [Layout(lines * LINE)]
        for left in reversed(range(lines)):
            found: dict[tuple[int, float, bool], Layout] = {}
            for layout in self.longer(beam, left, lines):
                key = layout.ends[-1], layout.width, layout.falling
                if layout.cost < found.get(key, rival).cost:
                    found[key] = layout
            beam = sorted(found.values(), key=lambda layout: (layout.cost, layout.ends))[:BEAM]
        return beam[0] if beam else rival

    def longer(self, beam: Sequence[Layout], left: int, lines: int) -> Iterator[Layout]:
        """Each layout with one line more, if the rest then fits the lines left."""
        for layout in beam:
            for end in self.ends.get(layout.ends[-1], ()):
                if self.needed[end] <= left and (end == len(self.title)) == (not left):
                    yield self.add(layout, end, lines)

    def add(self, layout: Layout, end: int, lines: int) -> Layout:
        """A layout with one line more, which ends here."""
        width = self.measure(layout.ends[-1], end)
        cost = layout.cost + UNEVEN * (width - self.offsets[-1] / lines) ** 2
        if end < len(self.title):
            cost += self.costs[end]
        elif width < LAST_LINE:
            cost += STUB
        growth = width - layout.width if len(layout.ends) > 1 else inf
        if layout.falling and growth > 0:
            cost += HOURGLASS
        elif abs(growth) <= 1 and lines > PAIR:
            cost += LEVEL
        falling = growth < 0 or (layout.falling and growth == 0)
        return Layout(cost, (*layout.ends, end), width, falling)
