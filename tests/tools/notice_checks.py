"""What GB/T 9704-2012 says of the elements of a notice, measured: a check is a clause.

The stand-in fonts have digits wider than half a character: a check that feels it counts them half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.model.document import Role
from tests.tools.measures import (
    BELOW,
    BLACK,
    BOTTOM,
    CHARACTER,
    FANG,
    FOUR,
    HEI,
    INK,
    LEFT,
    LINE,
    MIDDLE,
    RED,
    RIGHT,
    TEXT,
    THREE,
    TITLE,
    TOP,
    TWO,
    Check,
    Measure,
    line_top,
    near,
    same,
    spans,
)
from tests.tools.pdf import MM, Line
from tests.tools.sheets import Sheet


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
        yield near("标志下的空白", line_top(line) - under, 2 * LINE, 3.5)


def red_rule(sheet: Sheet) -> Iterator[Measure]:
    """7.2.7: a red rule, 156 mm wide, 4 mm under the 发文字号."""
    for placed in sheet.all(Role.NUMBER):
        rules = [rule for rule in sheet.pdf.rules if rule.colour == RED]
        yield same("红线的条数", len(rules), 1)
        for rule in rules:
            yield from spans("红线", rule)
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
        yield near("红线下的空白", line_top(title.first) - rule.y / MM, 2 * LINE, 3)
        for to in sheet.all(Role.ADDRESSEE):
            gap = (to.first.baseline - title.last.baseline) / MM
            yield near("标题与主送机关的距离", gap, 2 * LINE, 1.5)


def first_page(sheet: Sheet) -> Iterator[Measure]:
    """7.3.3: the text begins on page 1."""
    yield same("正文开始的页", sheet.all(*TEXT)[0].first.page, 1)


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
    texts = [line for placed in sheet.all(*TEXT, Role.ANNEX_LIST) for line in placed.lines]
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
            yield from spans("版记的分隔线", rule)
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


CHECKS: tuple[Check, ...] = (
    mark,
    number,
    red_rule,
    titles,
    title_below_the_rule,
    first_page,
    signature,
    remark,
    issued_plan,
    annexes,
    annex_list,
    imprint,
    copies,
)
