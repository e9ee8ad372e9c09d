"""“一是……二是……”缺项、次序不对，或最后一项以分号结尾。

依据：GB/T 15834—2011 附录B.3.7、第4.6条（分号用在分项之间，末项用句号）；实务。级别：警告。
分项可以各占一段；只在标点之后认，“不是”“这是”不算；没有从“一是”开头的不核对。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plangen.problem import Level
from plangen.rules._lines import Line, Lines
from plangen.rules._numbering import HAN, NUMBERS
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.numerals import han
from plangen.text.patterns import lazy

SPOKEN = lazy(rf"(?:^|(?<=[：；。，、,;:.！？”）)》\s]))(?P<n>{HAN}{{1,2}})是(?!{HAN}[，、是])")
SPEAKS = tuple(f"{number}是" for number in "一二三四五六七八九十")
TRAILING = ("；", ";")
FAR = 10


class Spoken(NamedTuple):
    """One 一是 of a list."""

    line: Line
    place: int
    number: int
    quote: str


def find(case: Case) -> Findings:
    """Gaps in lists, single 一是, and semicolons at the end."""
    for items in lists(case.index):
        expected = 1
        for item in items:
            if item.number != expected:
                wanted = f"{han(expected)}是"
                yield Finding(
                    item.line.where, f"“{han(item.number)}是”之前应是“{wanted}”", item.quote
                )
            expected = item.number + 1
        last = items[-1]
        if len(items) == 1:
            yield Finding(last.line.where, "只有“一是”，没有“二是”", last.quote)
        elif last.line.text.rstrip().endswith(TRAILING):
            quote = last.line.text.rstrip()[-8:]
            yield Finding(
                last.line.where, f"“{han(last.number)}是”是最后一项，应以句号结尾", quote
            )


def lists(lines: Lines) -> Iterator[list[Spoken]]:
    """The items of each list; it goes on in the next paragraphs that begin with one."""
    found: list[Spoken] = []
    for item in spoken(lines):
        follows = found and item.number > found[-1].number and near(found[-1], item)
        if follows:
            found.append(item)
            continue
        if found:
            yield found
        found = [item] if item.number == 1 else []
    if found:
        yield found


def near(before: Spoken, item: Spoken) -> bool:
    """Whether two items can be of one list: a paragraph that begins so may stand further down."""
    starts = item.line.text.lstrip().startswith(item.quote[:2])
    return item.place - before.place <= (FAR if starts else 1)


def spoken(lines: Lines) -> Iterator[Spoken]:
    """Every 一是, 二是 after a mark or at the start of a line."""
    for place in lines.places("是"):
        line = lines.all[place]
        if not any(word in line.text for word in SPEAKS):
            continue
        for match in SPOKEN.finditer(line.text):
            start = match.start("n")
            quote = line.text[start : start + 8]
            if match["n"] in NUMBERS:
                yield Spoken(line, place, NUMBERS[match["n"]], quote)


RULE = Rule(
    "enumeration-gap",
    Level.WARNING,
    find,
    good=(
        "preamble: 要做到三点：一是加强领导；二是落实责任；三是严格督查。",
        'preamble: "一是加强领导。\\n二是落实责任。\\n坚持一是一、二是二，不弄虚作假。"',
        "preamble: 这不是一时之举，也不是二级单位的事。",
    ),
    bad=(
        (
            "preamble: 要做到三点：一是加强领导；三是落实责任；四是严格督查；",
            "“三是”之前应是“二是”\n“四是”是最后一项，应以句号结尾",
        ),
        ("preamble: 加强运行管理，一是整治超载车辆，查处无证驾驶。", "只有“一是”，没有“二是”"),
    ),
)
