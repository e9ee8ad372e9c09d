"""The paragraphs of a text whose lines are those of a page.

Limit: where a paragraph's last line is full, and the next begins with nothing that tells (an
ordinal, a label, an indent), nobody can see that it ended; the two are read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from plangen.read import starts
from plangen.read.measure import INDENTED, Measure
from plangen.read.passages import Passage, Piece, blank, blanks, joined
from plangen.read.starts import (
    is_finished,
    is_known_label,
    is_label,
    is_open,
    ordinal,
    within_brackets,
)

NO_START = "，。、；：！？”’）》〕】%％"
MARKS = re.compile("[，。；！？]")
# What is complete: a line of a roster (组长：何川（县委书记）), whom a notice is addressed to, a
# phase with its dates.
COMPLETE = re.compile(
    r"(?:[^：:（(]{2,12}[：:])?[\u4e00-\u9fff·XxＸ×某*＊○]{1,6}"
    r"[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]|各[^。；]*[：:]"
    r"|.{1,40}阶段[（(][^（）()]*\d[^（）()]*[）)]"
)
DATED = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:底?前)?，?")
LATIN = re.compile("[A-Za-z0-9]")


def unwrapped(lines: Sequence[Passage], measure: Measure) -> list[Passage]:
    """The paragraphs; blank lines stay."""
    return list(_Joiner(measure).paragraphs(lines))


class _Joiner:
    """Goes through the lines; knows the paragraph it is in, and the ordinals so far."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.sequence = starts.Sequence()

    def paragraphs(self, lines: Sequence[Passage]) -> Iterator[Passage]:
        held: list[Passage] = []
        for line, below in zip_longest(lines, lines[1:]):
            if held and not self.goes_on(held, line, below):
                yield self.joined(held)
                held = []
            if not held and (found := ordinal(line.text)):
                self.sequence.add(found)
            held.append(line)
        if held:
            yield self.joined(held)

    def goes_on(self, held: list[Passage], line: Passage, below: Passage | None) -> bool:
        """Whether a line belongs to the paragraph so far."""
        last, shown = held[-1], self.measure.shown
        if not (last.text and line.text) or line.outline or last.outline:
            return False
        if not self.measure.is_full(last, line, first=len(held) == 1):
            return False
        inside = within_brackets("".join(part.text for part in held[-3:]))
        if inside or line.text[0] in NO_START:
            return True
        if self.begins(last.text, line) or self.ended(held, line):
            return False
        return not is_finished(last.text) or shown or self.may_go_on(line, below)

    def begins(self, above: str, line: Passage) -> bool:
        """Whether a line begins a paragraph by its indent, a label, or an ordinal.

        A number within a sentence (第 / 1、2条) is none.
        """
        if self.measure.shown and self.measure.indent(line) >= INDENTED:
            return True
        text = line.text
        label = is_label(text) and is_finished(above) and text[-1] not in "：:"
        if label or is_known_label(text):
            return True
        found = ordinal(line.text)
        if not found:
            return False
        doubtful = starts.before_digit(line.text, found)
        if is_open(above):
            return found[1] > 1 and self.sequence.fits(found) and not doubtful
        return not doubtful or self.sequence.fits(found)

    def ended(self, held: list[Passage], line: Passage) -> bool:
        """Whether a paragraph is complete, or the next begins with a date as it does itself."""
        if COMPLETE.fullmatch("".join(part.text for part in held[:3])):
            return True
        dates = [DATED.match(part.text) for part in (held[0], line)]
        return is_finished(held[-1].text) and all(dates)

    def may_go_on(self, line: Passage, below: Passage | None) -> bool:
        """Whether a line after a full one with a final mark is likely to go on with it.

        A heading, a name or a date isn't: it has no mark, and ends before it is full. A remark in
        brackets (（牵头单位：县卫健局）) is.
        """
        if MARKS.search(line.text) or line.text[0] in "（(" or is_finished(line.text):
            return True
        return (
            below is not None
            and bool(below.text)
            and self.measure.is_full(line, below, first=False)
        )

    def joined(self, held: list[Passage]) -> Passage:
        return joined(held, blanks if self.measure.exact else _between_words)


def _between_words(above: Passage, line: Passage) -> tuple[Piece, ...]:
    """A blank between Latin words; nothing within a number."""
    latin = LATIN.match(above.text[-1:]) and LATIN.match(line.text)
    digits = above.text[-1:].isdigit() and line.text[0].isdigit()
    return blank(above, line) if latin and not digits else ()
