"""The text of a case, line by line, and where in it a piece of text stands.

Most rules look for what hardly a line has. Asking one long text, and first the set of its
characters, tells them at once which lines need a closer look.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain
from typing import NamedTuple, cast

from plangen.config.model import Entry
from plangen.model.document import Block, Role
from plangen.problem import Where
from plangen.source.facts import facts
from plangen.standard.catalogue import Standard
from plangen.text.cached import cached_property
from plangen.text.patterns import lazy
from plangen.value import of_tuple

UNUSUAL = lazy("[^一-鿿]")
PAIR = 2
MANY = 64  # lines: in fewer a piece is found sooner than in the whole
ORDINALS = "（(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩）).．、 "  # what one is made of
OFTEN = 8  # lines: what more of them have is found sooner in each than in the whole
BREAK = "\ufdd0"  # between paragraphs: a noncharacter, so no blank, no word, and in no text


class Line(NamedTuple):
    """A paragraph's text and the block it belongs to, with the block's role and place."""

    text: str
    block: Block
    role: Role
    where: Where


LINE = of_tuple(Line)  # one for each paragraph


def codes(text: str) -> set[int]:
    """The characters of a text two by two, as numbers: these are made faster than strings."""
    data = text.encode("utf-16-le", "surrogatepass")
    even, odd = memoryview(data[: len(data) & ~3]), memoryview(data[2 : 2 + (len(data) - 2 & ~3)])
    return {*even.cast("I"), *odd.cast("I")}


@lru_cache(4096)
def _code(piece: str) -> int:
    """The first two characters of a piece, as in `codes`."""
    return int.from_bytes(piece.encode("utf-16-le", "surrogatepass")[:4], sys.byteorder)


@lru_cache(4096)
def _codes(piece: str) -> frozenset[int]:
    """The `codes` of a piece."""
    return frozenset(codes(piece))


def _each_code(pieces: Sequence[str]) -> Sequence[int]:
    """The same of many pieces, at once unless one has a rare character."""
    data = "".join([piece[:PAIR] for piece in pieces]).encode("utf-16-le", "surrogatepass")
    codes = memoryview(data).cast("I") if len(data) == 4 * len(pieces) else None
    return [*map(_code, pieces)] if codes is None else codes.tolist()


def own_lines(
    blocks: Sequence[Block], standards: Iterable[Standard], *, read: bool
) -> Iterator[Line]:
    """Every paragraph, cell and imprint line that the locality wrote, in reading order.

    The wording of a standard's clauses is left out; of a document that was read, what stands
    around it is its own.
    """
    quoting = read or any(block.table for block in blocks)
    wording = _wording(tuple(standards)) if quoting else frozenset()
    for block in blocks:
        if block.clause and not read:
            continue
        texts = (block.text,) if block.table is None and not block.imprint else block.texts()
        for text in texts:
            own = _around(text, wording) if block.clause else text
            if own and not (block.table and own in wording):
                yield LINE((own, block, block.role, block.where))


@cache
def _wording(standards: tuple[Standard, ...]) -> frozenset[str]:
    """The lines of the clauses of all standards."""
    texts = (clause.text for each in standards for clause in each.clauses)
    return frozenset(line for text in texts for line in text.split("\n"))


def _around(text: str, wording: frozenset[str]) -> str:
    """What a document has after the wording of a clause: the bodies that answer for it.

    Wording with other punctuation than the catalogue's is the document's own.
    """
    if text.lstrip(ORDINALS) in wording:
        return ""
    quoted = max((line for line in wording if line in text), key=len, default="")
    return text.partition(quoted)[2] if quoted else text


class Cues:
    """Pieces of text to look for together, as those of a word list: few of them are in a text."""

    def __init__(self, pieces: Iterable[str]) -> None:
        each = dict.fromkeys(pieces)
        self.short = [piece for piece in each if len(piece) < PAIR]  # of one character, or none
        self.by_code: dict[int, list[str]] = {}
        longer = [piece for piece in each if len(piece) >= PAIR]
        for piece, code in zip(longer, _each_code(longer), strict=True):
            self.by_code.setdefault(code, []).append(piece)
        self.codes = frozenset(self.by_code)


Added = Mapping[str, tuple[Entry, ...]]
"""The entries that the user added to word lists."""


def word_list(name: str, added: Added) -> tuple[Entry, ...]:
    """The entries of a word list (plangen/words/NAME.yaml), then those the user added."""
    found = cast("dict[str, list[Entry]]", facts("plangen.words", f"{name}.yaml"))
    return (*found["entries"], *added.get(name, ()))


class Lines:
    """Lines in reading order, and an index of what is in them.

    All that a rule sees which judges each line by itself; so it can read word lists here, and
    whether the plan is `issued`.
    """

    def __init__(self, lines: Iterable[Line], added: Added, *, issued: bool = False) -> None:
        self.all = tuple(lines)
        self.added = added
        self.issued = issued
        self.whole = BREAK.join([line.text for line in self.all])
        self.found: dict[str, list[int]] = {}
        self.had: dict[tuple[str, ...], tuple[Line, ...]] = {}
        self.made: dict[str, object] = {}

    def words(self, name: str) -> tuple[Entry, ...]:
        """The entries of a word list."""
        return word_list(name, self.added)

    @cached_property
    def unusual(self) -> str:
        """Every character of the text that isn't usual Han, once: most classes are of these."""
        return "".join({*UNUSUAL.findall(self.whole)} - {BREAK})

    @cached_property
    def starts(self) -> list[int]:
        """Where the second line starts in the whole, the third, and one after the last."""
        return list(accumulate(len(line.text) + len(BREAK) for line in self.all))

    @cached_property
    def codes(self) -> set[int]:
        """Every two characters of the text that stand side by side."""
        return codes(self.whole)

    def at(self, place: int) -> Line:
        """The line that a place of the whole is in."""
        return self.all[bisect_right(self.starts, place)]

    def has(self, piece: str) -> bool:
        """Whether the text has this anywhere; its characters two by two most often tell."""
        if len(piece) < PAIR:
            return piece in self.whole
        if _code(piece) not in self.codes:
            return False
        return len(piece) == PAIR or (_codes(piece) <= self.codes and piece in self.whole)

    def which(self, cues: Cues) -> list[str]:
        """Those of many pieces that the text has."""
        likely = [piece for code in cues.codes & self.codes for piece in cues.by_code[code]]
        return [piece for piece in (*cues.short, *likely) if self.has(piece)]

    def having(self, *cues: str) -> tuple[Line, ...]:
        """The lines with any of some pieces of text."""
        if "" in cues:
            return self.all
        if cues not in self.had:
            found = [places for cue in cues if (places := self.places(cue))]
            places = found[0] if len(found) == 1 else sorted({*chain(*found)})
            self.had[cues] = tuple([self.all[place] for place in places])
        return self.had[cues]

    def having_each(self, choices: Sequence[Sequence[str]]) -> tuple[Line, ...]:
        """The lines with a piece of each choice."""
        if not choices:
            return self.all
        first, *rest = sorted(choices, key=len)
        found = self.having(*first)
        for pieces in rest:
            if not found:
                break
            if len(found) > MANY:
                there = {id(line) for line in self.having(*pieces)}
                found = tuple([line for line in found if id(line) in there])
            else:
                found = tuple([line for line in found if any(map(line.text.__contains__, pieces))])
        return found

    def of(self, role: Role) -> list[Line]:
        """The lines of a role."""
        return self.by_role.get(role, [])

    @cached_property
    def by_role(self) -> dict[Role, list[Line]]:
        """The lines of each role that there is."""
        found: dict[Role, list[Line]] = {}
        for line in self.all:
            found.setdefault(line.role, []).append(line)
        return found

    def among(self, characters: re.Pattern[str]) -> tuple[Line, ...]:
        """The lines with any character of a class that has no usual Han."""
        return self.having(*characters.findall(self.unusual))

    def places(self, cue: str) -> list[int]:
        """The numbers of the lines with a piece of text, in order; many rules ask for the same."""
        if cue not in self.found:
            self.found[cue] = self._find(cue) if self.has(cue) else []
        return self.found[cue]

    def _find(self, cue: str) -> list[int]:
        whole, starts = self.whole, self.starts
        found: list[int] = []
        at = whole.find(cue)
        while at >= 0:
            place = bisect_right(starts, at)
            found.append(place)
            if len(found) > OFTEN:
                rest = enumerate(self.all[place + 1 :], place + 1)
                return found + [number for number, line in rest if cue in line.text]
            at = whole.find(cue, starts[place])
        return found
