"""Where the text quotes a standard's clauses.

Limit: only what is nearly verbatim is a quotation; a duty in the plan's own words is none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain
from operator import add

from plangen.model.document import Block, Role
from plangen.rules._text import pairs
from plangen.rules.base import Case, once
from plangen.standard.catalogue import Clause, Standard
from plangen.text.cached import cached_property
from plangen.text.memory import remembered
from plangen.text.patterns import lazy
from plangen.value import Value, value

SHORTEST = 20  # characters of a text that can be told to be a quotation
MEMORY = 1024  # paragraphs of which it is known what they quote
LIKE = 0.8  # how much of a quotation must be the clause's
KNOWN = 0.6  # how many of its pairs of characters must be the clause's, to be looked at
SAMPLED = 0.4  # the same of every third pair, marks included

# 1. before a clause, and which it is: 1.《国家卫生乡镇标准》第3条：
ORDINAL = lazy(
    r"(?:(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]\d{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳])\s*)?"
    r"(?:《[^《》]{2,40}》第\d{1,3}条[：:]\s*)?"
)
MARK = lazy(r"[（(](?:牵头|主办|责任|协助|配合)单位.*")
KEPT, DROPPED = lazy(r"[^\W_]|[%‰≥≤<>]"), lazy(r"(?:_|[^\w%‰≥≤<>％＜＞])+")
WIDE = lazy("[！-～]")
NARROW = {code: code - 0xFEE0 for code in range(0xFF05, 0xFF5B)}  # ％ to ｚ: wide to narrow


@value
class Plain(Value):
    """A paragraph (`source`) without its marks, its ordinal and the units after it (`text`)."""

    source: str
    text: str

    @classmethod
    def of(cls, source: str) -> Plain:
        """A paragraph, read."""
        return cls(source, plain_text(source))

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where each character of the text stands in the source."""
        return tuple(
            found.start() for found in KEPT.finditer(_narrow(self.source), *ends(self.source))
        )

    def cut(self, start: int, end: int) -> str:
        """The source from one character to another, marks between them included."""
        if start >= end:
            return ""
        return self.source[self.places[start] : self.places[end - 1] + 1]


def ends(source: str) -> tuple[int, int]:
    """Where the sentence of a paragraph begins and ends."""
    head = ORDINAL.match(source)
    tail = MARK.search(source) if "单位" in source else None
    return head.end() if head else 0, tail.start() if tail else len(source)


def plain_text(source: str) -> str:
    """The sentence of a paragraph without its marks."""
    start, end = ends(source)
    return _plain(source[start:end])


def _plain(sentence: str) -> str:
    text = DROPPED.sub("", sentence.replace("其它", "其他"))
    return text.translate(NARROW) if WIDE.search(text) else text


def _narrow(text: str) -> str:
    """Of the same length: ％ as %, 其它 as 其他."""
    return text.replace("其它", "其他").translate(NARROW)


Found = tuple[Clause, Standard, bool]  # what a text quotes, and whether beyond doubt


@value
class Quote(Value):
    """A paragraph that quotes a clause, or a part of it.

    `sure`: it is the clause's own wording beyond doubt, not only like it.
    """

    block: Block
    text: Plain
    clause: Clause
    standard: Standard
    sure: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.standard.id, self.clause.id

    @property
    def named(self) -> str:
        """《标准》“健康教育”第2条."""
        section = self.standard.section_of(self.clause.id).title
        return f"《{self.standard.title}》“{section}”第{self.clause.number}条"


@once
def quotes(case: Case) -> tuple[Quote, ...]:
    """Every paragraph that is a clause, a part of one, or nearly so; printed clauses included."""
    index = _index(tuple(case.standards.values()))
    blocks = case.document.blocks if case.document and index.clauses else ()
    read = (
        (block, _quoted(source, block.clause, index))
        for block in blocks
        if (len(block.text) >= SHORTEST or not block.text) and block.role is not Role.ROSTER
        for source in block.texts()
        if len(source) >= SHORTEST
    )
    return tuple(Quote(block, *found) for block, found in read if found)


