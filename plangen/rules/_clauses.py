"""Where the text quotes a standard's clauses, and how the wording of two texts differs.

Limit: only what is nearly verbatim is a quotation; a duty in the plan's own words is none.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from operator import add

from plangen.model.document import Block, Role
from plangen.rules._lazy import lazy
from plangen.rules._text import pairs
from plangen.rules.base import Case, once
from plangen.standard.catalogue import Clause, Standard

SHORTEST = 20  # characters of a text that can be told to be a quotation
LIKE = 0.8  # how much of a quotation must be the clause's
KNOWN = 0.6  # how many of its pairs of characters must be the clause's, to be looked at
SAMPLED = 0.4  # the same of every third pair, marks included
MOST = 4  # differences; more of them make a free wording
LONGEST = 40  # characters of one difference
AROUND = 2  # characters shown on either side of a difference

ORDINAL = lazy(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]\d{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳])\s*"
)
MARK = lazy(r"[（(](?:牵头|主办|责任|协助|配合)单位.*$")
KEPT, DROPPED = lazy(r"[^\W_]|[%‰≥≤<>]"), lazy(r"(?:_|[^\w%‰≥≤<>％＜＞])+")
WIDE = lazy("[！-～]")
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # ％ as %: wide to narrow
# What plans rightly adapt: the locality, and words that change nothing.
LOCAL = lazy(r"[县市区镇乡城村州旗我本全各级的地和与及等]|街道|以及|应当|要")
SIGNS = {
    "不低于": "≥",
    "不少于": "≥",
    "大于等于": "≥",
    "达到": "≥",
    "达": "≥",
    "不高于": "≤",
    "不超过": "≤",
    "小于等于": "≤",
}


@dataclass(frozen=True)
class Plain:
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


@dataclass(frozen=True)
class Quote:
    """A paragraph that quotes a clause, or a part of it."""

    block: Block
    text: Plain
    clause: Clause
    standard: Standard

    @property
    def key(self) -> tuple[str, str]:
        return self.standard.id, self.clause.id

    @cached_property
    def sure(self) -> bool:
        """Whether it is the clause's own wording beyond doubt, not only like it."""
        if self.text.text == clause_plain(self.clause.text).text:
            return True
        own = pairs(self.text.text)
        return len(own & _clause_pairs(self.clause.text)) >= LIKE * len(own)

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
        (block, _quoted(block, source, index))
        for block in blocks
        if block.role is not Role.ROSTER
        for source in block.texts()
        if len(source) >= SHORTEST
    )
    return tuple(Quote(block, *found) for block, found in read if found)


def _quoted(block: Block, source: str, index: Index) -> tuple[Plain, Clause, Standard] | None:
    """A paragraph without its marks and the clause that it quotes; None where it quotes none."""
    start, end = ends(source)
    sentence = source[start:end]
    printed = index.by_id.get(block.clause, ()) if block.clause else ()
    if not printed and not _likely(sentence, index):
        return None
    text = _plain(sentence)
    if len(text) < SHORTEST:
        return None
    found = printed[0] if len(printed) == 1 else _nearest(text, index)
    return (Plain(source, text), *found) if found else None


@dataclass(frozen=True)
class Index:
    """Clauses, and which of them have a pair of characters."""

    clauses: tuple[tuple[Clause, Standard], ...]
    by_id: Mapping[str, Sequence[tuple[Clause, Standard]]]
    places: Mapping[str, Sequence[int]]
    known: frozenset[str]  # all pairs
    whole: Mapping[str, tuple[Clause, Standard]]  # the first clause of a wording


@cache
def _index(standards: tuple[Standard, ...]) -> Index:
    clauses = tuple((clause, standard) for standard in standards for clause in standard.clauses)
    by_id: dict[str, list[tuple[Clause, Standard]]] = {}
    places: dict[str, list[int]] = {}
    for at, row in enumerate(clauses):
        by_id.setdefault(row[0].id, []).append(row)
        for pair in _clause_pairs(row[0].text):
            places.setdefault(pair, []).append(at)
    whole = {clause_plain(row[0].text).text: row for row in reversed(clauses)}
    return Index(clauses, by_id, places, frozenset(places), whole)


@cache
def clause_plain(text: str) -> Plain:
    """The wording of a clause, without its marks."""
    return Plain.of(text)


