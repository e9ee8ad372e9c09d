"""The lines that were found sound, so that they need no second look.

Most lines of a township's plan are those of the townships before it. A rule that judges each line
by itself (`LineWise`) is shown those that this process doesn't know to be sound: in which such
rules, with the same word lists, found nothing. What is found is the same without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from plangen.model.document import Role
from plangen.problem import Where
from plangen.rules._lines import Lines
from plangen.rules.base import Case, Findings, LineWise, Rule

MOST, LONGEST = 8000, 400  # lines that are kept, and characters of one: a few MB at most


@lru_cache(1)
def sound(_rules: tuple[LineWise, ...], _words: str, _issued: object) -> set[tuple[str, Role]]:
    """The lines, by text and role, that these rules found sound with these word lists."""
    return set()


class Doubtful:
    """The lines of a case that aren't known to be sound."""

    def __init__(self, lines: Lines, rules: Iterable[Rule]) -> None:
        checks = tuple([rule.find for rule in rules if isinstance(rule.find, LineWise)])
        self.known = sound(checks, repr(lines.added), lines.issued)
        left = [line for line in lines.all if (line.text, line.role) not in self.known]
        new = len(left) == len(lines.all)
        self.lines = lines if new else Lines(left, lines.added, issued=lines.issued)

    def findings(self, rule: Rule, case: Case) -> Findings:
        """What a rule finds in the case."""
        check = rule.find
        return check.judge(self.lines) if isinstance(check, LineWise) else check(case)

    def keep(self, told: set[Where]) -> None:
        """From now on the lines are sound but those of which something is told."""
        if len(self.known) > MOST:
            self.known.clear()
        self.known.update(
            (line.text, line.role)
            for line in self.lines.all
            if len(line.text) <= LONGEST and (not told or line.where not in told)
        )
