"""What a page check yields, and the lengths of GB/T 9704-2012 for a page, in millimetres."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plangen.model.document import HEADINGS, Role
from tests.tools.pdf import MM, HRule, Line
from tests.tools.sheets import Sheet

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0  # 版心 (5.2.1)
MIDDLE = (LEFT + RIGHT) / 2
CHARACTER = 15.75 / MM  # one 字 as it is set: 16 pt less a quarter
LINE = 28.95 / MM
HALF_LINE = LINE / 2
BASELINE = 0.8  # of an exact line's height lie above the baseline
ABOVE, BELOW = 0.88, 0.12  # the em box of a Han character, from its baseline
INK = 0.76  # of 小标宋, above the baseline, in em
THREE, TWO, FOUR = 16.0, 22.0, 14.0  # 三号 二号 四号, in points
RED, BLACK = "#ff0000", "#000000"
FANG, KAI, HEI, SONG, TITLE = "FandolFang", "FandolKai", "FandolHei", "FandolSong", "PlangenXBS"
TEXT = (Role.PARAGRAPH, *HEADINGS, Role.PHASE)


@dataclass(frozen=True)
class Measure:
    """Something found on a page, and whether it is as it should be."""

    what: str
    found: object
    wanted: object
    holds: bool


def near(what: str, found: float, wanted: float, tolerance: float) -> Measure:
    """A length that may be off by so much."""
    return Measure(what, round(found, 2), wanted, abs(found - wanted) <= tolerance)


def same(what: str, found: object, wanted: object) -> Measure:
    """A fact."""
    return Measure(what, found, wanted, found == wanted)


Check = Callable[[Sheet], Iterator[Measure]]


def line_top(line: Line) -> float:
    """The upper edge of a line of the text's pitch."""
    return line.baseline / MM - BASELINE * LINE


def spans(what: str, rule: HRule) -> Iterator[Measure]:
    """As wide as the 版心 (7.2.7, 7.4.1)."""
    yield near(f"{what}的左端", rule.x0 / MM, LEFT, 0.5)
    yield near(f"{what}的右端", rule.x1 / MM, RIGHT, 0.5)
