"""The lines that were found sound, so that they need no second look.

Most lines of a township's plan are those of the townships before it, and most of a plan that is
checked again are as they were. A rule that judges each line by itself (`LineWise`) is shown those
that aren't known to be sound: in which such rules, with the same word lists, found nothing. What
is found is the same without it.
"""

from __future__ import annotations

import weakref
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from plangen.kept import Plain, Shelf, made_from
from plangen.model.document import Role
from plangen.rules._lines import Line, Lines
from plangen.rules.base import Case, Findings, LineWise, Rule
from plangen.text.memory import remembered

MOST, LONGEST = 8000, 400  # lines that are kept, and characters of one: a few MB at most
SHELF = Shelf(".sound", 8)
MAKERS = ("model", "rules", "source", "standard", "text", "words")  # folders with a part in it
SORTS = 4  # of texts: issued or not, of a spec or read, with other word lists
FEW = 5  # rules: so many are done as fast as their names are compared
Told = tuple[str, Role]  # a line's text and role, all that a rule may go by


@remembered(SORTS)
def sound(rules: tuple[LineWise, ...], words: str, *, issued: bool) -> Sound:
    """The lines that these rules found sound with these word lists."""
    maker = _maker() if len(rules) > FEW else None
    return Sound(maker and (maker, tuple(rule.__module__ for rule in rules), words, issued))


@cache
def _maker() -> Plain | None:
    return made_from(*(str(Path(__file__).parents[1] / name) for name in MAKERS))


class Sound:
    """The lines that some rules found sound.

    Those of this process are known by text and role, those of earlier ones by a checksum: what
    lies in the cache tells nobody what a user's file says.
    """

    def __init__(self, key: Plain | None) -> None:
        self.key = key
        self.lines: set[Told] = set()
        self.before = frozenset((SHELF.recall(key) or ()) if key else ())
        self.new: set[Told] = set()
        if key:
            weakref.finalize(self, _save, key, self.before, self.new)

    def doubtful(self, lines: Iterable[Line]) -> list[Line]:
        """Those lines that aren't known to be sound."""
        left = (
            [*lines]
            if not self.lines
            else [line for line in lines if (line.text, line.role) not in self.lines]
        )
        if not self.before:
            return left
        doubtful: list[Line] = []
        known: list[Line] = []
        for line in left:
            (known if _mark(line.text, line.role) in self.before else doubtful).append(line)
        self._remember((line.text, line.role) for line in known)
        return doubtful

    def add(self, lines: Iterable[Line]) -> None:
        """From now on these lines are sound."""
        told = [(line.text, line.role) for line in lines]
        self._remember(told)
        if self.key and len(self.new) < MOST:
            self.new.update(told)

    def _remember(self, told: Iterable[Told]) -> None:
        if len(self.lines) > MOST:
            self.lines.clear()
        self.lines.update([one for one in told if len(one[0]) <= LONGEST])


def _save(key: Plain, before: frozenset[int], new: set[Told]) -> None:
    """Keep the lines for the processes to come."""
    if new:
        marks = {_mark(text, role) for text, role in new}
        SHELF.keep(key, (*marks, *before)[:MOST])


def _mark(text: str, role: Role) -> int:
    """A number by which thousands of lines can be told apart."""
    data = f"{role} {text}".encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 32 | zlib.adler32(data)


class Doubtful:
    """The lines of a case that aren't known to be sound."""

    def __init__(self, lines: Lines, rules: Iterable[Rule]) -> None:
        checks = tuple([rule.find for rule in rules if isinstance(rule.find, LineWise)])
        self.known = sound(checks, repr(lines.added), issued=lines.issued)
        left = self.known.doubtful(lines.all)
        new = len(left) == len(lines.all)
        self.told: set[int] = set()  # places, by id: all lines of a table have one
        self.lines = lines if new else Lines(left, lines.added, issued=lines.issued)

    def findings(self, rule: Rule, case: Case) -> Findings:
        """What a rule finds in the case."""
        check = rule.find
        if not isinstance(check, LineWise):
            return check(case)
        return self._told(check.judge(self.lines)) if self.lines.all else iter(())

    def _told(self, findings: Findings) -> Findings:
        """The findings of a rule that judges lines, each at the place of its line."""
        for found in findings:
            self.told.add(id(found[0]))
            yield found

    def keep(self) -> None:
        """From now on the lines are sound but those of which something is told."""
        told = self.told
        self.known.add([line for line in self.lines.all if id(line.where) not in told])
