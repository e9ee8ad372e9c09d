"""Clauses of a standard in a text: named by number, or quoted.

`《标准》“健康教育”项目中第1—7条` is found in any sentence; a text without a reference is compared
with the catalogue, first by the pairs of characters they share, then letter by letter (difflib).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plangen.model.document import Block
from plangen.model.plan import ClauseRef, StandardUse
from plangen.standard.catalogue import Clause, Standard
from plangen.standard.notation import DASHES
from plangen.standard.refs import cited, resolve, spell
from plangen.text.memory import remembered

_NUMBERS = rf"第?\s*\d{{1,3}}(?:\s*(?:{DASHES}|[、,，和及])\s*第?\d{{1,3}})*"
# Both begin with a look at the first character, which most have not.
REFERENCE = re.compile(
    r"(?=[《“\"第\d\s])(?P<title>《[^《》]+》)?\s*(?:[“\"](?P<section>[^“”\"]{2,30})[”\"]\s*"
    r"(?P<kind>项目|部分|方面|一节|类|章|内容)?\s*(?:中|里)?的?\s*)?"
    rf"(?P<numbers>{_NUMBERS})\s*[条款项]"
)
WHOLE = re.compile(
    r"(?=[《“\"\s])(?P<title>《[^《》]+》)?\s*[“\"](?P<section>[^“”\"]{2,30})[”\"](?:项目|部分)(?!中)"
)
NAMES = re.compile(r"\d\s*[条款项]|[”\"](?:项目|部分)")  # what a reference ends with
BETWEEN = re.compile(r"\s|第")
AND = re.compile("[和及]")
ALIKE = 0.8  # from here on a text is a clause's, changed
SHARED = 0.35  # of the pairs of characters, below which no letters are compared
SHORTEST = 10
NEAR = 2  # characters between references of one list


class Found(NamedTuple):
    """A reference in a text: the title and section named, the numbers, and where it stands."""

    title: str
    section: str
    numbers: str
    start: int
    end: int


class Match(NamedTuple):
    """The clause that a text is the wording of, and how alike they are (1: letter by letter)."""

    standard: str
    clause: Clause
    score: float

    @property
    def exact(self) -> bool:
        return self.score == 1


Pairs = frozenset[tuple[str, str]]
"""The characters of a wording, each with its neighbour."""
Asked = tuple[str, str, str]
"""What a reference names: the title, the section, the numbers."""
Meant = tuple[str, tuple[Clause, ...]]
"""The id of a standard, and clauses of it."""


@dataclass
class Index:
    """The clauses of a standard by their wording, and by the pairs of characters in it."""

    clauses: tuple[Clause, ...]
    texts: list[str]
    whole: dict[str, Clause]
    sizes: list[int]
    having: dict[tuple[str, str], list[int]]

    def near(self, pairs: Pairs) -> Iterator[tuple[int, float]]:
        """Which clauses share enough pairs with a text, in order, and what part of them."""
        counts = [0] * len(self.clauses)
        for numbers in filter(None, map(self.having.get, pairs)):
            for number in numbers:
                counts[number] += 1
        least = SHARED * len(pairs) / 2
        if max(counts) < least:
            return
        for number in [number for number, count in enumerate(counts) if count >= least]:
            shared = 2 * counts[number] / (len(pairs) + self.sizes[number])
            if shared >= SHARED:
                yield number, shared


@dataclass
class Catalogues:
    """The standards that a document follows, and their wording to compare with.

    `uses` are the plan's, in order; `by_id` their catalogues; `aliases` the ids that further
    titles mean; `quoted` are, by the identity of the paragraphs that quote them, the ids of
    clauses; `word` is what stands after 第1—7条, once seen.
    """

    uses: tuple[StandardUse, ...] = ()
    by_id: Mapping[str, Standard] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    quoted: dict[int, str] = field(default_factory=dict)
    word: str | None = None
    indices: dict[str, Index] = field(default_factory=dict, repr=False, compare=False)
    matched: dict[tuple[str, str], Match | None] = field(
        default_factory=dict, repr=False, compare=False
    )
    called: dict[str, StandardUse | None] = field(default_factory=dict, repr=False, compare=False)
    meant: dict[Asked, Meant] = field(default_factory=dict, repr=False, compare=False)

    def quotes(self, blocks: Iterable[Block], match: Match | None) -> None:
        """Note the paragraphs that are a clause's wording, letter by letter."""
        if match and match.exact:
            self.quoted |= {id(block): match.clause.id for block in blocks}

    def words(self, word: str) -> bool:
        """Whether the plan words it so: the first word that is seen is the plan's."""
        self.word = word if self.word is None else self.word
        return word == self.word

    def use(self, title: str) -> StandardUse | None:
        """The standard called so (between 《》); without a title, the only or the first one."""
        if title not in self.called:
            self.called[title] = self._called(title)
        return self.called[title]

    def _called(self, title: str) -> StandardUse | None:
        known = [use for use in self.uses if use.id in self.by_id]
        if not title:
            return next(iter(known or self.uses), None)
        found = (use for use in self.uses if title in self._names(use))
        other = self.aliases.get(title, "")
        return next(found, next((use for use in self.uses if other and use.id == other), None))

    def named(self, title: str) -> tuple[str, str] | None:
        """(its id as a reference has it, its title as printed); None where none can be named.

        The first standard needs no id, another one without an id can't be referred to.
        """
        use, first = self.use(title), self.use("")
        if use is None or first is None:
            return None if title else ("", "")
        if use is not first and not use.id:
            return None
        return "" if use is first else use.id, cited(use, self.by_id.get(use.id))

    def _names(self, use: StandardUse) -> set[str]:
        standard = self.by_id.get(use.id)
        return {use.cited, use.title, standard.title if standard else ""} - {""}

    def reference(self, found: Found) -> Meant:
        """The standard's id and the clauses that a reference means; none where one is unknown."""
        asked = found.title, found.section, found.numbers
        if asked not in self.meant:
            self.meant[asked] = self._meant(found)
        return self.meant[asked]

    def _meant(self, found: Found) -> Meant:
        use = self.use(found.title)
        standard = self.by_id.get(use.id) if use else None
        if use is None or standard is None:
            return "", ()
        ref = ClauseRef(section=found.section, clauses=found.numbers)
        if not found.section:
            return use.id, ()
        resolved = resolve(ref, standard)
        known = not (resolved.unknown or resolved.unseen)
        return use.id, resolved.clauses if known else ()

    def naming(self, standard_id: str) -> str:
        """How a reference names a standard: the first one needs no id."""
        first = self.use("")
        return "" if first and first.id == standard_id else standard_id

    def spelt(self, standard_id: str, clauses: Iterable[Clause], print_as: str) -> ClauseRef:
        """A reference as a spec has it."""
        return ClauseRef(ids=spell(clauses), standard=self.naming(standard_id), print=print_as)

    def match(self, text: str, section: str = "") -> Match | None:
        """The clause whose wording a text is, or nearly is; in the section named, if any."""
        asked = plain(text), section
        if asked not in self.matched:
            self.matched[asked] = self._match(*asked)
        return self.matched[asked]

    def _match(self, text: str, section: str) -> Match | None:
        if len(text) < SHORTEST:
            return None
        best: Match | None = None
        for use in self.uses:
            standard = self.by_id.get(use.id)
            if standard is not None and not (best and best.exact):
                best = self._nearest(standard, text, section, best)
        return best

    def _nearest(
        self, standard: Standard, text: str, section: str, best: Match | None
    ) -> Match | None:
        """The clause that a text is the wording of, or `best` where none is more alike."""
        index = self._index(standard)
        same = index.whole.get(text)
        if same and (not section or standard.section_of(same.id).title == section):
            return Match(standard.id, same, 1.0)
        for number, shared in index.near(frozenset(pairwise(text))):
            clause = index.clauses[number]
            if section and standard.section_of(clause.id).title != section:
                continue
            if best and shared < best.score - 0.3:
                continue
            score = _alike(text, index.texts[number])
            if score >= ALIKE and (best is None or score > best.score):
                best = Match(standard.id, clause, score)
        return best

    def _index(self, standard: Standard) -> Index:
        if standard.id not in self.indices:
            self.indices[standard.id] = _indexed(standard.clauses)
        return self.indices[standard.id]


