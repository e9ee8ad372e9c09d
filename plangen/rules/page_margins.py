"""页边距或版心的大小不合标准。

依据：GB/T 9704—2012 5.2.1（天头 37 mm±1 mm，订口 28 mm±1 mm，
版心 156 mm×225 mm）。级别：错误。
只看读入的 Word 文档。天头放宽到 34.5—38.5 mm：按字面对齐版心的模板，
页边距要小一些。
横排的页不看。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plangen.problem import Level, Where
from plangen.rules._looks import MM, mm
from plangen.rules.base import Case, Findings, Rule

if TYPE_CHECKING:
    from plangen.model.look import Page

TOP = 34.5 * MM, 38.5 * MM, "上边距（天头）是", "37毫米"
LEFT = 27 * MM, 29 * MM, "左边距（订口）是", "28毫米"
WIDTH = 154.5 * MM, 157.5 * MM, "版心宽", "156毫米（右边距26毫米）"
HEIGHT = 222 * MM, 230.5 * MM, "版心高", "225毫米（下边距35毫米）"


def find(case: Case) -> Findings:
    """Sections whose text area is not that of the standard; each distinct fault once."""
    said = set()
    for page in case.document.pages if case.document else ():
        for message in _faults(page):
            if message not in said:
                said.add(message)
                yield Where((), page.first, page.first, 1), message


def _faults(page: Page) -> Iterator[str]:
    sides = (page.width, page.height, page.top, page.bottom, page.left, page.right)
    width, height, top, bottom, left, right = (0.0 if side is None else side for side in sides)
    if None in sides or width > height:
        return
    for value, (least, most, what, wanted) in (
        (top, TOP),
        (left, LEFT),
        (width - left - right, WIDTH),
        (height - top - bottom, HEIGHT),
    ):
        if not least <= value <= most:
            yield f"{what}{mm(value)}，应为{wanted}"


RULE = Rule(
    "page-margins",
    Level.ERROR,
    find,
    looks=True,
    good=("looks: {}", "looks: {page: {top: 98, bottom: 92.35}}"),
    bad=(
        (
            "looks: {page: {top: 72, bottom: 72, left: 90, right: 90}}",
            "上边距（天头）是25.4毫米，应为37毫米\n左边距（订口）是31.7毫米，应为28毫米\n"
            "版心宽146.5毫米，应为156毫米（右边距26毫米）\n版心高246.2毫米，应为225毫米（下边距35毫米）",
        ),
    ),
)
