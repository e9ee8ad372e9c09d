"""Headings of the first level in other forms, as lines with 一、.

第一部分, Ⅰ., 第一，, 一 and a blank, 【】, bold or centred lines, the decimals of 预案 (1,
1.1, 1.1.1), and where an automatic number was lost 总体要求 alone between paragraphs.
Only where no line of a text begins with 一、; 第一部分 stands above such lines too, which go
down a level.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import count, pairwise, takewhile
from typing import NamedTuple, cast

from plangen.model.document import Block
from plangen.model.ordinals import FIRST, FOURTH, SECOND, THIRD, label, ordinal, value
from plangen.recognise.dating import DATE
from plangen.recognise.labels import labelled
from plangen.recognise.usual_lines import DEEPER, Line
from plangen.source.facts import facts

HAN = "[一二三四五六七八九十]{1,3}"
PART = re.compile(rf"^第(?P<n>{HAN})部分\s*[、，,：:.．]?\s*(?P<text>[^。；]{{2,30}})$")
ROMAN = re.compile(r"^[（(]?(?P<n>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4})[）)]?\s*[、.．，,]?\s*(?P<text>\S.*)$")
ORDER = re.compile(rf"^第(?P<n>{HAN})[，、,：:]\s*(?P<text>[^。；，]{{2,20}})$")
BLANK = re.compile(rf"^(?P<n>{HAN})[ \u3000]+(?P<text>[^。；，：:、 \u3000]{{2,20}})$")
DECIMAL = re.compile(
    r"^(?P<n>\d{1,2}(?:[.．]\d{1,2}){0,3})(?P<mark>[.．、]?)(?:\s+|(?=[\u4e00-\u9fff]))(?P<text>\S.*)$"
)
LAST = re.compile(r"^附\s*则$")  # the chapter that has no parts
BRACKETED = re.compile(r"^【(?P<text>[^【】]{2,20})】$")
ROMANS = "Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ Ⅵ Ⅶ Ⅷ Ⅸ Ⅹ".split()
LATINS = "I II III IV V VI VII VIII IX X".split()
RANKS = (FIRST, SECOND, THIRD, FOURTH)
WORDS = re.compile(r"^[\u4e00-\u9fff]{4,10}$")
LONGEST = 20  # characters of a heading without a number
FEWEST = 2

Heads = dict[int, str]
"""The new lines, by their places."""


def usual_headings(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, the headings of a text that has no 一、 with one."""
    if any(line.rank == FIRST for line in lines):
        return _below_parts(lines, _parts(lines))
    numbered = (_parts, _romans, _decimals, _orders, _blanks)
    for turn in (*numbered, _bracketed, _bold, _centred, _alone):
        if heads := turn(lines):
            return [
                line.turned(heads[at]) if at in heads else line for at, line in enumerate(lines)
            ]
    return lines


def _numbered(lines: Sequence[Line], form: re.Pattern[str], number: Callable[[str], int]) -> Heads:
    """Lines of a form that are numbered from 1 on."""
    heads: Heads = {}
    for at, line in enumerate(lines):
        found = form.match(line.text)
        if found and number(found["n"]) == len(heads) + 1 and _has_text(lines, at):
            heads[at] = label(FIRST, len(heads) + 1) + found["text"].strip()
    return heads if len(heads) >= FEWEST else {}


def _parts(lines: Sequence[Line]) -> Heads:
    return _numbered(lines, PART, value)


def _below_parts(lines: Sequence[Line], parts: Heads) -> Sequence[Line]:
    """The lines, 一、 below 第一部分 as （一）, and each level that is in its way one deeper."""
    if not parts:
        return lines
    found = list(lines)
    for start, end in pairwise([*sorted(parts), len(lines)]):
        found[start] = lines[start].turned(parts[start])
        below = lines[start + 1 : end]
        ranks = {line.rank for line in below}
        moved = list(takewhile(ranks.__contains__, RANKS))
        found[start + 1 : end] = [
            line.turned(_deeper(line) + line.rest) if line.rank in moved else line
            for line in below
        ]
    return found


def _deeper(line: Line) -> str:
    """An ordinal one level further down; below the fourth there is ①."""
    number = value(re.sub(r"[^\w①-⑳]", "", line.typed))
    if line.rank == FOURTH:
        return chr(ord("①") + number - 1)
    return label(DEEPER[line.rank], number)


def _orders(lines: Sequence[Line]) -> Heads:
    return _numbered(lines, ORDER, value)


def _blanks(lines: Sequence[Line]) -> Heads:
    """一 总则, 二 组织体系, and below them 2.1, 2.2 as （一）, （二）."""
    heads = _numbered(lines, BLANK, value)
    for start, end in pairwise([*heads, len(lines)] if heads else []):
        number = value(heads[start].partition("、")[0])
        inner = (f"{number}.{n}" for n in count(1))
        typed = next(inner)
        for at in range(start + 1, end):
            found = DECIMAL.match(lines[at].text)
            if found and found["n"] == typed:
                heads[at] = label(SECOND, int(typed.partition(".")[2])) + found["text"].strip()
                typed = next(inner)
    return heads


