"""What GB/T 9704-2012 says of every page, measured: a check is a clause."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from plangen.model.document import HEADINGS, Role
from tests.tools.measures import (
    ABOVE,
    BASELINE,
    BELOW,
    BLACK,
    BOTTOM,
    CHARACTER,
    FANG,
    FOUR,
    HEI,
    KAI,
    LEFT,
    LINE,
    RED,
    RIGHT,
    SONG,
    TEXT,
    THREE,
    TOP,
    Check,
    Measure,
    near,
    same,
)
from tests.tools.pdf import MM, Line
from tests.tools.sheets import Placed, Sheet

FACES = {  # 7.3.3
    Role.HEADING1: HEI,
    Role.HEADING2: KAI,
    Role.HEADING3: FANG,
    Role.HEADING4: FANG,
    Role.PHASE: FANG,
    Role.PARAGRAPH: FANG,
    Role.ROSTER: FANG,
}


def paper(sheet: Sheet) -> Iterator[Measure]:
    """5.1: A4, 210 mm × 297 mm."""
    for page, (width, height) in enumerate(sheet.pdf.sizes, 1):
        yield near(f"第{page}页宽", width / MM, 210, 0.5)
        yield near(f"第{page}页高", height / MM, 297, 0.5)


def text_block(sheet: Sheet) -> Iterator[Measure]:
    """5.2.1: nothing but the page number stands outside the 版心; a mark may hang at its right."""
    for page in sheet.pages:
        for line in sheet.text(page):
            hangs = unicodedata.category(line.text[-1])[0] == "P"
            right = RIGHT + (line.size / MM if hangs else 0)
            yield same(f"“{line.text}”在版心内", _outside(line, right), "")


def _outside(line: Line, right: float) -> str:
    slack = 0.5
    top = (line.baseline - ABOVE * line.size) / MM
    bottom = (line.baseline + BELOW * line.size) / MM
    sides = (
        ("左", line.x0 / MM < LEFT - slack),
        ("右", line.x1 / MM > right + slack),
        ("上", top < TOP - slack),
        ("下", bottom > BOTTOM + slack),
    )
    return "".join(side for side, out in sides if out)


def lines_of_a_page(sheet: Sheet) -> Iterator[Measure]:
    """5.2.3: 22 lines fill a page, 28.95 pt apart, the first at the top of the 版心."""
    for page in sheet.pages:
        lines = sheet.text(page)
        if any(line.size != THREE for line in lines) or not lines:
            continue
        yield near(f"第{page}页首行", lines[0].baseline / MM, TOP + BASELINE * LINE, 1)
        for above, line in pairwise(lines):
            gap = (line.baseline - above.baseline) / MM / LINE
            yield near(f"“{line.text}”上的行距", gap, max(1, round(gap)), 0.004)
    headed = {placed.first.page for placed in sheet.all(Role.NUMBER)}  # the red rule takes room
    for placed in sheet.all(*TEXT):
        for line, after in pairwise(placed.lines):
            if line.page != after.page and line.page not in headed:
                slot = (line.baseline / MM - TOP) / LINE
                yield same(f"第{line.page}页末行“{line.text}”", round(slot + 0.2), 22)


def characters_of_a_line(sheet: Sheet) -> Iterator[Measure]:
    """5.2.3: 28 characters fill a line; 避头尾 may take one to the next."""
    counts: list[int] = []
    for placed in sheet.all(Role.PARAGRAPH):
        for line in placed.lines[1:-1]:
            text = line.text[:-1] if line.x1 / MM > RIGHT + 0.5 else line.text
            if all(unicodedata.east_asian_width(char) in "WFA" for char in text):
                counts.append(len(text))
                yield near(f"“{line.text}”的左边", line.x0 / MM, LEFT, 0.5)
                if len(text) == 28:
                    pitch = (line.starts[27] - line.starts[0]) / 27
                    yield near(f"“{line.text}”的字距", pitch, 15.75, 0.05)
    if counts:
        yield same("每行字数", sorted({*counts} - {26, 27, 28}), [])
        yield same("满28字的行占多数", counts.count(28) > 0.6 * len(counts), True)


def paragraphs(sheet: Sheet) -> Iterator[Measure]:
    """7.3.3: each paragraph starts two characters in; what wraps is flush left."""
    for placed in sheet.all(*TEXT, Role.REMARK):
        yield near(f"“{placed.first.text}”", placed.first.x0 / MM, LEFT + 2 * CHARACTER, 0.5)
        for line in placed.lines[1:]:
            yield near(f"“{line.text}”", line.x0 / MM, LEFT, 0.5)
    for placed in sheet.all(Role.ADDRESSEE):
        for line in placed.lines:
            yield near(f"“{line.text}”", line.x0 / MM, LEFT, 0.5)


def faces(sheet: Sheet) -> Iterator[Measure]:
    """7.3.3, 5.2.2: headings in 黑体, 楷体, 仿宋; everything in 三号."""
    for placed in sheet.all(*FACES):
        run_in = len(placed.block.spans) > 1 and placed.block.spans[0].head
        for line in placed.lines[:1] if run_in else placed.lines:
            yield same(f"“{line.text}”的字号", line.size, THREE)
            if not run_in:
                yield same(f"“{line.text}”的字体", line.font, FACES[placed.role])


def headings_stay(sheet: Sheet) -> Iterator[Measure]:
    """实务: no heading on its own line is the last line of a page."""
    printed = [placed for placed in sheet.placed if placed.lines]
    for placed, after in pairwise(printed):
        if placed.role in (*HEADINGS, Role.PHASE) and len(placed.block.spans) == 1:
            yield same(f"“{placed.block.text}”之后", after.first.page, placed.last.page)


def rosters(sheet: Sheet) -> Iterator[Measure]:
    """实务: the names of a roster stand under one another, and so does what wraps."""
    for run in sheet.runs(Role.ROSTER):
        starts = [(placed, start) for placed in run for start in _name_starts(placed)]
        for placed, start in starts:
            yield near(f"“{placed.first.text}”的姓名", start, _usual(starts), 1 / MM)


def _usual(starts: list[tuple[Placed, float]]) -> float:
    """Where most names start."""
    return Counter(start for _, start in starts).most_common(1)[0][0]


def _name_starts(placed: Placed) -> list[float]:
    """Where the names of a roster line start; nothing for one that is a sentence."""
    indent = placed.block.indent
    if indent is None or not indent.left:
        return []
    texts = [span.text for span in placed.block.spans]
    label = len(texts[0]) + 1 if texts[1:2] == ["："] else 0
    first = placed.first.starts[label] if len(placed.first.starts) > label else placed.first.x1
    return [first / MM, *(line.x0 / MM for line in placed.lines[1:])]


def page_numbers(sheet: Sheet) -> Iterator[Measure]:
    """7.5: — 1 — in 四号宋体 7 mm below the 版心, odd pages right, even pages left."""
    yield same("页码", [ln.text for ln in sheet.numbers], [f"—{n}—" for n in sheet.pages])
    for line in sheet.numbers:
        yield same(f"页码{line.text}的字", (line.font, line.size), (SONG, FOUR))
        inset = RIGHT - line.x1 / MM if line.page % 2 else line.x0 / MM - LEFT
        yield near(f"页码{line.text}的空字", inset, FOUR / MM, 1)
        dash = line.baseline / MM - 0.26 * FOUR / MM  # the dash is drawn over the baseline
        yield near(f"页码{line.text}的一字线", dash, BOTTOM + 7, 1)


def colours(sheet: Sheet) -> Iterator[Measure]:
    """5.2.4: what isn't 发文机关标志 or 红色分隔线 is black; a draft has neither, nor a 版记."""
    red = {line.text for line in sheet.pdf.lines if line.colour == RED}
    yield same("红色的字", red, {placed.first.text for placed in sheet.all(Role.MARK)})
    for line in sheet.pdf.lines:
        yield same(f"“{line.text}”的颜色", line.colour in {RED, BLACK}, True)
    if sheet.plan.notice and sheet.plan.notice.draft:
        yield same("征求意见稿的线条", list(sheet.pdf.rules), [])


CHECKS: tuple[Check, ...] = (
    paper,
    text_block,
    lines_of_a_page,
    characters_of_a_line,
    paragraphs,
    faces,
    headings_stay,
    rosters,
    page_numbers,
    colours,
)
