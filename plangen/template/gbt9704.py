"""The values of GB/T 9704-2012 that a template is built from, each with its clause.

Lengths are twips (1/20 pt; 1 mm = 56.693 twips) unless a name says otherwise. What the standard
leaves open is marked 实务 (practice).
"""

from __future__ import annotations

from typing import NamedTuple

MM = 56.693  # twips

# 5.1, 5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
LEFT, RIGHT = 1588, 1474
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT  # 8844
TEXT_TOP, TEXT_BOTTOM = 2098, 1984  # of the nominal 版心: 37 mm and 35 mm from the edges

# 5.2.2, 7.2–7.5: sizes in points. 三号, 二号, 四号; 小四 in tables (实务).
BODY, TITLE, SMALL, TABLE = 16.0, 22.0, 14.0, 12.0

# 5.2.3: 28 characters a line. 28 × (320 − 5) = 8820 ≤ 8844; −4 would make 8848.
CHARACTERS, LINES = 28, 22
SPACING = -5  # of a run
PITCH = int(BODY * 20) + SPACING  # one 字: 315

# 7.2.4: the ink of the 发文机关标志 begins 35 mm below the 版心; its size is 实务 (≤ 62 pt).
MARK_SIZE = 42.0
MARK_DROP = round(35 * MM)
MARK_LEADING = 23.5  # the exact line of the mark, in twips per point of its size
MARK_INK = 0.76  # height of the ink over the baseline, in em (小标宋 ± 0.03)
MARK_LINES = 5  # the mark and its white make five lines, so that page 1 keeps the rhythm
BASELINE = 0.8  # in an exact line the baseline lies at 80 % of its height, whatever the font
MARK_SCALE = 66  # narrowest width of its characters, in percent (实务)

# 7.3.5.5 lets the pitch be adjusted where the date would not fit: a blank line may lose this much
# and still read as one (实务).
TIGHT = 0.9

RED = "FF0000"  # 6.2: 红色 Y80 M80; on screens FF0000 (实务)

# 7.2.7: red rule as wide as the 版心, 4 mm below the 发文字号. 7 pt of border space measure
# 3.8 mm, for the exact line holds some white already. Thickness 1.5 pt is 实务.
RULE_SPACE_POINTS, RULE_EIGHTHS = 7, 12

# 7.4.1: first and last rule of the 版记 0.35 mm, those between 0.25 mm, in eighths of a point.
THICK_EIGHTHS, THIN_EIGHTHS = 8, 6

# 7.4.2, 7.4.3: 四号; one 字 white left and right, turned lines after the colon.
SMALL_PITCH = int(SMALL * 20)
IMPRINT_LINE = 480  # 实务
IMPRINT_GAP = 113  # 2 mm of white above the first rule, where a table comes close (实务)
PRINTED_TAB = TEXT_WIDTH - SMALL_PITCH

# 7.5: the dash of the page number lies 7 mm below the 版心: footer 25.5 mm from the edge.
FOOTER, HEADER, FOOTER_LINE = 1446, 851, 336

TABLE_LINE = 400  # 实务
ANCHOR_LINE = 20  # the lowest line that Word sets: 1 pt


class Metrics(NamedTuple):
    """Where the lines stand. `top` and `bottom` are page margins, `line` is the exact pitch."""

    name: str
    top: int
    bottom: int
    line: int

    @property
    def overhang(self) -> int:
        """How far the text area reaches below the nominal 版心."""
        return TEXT_BOTTOM - self.bottom


# Clause 3.2 makes 22 lines 229.7 mm from leading to leading and 225 mm from ink to ink. Either
# the margins are 37 and 35 mm and the lines a little tight (what most offices do and look for),
STANDARD = Metrics("standard", top=TEXT_TOP, bottom=TEXT_BOTTOM, line=579)
# or the ink fills 225 mm, with half a gap of leading outside.
OPTICAL = Metrics("optical", top=1960, bottom=1847, line=592)
METRICS = (STANDARD, OPTICAL)


class MarkSpacing(NamedTuple):
    """`w:spacing` of a 发文机关标志."""

    before: int
    line: int
    after: int


def mark_spacing(points: float, top: int, line: int) -> MarkSpacing:
    """The spacing that puts the mark's ink 35 mm below the 版心 (7.2.4).

    `top` is the page's margin and `line` the pitch of its text. Small marks are followed by
    more white, so that what comes below stays where it is.
    """
    own = round(MARK_LEADING * points)
    ink_above_line_top = BASELINE * own - MARK_INK * 20 * points
    before = TEXT_TOP + MARK_DROP - top - round(ink_above_line_top)
    return MarkSpacing(before, own, max(0, MARK_LINES * line - before - own))
