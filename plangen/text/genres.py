"""文种: what kind of document a title says it is.

The fifteen kinds are those of 党政机关公文处理工作条例 (2012) article 8; what is made of 条 is a
regulation, whoever issues it.
"""

from __future__ import annotations

import re

from plangen.text.patterns import lazy

NOTICE = "通知"
KINDS = (
    *("决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", NOTICE, "通报"),
    *("报告", "请示", "批复", "议案", "函", "纪要"),
)
REGULATIONS = ("条例", "规定", "办法", "细则", "规则", "章程", "守则", "准则", "制度", "公约")
# An 意见 of a county has targets, steps and measures as a plan has; a 令 is seldom a title's end.
LETTERS = tuple(kind for kind in KINDS if kind not in {"意见", "令"})
"""What is written to somebody, not carried out section by section."""

_EDITION = lazy(r"(?:\s*[（(][^（）()]{1,20}[）)])+$")

# What a letter says of itself, the surest first: a 批复 speaks of a 请示 as well.
_SAYS = {
    "批复": lazy("批复如下|(?:^|。)此复。?$", re.MULTILINE),
    "请示": lazy("请示如下|[妥当可]否[，,]?请[^，。]{0,4}[批审指]示|请予批[示复]"),
    "报告": lazy("报告如下|[特专]此报告"),
    "函": lazy("函[告复达商询]?如下|(?:[特专]此|[请即])函[告复达]|为[盼荷]。?$", re.MULTILINE),
    "通报": lazy("通报如下|特此通报"),
    "通知": lazy("通知如下|特此通知"),
}


def genre(title: str) -> str:
    """The kind that a title ends with: 通知, 函, 办法; none of 方案, 计划, 要点."""
    core = re.sub(r"\s", "", _EDITION.sub("", title.strip())).rstrip("。，；：、！？.,;:")
    kinds = (kind for kind in (*KINDS, *REGULATIONS) if core.endswith(kind))
    return next(kinds, "")


def is_letter(title: str) -> bool:
    """Whether a title is that of a notice, a letter, a report …: it has an addressee, a text."""
    return genre(title) in LETTERS


def said_genre(text: str) -> str:
    """The kind that a letter says it is in its own words; empty where it doesn't."""
    return next((kind for kind, says in _SAYS.items() if says.search(text)), "")