@cache
def _clause_pairs(text: str) -> frozenset[str]:
    return frozenset(pairs(clause_plain(text).text))


def _likely(sentence: str, index: Index) -> bool:
    """Whether a sentence may quote a clause: every third pair tells of most that they don't."""
    some = set(map(add, sentence[::3], sentence[1::3]))
    return len(some & index.known) >= SAMPLED * len(some)


def _nearest(text: str, index: Index) -> tuple[Clause, Standard] | None:
    """The clause that most of a text's pairs are of; None where they are nobody's."""
    if same := index.whole.get(text):
        return same
    asked = pairs(text)
    known = asked & index.known
    if len(known) < KNOWN * len(asked):
        return None
    found = Counter(chain.from_iterable(map(index.places.__getitem__, known)))
    best, count = found.most_common(1)[0]
    return index.clauses[best] if count >= KNOWN * len(asked) else None


@dataclass(frozen=True)
class Difference:
    """A piece of two texts that isn't the same, with what stands around it in each."""

    here: str
    there: str
    omitted: bool = False  # the one text only begins later or ends earlier


def differences(here: Plain, there: Plain, locality: str = "") -> list[Difference]:
    """How one text differs from another that it quotes; none where it is in other words.

    What is the same but for marks, the locality and small words is no difference.
    """
    if here.text in there.text or there.text in here.text:
        return _omitted(here, there)
    matcher = difflib.SequenceMatcher(None, there.text, here.text, autojunk=False)
    ops = _joined(matcher.get_opcodes())
    inner = _trimmed(ops)
    same = sum(i2 - i1 for tag, i1, i2, _, _ in ops if tag == "equal")
    span = sum(j2 - j1 for _, _, _, j1, j2 in inner)
    changed = [op for op in inner if op[0] != "equal"]
    if not span or same < LIKE * span or same < SHORTEST or len(changed) > MOST:
        return []
    found = []
    for _, i1, i2, j1, j2 in changed:
        old, new = there.text[i1:i2], here.text[j1:j2]
        if max(len(old), len(new)) > LONGEST or _alike(old, new, locality):
            continue
        found.append(
            Difference(
                here.cut(max(j1 - AROUND, 0), min(j2 + AROUND, len(here.text))),
                there.cut(max(i1 - AROUND, 0), min(i2 + AROUND, len(there.text))),
            )
        )
    return found


def _omitted(here: Plain, there: Plain) -> list[Difference]:
    """One text is a part of the other: what the shorter one leaves out."""
    short, long = sorted((here, there), key=lambda item: len(item.text))
    if len(short.text) == len(long.text):
        return []
    start = long.text.index(short.text)
    parts = long.cut(0, start), long.cut(start + len(short.text), len(long.text))
    rest = "……".join(part for part in parts if part)
    return [Difference(rest if long is here else "", rest if long is there else "", omitted=True)]


Op = tuple[str, int, int, int, int]


def _joined(ops: Sequence[Op]) -> list[Op]:
    """Neighbouring changes with a single equal character between them, as one change."""
    out: list[Op] = []
    for op in ops:
        if len(out) > 1 and op[0] != "equal" and out[-1][0] == "equal" and _size(out[-1]) == 1:
            _, i1, _, j1, _ = out[-2]
            out[-2:] = [("replace", i1, op[2], j1, op[4])]
        else:
            out.append(op)
    return out


def _size(op: Op) -> int:
    return max(op[2] - op[1], op[4] - op[3])


def _trimmed(ops: Sequence[Op]) -> list[Op]:
    """Without what only one of them has at its beginning or end."""
    inner = list(ops)
    for at in (0, -1):
        if inner and _loose(inner[at]):
            inner.pop(at)
    return inner


def _loose(op: Op) -> bool:
    """Whether a change at an end is a sentence more or less, not other words."""
    return op[0] in {"insert", "delete"} or (op[0] == "replace" and _size(op) > SHORTEST)


def _alike(old: str, new: str, locality: str) -> bool:
    """Whether two pieces differ in nothing but the locality, small words or a sign."""
    return _bare(old, locality) == _bare(new, locality)


def _bare(text: str, locality: str) -> str:
    text = text.replace(locality, "") if locality else text
    for word, sign in SIGNS.items():
        text = text.replace(word, sign)
    return LOCAL.sub("", text)