@remembered(MEMORY)
def _quoted(source: str, clause: str, index: Index) -> tuple[Plain, Clause, Standard, bool] | None:
    """A paragraph without its marks and the clause that it quotes; None where it quotes none.

    `clause` is the id of the one whose wording was printed. Townships quote what others do.
    """
    start, end = ends(source)
    sentence = source[start:end]
    printed = index.by_id.get(clause, ())
    if not printed and not _likely(sentence, index):
        return None
    text = _line_plain(sentence) if sentence in index.lines else _plain(sentence)
    if len(text) < SHORTEST:
        return None
    found = _printed(text, *printed[0]) if len(printed) == 1 else _nearest(text, index)
    return (Plain(source, text), *found) if found else None


def _printed(text: str, clause: Clause, standard: Standard) -> Found:
    """A clause that was printed, of which the text is a line."""
    if text == clause_plain(clause.text).text:  # as a rule
        return clause, standard, True
    own = pairs(text)
    return clause, standard, len(own & _clause_pairs(clause.text)) >= LIKE * len(own)


class Index:
    """Clauses, and which of them have a pair of characters."""

    def __init__(self, standards: Iterable[Standard]) -> None:
        self.clauses = tuple((one, standard) for standard in standards for one in standard.clauses)
        self.by_id: dict[str, list[tuple[Clause, Standard]]] = defaultdict(list)
        for row in self.clauses:
            self.by_id[row[0].id].append(row)
        self.known = frozenset().union(*(_clause_pairs(one.text) for one, _ in self.clauses))

    @cached_property
    def lines(self) -> frozenset[str]:
        """The lines of the clauses as they are printed: as a rule they are quoted so."""
        return frozenset(line for one, _ in self.clauses for line in one.text.split("\n"))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The numbers of the clauses that have a pair."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, (clause, _) in enumerate(self.clauses):
            for pair in _clause_pairs(clause.text):
                places[pair].append(at)
        return places

    @cached_property
    def common(self) -> dict[str, int]:
        """In how many clauses a pair is."""
        return {pair: len(having) for pair, having in self.places.items()}

    @cached_property
    def whole(self) -> dict[str, tuple[Clause, Standard]]:
        """The first clause of each wording."""
        return {clause_plain(row[0].text).text: row for row in reversed(self.clauses)}


@cache
def _index(standards: tuple[Standard, ...]) -> Index:
    return Index(standards)


@cache
def clause_plain(text: str) -> Plain:
    """The wording of a clause, without its marks."""
    return Plain.of(text)


@cache
def _line_plain(line: str) -> str:
    """A line of a clause, without its marks."""
    return _plain(line)


@cache
def _clause_pairs(text: str) -> frozenset[str]:
    return frozenset(pairs(clause_plain(text).text))


def _likely(sentence: str, index: Index) -> bool:
    """Whether a sentence may quote a clause: every third pair tells of most that they don't."""
    some = set(map(add, sentence[::3], sentence[1::3]))
    return len(some & index.known) >= SAMPLED * len(some)


def _nearest(text: str, index: Index) -> Found | None:
    """The clause that most of a text's pairs are of; None where they are nobody's."""
    if same := index.whole.get(text):
        return *same, True
    asked = pairs(text)
    known = asked & index.known
    if len(known) < KNOWN * len(asked):
        return None
    rarest = min(known, key=index.common.__getitem__)
    for row in map(index.clauses.__getitem__, index.places[rarest]):
        if known <= _clause_pairs(row[0].text):  # as a rule: of a quotation all are one clause's
            return *row, len(known) >= LIKE * len(asked)
    found = Counter(chain.from_iterable(map(index.places.__getitem__, known)))
    best, count = found.most_common(1)[0]
    if count < KNOWN * len(asked):
        return None
    return *index.clauses[best], count >= LIKE * len(asked)
