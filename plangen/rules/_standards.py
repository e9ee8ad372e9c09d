"""How the text names standards, their editions and sections.

Limit: a section is one in quotation marks beside its standard, or beside 项目中第……条.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from plangen.rules._lines import Line
from plangen.rules.base import Case, once
from plangen.rules.clause_unknown import refs
from plangen.standard.catalogue import Standard
from plangen.standard.notation import plain
from plangen.text.patterns import lazy

EDITION = lazy(r"[（(]\s*(?P<year>(?:19|20)\d{2})\s*年?(?:版|修订)?[）)]$")
BEFORE = lazy(r"《(?P<title>[^《》]{2,40})》[^，。；、《》“”]{0,6}\Z")
NAMED = lazy(
    r"“(?P<section>[^“”]{2,24})”"
    r"(?P<kind>项目|方面|部分|一?节|一?章)?(?:中的?|的)?"
    r"(?P<numbers>第\d{1,3}(?:[—\-－–~～至、，,第和条\d]*\d)?条)?"
)


class Naming(NamedTuple):
    """A section named in the text, with the clause numbers that follow it."""

    line: Line
    standard: Standard
    section: str
    numbers: str
    text: str


def base_title(title: str) -> tuple[str, str]:
    """A title without its edition, and the edition's year: （2021版）."""
    text = unicodedata.normalize("NFKC", "".join(title.split()))
    found = EDITION.search(text)
    return (text[: found.start()], found["year"]) if found else (text, "")


@once
def namings(case: Case) -> tuple[Naming, ...]:
    """The sections that the text names; those of the plan's own references left out."""
    own = {plain(section) for section in {ref.section for ref in refs(case)}}
    return tuple(one for one in every_naming(case) if plain(one.section) not in own)


@once
def every_naming(case: Case) -> tuple[Naming, ...]:
    """The sections that the text names, in reading order.

    A section without its standard beside it is taken for the only standard's.
    """
    known = _by_title(case)
    only = next(iter(case.standards.values())) if len(case.standards) == 1 else None
    lines = case.having("“") if known else ()
    told = (line for line in lines if "》" in line.text or "第" in line.text)
    return tuple(naming for line in told for naming in _named(line, known, only))


def _named(line: Line, known: dict[str, Standard], only: Standard | None) -> Iterator[Naming]:
    for found in NAMED.finditer(line.text):
        before = BEFORE.search(line.text[: found.start()]) if "》" in line.text else None
        title, numbers = before["title"] if before else "", found["numbers"] or ""
        standard = known.get(base_title(title)[0]) if title else only
        told = bool(found["kind"] or numbers) if title else bool(found["kind"] and numbers)
        if standard and told:
            said = (before.group() if before else "") + found.group()
            yield Naming(line, standard, found["section"], numbers, said)


def _by_title(case: Case) -> dict[str, Standard]:
    """The plan's catalogues by every title the plan may use for them."""
    found = {}
    for use in case.plan.standards:
        standard = case.standards.get(use.id)
        for title in filter(None, (use.cited, use.title, standard.title if standard else "")):
            if standard:
                found[base_title(title)[0]] = standard
    return found
