"""What GB/T 9704-2012 says of a page, measured: a check is a clause and yields what it found.

Lengths are millimetres from the upper left corner. The stand-in fonts have digits that are wider
than half a character; the checks that would feel it count them as half.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from plangen.model.document import HEADINGS, Role
from tests.tools.pdf import MM, HRule, Line
from tests.tools.sheets import Placed, Sheet

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
FACES = {  # 7.3.3
    Role.HEADING1: HEI,
    Role.HEADING2: KAI,
    Role.HEADING3: FANG,
    Role.HEADING4: FANG,
    Role.PHASE: FANG,
    Role.PARAGRAPH: FANG,
    Role.ROSTER: FANG,
}
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
    for placed in sheet.all(*TEXT):
        for line, after in pairwise(placed.lines):
            if line.page != after.page:
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


def mark(sheet: Sheet) -> Iterator[Measure]:
    """7.2.4: 发文机关标志 is red and centred, its ink 35 mm below the upper edge of the 版心."""
    for placed in sheet.all(Role.MARK):
        line = placed.first
        yield same("标志的页", line.page, 1)
        yield same("标志的颜色", line.colour, RED)
        yield same("标志的字体", line.font, TITLE)
        yield near("标志的中线", (line.x0 + line.x1) / 2 / MM, MIDDLE, 1.5)
        yield near("标志的上缘", (line.baseline - INK * line.size) / MM, TOP + 35, 2)


def number(sheet: Sheet) -> Iterator[Measure]:
    """7.2.5: 发文字号 is centred, two lines below the mark."""
    for placed in sheet.all(Role.NUMBER):
        line, above = placed.first, sheet.all(Role.MARK)[0].first
        yield near("字号的中线", (line.x0 + line.x1) / 2 / MM, MIDDLE, 1.5)
        under = (above.baseline + BELOW * above.size) / MM
        yield near("标志下的空白", _line_top(line) - under, 2 * LINE, 3.5)


def red_rule(sheet: Sheet) -> Iterator[Measure]:
    """7.2.7: a red rule, 156 mm wide, 4 mm under the 发文字号."""
    for placed in sheet.all(Role.NUMBER):
        rules = [rule for rule in sheet.pdf.rules if rule.colour == RED]
        yield same("红线的条数", len(rules), 1)
        for rule in rules:
            yield from _spans("红线", rule)
            ink = (placed.first.baseline + BELOW * placed.first.size) / MM
            yield near("红线与字号的距离", rule.y / MM - ink, 4, 1)


def titles(sheet: Sheet) -> Iterator[Measure]:
    """7.3.1: 二号小标宋, centred, in lines that make a trapezoid or a rhombus."""
    for placed in sheet.all(Role.TITLE, Role.ANNEX_TITLE):
        name = placed.block.text
        yield same(f"“{name}”的分行", [ln.text for ln in placed.lines], [*placed.block.lines])
        for line in placed.lines:
            yield near(f"“{line.text}”的中线", (line.x0 + line.x1) / 2 / MM, MIDDLE, 1)
            yield same(f"“{line.text}”的字体", (line.font, line.size), (TITLE, TWO))
        widths = [line.x1 - line.x0 for line in placed.lines]
        yield same(f"“{name}”的形状", _hourglass(widths), False)


def _hourglass(widths: list[float]) -> bool:
    """Whether a line is narrower than one above it and one below it."""
    slack = 1.0
    inner = range(1, len(widths) - 1)
    return any(widths[i] + slack < min(max(widths[:i]), max(widths[i + 1 :])) for i in inner)


def title_below_the_rule(sheet: Sheet) -> Iterator[Measure]:
    """7.3.1: the title stands two lines below the red rule; 7.3.2: a blank line follows it."""
    if sheet.all(Role.NUMBER):
        title = sheet.all(Role.TITLE)[0]
        rule = next(rule for rule in sheet.pdf.rules if rule.page == 1)
        yield near("红线下的空白", _line_top(title.first) - rule.y / MM, 2 * LINE, 3)
        for to in sheet.all(Role.ADDRESSEE):
            gap = (to.first.baseline - title.last.baseline) / MM
            yield near("标题与主送机关的距离", gap, 2 * LINE, 1.5)


def first_page(sheet: Sheet) -> Iterator[Measure]:
    """7.3.3: the text begins on page 1."""
    yield same("正文开始的页", sheet.all(*TEXT)[0].first.page, 1)


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


def signature(sheet: Sheet) -> Iterator[Measure]:
    """7.3.5: 署名 and 成文日期, with a seal (date 右空四字) or without (name 右空二字)."""
    names, dates = sheet.all(Role.SIGNATURE), sheet.all(Role.DATE)
    if not names or not dates or sheet.plan.notice is None:
        return
    name, date = names[0].first, dates[0].first
    if sheet.plan.notice.seal and not sheet.plan.notice.draft:
        yield near("成文日期的右边", date.x1 / MM, RIGHT - 4 * CHARACTER, 1.5)
        middle = (date.x1 - _nominal(date) / 2) / MM
        yield near("署名与日期的中线", (name.x0 + name.x1) / 2 / MM, middle, 1)
    else:
        right = (name.x0 + _nominal(name)) / MM
        yield near("署名的右边", right, RIGHT - 2 * CHARACTER, 1.5)
        yield near("日期起于署名起字后", (date.x0 - name.x0) / MM, 2 * CHARACTER, 1)
    yield near("日期在署名下一行", (date.baseline - name.baseline) / MM, LINE, 0.2)
    texts = [line for placed in sheet.all(*TEXT) for line in placed.lines]
    yield same("日期所在页有正文", any(line.page == date.page for line in texts), True)


def _nominal(line: Line) -> float:
    """The width of a line whose digits are half a character wide, in points."""
    return sum(15.75 if ord(char) > 0xFF else 7.75 for char in line.text)


def remark(sheet: Sheet) -> Iterator[Measure]:
    """7.3.6: 附注 stands in brackets on the line after the date, on its page."""
    for placed in sheet.all(Role.REMARK)[:1]:
        date = sheet.all(Role.DATE)[0].first
        yield same("附注的页", placed.first.page, date.page)
        yield same("附注的括号", placed.block.text[0] + placed.block.text[-1], "（）")
        gap = (placed.first.baseline - date.baseline) / MM
        yield near("附注在日期下一行", gap, LINE, 0.2)


def issued_plan(sheet: Sheet) -> Iterator[Measure]:
    """应用指南: the issued plan starts a page with its title, without 附件 above it."""
    for placed in sheet.all(Role.TITLE)[1:]:
        page = placed.first.page
        yield same("方案标题是一页的首行", sheet.text(page)[0], placed.first)
        yield same("方案另起一页", page > sheet.all(Role.SIGNATURE)[0].first.page, True)


def annexes(sheet: Sheet) -> Iterator[Measure]:
    """7.3.7: each 附件 on a new page, 附件 in 黑体 on line 1 and its title on line 3."""
    listed = [placed.block.text for placed in sheet.all(Role.ANNEX_LIST)]
    labels, heads = sheet.all(Role.ANNEX_LABEL), sheet.all(Role.ANNEX_TITLE)
    yield same("附件说明与附件", len(listed), len(labels))
    for text, label, head in zip(listed, labels, heads, strict=True):
        line = label.first
        yield same("附件是一页的首行", sheet.text(line.page)[0], line)
        yield same("附件的字体", (line.font, line.size), (HEI, THREE))
        yield near("附件的左边", line.x0 / MM, LEFT, 0.5)
        yield same("附件的标题与附件说明", text.endswith(head.block.text), True)
        gap = (head.first.baseline - line.baseline) / MM
        yield near("附件标题在第三行", gap, 2 * LINE, 1)


def annex_list(sheet: Sheet) -> Iterator[Measure]:
    """7.3.4: 附件说明 a line below the text, two characters in, without a mark at its end."""
    for placed in sheet.all(Role.ANNEX_LIST):
        yield same("附件说明的末尾", placed.block.text[-1] in "。；，、", False)
    for placed in sheet.all(Role.ANNEX_LIST)[:1]:
        yield near("附件说明的左边", placed.first.x0 / MM, LEFT + 2 * CHARACTER, 0.5)
        at = sheet.placed.index(placed)
        yield same("附件说明上的空行", sheet.placed[at - 1].role, Role.BLANK)
        above = sheet.placed[at - 2].last
        if above.page == placed.first.page:
            gap = (placed.first.baseline - above.baseline) / MM
            yield near("附件说明与正文的距离", gap, 2 * LINE, 0.2)


def imprint(sheet: Sheet) -> Iterator[Measure]:
    """7.4: 版记 in 四号 at the foot of the last page, its last rule the edge of the 版心."""
    for placed in sheet.all(Role.IMPRINT):
        page = placed.last.page
        yield same("版记的页", page, len(sheet.pdf.sizes))
        top = placed.first.baseline - LINE * MM
        rules = [rule for rule in sheet.pdf.rules if rule.page == page and rule.y > top]
        for rule in rules:
            yield from _spans("版记的分隔线", rule)
            yield same("版记分隔线的颜色", rule.colour, BLACK)
        yield near("末条分隔线", rules[-1].y / MM, BOTTOM, 1)
        thick, thin = [rules[0], rules[-1]], rules[1:-1]
        for rule in thick:
            yield near("首末线的粗细", rule.thickness / MM, 0.35, 0.05)
        for rule in thin:
            yield near("中间线的粗细", rule.thickness / MM, 0.25, 0.05)
        for line in placed.lines:
            yield same(f"“{line.text}”的字", (line.font, line.size), (FANG, FOUR))
        yield near("印发机关的左边", placed.last.x0 / MM, LEFT + FOUR / MM, 1)
        yield near("印发日期的右边", placed.last.x1 / MM, RIGHT - FOUR / MM, 1)
        yield same("印发日期", bool(re.search(r"\d年\d+月\d+日印发$", placed.last.text)), True)


def copies(sheet: Sheet) -> Iterator[Measure]:
    """7.4.2: 抄送 one character in at both sides; what wraps stands under the first name."""
    for placed in sheet.all(Role.IMPRINT):
        for line in placed.lines[:-1]:
            inset = 1 if re.match("[主抄]送：", line.text) else 4
            yield near(f"“{line.text}”的左边", line.x0 / MM, LEFT + inset * FOUR / MM, 0.5)
            yield same(f"“{line.text}”的右边", line.x1 / MM < RIGHT - FOUR / MM + 0.5, True)
        if len(placed.lines) > 1:
            yield same("抄送的末尾", placed.lines[-2].text[-1], "。")


def page_numbers(sheet: Sheet) -> Iterator[Measure]:
    """7.5: — 1 — in 四号宋体 7 mm below the 版心, odd pages right, even pages left."""
    yield same("页码", [ln.text for ln in sheet.numbers], [f"—{n}—" for n in sheet.pages])
    for line in sheet.numbers:
        yield same(f"页码{line.text}的字", (line.font, line.size), (SONG, FOUR))
        inset = RIGHT - line.x1 / MM if line.page % 2 else line.x0 / MM - LEFT
        yield near(f"页码{line.text}的空字", inset, FOUR / MM, 1)
        dash = line.baseline / MM - 0.26 * FOUR / MM  # the dash is drawn over the baseline
        yield near(f"页码{line.text}的一字线", dash, BOTTOM + 7, 1)


def rosters(sheet: Sheet) -> Iterator[Measure]:
    """实务: the names of a roster stand under one another, and so does what wraps."""
    for run in sheet.runs(Role.ROSTER):
        starts = [(placed, start) for placed in run for start in _name_starts(placed)]
        for placed, start in starts:
            # A line that wraps is justified, its label too: 副组长：丁国瑞（…… moves by 1 mm.
            slack = 1.2 if len(placed.lines) > 1 else 1 / MM
            yield near(f"“{placed.first.text}”的姓名", start, _usual(starts), slack)


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


def colours(sheet: Sheet) -> Iterator[Measure]:
    """5.2.4: what isn't 发文机关标志 or 红色分隔线 is black; a draft has neither, nor a 版记."""
    red = {line.text for line in sheet.pdf.lines if line.colour == RED}
    yield same("红色的字", red, {placed.first.text for placed in sheet.all(Role.MARK)})
    for line in sheet.pdf.lines:
        yield same(f"“{line.text}”的颜色", line.colour in {RED, BLACK}, True)
    if sheet.plan.notice and sheet.plan.notice.draft:
        yield same("征求意见稿的线条", list(sheet.pdf.rules), [])


def _line_top(line: Line) -> float:
    """The upper edge of a line of the text's pitch."""
    return line.baseline / MM - BASELINE * LINE


def _spans(what: str, rule: HRule) -> Iterator[Measure]:
    """As wide as the 版心 (7.2.7, 7.4.1)."""
    yield near(f"{what}的左端", rule.x0 / MM, LEFT, 0.5)
    yield near(f"{what}的右端", rule.x1 / MM, RIGHT, 0.5)


CHECKS: tuple[Check, ...] = (
    paper,
    text_block,
    lines_of_a_page,
    characters_of_a_line,
    mark,
    number,
    red_rule,
    titles,
    title_below_the_rule,
    first_page,
    paragraphs,
    faces,
    headings_stay,
    signature,
    remark,
    issued_plan,
    annexes,
    annex_list,
    imprint,
    copies,
    page_numbers,
    rosters,
    colours,
)
