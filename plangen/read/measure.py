"""Whether the lines of a text are those of a page, and how wide its full lines are.

A text copied from a PDF has a line break at every line's end. It is told by many lines of nearly
the same width that end within a sentence; a list of names or headings has none of that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plangen.read.passages import BLANKS, Passage
from plangen.read.starts import is_label, is_open, ordinal
from plangen.text.width import em

NARROWEST, WIDEST = 15, 80  # 字 in a line of text
FEWEST = 3  # full lines that show a width; one less where pages have their numbers
BAND = 4  # 字: a first line's indent, a word or a mark that didn't fit
ALIKE = 0.4  # of the lines that end within a sentence are full; others are names and cells
PROSE = 0.6  # of the full lines have a mark of a sentence in them
FIRSTS = 0.05  # of the full lines begin a paragraph
EXACT = 0.9  # of the full lines have the same number of characters: broken by a program
LONGER = 0.02  # of all lines may be wider than full ones
INDENT = 2  # 字 of a first line (clause 7.3.3)
INDENTED = 0.75  # 字 from which on a line is taken for indented; some copies halve the indent
HANGING = 1.5  # 字 that a mark at a line's end stands out, with another pressed together
SLACK = 0.5  # 字 by which justified text varies
MARKED = re.compile(r"[—–－-]+\s*\d{1,3}\s*[—–－-]+|第\s*\d{1,3}\s*页.*")
# What stands in columns: 张三　县教育局局长, a row of a table.
COLUMNS = re.compile(
    r"^[\u4e00-\u9fff·]{2,4}[ \u3000]+[\u4e00-\u9fff]{4}|\S(?: {3,}|\u3000{2,}|\t)\S"
)
MARKS = re.compile("[，。；、：]")
# What can't be parted at a line's end: a word or number, a mark and what it clings to.
UNIT = re.compile(
    r"[“‘（(《「『【〔]*(?:[A-Za-z0-9.%‰/@_+-]{1,30}|.)[，。、；：？！”’）)》」』】〕%％—…～]*"
)


@dataclass(frozen=True)
class Measure:
    """How the lines of a text were broken; widths in 字, or in characters where it `counts` them.

    `lost` is the indent of first lines that the copy hasn't kept; where it was kept it is
    `shown`. In an `exact` measure each full line has the same number of characters.
    """

    counts: bool
    full: float = 0
    margin: float = 0
    lost: float = 0
    shown: bool = False
    exact: bool = False

    def width(self, text: str) -> float:
        return len(text) if self.counts else em(text)

    def of(self, line: Passage) -> float:
        """The width of a line, with its indent; blanks at its end are but counted."""
        after = line.after if self.counts else ""
        return self.width(line.before + line.text + after) - self.margin

    def indent(self, line: Passage) -> float:
        return em(line.before) - self.margin

    def is_full(self, line: Passage, below: Passage, *, first: bool) -> bool:
        """Whether the text went on below only because the line was full."""
        room = self.full - (self.lost if first else 0) - self.of(line)
        if room < -INDENT:
            return False  # wider than the page: a title that comes from elsewhere
        if self.exact:
            return room <= 0
        found = UNIT.match(below.text)
        return room - SLACK < self.width(found.group() if found else "")


def may_wrap(texts: Sequence[str]) -> bool:
    """Whether as many lines end within a sentence as show a measure: in few Word files they do."""
    long = ((text, below) for text, below in pairwise(texts) if len(text) >= NARROWEST)
    found = (_goes_on(text.strip(BLANKS), below.strip(BLANKS)) for text, below in long)
    return sum(found) >= FEWEST - 1


def find_measure(lines: Sequence[Passage]) -> Measure | None:
    """The measure of a text whose lines are those of a page; None for any other."""
    lines = _without_title(lines)
    going_on = [line for line, below in pairwise(lines) if _goes_on(line.text, below.text)]
    long = [line for line in going_on if len(line.before + line.text + line.after) >= NARROWEST]
    if len(long) < FEWEST - 1:
        return None
    texts = [line for line in lines if line.text and not _in_columns(line.text)]
    both = (_measured(lines, texts, going_on, counts=counts) for counts in (False, True))
    found = [measure for measure in both if measure]
    return max(found, key=lambda measure: measure.exact, default=None)


def _without_title(lines: Sequence[Passage]) -> Sequence[Passage]:
    """The lines, with a first one wider than all others empty: a web page has the title apart."""
    at = next((at for at, line in enumerate(lines) if line.text), 0)
    width = em(lines[at].text) - INDENT if lines else 0
    others = (line.text for line in lines[at + 1 :])
    # No text is wider than its characters are many.
    if width <= 0 or any(len(text) >= width and em(text) >= width for text in others):
        return lines
    return [Passage(()), *lines[at + 1 :]]


def _measured(
    lines: Sequence[Passage],
    texts: Sequence[Passage],
    going_on: Sequence[Passage],
    *,
    counts: bool,
) -> Measure | None:
    """The measure by the lines that go on below; `texts` are those that don't stand in columns."""
    fewest = FEWEST - any(MARKED.fullmatch(line.text) for line in lines)
    plain = Measure(counts, margin=_margin(texts))
    widths = sorted(width for line in going_on if (width := plain.of(line)) >= NARROWEST)
    if len(widths) < fewest:
        return None
    full = _full(widths)
    measure = replace(plain, full=full)
    wide = [line for line in going_on if full - BAND <= measure.of(line) <= full + 1]
    prose = [line for line in wide if MARKS.search(line.text)]
    longer = [line for line in texts if measure.of(line) > full + INDENT]
    if (
        not NARROWEST <= full <= WIDEST
        or len(wide) < max(fewest, ALIKE * len(widths))
        or len(prose) < PROSE * len(wide)
        or len(longer) > LONGER * len(texts)
    ):
        return None
    return _with_indents(measure, lines, wide)


