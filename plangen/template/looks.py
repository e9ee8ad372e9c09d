"""How a template looks: its page, and the face, size and place of each sample."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """The page of a template, in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int

    @property
    def text_width(self) -> int:
        """The width of the 版心."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """The height of the 版心."""
        return self.height - self.top - self.bottom


class Look(NamedTuple):
    """How a text looks. `size` is points; `spacing`, `line` and `pitch` are twips."""

    style: str
    face: str
    latin: str
    size: float
    spacing: int
    color: str
    bold: bool
    align: str
    line: int

    @property
    def pitch(self) -> int:
        """The width of one 字."""
        return round(self.size * 20) + self.spacing
