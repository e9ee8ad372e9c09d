"""纸张不是 A4。

依据：GB/T 9704—2012 5.1（A4 型纸，210 mm×297 mm）。级别：错误。
只看读入的 Word 文档；横排的页（附表）长宽对调。
"""

from __future__ import annotations

from plangen.problem import Level, Where
from plangen.rules._looks import MM, mm
from plangen.rules.base import Case, Findings, Rule

SHORT = 209 * MM, 211 * MM
LONG = 296 * MM, 298 * MM


def find(case: Case) -> Findings:
    """Sections whose paper is not A4."""
    for page in case.document.pages if case.document else ():
        if page.width is None or page.height is None:
            continue
        short, long = sorted((page.width, page.height))
        if not (SHORT[0] <= short <= SHORT[1] and LONG[0] <= long <= LONG[1]):
            found = f"{mm(page.width)}×{mm(page.height)}"
            where = Where((), page.first, page.first, 1)
            yield where, f"纸张是{found}，应为 A4（210毫米×297毫米）"


RULE = Rule(
    "page-size",
    Level.ERROR,
    find,
    looks=True,
    good=("looks: {}", "looks: {page: {width: 841.9, height: 595.3}}"),
    bad=(
        (
            "looks: {page: {width: 612, height: 792}}",
            "纸张是215.9毫米×279.4毫米，应为 A4（210毫米×297毫米）",
        ),
    ),
)
