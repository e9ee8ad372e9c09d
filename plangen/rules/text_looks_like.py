"""自由文字里的一行写得像别的结构：序号、阶段、附件、角色标签、牵头单位。

依据：实务（序号由 plangen 编；这样的内容有自己的键，写在正文里就不能核对）。级别：警告。
条文以数字开头（30%以上村庄……）的不算；“1.”后面紧跟数字的不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.problem import Level, Where
from plangen.rules.base import Case, Findings, Rule

HAN = "[一二三四五六七八九十百]"
LOOKS = (
    (re.compile(rf"^{HAN}{{1,3}}[、．.]"), "一级标题", "outline（提纲）的 heading"),
    (re.compile(rf"^[（(]{HAN}{{1,3}}[）)]"), "二级标题", "sections（小节）或 items（条目）"),
    (re.compile(r"^\d{1,2}[.．、](?!\d)"), "编号的条目", "items（条目）、duties 或 tasks"),
    (re.compile(r"^[（(]\d{1,2}[）)]|^[①-⑳]"), "编号的条目", "items（条目）"),
    (re.compile(rf"^第{HAN}{{1,3}}阶段[：:]"), "阶段", "phases（实施步骤）"),
    (re.compile(r"^附件\d*(?:[：:]|$)"), "附件说明", "annexes（附件）"),
    (
        re.compile(r"^(?:第一|常务|执行)?副?(?:组长|主任|指挥长|总指挥)[：:]|^成员(?:单位)?[：:]"),
        "名单",
        "roster（名单）",
    ),
    (re.compile(r"（(?:牵头|责任)单位[：:].*）$"), "牵头单位标注", "assignments（责任分工）"),
)


def texts(value: object) -> Iterator[tuple[str, Where]]:
    """The free texts of a part and all parts within it, with their places."""
    where = getattr(value, "where", Where())
    for name, item in vars(value).items():
        if name in {"text", "after", "preamble", "closing", "body"} and isinstance(item, str):
            yield item, where / name
        elif isinstance(item, tuple):
            for part in item:
                if hasattr(part, "where"):
                    yield from texts(part)
        elif hasattr(item, "where"):
            yield from texts(item)


def find(case: Case) -> Findings:
    """Lines of free text that read as structure."""
    for text, where in texts(case.plan):
        for line in text.split("\n"):
            for form, name, key in LOOKS:
                if form.search(line):
                    yield where, f"“{line[:12]}…”像是{name}，应写在 {key} 里"
                    break


RULE = Rule(
    "text-looks-like",
    Level.WARNING,
    find,
    good=(
        "preamble: 30%以上村庄建成卫生村。",
        "outline: [{heading: 指导思想, text: 一是加强领导；二是落实责任。}]",
    ),
    bad=(
        (
            "preamble: 一、指导思想是以人民健康为中心，全面提升",
            "“一、指导思想是以人民健康…”像是一级标题，应写在 outline（提纲）的 heading 里",
        ),
    ),
)
