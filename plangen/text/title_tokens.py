"""Read a title as words: given terms, known words, numbers, places, and the unknown rest.

No dictionary stands behind it; what it wasn't given it reads as single unknown characters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Words:
    """Words a line does not cut. All are `known`; some are also one of these:

    `verbs` (加强) want their object on the same line, `modifiers` (进一步) what they modify,
    `heads` (工作) the words before them; `genres` (实施方案) gladly begin a line.
    """

    known: frozenset[str] = NONE
    verbs: frozenset[str] = NONE
    modifiers: frozenset[str] = NONE
    heads: frozenset[str] = NONE
    genres: frozenset[str] = NONE


NO_WORDS = Words()


class Kind(Enum):
    """What a token is; the value is its price, by which the cheapest reading wins."""

    NUMBER = 0.5
    TERM = 0.9
    WORD = 1.0
    PARTICLE = 1.5
    PLACE = 2.0  # and 2 for each character: a guess by 县, 镇 … at its end
    UNKNOWN = 10.0


@dataclass(frozen=True)
class Token:
    """A stretch of a title and what it is."""

    start: int
    end: int
    kind: Kind

    @property
    def price(self) -> float:
        size = self.end - self.start
        return self.kind.value * (size + 1 if self.kind is Kind.PLACE else 1)


CLINGING = frozenset({"的", "和", "与", "及", "等", "暨", "以及"})  # no line begins with these
ABOUT = "关于"
PLACE_ENDS = "省市县区州旗镇乡村"
PLACE_START = re.compile(rf"^|(?<=[《〈“（\s{PLACE_ENDS}])|(?<=印发|转发|批转)|(?=全[{PLACE_ENDS}])")
LONGEST_PLACE = 8
HAN_DIGITS = "一二两三四五六七八九十百千万"
NUMBER = re.compile(
    r"第?[\dXx×][\dXx×.,]*[年月日]?(?:(?:——|[—–\-~～至])?\d[\d.,]*[年月日]?)*度?"
    rf"|第[{HAN_DIGITS}]+\w|等[{HAN_DIGITS}\d]+个?(?:部门|单位)|[A-Za-z0-9+.\-]+"
)


def tokenise(title: str, terms: Collection[str], words: Words) -> list[Token]:
    """The cheapest reading: few tokens, few unknown characters."""
    ending: dict[int, list[Token]] = {}
    for token in candidates(title, terms, words):
        ending.setdefault(token.end, []).append(token)
    price, last = [0.0], list[Token]()
    for end in range(1, len(title) + 1):
        best = min(ending[end], key=lambda token: price[token.start] + token.price)
        price.append(price[best.start] + best.price)
        last.append(best)
    tokens, end = list[Token](), len(title)
    while end:
        tokens.append(last[end - 1])
        end = tokens[-1].start
    return tokens[::-1]


def candidates(title: str, terms: Collection[str], words: Words) -> Iterator[Token]:
    """Every token that could stand somewhere in the title."""
    for place in range(len(title)):
        yield Token(place, place + 1, Kind.UNKNOWN)
    for kind, known in ((Kind.TERM, terms), (Kind.WORD, words.known), (Kind.PARTICLE, CLINGING | {ABOUT})):
        for start, end in occurrences(title, known):
            yield Token(start, end, kind)
    for found in NUMBER.finditer(title):
        yield Token(*found.span(), Kind.NUMBER)
    yield from places(title)


def occurrences(title: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the given words stand, overlapping ones too."""
    sizes = {len(word) for word in known}
    for start in range(len(title)):
        for end in (start + size for size in sizes if 0 < size <= len(title) - start):
            if title[start:end] in known:
                yield start, end


def places(title: str) -> Iterator[Token]:
    """What may be the name of a place: it starts the title or a 《…》 and ends in 县, 镇 …"""
    found = set[str]()
    for start in (anchor.start() for anchor in PLACE_START.finditer(title)):
        for end in range(start + 2, min(len(title), start + LONGEST_PLACE) + 1):
            if title[end - 1] in PLACE_ENDS and title[start:end].isalnum():
                found.add(title[start:end])
    for start, end in occurrences(title, found):
        yield Token(start, end, Kind.PLACE)
