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
from plangen.model.ordinals import FIRST, FOURTH, SECOND, THIRD, label, value
from plangen.recognise.dating import DATE
from plangen.recognise.labels import labelled, with_text
from plangen.recognise.usual_lines import DEEPER, ordinal_of
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


def usual_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the headings of a text that has no 一、 with one."""
    if any((ordinal_of(block.text) or (0,))[0] == FIRST for block in blocks if not block.table):
        return _below_parts(blocks, _parts(blocks))
    numbered = (_parts, _romans, _decimals, _orders, _blanks)
    for turn in (*numbered, _bracketed, _bold, _centred, _alone):
        if heads := turn(blocks):
            return [
                with_text(block, heads[at]) if at in heads else block
                for at, block in enumerate(blocks)
            ]
    return list(blocks)


def _numbered(
    blocks: Sequence[Block], form: re.Pattern[str], number: Callable[[str], int]
) -> Heads:
    """Lines of a form that are numbered from 1 on."""
    heads: Heads = {}
    for at, block in enumerate(blocks):
        found = form.match(block.text.strip()) if block.table is None else None
        if found and number(found["n"]) == len(heads) + 1 and _has_text(blocks, at):
            heads[at] = label(FIRST, len(heads) + 1) + found["text"].strip()
    return heads if len(heads) >= FEWEST else {}


def _parts(blocks: Sequence[Block]) -> Heads:
    return _numbered(blocks, PART, value)


def _below_parts(blocks: Sequence[Block], parts: Heads) -> list[Block]:
    """The blocks, 一、 below 第一部分 as （一）, and each level that is in its way one deeper."""
    found = list(blocks)
    places = sorted(parts)
    for start, end in pairwise([*places, len(blocks)]):
        found[start] = with_text(blocks[start], parts[start])
        ordinals = {at: ordinal_of(blocks[at].text) for at in range(start + 1, end)}
        ranks = {ordinal[0] for ordinal in ordinals.values() if ordinal}
        moved = list(takewhile(ranks.__contains__, RANKS))
        for at, ordinal in ordinals.items():
            if ordinal and ordinal[0] in moved and blocks[at].table is None:
                rank, typed, text = ordinal
                found[at] = with_text(blocks[at], _deeper(rank, typed) + text)
    return found


def _deeper(rank: int, typed: str) -> str:
    """An ordinal one level further down; below the fourth there is ①."""
    number = value(re.sub(r"[^\w①-⑳]", "", typed))
    return chr(ord("①") + number - 1) if rank == FOURTH else label(DEEPER[rank], number)


def _orders(blocks: Sequence[Block]) -> Heads:
    return _numbered(blocks, ORDER, value)


def _blanks(blocks: Sequence[Block]) -> Heads:
    """一 总则, 二 组织体系, and below them 2.1, 2.2 as （一）, （二）."""
    heads = _numbered(blocks, BLANK, value)
    for start, end in pairwise([*heads, len(blocks)] if heads else []):
        number = value(heads[start].partition("、")[0])
        inner = (f"{number}.{n}" for n in count(1))
        typed = next(inner)
        for at in range(start + 1, end):
            found = DECIMAL.match(blocks[at].text.strip()) if blocks[at].table is None else None
            if found and found["n"] == typed:
                heads[at] = label(SECOND, int(typed.partition(".")[2])) + found["text"].strip()
                typed = next(inner)
    return heads


def _romans(blocks: Sequence[Block]) -> Heads:
    return _numbered(blocks, ROMAN, _roman)


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


def _decimals(blocks: Sequence[Block]) -> Heads:
    """1, 1.1, 1.1.1 as the four levels; a text has two of the first and one of the second."""
    heads: Heads = {}
    last: tuple[int, ...] = ()
    depths: list[int] = []
    for decimal, after in pairwise([*_typed(blocks), None]):
        if decimal is None or not _goes_on(last, decimal.numbers) or not decimal.opens(after):
            continue
        last = decimal.numbers
        heads[decimal.place] = label(RANKS[len(last) - 1], last[-1]) + decimal.text
        depths.append(len(last))
    sound = depths.count(1) >= FEWEST and depths.count(FEWEST) >= FEWEST
    return heads if sound else {}


def _typed(blocks: Sequence[Block]) -> Iterator[Decimal]:
    for at, block in enumerate(blocks):
        if block.table is None and (found := DECIMAL.match(block.text.strip())):
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


def _bracketed(blocks: Sequence[Block]) -> Heads:
    return _named(
        blocks, lambda block: (BRACKETED.match(block.text.strip()) or [""])[0].strip("【】")
    )


def _bold(blocks: Sequence[Block]) -> Heads:
    return _named(blocks, lambda block: block.text.strip() if _is_bold(block) else "")


def _centred(blocks: Sequence[Block]) -> Heads:
    return _named(blocks, lambda block: block.text.strip() if _is_centred(block) else "")


def _alone(blocks: Sequence[Block]) -> Heads:
    """What sections are usually called, alone on lines between paragraphs or items."""
    places = {at for at, block in enumerate(blocks) if _stands_alone(blocks, at)}
    known = [at for at in places if _usual().fullmatch(blocks[at].text.strip())]
    if len(known) < FEWEST:
        return {}
    heads = sorted(at for at in places if at >= min(known))
    return {at: label(FIRST, n) + blocks[at].text.strip() for n, at in enumerate(heads, 1)}


def _stands_alone(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is nothing but a few words, above a paragraph and below the end of one."""
    if not 0 < at < len(blocks) - 1 or any(block.table for block in blocks[at - 1 : at + 2]):
        return False
    above, text, below = (block.text.strip() for block in blocks[at - 1 : at + 2])
    if not WORDS.match(text) or not above.endswith("。"):
        return False
    return len(below) > LONGEST or ordinal_of(below) is not None


def _is_bold(block: Block) -> bool:
    faces = block.look.faces if block.look else ()
    return bool(faces) and all(face.bold for _, face in faces)


def _is_centred(block: Block) -> bool:
    return block.look is not None and block.look.align == "center"


def _named(blocks: Sequence[Block], text_of: Callable[[Block], str]) -> Heads:
    """Short lines of a look; two of them at least are called as headings are."""
    heads: Heads = {}
    usual = 0
    for at, block in enumerate(blocks):
        text = text_of(block) if block.table is None else ""
        if not text or not _may_head(text) or not _has_text(blocks, at):
            continue
        known = bool(_usual().search(text))
        if known or usual:
            heads[at] = label(FIRST, len(heads) + 1) + text.rstrip("：:。")
            usual += known
    return heads if usual >= FEWEST else {}


def _may_head(text: str) -> bool:
    if len(text) > LONGEST or DATE.match(text) or ordinal_of(text):
        return False
    named = labelled(text)
    return not re.search("[。；，？！]", text.rstrip("。")) and not (named and named[1])


def _has_text(blocks: Sequence[Block], at: int) -> bool:
    """Whether something stands below a line."""
    return at + 1 < len(blocks)


@cache
def _usual() -> re.Pattern[str]:
    data = cast("dict[str, list[str]]", facts("plangen.words", "section_headings.yaml"))
    return re.compile("|".join(sorted(data["headings"], key=len, reverse=True)))
