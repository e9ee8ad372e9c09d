"""How what was read looks: faces, paragraphs, pages.

All lengths are in points, resolved through the styles; None where the document says nothing (a
text file says nothing at all).
"""

from __future__ import annotations

from typing import NamedTuple

MILLIMETRE = 72 / 25.4


class Face(NamedTuple):
    """The look of a stretch of text: `font` is its East Asian face, `latin` that of digits."""

    font: str = ""
    latin: str = ""
    size: float | None = None
    bold: bool = False
    color: str = ""  # RRGGBB; empty: automatic


class Look(NamedTuple):
    """The look of a paragraph. `faces` are (characters, face), over its text in order.

    `line` is the line pitch in points where it is exact or at least, else a multiple (`rule`
    auto). `first` below zero hangs. `outline` is the level of the navigation pane, 1 to 9.
    """

    style: str = ""
    align: str = ""  # left, center, right, both, distribute
    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    rule: str = ""  # auto, exact, atLeast
    outline: int | None = None
    new_page: bool = False
    faces: tuple[tuple[int, Face], ...] = ()

    @property
    def face(self) -> Face:
        """The face of most of its characters."""
        faces = self.faces
        if len(faces) == 1:
            return faces[0][1]
        return max(faces, key=lambda pair: pair[0])[1] if faces else Face()


class Page(NamedTuple):
    """A section's page (版面): sizes in points; `first` is the paragraph that it begins with.

    `footers` are the texts by kind (default, even, first), page numbers as `#`.
    """

    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    grid: str = ""  # w:docGrid type: lines, linesAndChars, snapToChars
    pitch: float | None = None  # of the grid
    first: int = 1
    headers: tuple[tuple[str, str], ...] = ()
    footers: tuple[tuple[str, str], ...] = ()
    odd_even: bool = False
