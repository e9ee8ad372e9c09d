"""The numbers that lines of a standard begin with: 第一章, 第三条, 一、 （一） 1. （1） ① 1.2.

Limit: which number is one is told by the sequence; a 3 that doesn't follow a 2 may be text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cmp_to_key
from itertools import pairwise

from plangen.text.numerals import han

MOST_SKIPPED = 30  # numbers that a text may leave out before its next one
HAN = {han(number): number for number in range(1, 200)}


class Kind(IntEnum):
    """The kinds of numbers, from the outermost to the innermost as they mostly stand."""

    CHAPTER = 0
    PART = 1
    ARTICLE = 2
    HAN = 3
    HAN_BRACKET = 4
    WHOLE = 5
    NUMBER = 6
    DECIMAL = 7
    DECIMALS = 8
    BRACKET = 9
    RING = 10


_HAN = "[一二三四五六七八九十百]{1,5}"
_BLANK = r"[\s\u3000]*"
_FORMS = (
    (Kind.CHAPTER, rf"第(?P<n>{_HAN}|\d{{1,2}})[章编篇]{_BLANK}"),
    (Kind.PART, rf"第(?P<n>{_HAN}|\d{{1,2}})(?:部分|节){_BLANK}"),
    (Kind.ARTICLE, rf"第(?P<n>{_HAN}|\d{{1,3}})条(?!例|[第和、至—~～-]){_BLANK}[：:、]?{_BLANK}"),
    (Kind.HAN, rf"(?P<n>{_HAN})(?:[、．.]|[\s\u3000]+){_BLANK}"),
    (Kind.HAN_BRACKET, rf"[（(]{_BLANK}(?P<n>{_HAN}){_BLANK}[）)]{_BLANK}[、.．]?{_BLANK}"),
    (Kind.BRACKET, rf"[（(]{_BLANK}(?P<n>\d{{1,3}}){_BLANK}[）)]{_BLANK}"),
    (Kind.RING, rf"(?P<n>[①-⑳]){_BLANK}"),
)
_DECIMALS = (
    (Kind.DECIMALS, rf"\d{{1,2}}[.．]\d{{1,2}}[.．](?P<n>\d{{1,2}})(?![\d.．%％‰]){_BLANK}"),
    (Kind.DECIMAL, rf"\d{{1,2}}[.．](?P<n>\d{{1,2}})(?![\d.．%％‰]){_BLANK}"),
    (Kind.WHOLE, r"(?P<n>\d{1,2})[\s\u3000]+(?=\S)"),
)
_NUMBER = ((Kind.NUMBER, rf"(?P<n>\d{{1,3}}){_BLANK}[.．、)）]{_BLANK}"),)
_FIRST_DECIMAL = re.compile(r"1[.．]1(?![\d%％‰])")
_SECOND_DECIMAL = re.compile(r"1[.．]2(?![\d%％‰])")


@dataclass(frozen=True)
class Mark:
    """The number a line begins with: `label` as it is written without its marks (一, 3, 1.2)."""

    kind: Kind
    number: int
    label: str


@dataclass(frozen=True)
class Line:
    """A paragraph: its place, counted from 1, its number if it has one, and the text after it."""

    at: int
    text: str
    mark: Mark | None = None
    whole: str = ""  # with its number, as written


def marked(paragraphs: Sequence[tuple[int, str]]) -> list[Line]:
    """Paragraphs with their numbers read; decimals only where there is a 1.1 and a 1.2."""
    texts = [text for _, text in paragraphs]
    decimal = all(
        any(form.match(text) for text in texts) for form in (_FIRST_DECIMAL, _SECOND_DECIMAL)
    )
    forms = [*(_DECIMALS if decimal else ()), *_FORMS, *_NUMBER]
    reader = _Reader(texts, [(kind, re.compile(form)) for kind, form in forms])
    return [reader.line(place, at) for place, (at, _) in enumerate(paragraphs)]


@dataclass
class _Reader:
    """Reads paragraph by paragraph; knows the last number of each kind."""

    texts: Sequence[str]
    forms: Sequence[tuple[Kind, re.Pattern[str]]]
    here: dict[Kind, int] = field(default_factory=dict)  # since a number of an outer kind
    ever: dict[Kind, int] = field(default_factory=dict)

    def line(self, place: int, at: int) -> Line:
        """The paragraph, with its number where that fits into the sequence."""
        text = self.texts[place]
        for mark, rest in self._readings(text):
            if self._fits(mark, rest, place):
                self.here = {kind: n for kind, n in self.here.items() if kind <= mark.kind}
                self.here[mark.kind] = self.ever[mark.kind] = mark.number
                return Line(at, rest, mark, text)
        return Line(at, text, None, text)

    def _readings(self, text: str) -> Iterator[tuple[Mark, str]]:
        for kind, form in self.forms:
            if found := form.match(text):
                number = _value(found["n"])
                if number:
                    label = re.sub(r"[（()）、.．：:\s\u3000]+$|^[（(]", "", found.group())
                    short = found["n"] if kind < Kind.DECIMAL else label
                    yield Mark(kind, number, short), text[found.end() :].strip()

    def _fits(self, mark: Mark, rest: str, place: int) -> bool:
        """Whether a number can be one here. Before a digit it must be the very next: 3.30%以上."""
        before, ever = self.here.get(mark.kind, 0), self.ever.get(mark.kind, 0)
        if mark.number in {before + 1, ever + 1} and before:
            return True
        digit = rest[:1].isdigit()
        if mark.number == 1 or mark.number == ever + 1:
            return not digit or self._goes_on(mark, place)
        near = any(0 < mark.number - last <= MOST_SKIPPED for last in (before, ever))
        return near and mark.number > before and not digit

    def _goes_on(self, mark: Mark, place: int) -> bool:
        """Whether the next number follows further down."""
        for text in self.texts[place + 1 :]:
            for other, _ in self._readings(text):
                if other.kind is mark.kind:
                    return other.number == mark.number + 1
        return False


def _value(label: str) -> int:
    """The number of 十二, 12, ⑫; 0 where it is none (十十)."""
    if "①" <= label <= "⑳":
        return ord(label) - ord("①") + 1
    return int(label) if label.isdecimal() else HAN.get(label, 0)


def kinds(lines: Sequence[Line]) -> list[Kind]:
    """The kinds of numbers in a text, the outermost first.

    Where a 1 follows another kind's number, that kind is the outer one; else as is usual.
    """
    marks = [line.mark for line in lines if line.mark]
    inner = Counter(
        (one.kind, two.kind)
        for one, two in pairwise(marks)
        if two.number == 1 and one.kind is not two.kind
    )

    def compare(one: Kind, two: Kind) -> int:
        seen = inner[two, one] - inner[one, two]
        return seen or one - two

    return sorted({mark.kind for mark in marks}, key=cmp_to_key(compare))
