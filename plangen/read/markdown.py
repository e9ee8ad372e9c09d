"""Markdown's marks taken off a text: headings, lists, bold, tables, front matter.

Only what clerks and chat programs write; what else there is (links, images, HTML) stays as it
stands. A line is a line: unlike Markdown, a text of ours doesn't join those without a blank one
between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plangen.problem import Level, Problem
from plangen.read.furniture import NUMBER
from plangen.read.passages import Cell, Passage, stripped
from plangen.read.tabled import as_table

DELIMITERS = re.compile(r"-{3,}|\.{3}")
HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?\s*")
LEAD = re.compile(r"(?:>\s?)*(?:[-*+]\s+)?(?:\[[ xX]\]\s+)?")
RULE = re.compile(r"(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}")
FENCE = re.compile("```|~~~")  # chat programs put a whole text between two of them
BOLD = re.compile(r"(\*{2,3})(?=[^\s*])(.+?)(?<=[^\s*])\1")
ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
HARD = re.compile(r"\\$")
SEPARATOR = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
PIPE = re.compile(r"(?<!\\)\|")
LINE_BREAK = re.compile(r"<br\s*/?>")


@dataclass(frozen=True)
class Unmarked:
    """The lines without marks, and what was said of them."""

    lines: list[Passage]
    problems: list[Problem]


def unmarked(lines: Sequence[Passage]) -> Unmarked:
    """The lines of a Markdown text, with the levels of headings, the faces, and tables."""
    start = _front_matter(lines)
    problems = []
    if start:
        message = f"文件开头的属性（前 {start} 行，--- 之间）不是正文，没有读"
        where, quote = lines[0].where, lines[0].text
        problems = [Problem("read-front-matter", Level.INFO, message, where, quote)]
    out: list[Passage] = []
    at = start
    while at < len(lines):
        count = _table(lines, at)
        if count:
            rows = (lines[at], *lines[at + 2 : at + count])
            out.append(as_table([(row, _cells(row)) for row in rows]))
        elif not FENCE.match(lines[at].text):
            out.append(_unmarked(lines[at]))
        at += count or 1
    return Unmarked(out, problems)


def _front_matter(lines: Sequence[Passage]) -> int:
    """How many lines the front matter takes; 0 where there is none."""
    if not lines or lines[0].text != "---":
        return 0
    ends = (at for at, line in enumerate(lines[1:], 1) if DELIMITERS.fullmatch(line.text))
    end = next(ends, 0)
    inner = [line.text for line in lines[1:end] if line.text]
    return end + 1 if inner and ":" in inner[0] else 0


def _unmarked(line: Passage) -> Passage:
    text = line.text
    if RULE.fullmatch(text):
        return line._replace(pieces=(line.pieces[0].slice(0, 0),))
    if found := HEADING.fullmatch(text):
        part = _inline(line.part(*found.span("text")))
        return part._replace(outline=len(found["marks"]), new_page=line.new_page)
    lead = LEAD.match(text)
    start = lead.end() if lead and not NUMBER.fullmatch(text) else 0
    if not start:
        return _inline(line)
    return _inline(line.part(start, len(text)))._replace(new_page=line.new_page)


def _inline(line: Passage) -> Passage:
    """A line, which is one piece, without the marks inside it."""
    piece, text = line.pieces[0], line.text
    drops = [found.span() for pattern in (HARD, ESCAPED) for found in pattern.finditer(text)]
    bolds = [found.span(2) for found in BOLD.finditer(text)]
    for found in BOLD.finditer(text):
        drops += [(found.start(), found.start(2)), (found.end(2), found.end())]
    if not drops:
        return line
    edges = sorted({0, len(text), *(at for span in [*drops, *bolds] for at in span)})
    gone, strong = {start for start, _ in drops}, dict(bolds)
    pieces, until = [], 0
    for start, stop in pairwise(edges):
        until = max(until, strong.get(start, 0))
        if start not in gone:
            pieces.append(piece.slice(start, stop)._replace(bold=start < until))
    return stripped(line._replace(pieces=tuple(pieces) or (piece.slice(0, 0),)))


def _table(lines: Sequence[Passage], at: int) -> int:
    """How many lines of a table begin here: a head, the line under it, and rows."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if not PIPE.search(lines[at].text) or "|" not in below or not SEPARATOR.fullmatch(below):
        return 0
    rows = (place for place in range(at + 2, len(lines)) if not PIPE.search(lines[place].text))
    return next(rows, len(lines)) - at


def _cells(line: Passage) -> list[Cell]:
    text = line.text
    edges = [found.span() for found in PIPE.finditer(text)]
    starts = [0, *(stop for _, stop in edges)]
    stops = [*(start for start, _ in edges), len(text)]
    parts = [line.part(*ends) for ends in zip(starts, stops, strict=True)]
    if edges and edges[0][0] == 0:
        del parts[0]
    if edges and edges[-1][1] == len(text):
        del parts[-1]
    return [_paragraphs(part) for part in parts]


def _paragraphs(cell: Passage) -> Cell:
    """The paragraphs of a cell, which <br> parts."""
    breaks = [found.span() for found in LINE_BREAK.finditer(cell.text)]
    starts = [0, *(stop for _, stop in breaks)]
    stops = [*(start for start, _ in breaks), len(cell.text)]
    return tuple(_inline(cell.part(*ends)) for ends in zip(starts, stops, strict=True))
