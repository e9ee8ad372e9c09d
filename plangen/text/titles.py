"""Break a document title into lines by meaning (GB/T 9704-2012, clause 7.3.1).

It knows only the words it is given: a name nobody told it may be cut when nothing else fits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from plangen.text.patterns import lazy
from plangen.text.title_layout import NEVER, arrange
from plangen.text.title_tokens import (
    ABOUT,
    CLINGING,
    NO_WORDS,
    PLACE_ENDS,
    Kind,
    Token,
    Words,
    tokenise,
)
from plangen.text.width import em

# What a break costs, from the gladly seen to the last resort.
SUBTITLE = -5.0  # before （征求意见稿） at the end
CLAUSE = 0.0  # after the issuer
PHRASE = 1.5  # before 《
EDGE = 5.0  # between words
UNSURE = 9.0  # between a word and something unknown
SUFFIX = 25.0  # between a word and one unknown character
NESTED = 30.0  # within a word made of words
GUESS = 40.0  # within something unknown
CUT = 120.0  # within a word
# What is added to that.
LEADING = 25.0  # 青山县创建｜…: worse than one line more
ASKING = 1.0  # 关于加强｜…
HEAD = 6.0  # …｜工作
DOUBTFUL = 4.0  # on both sides of 提升, a verb in 优化环境提升服务, a noun in 能力提升方案
PLACED = 4.0  # 推进全县｜…
OPENED = 1.0  # 《青山县｜…
GENRE = -1.0  # …｜实施方案
JOINING = 2.0  # 和｜…
SHORT_WORD = 4  # a word no longer than this has no parts

GUESSED = frozenset({Kind.UNKNOWN, Kind.WORD, Kind.PLACE})  # their edges may be wrong
NOUNS = frozenset({Kind.UNKNOWN, Kind.WORD})  # and what ends in one of these marks
NOUN_ENDS = frozenset("》〉”’）")
OPENERS = frozenset("《〈“‘（〔【「『([")
CLOSERS = frozenset("》〉”’）〕】」』)],.，。、；：！？;:!?%％…—·～~-")
TIES = OPENERS | frozenset("—·～~…-")  # no break after these
MARKED = tuple(
    lazy(f"{opener}[^{opener}{closer}]*{closer}")
    for opener, closer in ("“”", "‘’", "《》", "〈〉", "（）", (r"\(", r"\)"))
)
ISSUING = lazy("关于(?:印发|转发|批转)?|印发|转发|批转")
FINAL_BRACKET = lazy(r"（[^（）]*）(?=$|[》”]?的\w{1,4}$)")
ISSUED = lazy(r"\w{2}[》”）]*的\w{1,4}(?=$|[》〉（])")  # 方案》的通知


def break_title(
    title: str, terms: Collection[str] = (), words: Words = NO_WORDS, width: float = 20
) -> tuple[str, ...]:
    """The lines of a title, each at most `width` 字; joined they are the title again.

    `terms` (names of places and bodies, the plan's own words) are not cut if they fit a line.
    A blank between joint issuers stays at the end of its line and isn't counted there.
    """
    if em(title) <= width:
        return (title,)
    cuts = arrange(title, break_costs(title, terms, words, width), width)
    return tuple(title[start:end] for start, end in pairwise((*cuts, len(title))))


def break_costs(title: str, terms: Collection[str], words: Words, width: float) -> list[float]:
    """The cost of a break before each character."""
    fitting = frozenset(term for term in terms if em(term) <= width)
    tokens = tokenise(title, fitting, words)
    costs = word_costs(title, tokens, words)
    for place, cost in structure(title):
        costs[place] = cost
    ties = tied(title, tokens)
    for start, end in wholes(title, tokens):
        if fits(title, ties, start, end, width):
            ties[start + 1 : end] = [True] * (end - start - 1)
    return [NEVER if tie else cost for tie, cost in zip(ties, costs, strict=True)]


def word_costs(title: str, tokens: Sequence[Token], words: Words) -> list[float]:
    """Costs by words alone: cheap between two known ones, dear within one."""
    costs = [NEVER]
    reading = Reading(title, tokens, words)
    for number, text in enumerate(reading.texts):
        if number:
            costs.append(reading.edge(number) + reading.hold(number - 1) + reading.lean(number))
        costs += [inner_cost(text[:size], text[size:], words) for size in range(1, len(text))]
    return costs


class Reading:
    """A title read as words; what its words want of each other."""

    def __init__(self, title: str, tokens: Sequence[Token], words: Words) -> None:
        self.kinds = [token.kind for token in tokens]
        self.texts = [title[token.start : token.end] for token in tokens]
        self.words = words

    def edge(self, number: int) -> float:
        """The cost of a break before a token, by how sure the edge is."""
        kinds = {self.kinds[number - 1], self.kinds[number]}
        if kinds == {Kind.UNKNOWN}:
            return GUESS
        if Kind.UNKNOWN not in kinds or not kinds <= GUESSED:
            return EDGE
        return SUFFIX if self.alone(number) else UNSURE

    def alone(self, number: int) -> bool:
        """Whether a token is a single unknown character, like 区 after 森林防火."""
        after = self.kinds[number + 1] if number + 1 < len(self.kinds) else Kind.NUMBER
        return self.kinds[number] is Kind.UNKNOWN is not after

    def noun(self, number: int) -> bool:
        """Whether a token may be a noun, or the end of one in marks."""
        return self.kinds[number] in NOUNS or self.texts[number] in NOUN_ENDS

    def place(self, number: int) -> bool:
        """Whether a token may be the name of a place."""
        kind, text = self.kinds[number], self.texts[number]
        named = kind is Kind.TERM and text.endswith(PLACE_ENDS) and text not in self.words.known
        return named or kind is Kind.PLACE

    def lean(self, number: int) -> float:
        """How much a token wants the one before it on its line."""
        if self.texts[number] in self.words.genres:
            return GENRE
        if self.texts[number] in self.words.heads and self.noun(number - 1):
            return DOUBTFUL if self.doubtful(number) else HEAD
        opened = number > 1 and self.texts[number - 2] in OPENERS
        return OPENED if opened and self.place(number - 1) else 0

    def hold(self, number: int) -> float:
        """How much a token wants the one after it on its line."""
        text, before = self.texts[number], self.texts[number - 1] if number else ""
        if text in self.words.verbs:
            return self.hold_of_verb(number)
        if text in self.words.modifiers:
            return LEADING
        if self.kinds[number] is Kind.PARTICLE and text != "等":
            return LEADING if before in self.words.verbs and self.hold(number - 1) else JOINING
        return PLACED if self.place(number) and before in self.words.verbs else 0

    def hold_of_verb(self, number: int) -> float:
        """How much a verb wants its object on its line; nothing, where it is a noun: 乡村建设."""
        if self.asked(number):
            return ASKING
        if not number or self.texts[number - 1] in self.words.modifiers:
            return LEADING
        if self.texts[number - 1] in self.words.verbs:
            return self.hold_of_verb(number - 1)
        if self.noun(number - 1):
            return DOUBTFUL if self.doubtful(number) else 0
        return LEADING

    def asked(self, number: int) -> bool:
        """Whether only verbs stand between 关于 and here: 关于进一步加强和改进."""
        started = self.words.verbs | self.words.modifiers | CLINGING
        back = (text for text in reversed(self.texts[:number]) if text not in started)
        return next(back, "") == ABOUT

    def doubtful(self, number: int) -> bool:
        """Whether a verb after a noun may have an object: 提升 in 优化营商环境提升服务水平."""
        if self.texts[number] not in self.words.verbs or number + 1 == len(self.texts):
            return False
        after = self.texts[number + 1]
        ending = self.words.heads | self.words.genres | CLINGING
        return self.kinds[number + 1] in NOUNS and after not in ending and after.isalnum()


def inner_cost(head: str, tail: str, words: Words) -> float:
    """The cost of a break within a word: less where a long one is made of others."""
    made = head in words.known or tail in words.known
    return NESTED if made and len(head + tail) > SHORT_WORD else CUT


def structure(title: str) -> Iterator[tuple[int, float]]:
    """The places where a title falls apart by itself: issuer｜关于印发｜《…》."""
    for place in range(1, len(title)):
        if title[place - 1].isspace():
            yield place, CLAUSE
        elif title[place] in "《〈":
            yield place, PHRASE
    for number, found in enumerate(ISSUING.finditer(masked(title))):
        yield found.start(), PHRASE if number else CLAUSE
        if found.group() != ABOUT and found.end() < len(title):
            yield found.end(), PHRASE
    for found in FINAL_BRACKET.finditer(title):
        yield found.start(), SUBTITLE if found.end() == len(title) else PHRASE


def masked(title: str) -> str:
    """The title with all that stands in marks blotted out, in the same length."""
    for pattern in MARKED:
        title = pattern.sub(lambda found: "□" * len(found.group()), title)
    return title


def wholes(title: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """What stays on one line if it fits: terms, marked text, issuers (before 关于, at blanks)."""
    for token in tokens:
        if token.kind is Kind.TERM:
            yield token.start, token.end
    for pattern in MARKED:
        for found in pattern.finditer(title):
            yield found.span()
    issuing = ISSUING.search(masked(title))
    for found in re.finditer(r"\S+", title[: issuing.start()] if issuing else ""):
        yield found.span()


def fits(title: str, ties: Sequence[bool], start: int, end: int, width: float) -> bool:
    """Whether a stretch fits a line together with all that is tied to it."""
    while start and ties[start]:
        start -= 1
    while end < len(title) and ties[end]:
        end += 1
    return em(title[start:end].rstrip()) <= width


def tied(title: str, tokens: Sequence[Token]) -> list[bool]:
    """Before which characters no line begins, by the rules for marks, numbers and particles."""
    ties = [False, *(tie(before, after) for before, after in pairwise(title))]
    for token in tokens:
        text = title[token.start : token.end]
        clings = text in CLINGING or (token.kind is Kind.NUMBER and text[0] in CLINGING)
        ties[token.start] |= clings  # 等, 等五部门
        if text == ABOUT and token.end < len(title):
            ties[token.end] = True
        elif token.kind is Kind.NUMBER:
            ties[token.start + 1 : token.end] = [True] * (len(text) - 1)
    for found in ISSUED.finditer(title):
        ties[found.start() + 1 : found.end()] = [True] * (len(found.group()) - 1)
    return ties


def tie(before: str, after: str) -> bool:
    """Whether two characters stay on one line whatever they mean."""
    number = before.isdecimal() and after.isalnum()
    latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return before in TIES or after in CLOSERS or after.isspace() or number or latin
