"""署名 and 成文日期: who signs, when, and whether the place is that of a seal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plangen.model.document import Block, Role
from plangen.model.look import MILLIMETRE
from plangen.recognise.annex_list import LIST
from plangen.recognise.doubts import Doubts
from plangen.recognise.titles import DATE, ORGAN
from plangen.text.dates import Date, parse_date
from plangen.text.width import em

REMARK = re.compile(r"^[（(](?P<text>.+)[）)]$")
NO_ORGAN = re.compile("特此|通知$|附件|如下|[，。；：]")
NUMERALS = re.compile("([二〇○O零一二三四五六七八九]{4})年(.+)月(.+)日$")
MOST_LINES = 6
LINE, CHARACTER = 28, 5.57 * MILLIMETRE  # 字 in a line of the standard, points in a 字
PLAIN_STEP = 2.0  # 字 from the start of a name to that of the date, without a seal
ROUNDED = 0.05
SEALED_RIGHT = 3.0  # 字 at least right of a date under a seal (7.3.5.1 has four)
HAN_DIGITS = "〇一二三四五六七八九"
DIGITS = str.maketrans(HAN_DIGITS + "○零O", "0123456789000")


@dataclass
class Signing:
    """The end of a notice."""

    names: tuple[str, ...] = ()
    date: Date | None = None
    sealed: bool = True


def read_signing(rest: list[Block], doubts: Doubts) -> Signing:
    """署名 and date, taken off the end of a text: lines, or the table of a joint signature."""
    if rest and rest[-1].table is not None and _signs(rest[-1]):
        return _joint(rest.pop(), doubts)
    out = Signing()
    dated = rest.pop() if rest and DATE.match(rest[-1].text.strip()) else None
    if dated:
        out.date = signed_date(dated.text)
        doubts.takes([dated], Role.DATE)
    signed: list[Block] = []
    while len(rest) > 1 and len(signed) < MOST_LINES and is_organ(rest[-1]):
        signed.insert(0, rest.pop())
    doubts.takes(signed, Role.SIGNATURE)
    out.names = tuple(block.text.strip() for block in signed)
    out.sealed = is_sealed(signed, dated)
    return out


def _signs(block: Block) -> bool:
    """Whether a table is a joint signature: names, and a date at most."""
    texts = [text.strip() for text in block.texts() if text.strip()]
    return bool(texts) and all(DATE.match(text) or ORGAN.match(text) for text in texts)


def _joint(block: Block, doubts: Doubts) -> Signing:
    texts = [text.strip() for text in block.texts() if text.strip()]
    doubts.roles[id(block)] = Role.SIGNATURE_TABLE
    dates = [text for text in texts if DATE.match(text)]
    names = tuple(text for text in texts if not DATE.match(text))
    return Signing(names, signed_date(dates[0]) if dates else None)


def is_organ(block: Block) -> bool:
    """Whether a line before the date may sign: an organ's name alone."""
    text = block.text.strip()
    if block.table is not None or REMARK.match(text) or LIST.match(text):
        return False
    return bool(ORGAN.match(text)) and not NO_ORGAN.search(text)


def is_sealed(names: Sequence[Block], dated: Block | None) -> bool:
    """Whether the lines stand as with a seal (7.3.5): the name centred over the date.

    Without one the date begins two 字 right of the name, and names stand below one another.
    Where the lines don't say, or stand at the very edge, it counts as yes.
    """
    found = [_extent(block) for block in (*names, *([dated] if dated else []))]
    places = [place for place in found if place is not None]
    if not places or len(places) < len(found) or _at_edge(places):
        return True
    if len(names) > 1:
        return False
    if len(places) == 1:
        return -places[0][1] >= SEALED_RIGHT
    (start, end), (later, stop) = places
    off = (start + end - later - stop) / 2
    plain = (end - start - stop + later) / 2 - PLAIN_STEP
    return abs(off) <= abs(off - plain) + ROUNDED


def _at_edge(places: Sequence[tuple[float, float]]) -> bool:
    """Whether all lines stand at the right edge, or at the left one: nobody has placed them."""
    return all(end == 0 for _, end in places) or all(start <= -LINE for start, _ in places)


def _extent(block: Block) -> tuple[float, float] | None:
    """From where to where a line stands, in 字 from the right edge; None where nobody knows."""
    look = block.look
    if look is None or look.align not in {"right", "left", "both", ""}:
        return None
    if not look.align and (look.left, look.right, look.first) == (None, None, None):
        return None
    width = em(block.text.strip())
    if look.align == "right":
        blanks = em(block.text) - em(block.text.rstrip())
        end = -(look.right or 0) / CHARACTER - blanks
        return end - width, end
    blanks = em(block.text) - em(block.text.lstrip())
    start = ((look.left or 0) + (look.first or 0)) / CHARACTER + blanks - LINE
    return start, start + width


def signed_date(text: str) -> Date | None:
    """2024年1月8日, also with blanks or in Han numerals."""
    text = re.sub(r"\s", "", text)
    found = NUMERALS.match(text)
    if not found:
        return parse_date(text)
    year, month, day = found[1].translate(DIGITS), _number(found[2]), _number(found[3])
    return Date(text, int(year), month, day) if year.isdecimal() else None


def _number(text: str) -> int | None:
    """十 → 10, 二十五 → 25, 三 → 3; None for anything else."""
    if "十" not in text:
        return HAN_DIGITS.find(text) if text in HAN_DIGITS and text else None
    tens, _, ones = text.partition("十")
    return (HAN_DIGITS.find(tens) if tens else 1) * 10 + (HAN_DIGITS.find(ones) if ones else 0)
