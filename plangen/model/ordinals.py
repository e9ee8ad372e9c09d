"""Ordinals at the start of lines, read by level and by sequence; and which of them are siblings.

A number before a digit (3.30%以上村庄…, 1.2024年…) is an ordinal only where it is the next one.
What stands within a paragraph is not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plangen.model.document import Block, Role
from plangen.text.memory import remembered
from plangen.text.numerals import han
from plangen.text.patterns import lazy
from plangen.value import of_tuple

FIRST, SECOND, PHASE, THIRD, FOURTH, HALF, RING = 10, 20, 25, 30, 40, 45, 50
"""The ranks: 一、（一）第一阶段： 1.（1）1）①. Ten times the level of clause 7.3.3, or between."""
INNER = 35  # how deep phases stand below a heading with 3.

HAN = "[一二三四五六七八九十]"
NUMBERS = {han(number): number for number in range(1, 100)}
# 一、二级医院 and 二、三产业 are approximate numbers, 十、百、千 no numbers of a list.
APPROXIMATE = f"(?![百千万亿]、|{HAN}{{1,2}}[、级类线产期档批次层楼环季名等])"
_BRACKETED, _HAN = "（(", "一二三四五六七八九十"
FORMS = (
    (
        SECOND,
        lazy(rf"(?P<open>[（(])?\s*(?P<n>{HAN}{{1,3}})\s*[）)](?P<mark>[、.．，,：:])?"),
    ),
    (SECOND, lazy(rf"(?P<open>[（(])(?P<n>{HAN}{{1,3}})(?P<mark>[、.．])")),
    (FIRST, lazy(rf"(?P<n>{HAN}{{1,3}})\s*(?P<mark>[、.．，,：:]){APPROXIMATE}")),
    (PHASE, lazy(rf"第(?P<n>{HAN}{{1,3}})阶段\s*(?P<mark>[：:]|(?=[（(\s]|$))")),
    (
        FOURTH,
        lazy(r"(?P<open>[（(])\s*(?P<n>\d{1,2})\s*[）)](?!号)(?P<mark>[、.．，,：:])?"),
    ),
    (THIRD, lazy(r"(?P<n>\d{1,2})\s*(?P<mark>[、.．，,])")),
    (HALF, lazy(r"(?P<n>\d{1,2})(?P<mark>[）)])")),
    (RING, lazy(r"(?P<n>[①-⑳])(?P<mark>)")),
)
_RANKS = {  # of the forms that may begin with a character
    **dict.fromkeys(_BRACKETED, (SECOND, FOURTH)),
    **dict.fromkeys(_HAN, (SECOND, FIRST)),
    "第": (PHASE,),
}
_NUMERIC = (HALF, THIRD, RING)
BY_FIRST = {
    first: tuple(form for form in FORMS if form[0] in ranks) for first, ranks in _RANKS.items()
}
BY_DIGIT = tuple(form for form in FORMS if form[0] in _NUMERIC)
MARKS = "、．."
STARTS = frozenset({*BY_FIRST, "附"})  # letters that a line may begin with which matters here
LOST = lazy(r"(?P<mark>[、．]|\.(?=[^\W\da-zA-Z_]))(?=\S)")
ENDED = lazy(r"[。；;：:）)！？”]\s*$")
ANNEX_LIST = lazy(r"附件?\s*[：:]\s*")
ANNEX_LABEL = lazy(rf"附件\s*(?:\d{{1,2}}|{HAN}{{1,2}})?\s*[：:]?$")
BOUNDARIES = frozenset(
    {
        *(Role.MARK, Role.NUMBER, Role.TITLE, Role.ADDRESSEE, Role.SIGNATURE, Role.DATE),
        *(Role.REMARK, Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.IMPRINT, Role.SIGNATURE_TABLE),
    }
)


class Ordinal(NamedTuple):
    """The ordinal that a text begins with, and what follows it; its number is 0 for 十十、."""

    rank: int
    number: int
    typed: str
    mark: str
    rest: str


class Entry(NamedTuple):
    """A line that begins with an ordinal; `typed` is the ordinal, `text` what follows it.

    A `lost` number is known only from its mark: “、爱国卫生工作……” after 3、 is 4.
    """

    block: Block
    place: int
    rank: int
    number: int
    typed: str
    mark: str
    text: str
    lost: bool = False

    @property
    def ours(self) -> bool:
        """Whether the locality wrote it: the wording of a standard's clauses is only counted."""
        return not self.block.clause

    @property
    def quote(self) -> str:
        """The ordinal and the first words, enough to find it."""
        return self.typed + self.text[:6]


ENTRY = of_tuple(Entry)  # one for most lines


@dataclass(eq=False)
class Run:
    """Siblings: ordinals of one rank under one parent, counted from its first."""

    rank: int
    parent: Entry | None
    before: int  # the last number of this rank before, which a run may go on from
    entries: list[Entry] = field(default_factory=list)

    @property
    def last(self) -> Entry:
        return self.entries[-1]


def numbering(blocks: Sequence[Block]) -> list[Run]:
    """The runs of ordinals in blocks (tables have none)."""
    reader = Reader(blocks)
    for place, block in enumerate(blocks):
        first = block.text[:1]
        if first in STARTS or not first.isalpha() or block.role in BOUNDARIES:
            reader.read(place)
    return reader.runs


def boundary(line: Block) -> bool:
    """Whether numbering starts anew after this line whatever it was: a title, an annex."""
    text = line.text.strip()
    return line.role in BOUNDARIES or (text.startswith("附") and bool(ANNEX_LABEL.match(text)))


