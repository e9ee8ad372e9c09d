"""Clause references as people write them, and the clauses they mean.

By id: `B1-B7`, `B1—B7`, `B1-7`, `C5`, `B` (the whole section), `A1,A3，B2`, or a section's title.
By section: its id, number or title, and numbers `1-7`, `1、2、3`, `第1—7条`; without numbers, all
of it. What can't be found is a value, never an exception. Limit: a range stays in one section.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import add
from typing import NamedTuple, cast

from plangen.model.plan import ClauseRef, StandardUse
from plangen.standard.catalogue import CatalogueSection, Clause, Standard
from plangen.standard.notation import (
    DASHES,
    Span,
    guess,
    narrow,
    parse_ids,
    parse_numbers,
    ranges,
    spell_numbers,
)
from plangen.value import Value, value

__all__ = [
    "Resolved",
    "Unmatched",
    "cited",
    "parse_ids",
    "parse_numbers",
    "ranges",
    "resolve",
    "spell",
]


class Unmatched(NamedTuple):
    """What was asked for and not found, in words, and what may be meant instead."""

    text: str
    guess: str = ""


@value
class Resolved(Value):
    """What a reference means, in the order given and each clause once.

    `unknown` isn't in the standard. `unseen` may be: the catalogue is incomplete there and nobody
    can tell. `whole` are the sections meant as a whole. `repeated` are clauses named twice.
    """

    clauses: tuple[Clause, ...] = ()
    unknown: tuple[Unmatched, ...] = ()
    unseen: tuple[Unmatched, ...] = ()
    whole: tuple[CatalogueSection, ...] = ()
    repeated: tuple[str, ...] = ()

    def __add__(self, other: Resolved) -> Resolved:
        known = {clause.id for clause in self.clauses}
        new = tuple(clause for clause in other.clauses if clause.id not in known)
        again = tuple(clause.id for clause in other.clauses if clause.id in known)
        return Resolved(
            self.clauses + new,
            self.unknown + other.unknown,
            self.unseen + other.unseen,
            self.whole + other.whole,
            self.repeated + other.repeated + again,
        )


def resolve(ref: ClauseRef, standard: Standard) -> Resolved:
    """The clauses a reference means. Bare numbers as `ids` count in the reference's section.

    A dozen rules and the composer ask for the same ones: the standard keeps what was found.
    """
    key = ref.ids, ref.section, ref.clauses
    if key not in standard.resolved:
        standard.resolved[key] = _resolve(ref, standard)
    return cast("Resolved", standard.resolved[key])


def _resolve(ref: ClauseRef, standard: Standard) -> Resolved:
    bare = all(span.numbers for span in parse_numbers(ref.ids))
    if ref.section and bare:
        return _by_section(ref.section, f"{ref.ids},{ref.clauses}", standard)
    found = _by_ids(ref.ids, standard) if ref.ids else Resolved()
    if ref.section and ref.clauses:
        return found + _by_section(ref.section, ref.clauses, standard)
    return found


def spell(clauses: Iterable[Clause]) -> str:
    """Clauses in the notation of a spec: A1,B1-B3. What `parse_ids` reads, in the same order."""
    by_section: list[tuple[str, list[int]]] = []
    for clause in clauses:
        if not by_section or by_section[-1][0] != clause.section:
            by_section.append((clause.section, []))
        by_section[-1][1].append(clause.position)
    return ",".join(spell_numbers(section, numbers) for section, numbers in by_section)


def cited(use: StandardUse, standard: Standard | None = None) -> str:
    """The title to print between 《》: as the plan cites it, names it, else the standard's own."""
    return use.cited or use.title or (standard.title if standard else "")


def _by_ids(text: str, standard: Standard) -> Resolved:
    if section := standard.section(text):  # a title may have a 、 in it
        return _whole(section)
    return _sum(_by_span(span, standard) for span in parse_ids(text))


def _by_span(span: Span, standard: Standard) -> Resolved:
    section = standard.section(span.section or span.text)
    if section is None:
        readable = span.section or not re.search(r"[A-Z0-9]", narrow(span.text))
        return _stray(span.text, standard) if readable else _unread(span, standard)
    if not span.numbers:
        return _whole(section)
    known = spell_numbers(section.id, _known(section))
    return _pick(section, span.numbers, known, lambda numbers: spell_numbers(section.id, numbers))


