"""Which standards a document follows: those it is told, and the catalogues whose titles it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from plangen.model.document import Block
from plangen.model.plan import StandardUse
from plangen.recognise.clauses import Catalogues, references
from plangen.standard.catalogue import Standard

TITLE = re.compile(
    r"《([^《》]{4,40}?)(?:[（(](?P<edition>(?:19|20)\d{2})\s*[版年][^）)]*[）)])?》"
)
SAMPLE = 60  # paragraphs that are compared with each edition of a standard


def read_standards(
    blocks: Sequence[Block], known: Mapping[str, Standard], told: Iterable[str]
) -> Catalogues:
    """The standards in the order in which the document names them; those told come first."""
    told = tuple(told)
    uses: dict[str, StandardUse] = {}
    for name in told:
        uses[name] = StandardUse(id=name)
    texts = [text for block in blocks for text in block.texts()]
    for text in texts:
        for found in TITLE.finditer(text):
            for standard in _called(found[1], found["edition"], known, texts):
                cited = found.group()[1:-1]
                use = uses.get(standard.id)
                if use is None and any(
                    known[i].title == standard.title for i in uses if i in known
                ):
                    continue
                if use is None or not use.cited:
                    own = "" if cited == standard.title else cited
                    where = (use or StandardUse()).where
                    uses[standard.id] = StandardUse(id=standard.id, cited=own, where=where)
    kept = [name for name in uses if name in told or _follows(known[name], list(uses), texts)]
    used = {name: known[name] for name in kept if name in known}
    return Catalogues(tuple(uses[name] for name in kept), used)


def _follows(standard: Standard, named: list[str], texts: list[str]) -> bool:
    """Whether a document follows a standard that it names: the first, or one it quotes from."""
    return standard.id == named[0] or _quoted(standard, texts) > 0


def _called(
    title: str, edition: str | None, known: Mapping[str, Standard], texts: list[str]
) -> list[Standard]:
    """The catalogue of that title; of several editions the one named, else the one quoted."""
    found = [standard for standard in known.values() if standard.title == title]
    dated = [standard for standard in found if edition and standard.edition.startswith(edition)]
    if dated or edition:
        return dated[:1]
    if len(found) < 2:
        return found
    best = max(found, key=lambda standard: (_quoted(standard, texts), not standard.superseded))
    return [best]


def _quoted(standard: Standard, texts: list[str]) -> int:
    """How many paragraphs quote a standard, or name clauses that it has."""
    catalogues = Catalogues((StandardUse(id=standard.id),), {standard.id: standard})
    items = [
        re.sub(r"^\s*[（(]?[\d一二三四五六七八九十]*[）)、.．]?\s*", "", text) for text in texts
    ]
    long = [text for text in items if len(text) > 25][:: max(1, len(items) // SAMPLE)]
    quoted = sum(
        catalogues.match(re.sub(r"[（(](?:牵头|责任).*$", "", text)) is not None for text in long
    )
    named = sum(len(catalogues.reference(one)[1]) for text in texts for one in references(text))
    return quoted * 3 + named