def _full(widths: Sequence[float]) -> float:
    """The width of full lines: the commonest of the greatest, but for a mark that hangs out."""
    if not widths:
        return 0
    greatest = widths[len(widths) * 9 // 10]
    counts = Counter(width for width in widths if greatest - HANGING <= width <= greatest)
    return max(counts, key=lambda width: (counts[width], width))


def _goes_on(text: str, after: str) -> bool:
    """Whether a line ends within a sentence that the next one may go on with."""
    if not text or not after or not is_open(text) or _in_columns(text):
        return False
    return not ordinal(after) and not is_label(after)


def _in_columns(text: str) -> bool:
    blank = " " in text or "\u3000" in text or "\t" in text
    return blank and COLUMNS.search(text) is not None


def _margin(lines: Sequence[Passage]) -> float:
    """The blanks that all lines have: where the page was copied with its margin."""
    return min(em(line.before) for line in lines)


def _with_indents(measure: Measure, lines: Sequence[Passage], wide: list[Passage]) -> Measure:
    """The measure with what first lines show: an indent, less text, or neither."""
    places = {id(line) for line in wide}
    pairs = ((above, line) for above, line in pairwise(lines) if id(line) in places)
    firsts = [line for above, line in pairs if _begins(measure, above, line)]
    indented = [line for line in wide if measure.indent(line) >= INDENTED]
    less = sorted(measure.full - measure.of(line) for line in firsts) or [0]
    shown = len(indented) > FIRSTS * len(wide)
    lost = less[(len(less) - 1) // 2]
    lost = min(lost, INDENT) if lost >= INDENTED else 0
    begun = {id(line) for line in firsts}
    ends = [measure.full - (lost if id(line) in begun else 0) for line in wide]
    even = [line for line, end in zip(wide, ends, strict=True) if measure.of(line) == end]
    exact = measure.counts and lost in {0, INDENT} and len(even) >= EXACT * len(wide)
    return replace(measure, lost=lost, shown=shown, exact=exact)


def _begins(measure: Measure, above: Passage, line: Passage) -> bool:
    """Whether a paragraph surely begins at a line."""
    if ordinal(line.text) or not above.text:
        return True
    return measure.of(above) < measure.full - BAND
