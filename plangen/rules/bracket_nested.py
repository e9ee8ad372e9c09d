"""括号里套同样的括号，书名号里套书名号（或者<>），引号里套引号。

依据：GB/T 15834—2011 第4.8条、第4.15条（里层用单引号、单书名号）、附录A.8（圆括号应避免套用）。
级别：书名号、引号为错误，圆括号为警告。书名号和引号里的括号是原名所有，不算套用。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.problem import Level
from plangen.rules._lines import Line, Lines
from plangen.rules._text import nested, short, uncited
from plangen.rules.base import Finding, Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

TITLE = lazy("《[^《》]*(?:《[^《》]*》[^《》]*)+》")
INNER = lazy("《([^《》]*)》")
ANGLED = lazy("《[^《》]*<[^<>《》]*[\u4e00-\u9fff][^<>《》]*>[^《》]*》")  # 《<甲>的乙》
QUOTE = lazy("“[^“”]*(?:“[^“”]*”[^“”]*)+”")
QUOTED = lazy("“[^“”]*”")
ROUND = lazy("（[^（）]*(?:（(?!\\d{4}）)[^（）]*）[^（）]*)+）")


@LineWise
def find(lines: Lines) -> Findings:
    """Marks within marks of the same kind."""
    for line in nested(lines):
        yield from _titles(line)
        yield from _quotes(line)
        yield from _rounds(line)
    for line in lines.having("<"):
        yield from _angled(line)


def _titles(line: Line) -> Iterator[Finding]:
    for found in TITLE.finditer(line.text):
        old = found.group()
        new = "《" + INNER.sub(r"〈\1〉", old[1:-1]) + "》"
        message = f"“{short(old)}”里层的书名号应为〈〉"
        yield replacing(line.where, message, old, new)


def _angled(line: Line) -> Iterator[Finding]:
    for found in ANGLED.finditer(line.text):
        old = found.group()
        message = f"“{short(old)}”里层的书名号应为〈〉"
        yield replacing(line.where, message, old, old.replace("<", "〈").replace(">", "〉"))


def _quotes(line: Line) -> Iterator[Finding]:
    for found in QUOTE.finditer(line.text):
        message = f"{short(found.group())}里层的引号应为‘’，或者引号方向写反"
        yield Finding(line.where, message, found.group())


def _rounds(line: Line) -> Iterator[Finding]:
    text = QUOTED.sub(lambda found: "\0" * len(found.group()), uncited(line.text))
    for found in ROUND.finditer(text):
        old = line.text[found.start() : found.end()]
        message = f"“{short(old)}”括号里又有括号，里层宜改用〔〕或逗号"
        yield Finding(line.where, message, old, Level.WARNING)


RULE = Rule(
    "bracket-nested",
    Level.ERROR,
    find,
    good=(
        "preamble: 落实《关于印发〈方案〉的通知》（见《国家卫生乡镇（县城）标准》），"
        "推进“放心‘菜篮子’”。",
        "preamble: 根据《甲》《乙》和“丙”“丁”（戊）（己）的要求。",
    ),
    bad=(
        (
            "preamble: 现将《<政府工作报告>任务分解表》印发，落实《PM2.5<35方案》。",
            "“《<政府工作报告>任务分解表》”里层的书名号应为〈〉",
        ),
        (
            "preamble: 根据《关于印发《方案》的通知》制定。",
            "“《关于印发《方案》的通知》”里层的书名号应为〈〉",
        ),
        (
            "preamble: 落实“推进“五小”整治”要求，成立专班（含抽调人员（3人））。",
            "“推进“五小”整治”里层的引号应为‘’，或者引号方向写反\n"
            "“（含抽调人员（3人））”括号里又有括号，里层宜改用〔〕或逗号",
        ),
    ),
)
