"""What stands where on the pages of a PDF. Points, measured from the upper left corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pdfplumber
from pdfplumber.page import Page

MM = 72 / 25.4
"""Points in a millimetre."""

SAME_BASELINE = 1.0
TOUCHING = 1.0
LONG = 50 * MM
THIN = 4.0

Shape = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class Line:
    """A line of text: all that stands on one baseline of a page, from left to right."""

    page: int  # from 1
    text: str
    x0: float
    x1: float
    baseline: float
    size: float  # of most of its characters, as are font and colour
    font: str  # the stand-in's name without style and the subset's prefix: FandolFang
    colour: str  # #rrggbb
    starts: tuple[float, ...] = ()  # x0 of each character of the text


@dataclass(frozen=True)
class HRule:
    """A long horizontal rule: 红色分隔线, a rule of the 版记, the border of a table."""

    page: int
    x0: float
    x1: float
    y: float  # of its middle
    thickness: float
    colour: str


@dataclass(frozen=True)
class Pdf:
    """The pages of a PDF: sizes, lines of text and long rules, from the top down."""

    sizes: tuple[tuple[float, float], ...]
    lines: tuple[Line, ...]
    rules: tuple[HRule, ...]

    def page(self, number: int) -> list[Line]:
        """The lines of a page, counted from 1."""
        return [line for line in self.lines if line.page == number]

    def find(self, text: str) -> Line:
        """The first line that holds the text."""
        for line in self.lines:
            if text in line.text:
                return line
        raise AssertionError(f"PDF 里没有“{text}”：\n" + "\n".join(ln.text for ln in self.lines))


def read_pdf(path: Path) -> Pdf:
    """Measure every page."""
    with pdfplumber.open(path) as pdf:
        return Pdf(
            tuple((round(page.width, 2), round(page.height, 2)) for page in pdf.pages),
            tuple(line for page in pdf.pages for line in _lines(page)),
            tuple(rule for page in pdf.pages for rule in _rules(page)),
        )


def _lines(page: Page) -> Iterator[Line]:
    def baseline(char: Shape) -> float:
        return float(page.height) - float(char["matrix"][5])

    rows: list[list[Shape]] = []
    for char in sorted((c for c in page.chars if c["text"].strip()), key=baseline):
        if not rows or baseline(char) - baseline(rows[-1][0]) > SAME_BASELINE:
            rows.append([])
        rows[-1].append(char)
    for row in rows:
        row.sort(key=lambda char: float(char["x0"]))
        yield Line(
            page=page.page_number,
            text="".join(char["text"] for char in row),
            x0=round(row[0]["x0"], 2),
            x1=round(row[-1]["x1"], 2),
            baseline=round(_most(baseline(char) for char in row), 2),
            size=_most(round(char["size"], 2) for char in row),
            font=_most(_family(char["fontname"]) for char in row),
            colour=_most(_hex(char["non_stroking_color"]) for char in row),
            starts=tuple(round(float(char["x0"]), 2) for char in row for _ in char["text"]),
        )


def _rules(page: Page) -> Iterator[HRule]:
    """LibreOffice draws a border as a stroke or as a filled strip, in pieces that touch."""
    joined: list[HRule] = []
    pieces = (_rule(page, shape) for shape in (*page.lines, *page.rects, *page.curves))
    for piece in sorted(pieces, key=lambda rule: (rule.y, rule.x0)):
        if piece.thickness > THIN:
            continue
        if joined and _continues(joined[-1], piece):
            joined[-1] = replace(joined[-1], x1=max(joined[-1].x1, piece.x1))
        else:
            joined.append(piece)
    return (rule for rule in joined if rule.x1 - rule.x0 >= LONG)


def _rule(page: Page, shape: Shape) -> HRule:
    height = float(shape["bottom"]) - float(shape["top"])
    return HRule(
        page=page.page_number,
        x0=round(shape["x0"], 2),
        x1=round(shape["x1"], 2),
        y=round((shape["top"] + shape["bottom"]) / 2, 2),
        thickness=round(height + (shape["linewidth"] or 0.0) * bool(shape["stroke"]), 2),
        colour=_hex(shape["stroking_color" if shape["stroke"] else "non_stroking_color"]),
    )


def _continues(left: HRule, right: HRule) -> bool:
    same = (left.y, left.thickness, left.colour) == (right.y, right.thickness, right.colour)
    return same and right.x0 - left.x1 <= TOUCHING


def _most(values: Iterable[T]) -> T:
    return Counter(values).most_common(1)[0][0]


def _family(fontname: str) -> str:
    """ABCDEF+FandolFang-Regular → FandolFang."""
    return fontname.rpartition("+")[2].partition("-")[0]


def _hex(colour: tuple[float, ...] | float | None) -> str:
    """A PDF colour (grey, RGB or CMYK; none is black) as #rrggbb."""
    parts = colour if isinstance(colour, tuple) else (colour or 0.0,)
    if len(parts) == 4:
        *inks, black = parts
        parts = tuple((1 - ink) * (1 - black) for ink in inks)
    if len(parts) == 1:
        parts *= 3
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
