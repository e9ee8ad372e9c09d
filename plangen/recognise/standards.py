"""Which standards a document follows: those it is told, and those whose titles it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat

from plangen.model.document import Block
from plangen.model.plan import StandardUse
from plangen.problem import Where
from plangen.recognise.clauses import Catalogues, Found, may_cite, references
from plangen.standard.catalogue import Standard
from plangen.text.cached import cached_property

TITLE = re.compile(
    r"《([^《》]{4,40}?)(?:[（(](?P<edition>(?:19|20)\d{2})\s*[版年][^）)]*[）)])?》"
)
ORDINAL = re.compile(r"^\s*[（(]?[\d一二三四五六七八九十]*[）)、.．]?\s*")
BY_WHOM = re.compile(r"[（(](?:牵头|责任).*$")
SAMPLE = 60  # paragraphs that are compared with each edition of a standard
LONG = 25  # characters of a paragraph that may quote a clause
QUOTE = 3  # so many clauses that are named weigh as much as one that is quoted

Known = Mapping[str, Standard]
Line = tuple[str, Where]


def read_standards(blocks: Sequence[Block], known: Known, told: Iterable[str]) -> Catalogues:
    """The standards in the order in which the document names them; those told come first."""
    lines = [line for block in blocks for line in _lines(block)]
    citing = [line for line in lines if may_cite(line[0])]
    reader = Reader(lines, citing, known, tuple(told))
    reader.told_ones()
    reader.titles()
    kept = [name for name in reader.uses if name in reader.told or reader.follows(name)]
    used = {name: known[name] for name in kept if name in known}
    titles = Titles([reader.uses[name] for name in kept], used)
    titles.read(reader.references)
    return Catalogues(tuple(titles.uses), used, titles.aliases)


@dataclass
class Reader:
    """The texts of a document with their places, and the standards that it names, by id.

    `citing` are those texts that may name one.
    """

    lines: Sequence[Line]
    citing: Sequence[Line]
    known: Known
    told: tuple[str, ...]
    uses: dict[str, StandardUse] = field(default_factory=dict)

    def told_ones(self) -> None:
        """Those the user says it follows."""
        self.uses = {name: StandardUse(id=name) for name in self.told}

    def titles(self) -> None:
        """Those called by a title that a catalogue has."""
        for text, where in self.citing:
            for found in TITLE.finditer(text):
                for standard in self.called(found[1], found["edition"]):
                    self.note(standard, found.group()[1:-1], where)

    def note(self, standard: Standard, cited: str, where: Where) -> None:
        """Take a standard in, with the title that the document has for it."""
        use = self.uses.get(standard.id)
        if use is None and self.has_another(standard):
            return
        if use is None or not use.cited:
            own = "" if cited == standard.title else cited
            first = use.where if use and use.where.line else where
            self.uses[standard.id] = StandardUse(id=standard.id, cited=own, where=first)

    def has_another(self, standard: Standard) -> bool:
        """Whether another edition of it is followed."""
        return any(
            self.known[one].title == standard.title for one in self.uses if one in self.known
        )

    def called(self, title: str, edition: str | None) -> list[Standard]:
        """The catalogue of that title; of several editions the one named, else the one quoted."""
        found = [standard for standard in self.known.values() if standard.title == title]
        dated = [one for one in found if edition and one.edition.startswith(edition)]
        if dated or edition:
            return dated[:1]
        if len(found) > 1:
            found = [max(found, key=lambda one: (self.quoted(one), not one.superseded))]
        return found

    def follows(self, name: str) -> bool:
        """Whether it follows a standard that it names: the first, or one it quotes from."""
        return name == next(iter(self.uses)) or self.quoted(self.known[name]) > 0

    def quoted(self, standard: Standard) -> int:
        """How many paragraphs quote a standard, or name clauses that it has."""
        catalogues = Catalogues((StandardUse(id=standard.id),), {standard.id: standard})
        alike = sum(catalogues.match(text) is not None for text in self.sample)
        return alike * QUOTE + sum(len(catalogues.reference(one)[1]) for one, _ in self.references)

    @cached_property
    def sample(self) -> list[str]:
        """Some long paragraphs without their ordinals, and without who is to do what they say."""
        items = [ORDINAL.sub("", text) for text, _ in self.lines]
        long = [text for text in items if len(text) > LONG][:: max(1, len(items) // SAMPLE)]
        return [BY_WHOM.sub("", text) for text in long]

    @cached_property
    def references(self) -> list[tuple[Found, Where]]:
        """Where the document names clauses."""
        return [(one, where) for text, where in self.citing for one in references(text)]


def _lines(block: Block) -> Iterable[Line]:
    """The texts of a block with their places: its own, or those of its cells' paragraphs."""
    if block.table is None:
        return ((block.text, block.where),)
    texts = block.texts()
    places = [where for row in block.table.rows for cell in row.places for where in cell]
    return zip(texts, places if len(places) == len(texts) else repeat(block.where), strict=False)


@dataclass
class Titles:
    """How the references to clauses call the standards: 《标准》 for one with a longer title.

    A title that nobody knows means the catalogue that has the section named with it; where none
    has, it is a standard without a catalogue. `aliases` are the other titles, by what they mean.
    """

    uses: list[StandardUse]
    by_id: Known
    aliases: dict[str, str] = field(default_factory=dict)
    cited: set[int] = field(default_factory=set)  # whose title is fixed by a reference

    def read(self, named: Iterable[tuple[Found, Where]]) -> None:
        """Take in every reference of a document."""
        for found, where in named:
            if found.title:
                self.take(found, where)

    def take(self, found: Found, where: Where) -> None:
        """A reference: the first to a standard says how it is cited."""
        at = self.meant(found)
        if at is None:
            if found.section:  # else it is a law, or a standard that nobody follows
                self.uses.append(StandardUse(title=found.title, where=where))
            return
        use = self.uses[at]
        standard = self.by_id.get(use.id)
        if standard and at not in self.cited:
            own = found.title != standard.title
            place = use.where if use.where.line else where
            self.uses[at] = replace(use, cited=found.title if own else "", where=place)
        elif standard:
            self.aliases.setdefault(found.title, use.id)
        self.cited.add(at)

    def meant(self, found: Found) -> int | None:
        """Which of the standards a reference means."""
        for at, use in enumerate(self.uses):
            standard = self.by_id.get(use.id)
            if found.title in {use.cited, use.title, standard.title if standard else ""}:
                return at
        having = [at for at, use in enumerate(self.uses) if self.may_be(use, found)]
        return having[0] if len(having) == 1 else None

    def may_be(self, use: StandardUse, found: Found) -> bool:
        """Whether a title may mean a standard: it has the section named, or a longer title."""
        standard = self.by_id.get(use.id)
        if standard is None:
            return False
        if found.section:
            return standard.section(found.section) is not None
        rest = iter(standard.title)
        return all(char in rest for char in found.title)