@remembered(512)  # the standards, where a list ends and its intro ask about the same lines
def references(text: str) -> tuple[Found, ...]:
    """The references in a text, in order; a title or section named once holds on in a list."""
    if not may_cite(text) or not NAMES.search(text):
        return ()
    out = []
    title = section = ""
    end = -99
    for found in REFERENCE.finditer(text):
        if not (found["section"] or found["title"] or found["numbers"].startswith("第")):
            continue
        near = found.start() - end <= NEAR
        title = found["title"][1:-1] if found["title"] else (title if near else "")
        section = found["section"] or (section if near and not found["title"] else "")
        if not (section or title):
            continue
        numbers = AND.sub("、", BETWEEN.sub("", found["numbers"]))
        out.append(Found(title, section, numbers, *found.span()))
        end = found.end()
    whole = WHOLE.finditer(text)
    out += [Found((one["title"] or "")[1:-1], one["section"], "", *one.span()) for one in whole]
    return tuple(sorted(out, key=lambda one: one.start))


def may_cite(text: str) -> bool:
    """Whether a text has a mark that the first reference in a text begins with."""
    return "《" in text or "“" in text or '"' in text


def plain(text: str) -> str:
    """A text for comparing: without blanks and final mark, punctuation of one width."""
    text = "".join(text.split()).rstrip("。；;")
    for mark, other in _WIDTHS:
        text = text.replace(mark, other)  # in a short text sooner done than str.translate
    return text


_WIDTHS = tuple(zip(",;:()％", "，；：（）%", strict=True))


@lru_cache(maxsize=32)  # many documents follow a few standards
def _indexed(clauses: tuple[Clause, ...]) -> Index:
    texts = [plain(clause.text) for clause in clauses]
    pairs = [frozenset(pairwise(text)) for text in texts]
    having = defaultdict(list)
    for number, own in enumerate(pairs):
        for pair in own:
            having[pair].append(number)
    whole = dict(zip(reversed(texts), reversed(clauses), strict=True))  # the first of equal ones
    return Index(clauses, texts, whole, [len(own) for own in pairs], dict(having))


def _alike(text: str, other: str) -> float:
    """How alike two texts are, from 0 to 1; 0 where it is less than a changed clause is."""
    if text == other:
        return 1.0
    matcher = SequenceMatcher(None, text, other, autojunk=False)
    # The first two are never less than the third, and known sooner.
    likely = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE
    return min(matcher.ratio(), 0.999) if likely else 0.0
