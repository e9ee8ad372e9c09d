"""署名 and 成文日期: who signs, when, and whether the place is that of a seal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plangen.model.document import Block, Role
from plangen.model.look import MILLIMETRE
from plangen.problem import NOWHERE
from plangen.recognise.annex_list import LIST
from plangen.recognise.dating import DATE, dated, signed_date
from plangen.recognise.doubts import Doubts
from plangen.recognise.people import entries
from plangen.recognise.titles import ORGAN
from plangen.text.dates import Date
from plangen.text.width import em

REMARK = re.compile(r"^[（(](?P<text>.+)[）)]$")
NO_ORGAN = re.compile("特此|通知$|附件|如下|[，。；：]")
SEAL = re.compile(r"\s*[（(]\s*(?:盖章|公章|印章|签章|章|印)\s*[）)]$")
DEPUTED = re.compile(r"^[（(][^（）()]{0,20}(?:代章|代印)[）)]$")  # whose seal it is
APART = re.compile(r"\s{2,}|　+|\s(?=\S{4,}(?:\s|$))")
SHORTEST = 4  # characters of an organ among several on a line
MOST_LINES = 12
LINE, CHARACTER = 28, 5.57 * MILLIMETRE  # 字 in a line of the standard, points in a 字
PLAIN_STEP = 2.0  # 字 from the start of a name to that of the date, without a seal
ROUNDED = 0.05
SEALED_RIGHT = 3.0  # 字 at least right of a date under a seal (7.3.5.1 has four)


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
    day = _take_date(rest, doubts)
    if day:
        out.date = signed_date(day[1])
    signed: list[Block] = []
    while len(rest) > 1 and DEPUTED.match(rest[-1].text.strip()):
        doubts.takes([rest.pop()], Role.SIGNATURE)
    while len(rest) > 1 and len(signed) < MOST_LINES and is_organ(rest[-1]):
        if not day and _is_listed(rest[-1]):
            break
        signed.insert(0, rest.pop())
    doubts.takes(signed, Role.SIGNATURE)
    if not day and signed:
        day = _take_date(rest, doubts)  # above who signs
        out.date = signed_date(day[1]) if day else None
    beside = day[0].split() if day else ()
    out.names = (*(name for block in signed for name in organs_of(block.text)), *beside)
    out.sealed = is_sealed(signed, day[2] if day else None)
    return out


def signed_at_end(text: Sequence[Block]) -> Signing | None:
    """Who signs at the end of a text, and when; None where nobody does both. Nothing is taken."""
    tried = list(text)
    while tried and tried[-1].table is None and REMARK.match(tried[-1].text.strip()):
        tried.pop()
    if not any(dated(block.text) for block in tried[-2:] if block.table is None):
        return None
    signing = read_signing(tried, Doubts())
    return signing if signing.names and signing.date else None


def _take_date(rest: list[Block], doubts: Doubts) -> tuple[str, str, Block] | None:
    """Who signs on the same line, the date, and its line, taken off the end of a text."""
    found = dated(rest[-1].text) if rest and rest[-1].table is None else None
    if not found:
        return None
    block = rest.pop()
    doubts.takes([block], Role.DATE)
    return (*found, block)


def take_first_date(own: list[Block], doubts: Doubts) -> Date | None:
    """The date that stands alone above the addressee, below the number, taken off a text."""
    text = own[0].text.strip() if len(own) > 1 else ""
    if not text.endswith("日") or not DATE.match(text):
        return None
    doubts.takes([own.pop(0)], Role.DATE)
    return signed_date(text)


def organs_of(text: str) -> tuple[str, ...]:
    """The organs that sign on one line, without （盖章）."""
    text = SEAL.sub("", text.strip())
    if all(len(part) == 1 for part in text.split()):
        return ("".join(text.split()),)  # 霁 川 县 财 政 局
    names = tuple(SEAL.sub("", name) for name in APART.split(text))
    return names if len(names) > 1 and all(map(_is_name, names)) else (text,)


def _is_name(text: str) -> bool:
    return len(text) >= SHORTEST and bool(ORGAN.match(text))


def _signs(block: Block) -> bool:
    """Whether a table is a joint signature: names, and a date at most."""
    texts = [text.strip() for text in block.texts() if text.strip()]
    return bool(texts) and all(DATE.match(text) or ORGAN.match(text) for text in texts)


def _is_listed(block: Block) -> bool:
    """Whether a line is of a roster that ends an unsigned text: 孟海川（县教育局局长）."""
    named = entries(block.text.strip(), NOWHERE)
    return bool(named and named.people)


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
    return bool(ORGAN.match(SEAL.sub("", text))) and not NO_ORGAN.search(text)


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
