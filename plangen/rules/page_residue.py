"""正文里夹了页码、书签、域代码、模板提示一类版面残留。

依据：实务（复制、转换留下的不是正文）。级别：警告。
单独成行的“— 3 —”“第3页 共10页”、“点击此处输入”“未找到引用源”“[bookmark: …]”等；
网页的摘要：首段把标题和下文又印了一遍，以省略号断开。时间、编号里的短横不算。
"""

from __future__ import annotations

from collections.abc import Sequence

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._text import LETTER, short
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

CUT = lazy(r"(?:…|\.{3})+\s*$")
BLANKS = lazy(r"\s")
SUMMARY = 15  # characters of a summary
PAGE = lazy(r"[—–\-－]\s*\d{1,3}\s*[—–\-－]|第\s*\d{1,3}\s*页(?:[，,/]?\s*共\s*\d{1,3}\s*页)?")
STARTS = "—–-－第"  # of a page's number
RESIDUE = lazy(
    r"\[bookmark: [^\]]*\]|_(?:GoBack|Toc\d+|Hlk\d+|Ref\d+)"
    r"|第\s*\d{1,3}\s*页[，,/]?\s*共\s*\d{1,3}\s*页"
    rf"|(?<=(?:{LETTER}|[。；，])) *[—–－-] \d{{1,3}} [—–－-](?= *{LETTER}|$)"
    r"|(?:单击|点击)(?:或点击)?(?:此处|这里)(?:以?(?:输入|编辑|添加)[^，。；]{0,6})?"
    r"|错误[!！]\s*未(?:找到|定义)[^。！]{0,8}[。！]?"
    r"|(?<![A-Za-z])(?:PAGEREF|MERGEFORMAT|HYPERLINK|FORMTEXT|SEQ Table)(?![A-Za-z])|\[TOC\]"
    r"|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo);|<br ?/?>"
)


RESIDUES = (
    *("— ", "– ", "－ ", "- ", "页", "[bookmark", "[TOC]", "_GoBack", "_Toc", "_Hlk", "_Ref"),
    *("单击", "点击", "错误", "&", "<br"),
    *("PAGEREF", "MERGEFORMAT", "HYPERLINK", "FORMTEXT", "SEQ Table"),
)


def find(case: Case) -> Findings:
    """What belongs to a page, a field or a web page, not to the text."""
    yield from summary(case.lines())
    for line in case.having(*STARTS, *RESIDUES):
        text = line.text.strip()
        if text[0] in STARTS and line.role is not Role.TABLE and PAGE.fullmatch(text):
            yield Finding(line.where, f"“{text}”是页码，不是正文，应删去", text)
            continue
        left = any(map(line.text.__contains__, RESIDUES))
        for found in RESIDUE.finditer(line.text) if left else ():
            old = found.group().strip()
            yield Finding(line.where, f"“{short(old)}”是版面残留，应删去", old)


def summary(lines: Sequence[Line]) -> Findings:
    """A web page's summary above the title: the text below, cut off with an ellipsis."""
    first = next((line for line in lines if line.text.strip()), None)
    cut = CUT.search(first.text) if first else None
    if first is None or cut is None:
        return
    begun = BLANKS.sub("", first.text[: cut.start()])
    below = BLANKS.sub("", "".join(line.text for line in lines if line is not first))
    if len(begun) >= SUMMARY and below.startswith(begun):
        quote = first.text.strip()
        yield Finding(first.where, "这一段是网页的摘要，下面的标题和正文里都有，应删去", quote)


RULE = Rule(
    "page-residue",
    Level.WARNING,
    find,
    good=(
        "preamble: 8月10日—15日（见《标准》第3页），电话0900-555-0126，点击率明显提高。",
        "preamble: 各乡镇 — 村（社区）两级联动，执行标准第1—4条。",
    ),
    bad=(
        (
            'preamble: "落实责任。[bookmark: _GoBack]\\n— 3 —\\n第 3 页 共 10 页\\n'
            '成立领导 — 4 — 小组。"',
            "“[bookmark:…ack]”是版面残留，应删去\n“— 3 —”是页码，不是正文，应删去\n"
            "“第 3 页 共 10 页”是页码，不是正文，应删去\n“— 4 —”是版面残留，应删去",
        ),
        (
            "preamble: 单击此处输入文字。错误！未找到引用源。",
            "“单击此处输入文字”是版面残留，应删去\n“错误！未找到引用源。”是版面残留，应删去",
        ),
    ),
)
