"""没有页码，或页码的写法不合标准。

依据：GB/T 9704—2012 7.5（一般用4号半角宋体阿拉伯数字，数字左右各放一条一字线，
单页码居右空一字，双页码居左空一字）。级别：警告。
只看读入的 Word 文档的页脚。
"""

from __future__ import annotations

import re

from plangen.problem import Level, Where
from plangen.rules.base import Case, Findings, Rule
from plangen.text.patterns import lazy

FORM = lazy(r"[—―－]\s?#\s?[—―－]")
PLACE = Where((), 1, 1, 1)


def find(case: Case) -> Findings:
    """No page number at all, one of another form, odd and even pages alike."""
    pages = case.document.pages if case.document else ()
    footers = [(kind, text.strip()) for page in pages for kind, text in page.footers]
    numbered = [(kind, text) for kind, text in footers if "#" in text]
    if not numbered:
        yield PLACE, "没有页码，应在页脚编“— 1 —”"
        return
    wrong = [text for _, text in numbered if not FORM.fullmatch(re.sub("\\s+", " ", text))]
    if wrong:
        shown = wrong[0].replace("#", "1")
        yield PLACE, f"页码写作“{shown}”，应为“— 1 —”（数字左右各一条一字线）"
    if not any(page.odd_even for page in pages):
        yield PLACE, "单双页的页码排在同一处，应单页码居右、双页码居左（页脚设“奇偶页不同”）"


RULE = Rule(
    "page-number",
    Level.WARNING,
    find,
    looks=True,
    good=("looks: {}",),
    bad=(
        ("looks: {page: {footers: []}}", "没有页码，应在页脚编“— 1 —”"),
        (
            "looks: {page: {footers: [[default, '第 # 页']], odd_even: false}}",
            "页码写作“第 1 页”，应为“— 1 —”（数字左右各一条一字线）\n"
            "单双页的页码排在同一处，应单页码居右、双页码居左（页脚设“奇偶页不同”）",
        ),
    ),
)
