"""Names of units that a plan should no longer use, or not in writing: found in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from plangen.config.model import Entry
from plangen.problem import Where
from plangen.rules._lines import BREAK, Cues
from plangen.rules._text import LETTER
from plangen.rules._units import CORE, ENDS
from plangen.rules.base import Case
from plangen.standard.catalogue import Standard
from plangen.text.patterns import lazy

AFTER = 3  # characters after a name by which a standard's own words are told
NONE = "(?!)"  # a form that no text has
QUOTED = lazy(r"《[^》]*》|“[^”]*”")
DEFINED = lazy(r"简称[：:]?“([^”]+)”")


class Named(NamedTuple):
    """A name of a word list as it stands first, its 县 included, and how often it stands."""

    name: str
    text: str
    where: Where
    entry: Entry
    times: int


def names_in_text(case: Case, entries: Sequence[Entry]) -> list[Named]:
    """The names of a list (`old`, several separated by blanks) that the case uses.

    What stands in 《》 or “”, after 原, in a standard's own words, or is defined as short for
    another (以下简称) is left out.
    A unit counts only after the character of a level, 由, 请 or no Han character at all; the name
    of a system (新农合) counts anywhere.
    """
    listed = old_names(tuple(entry["old"] for entry in entries))
    rest = BREAK.join(text for text, _ in _assigned(case))
    present = {*case.which(listed.cues), *(name for name in listed.entry if name in rest)}
    if not present:
        return []
    olds = {name: entries[at] for name, at in listed.entry.items() if name in present}
    names = sorted(olds, key=len, reverse=True)
    units = "|".join(re.escape(name) for name in names if name[-1] in ENDS)
    others = "|".join(re.escape(name) for name in names if name[-1] not in ENDS)
    pattern = re.compile(
        rf"(?:[省市县区州盟旗]|(?<=[由请])|(?<!{LETTER}))(?P<unit>{units or NONE})(?![公事结员理])"
        + (rf"|(?P<other>{others})" if others else "")
    )
    found: dict[str, Named] = {}
    defined: set[str] = set()
    wordings = _wordings(tuple(case.standards.values()))
    for text, where in _texts(case, names):
        defined |= set(DEFINED.findall(text))
        for hit in pattern.finditer(QUOTED.sub(lambda q: "\0" * len(q.group()), text)):
            before, old = text[max(0, hit.start() - CORE) : hit.start()], hit[hit.lastgroup or 0]
            if "原" in before or hit.group() in defined:
                continue
            if text[hit.end() - len(old) : hit.end() + AFTER] in wordings:
                continue
            entry = olds[old]
            first = found.get(hit.group()) or Named(hit.group(), text, where, entry, 0)
            found[hit.group()] = first._replace(times=first.times + 1)
    return list(found.values())


class Olds(NamedTuple):
    """Names of a word list, to look for, and the number of the entry of each."""

    cues: Cues
    entry: dict[str, int]


@cache
def old_names(olds: tuple[str, ...]) -> Olds:
    """The names of the entries of a list, each entry's separated by blanks."""
    entry = {name: at for at, names in enumerate(olds) for name in names.split()}
    return Olds(Cues(entry), entry)


@cache
def _wordings(standards: tuple[Standard, ...]) -> str:
    """The clauses and the measures of standards."""
    clauses = [clause for one in standards for clause in one.clauses]
    texts = (text for one in clauses for text in (one.text, *(i.name for i in one.indicators)))
    return BREAK.join(texts)


def _texts(case: Case, names: Sequence[str]) -> Iterator[tuple[str, Where]]:
    """The lines that have a name, and the assignments whose clauses are quoted."""
    yield from ((line.text, line.where) for line in case.having(*names))
    yield from _assigned(case)


def _assigned(case: Case) -> Iterator[tuple[str, Where]]:
    for assignment in case.plan.assignments:
        if not assignment.text:
            for place, units in assignment.named:
                yield "、".join(units), place