def _romans(lines: Sequence[Line]) -> Heads:
    return _numbered(lines, ROMAN, _roman)


def _roman(typed: str) -> int:
    known = ROMANS if typed in ROMANS else LATINS
    return known.index(typed) + 1 if typed in known else 0


class Decimal(NamedTuple):
    """A line that begins with a decimal."""

    place: int
    numbers: tuple[int, ...]
    mark: str
    text: str

    def opens(self, after: Decimal | None) -> bool:
        """Whether 2、 is a chapter and no item: 2.1 comes next, or it is the last."""
        if self.mark != "、":
            return True
        inner = after is not None and after.numbers == (*self.numbers, 1)
        return len(self.text) <= LONGEST and (inner or bool(LAST.match(self.text)))


def _decimals(lines: Sequence[Line]) -> Heads:
    """1, 1.1, 1.1.1 as the four levels; a text has two of the first and one of the second."""
    heads: Heads = {}
    last: tuple[int, ...] = ()
    depths: list[int] = []
    for decimal, after in pairwise([*_typed(lines), None]):
        if decimal is None or not _goes_on(last, decimal.numbers) or not decimal.opens(after):
            continue
        last = decimal.numbers
        heads[decimal.place] = label(RANKS[len(last) - 1], last[-1]) + decimal.text
        depths.append(len(last))
    sound = depths.count(1) >= FEWEST and depths.count(FEWEST) >= FEWEST
    return heads if sound else {}


def _typed(lines: Sequence[Line]) -> Iterator[Decimal]:
    for at, line in enumerate(lines):
        if found := DECIMAL.match(line.text):
            numbers = tuple(int(part) for part in re.split("[.．]", found["n"]))
            yield Decimal(at, numbers, found["mark"], found["text"].strip())


def _goes_on(last: tuple[int, ...], numbers: tuple[int, ...]) -> bool:
    """Whether a decimal comes after another: 1.2 or 1.1.1 or 2 after 1.1."""
    if len(numbers) == len(last) + 1:
        return numbers == (*last, 1)
    return len(numbers) <= len(last) and numbers == (
        *last[: len(numbers) - 1],
        last[len(numbers) - 1] + 1,
    )


def _bracketed(lines: Sequence[Line]) -> Heads:
    return _named(lines, lambda line: (BRACKETED.match(line.text) or [""])[0].strip("【】"))


def _bold(lines: Sequence[Line]) -> Heads:
    return _named(lines, lambda line: line.text if _is_bold(line.block) else "")


def _centred(lines: Sequence[Line]) -> Heads:
    return _named(lines, lambda line: line.text if _is_centred(line.block) else "")


def _alone(lines: Sequence[Line]) -> Heads:
    """What sections are usually called, alone on lines between paragraphs or items."""
    places = {at for at in range(len(lines)) if _stands_alone(lines, at)}
    known = [at for at in places if _usual().fullmatch(lines[at].text)]
    if len(known) < FEWEST:
        return {}
    heads = sorted(at for at in places if at >= min(known))
    return {at: label(FIRST, n) + lines[at].text for n, at in enumerate(heads, 1)}


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is nothing but a few words, above a paragraph and below the end of one."""
    if not 0 < at < len(lines) - 1 or any(line.block.table for line in lines[at - 1 : at + 2]):
        return False
    above, line, below = lines[at - 1 : at + 2]
    if not WORDS.match(line.text) or not above.text.endswith("。"):
        return False
    return len(below.text) > LONGEST or below.rank > 0


def _is_bold(block: Block) -> bool:
    faces = block.look.faces if block.look else ()
    return bool(faces) and all(face.bold for _, face in faces)


def _is_centred(block: Block) -> bool:
    return block.look is not None and block.look.align == "center"


def _named(lines: Sequence[Line], text_of: Callable[[Line], str]) -> Heads:
    """Short lines of a look; two of them at least are called as headings are."""
    heads: Heads = {}
    usual = 0
    for at, line in enumerate(lines):
        text = text_of(line)
        if not text or not _may_head(text) or not _has_text(lines, at):
            continue
        known = bool(_usual().search(text))
        if known or usual:
            heads[at] = label(FIRST, len(heads) + 1) + text.rstrip("：:。")
            usual += known
    return heads if usual >= FEWEST else {}


def _may_head(text: str) -> bool:
    if len(text) > LONGEST or DATE.match(text) or ordinal(text):
        return False
    named = labelled(text)
    return not re.search("[。；，？！]", text.rstrip("。")) and not (named and named[1])


def _has_text(lines: Sequence[Line], at: int) -> bool:
    """Whether something stands below a line."""
    return at + 1 < len(lines)


@cache
def _usual() -> re.Pattern[str]:
    data = cast("dict[str, list[str]]", facts("plangen.words", "section_headings.yaml"))
    return re.compile("|".join(sorted(data["headings"], key=len, reverse=True)))
