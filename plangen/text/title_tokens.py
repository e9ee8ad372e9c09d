"""Read a title as words: given terms, known words, numbers, places, and the unknown rest.

No dictionary stands behind it; what it wasn't given it reads as single unknown characters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from plangen.text.patterns import lazy

NONE: frozenset[str] = frozenset()


class Words(NamedTuple):
    """Words a line does not cut; all are `known`, and some have a part in the title.

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
    MARK = 0.7
    TERM = 0.9
    WORD = 1.0
    PARTICLE = 1.5
    PLACE = 2.0  # and 2 for each character: a guess by 县, 镇 … at its end
    UNKNOWN = 10.0


class Token(NamedTuple):
    """A stretch of a title and what it is."""

    start: int
    end: int
    kind: Kind

    @property
    def price(self) -> float:
        """What it costs to read the title this way."""
        size = self.end - self.start
        return self.kind.value * (size + 1 if self.kind is Kind.PLACE else 1)


CLINGING = frozenset({"的", "和", "与", "及", "等", "暨", "以及"})  # no line begins with these
ABOUT = "关于"
PLACE_ENDS = tuple("省市县区州旗镇乡村")
# 和平区 is a place at the start of a title only: elsewhere 和 joins.
PLACE = lazy(r"(?!(?<=.)和)[^\W_的与及等暨]+[省市县区州旗镇乡村]")
PLACE_START = lazy(
    r"^|(?<=[《〈“（\s省市县区州旗镇乡村])|(?<=印发|转发|批转)|(?=全[省市县区州镇乡村])"
)
LONGEST_PLACE = 8
HAN_DIGITS = "一二两三四五六七八九十百千万"
COUNTING = frozenset("×第等")  # one of these, a digit or a Latin letter begins a number
NUMBER = lazy(
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
        prices = [price[token.start] + token.price for token in ending[end]]
        price.append(min(prices))
        last.append(ending[end][prices.index(price[end])])
    tokens, end = list[Token](), len(title)
    while end:
        tokens.append(last[end - 1])
        end = tokens[-1].start
    return tokens[::-1]


def candidates(title: str, terms: Collection[str], words: Words) -> Iterator[Token]:
    """Every token that could stand somewhere in the title."""
    for place, char in enumerate(title):
        yield Token(place, place + 1, Kind.UNKNOWN if char.isalnum() else Kind.MARK)
    known = {
        Kind.TERM: frozenset(terms),
        Kind.WORD: words.known,
        Kind.PARTICLE: CLINGING | {ABOUT},
        Kind.PLACE: frozenset(places(title)),
    }
    for kind, texts in known.items():
        for start, end in occurrences(title, texts):
            yield Token(start, end, kind)
    if any(char.isascii() or char.isdigit() or char in COUNTING for char in title):
        for found in NUMBER.finditer(title):
            yield Token(*found.span(), Kind.NUMBER)


def occurrences(title: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the given words stand, overlapping ones too."""
    words = _by_first(known)
    for start, char in enumerate(title):
        for word in words.get(char, ()):
            if title.startswith(word, start):
                yield start, start + len(word)


@lru_cache(maxsize=64)
def _by_first(known: frozenset[str]) -> dict[str, list[str]]:
    """The given words by their first characters; of the known ones there are a thousand."""
    found: dict[str, list[str]] = {}
    for word in known:
        found.setdefault(word[:1], []).append(word)
    return found


def places(title: str) -> set[str]:
    """What may be names of places: they start the title or a 《…》 and end in 县, 镇 and so on."""
    found = set[str]()
    for start in (anchor.start() for anchor in PLACE_START.finditer(title)):
        for end in range(start + 2, min(len(title), start + LONGEST_PLACE) + 1):
            if PLACE.fullmatch(title, start, end):
                found.add(title[start:end])
    return found