def _by_section(name: str, numbers: str, standard: Standard) -> Resolved:
    section = standard.section(name)
    if section is None:
        return _stray(name, standard)
    spans = parse_numbers(numbers)
    return _numbered(section, spans) if spans else _whole(section)


def _numbered(section: CatalogueSection, spans: Sequence[Span]) -> Resolved:
    """Numbers of a section. They are the printed ones, which may run through the standard.

    Only where all of them are lower than the section's first are they counted within it: in a
    section printed 5 to 8, `5-8` and `1-4` are the same clauses.
    """
    offset = section.offset or 0
    asked = [number for span in spans for number in span.numbers]
    shift = 0 if asked and max(asked) <= offset else offset
    return _sum(_numbered_span(section, span, shift) for span in spans)


def _numbered_span(section: CatalogueSection, span: Span, shift: int) -> Resolved:
    known = spell_numbers("", [position + shift for position in _known(section)])
    if not span.numbers:
        return Resolved(unknown=(Unmatched(f"“{section.title}”{span.text}", known),))
    positions = [number - shift for number in span.numbers]
    return _pick(section, positions, known, lambda found: _in_words(section, found, shift))


def _pick(
    section: CatalogueSection,
    positions: Sequence[int],
    known: str,
    say: Callable[[Sequence[int]], str],
) -> Resolved:
    """The clauses at these positions; what isn't there is said in one piece, not one by one."""
    found = section.by_position
    unseen = [p for p in positions if p not in found and section.may_have(p)]
    unknown = [p for p in positions if p not in found and not section.may_have(p)]
    return Resolved(
        clauses=tuple(found[position] for position in positions if position in found),
        unknown=(Unmatched(say(unknown), known),) if unknown else (),
        unseen=(Unmatched(say(unseen)),) if unseen else (),
    )


def _whole(section: CatalogueSection) -> Resolved:
    """All of a section; what of it the catalogue lacks is unseen."""
    unseen: tuple[Unmatched, ...] = ()
    if section.gaps is None:
        unseen = (Unmatched(f"“{section.title}”未收入的条款"),)
    elif section.gaps:
        unseen = (Unmatched(_in_words(section, sorted(section.gaps), section.offset or 0)),)
    return Resolved(section.clauses, unseen=unseen, whole=(section,))


def _stray(name: str, standard: Standard) -> Resolved:
    """A section that isn't in the catalogue: misspelt, or not there, or not seen."""
    near = guess(name, {section.title: section.title for section in standard.sections})
    if near or standard.complete:
        return Resolved(unknown=(Unmatched(name, near),))
    return Resolved(unseen=(Unmatched(name),))


def _unread(span: Span, standard: Standard) -> Resolved:
    """B7-B1, guessed as B1-B7; A3-B2 as A3-A5,B1-B2; A-C as A,B,C.

    No guess where the catalogue is incomplete.
    """
    ends = re.split(DASHES, narrow(span.text))
    clauses = list(standard.by_id)
    sections = [section.id for section in standard.sections]
    near = ""
    if standard.complete and set(ends) <= set(clauses):
        near = spell(standard.by_id[name] for name in _stretch(clauses, ends))
    elif standard.complete and set(ends) <= set(sections):
        near = ",".join(_stretch(sections, ends))
    return Resolved(unknown=(Unmatched(span.text, near),))


def _stretch(names: list[str], ends: Sequence[str]) -> list[str]:
    places = sorted(names.index(end) for end in ends)
    return names[places[0] : places[-1] + 1]


def _sum(parts: Iterable[Resolved]) -> Resolved:
    return reduce(add, parts, Resolved())


def _known(section: CatalogueSection) -> list[int]:
    return sorted({*section.by_position, *(section.gaps or ())})


def _in_words(section: CatalogueSection, positions: Iterable[int], shift: int) -> str:
    return f"“{section.title}”第{ranges([position + shift for position in positions])}条"
