"""方案提到自己时，书名与自己的标题不同。

依据：党政机关公文处理工作条例第二十条（引文要准确）；实务（称“本方案”，或用全称、先写明的简称）。
级别：警告。
按字面推断：书名是标题省去几个字、文种相同，或在标题上多出一两个字；有发文字号的、
前面有发文机关的是别的文件，“根据《……》，制定本方案”的也是。
"""

from __future__ import annotations

import re

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._references import bare, cited, genre, own_title, shortened
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

SHORTEST = 6  # 《实施方案》 is an abbreviation, not a title
EXTRA = 2
OTHERS = lazy(r"(?:[府委办局厅部院会]|原|此前|去年|上年|[印转]发|了)的?$")
DEFINED = lazy(r"简称[“为]?《([^《》]+)》")
BASIS = lazy(r"(?:根据|按照|依据)[^。；，]*$")
MADE = lazy(r"[^。；]*制[定订]本[^。；，]{2,6}(?:。|$)")  # 根据《……》，结合实际，制定本方案
NUMBERED = lazy(r"》?（[^（）]*(?:号|简称)[^（）]*）")


def find(case: Case) -> Findings:
    """Titles that can only mean this plan and aren't its own."""
    title = own_title(case)
    if not genre(title):
        return
    defined = {name for line in case.having("简称") for name in DEFINED.findall(line.text)}
    for line in case.having("《"):
        if line.role is Role.TITLE or in_notice(line, case):
            continue
        for found in cited(line.text):
            name = bare(found["title"])
            if name not in defined and means(name, title) and not other(line.text, found):
                message = f"“{found.group()}”如果指本方案，应称“本方案”或全称《{title}》"
                yield Finding(line.where, message, found.group())


def means(name: str, title: str) -> bool:
    """Whether a cited title is this one shortened, or lengthened by a word."""
    if genre(name) != genre(title) or len(name) < SHORTEST:
        return False
    longer = len(name) <= len(title) + EXTRA and name[:2] == title[:2] and shortened(title, name)
    return shortened(name, title) or longer


def other(text: str, found: re.Match[str]) -> bool:
    """Whether a title has a number or an issuer of its own."""
    before, after = text[: found.start()], text[found.end() :]
    if OTHERS.search(before) or NUMBERED.match(after):
        return True
    return BASIS.search(before) is not None and MADE.match(after) is not None


def in_notice(line: Line, case: Case) -> bool:
    """Whether a line belongs to the notice above a plan, which another rule compares."""
    if line.where.path[:1] == ("notice",):
        return True
    here, plan = line.where.line, case.plan.where.line
    return bool(case.read and case.plan.notice and here and plan and here < plan)


RULE = Rule(
    "self-title",
    Level.WARNING,
    find,
    good=(
        "preamble: 按照本方案和《青山县创建国家卫生县城实施方案》落实，"
        "参照《江川市创建国家卫生城市实施方案》。",
        "preamble: 按照《创建卫生县城实施方案》（青政发〔2020〕3号）和《健康教育实施方案》落实。",
        "preamble: 根据《创建卫生县城实施方案》，结合实际，制定本方案。",
        "preamble: 按照市政府《创建国家卫生县城实施方案》和《实施方案》落实。",
    ),
    bad=(
        (
            "preamble: 各单位要按照《创建卫生县城实施方案》及任务分工落实。",
            "“《创建卫生县城实施方案》”如果指本方案，应称“本方案”或全称《青山县创建国家卫生县"
            "城实施方案》",
        ),
    ),
)