class Reader:
    """Reads line by line; knows which runs are open."""

    def __init__(self, lines: Sequence[Block]) -> None:
        self.lines = lines
        self.runs: list[Run] = []
        self.open: dict[int, Run] = {}  # by rank, the deepest last
        self.left: dict[tuple[int, int], list[Run]] = {}  # runs broken off by a new 1
        self.latest: dict[int, int] = {}
        self.inner = False  # phases stand below a heading with 3.

    def read(self, place: int) -> None:
        """Take in one line."""
        line = self.lines[place]
        text = line.text.lstrip()
        annex = text.startswith("附")  # most lines are asked no more
        listed = ANNEX_LIST.match(text) if annex else None
        if listed or line.role in BOUNDARIES or (annex and boundary(line)):
            self.open, self.left, self.latest = {}, {}, {}
        entry = self.entry(place, text[listed.end() :] if listed else text)
        if entry:
            self.add(entry)

    def entry(self, place: int, text: str) -> Entry | None:
        """The ordinal a text begins with, if it is one here."""
        found = ordinal(text)
        if found is None or not found.number:
            return self.lost(place, text) if text[:1] in MARKS else None
        rank, number, typed, mark, rest = found
        before_digit = rank in {THIRD, HALF} and text[len(typed) :][:1].isdigit()
        if before_digit and not self.fits(number, place):
            return None
        return ENTRY((self.lines[place], place, rank, number, typed, mark, rest, False))

    def fits(self, number: int, place: int) -> bool:
        """Whether a number before a digit is the next one: 3.30%以上村庄…"""
        run = self.open.get(THIRD)
        if run and number == run.last.number + 1:
            return True
        return number == 1 and self.next_number(place, THIRD) == number + 1

    def lost(self, place: int, text: str) -> Entry | None:
        """A mark where a number must have stood: the list goes on without it.

        The line before has ended: a line that a converter broke before 、 is no item.
        """
        found = LOST.match(text)
        if not found:
            return None
        mark, rest, block = found["mark"], text[found.end() :].lstrip(), self.lines[place]
        ended = place and ENDED.search(self.lines[place - 1].text)
        for rank in (THIRD, FIRST):
            run, after = self.open.get(rank), self.next_number(place, rank)
            number = run.last.number + 1 if run else 1
            goes_on = after > number or (not after and run and run.last.mark == mark)
            if (run and ended and goes_on) or (not run and after == number + 1):
                return Entry(block, place, rank, number, mark, mark, rest, lost=True)
        return None

    def next_number(self, place: int, rank: int) -> int:
        """The next number of a rank below a place, in the same list; 0 where there is none."""
        for line in self.lines[place + 1 :]:
            text = line.text.lstrip()
            found = ordinal(text)
            known = found.rank if found else RING
            if boundary(line) or known < rank or ANNEX_LIST.match(line.text):
                return 0
            if found and known == rank:
                return found.number
        return 0

    def add(self, entry: Entry) -> None:
        """Put an ordinal into its run; what is deeper is closed."""
        rank = self.depth(entry) if entry.rank == PHASE else entry.rank
        while (deepest := next(reversed(self.open), rank)) > rank:
            del self.open[deepest]
        run = self.open.get(rank)
        if run is not None and entry.number == run.last.number + 1:
            run.entries.append(entry)
            self.latest[rank] = entry.number
            return
        above = next((run for known, run in reversed(self.open.items()) if known < rank), None)
        parent = above.last if above else None
        left = self.left.setdefault((rank, parent.place if parent else -1), [])
        if run is None or restarts(run, entry):
            left += [run] if run else []
            run = Run(entry.rank, parent, self.latest.get(rank, 0))
            self.runs.append(run)
        else:
            run = next((old for old in left if old.last.number == entry.number - 1), run)
        run.entries.append(entry)
        self.open[rank] = run
        self.latest[rank] = entry.number

    def depth(self, entry: Entry) -> int:
        """How deep a phase stands: deeper than its rank right below a heading with 3."""
        run = self.open.get(THIRD)
        if entry.number == 1:
            lines = self.lines[run.last.place + 1 : entry.place] if run else ()
            follows = all(not line.text.strip() and line.table is None for line in lines)
            self.inner = bool(run and follows and not ENDED.search(run.last.text))
        return INNER if self.inner and run else PHASE


@remembered(2048)  # a dozen readers ask about the same lines
def ordinal(text: str) -> Ordinal | None:
    """The ordinal that a text begins with; None where it begins with none."""
    for rank, form in forms_of(text):
        if found := form.match(text):
            rest = text[found.end() :].lstrip()
            return Ordinal(rank, value(found["n"]), found.group(), found["mark"] or "", rest)
    return None


def forms_of(text: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """The forms that a text may begin with, by its first character."""
    first = text[:1]
    return BY_FIRST.get(first) or (BY_DIGIT if first.isnumeric() else ())


def restarts(run: Run, entry: Entry) -> bool:
    """Whether a 1 begins a new list: not where it only repeats the 1 of the line before."""
    repeats = run.last.number == 1 and run.last.place == entry.place - 1
    return entry.number == 1 and not repeats


def value(typed: str) -> int:
    """The number of an ordinal: 十二, 12, ⑫; 0 where it is none (十十)."""
    if "①" <= typed <= "⑳":
        return ord(typed) - ord("①") + 1
    return NUMBERS.get(typed, 0) if typed[0] in "一二三四五六七八九十" else int(typed)


def label(rank: int, number: int) -> str:
    """An ordinal as the standard writes it: 一、（一）1.（1）; a ring as it is: ①."""
    if rank == RING:
        return chr(ord("①") + number - 1)
    forms = {FIRST: "{}、", SECOND: "（{}）", PHASE: "第{}阶段：", THIRD: "{}."}
    shown = han(number) if rank <= PHASE else str(number)
    return forms.get(rank, "（{}）").format(shown)
