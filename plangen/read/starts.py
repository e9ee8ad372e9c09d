"""Lines that begin a paragraph of themselves: with an ordinal, or a label (组长：)."""

from __future__ import annotations

import re

from plangen.model.ordinals import HALF, THIRD, forms_of, value
from plangen.recognise.labels import is_contact, is_duties, is_role, is_units, labelled

FINAL = "。！？；：…!?;:"
CLOSING = "”’）)》」』】〕"
PAIRS = ("（）", "《》", "()", "〔〕", "【】")
FINISHED, ENDED = tuple(FINAL), (*FINAL, *CLOSING)
LONGEST = 60  # characters in brackets; where more follow, the closing one was forgotten
LABEL = re.compile(
    r"(?!.{0,9}如下)[\u4e00-\u9fff][\u4e00-\u9fff \u3000\xa0]{1,11}[：:]"
    r"|附件?\s*\d{0,2}\s*(?:[：:]|$)"
)

Ordinal = tuple[int, int, int]
"""Rank, number, and how many characters it is written in."""


def ordinal(text: str) -> Ordinal | None:
    """The ordinal that a text begins with. A number before a digit may be one: 3.30%以上村庄…"""
    for rank, form in forms_of(text):
        found = form.match(text)
        if found and (number := value(found["n"])):
            return rank, number, found.end()
    return None


def before_digit(text: str, found: Ordinal) -> bool:
    """Whether an ordinal may as well be a part of a number: 1.5公里, 1、2项."""
    rank, _, length = found
    return rank in {THIRD, HALF} and text[length : length + 1].isdigit()


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence or a list item does."""
    return text.rstrip(CLOSING).endswith(FINISHED)


def is_open(text: str) -> bool:
    """Whether a line ends within a sentence, as far as one can see: 张三（局长） doesn't."""
    return not text.endswith(ENDED)


def within_brackets(text: str) -> bool:
    """Whether a text ends within brackets or a title that began not long before."""
    end = text[-LONGEST:]
    for pair in PAIRS:
        at = end.rfind(pair[0])
        if at >= 0 and pair[1] not in end[at:]:
            return True
    return False


def is_label(text: str) -> bool:
    """Whether a text begins with a label and a colon, or is 附件."""
    return bool(LABEL.match(text))


def is_known_label(text: str) -> bool:
    """Whether it begins with a label that one expects in a plan: 组长：, 具体职责：, 电话：."""
    found = labelled(text)
    kinds = (is_role, is_units, is_duties, is_contact)
    return found is not None and any(kind(found[0]) for kind in kinds)


class Sequence:
    """Which ordinal comes next, at every rank."""

    def __init__(self) -> None:
        self.last: dict[int, int] = {}

    def fits(self, found: Ordinal) -> bool:
        """Whether an ordinal is the first of a list, or goes on from the last of its rank."""
        rank, number, _ = found
        return number == 1 or number == self.last.get(rank, 0) + 1

    def add(self, found: Ordinal) -> None:
        """Take an ordinal in; lists of deeper ranks end."""
        rank, number, _ = found
        self.last = {known: n for known, n in self.last.items() if known < rank} | {rank: number}
