"""Word lists that say what is wrong: their entries found in the text of a case.

Shared by word-wrong and word-redundant. An entry's `wrong` is a regular expression; one that
isn't sound is taken as plain text, so that a user's list can't break a check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from plangen.config.model import Entry
from plangen.problem import Fix, Level, Where
from plangen.rules._lines import Cues, Lines, word_list
from plangen.rules._text import uncited
from plangen.rules.base import Finding
from plangen.text.patterns import lazy
from plangen.text.programs import compiled

SURE = "A"  # the class of an entry that is wrong in every sentence
_TOKEN = lazy(r"\\.|\[[^\]]*\]|\((?:\?<?[=!])?|.")
_GROUP = lazy(r"\(([^()]*)\)")
_LOOSE = lazy(r"(?:\[[^\]]*\]|\([^()]*\)|\\.|.)[?*{]|\[[^\]]*\]|\\.")  # any, or none at all
_PLAIN = lazy(r"[^\W\d_]+")


def listed(lines: Lines, name: str) -> Iterator[Finding]:
    """Every hit of a word list, outside cited titles."""
    entries = lines.words(name)
    wanted = _cores(name, tuple(entry.get("wrong", "") for entry in lines.added.get(name, ())))
    here = {at for piece in lines.which(wanted.cues) for at in wanted.entries[piece]}
    for entry in (entries[at] for at in sorted(here)):
        wrong = entry.get("wrong", "")
        for line in lines.having_each(needed(wrong)):
            text = uncited(line.text)
            hits = pattern(wrong).finditer(text)
            yield from (_finding(line.where, hit, entry) for hit in hits if hit.group())


class Wanted(NamedTuple):
    """The cores of a word list, and the numbers of the entries that have each."""

    cues: Cues
    entries: dict[str, list[int]]


@cache
def _cores(name: str, added: tuple[str, ...]) -> Wanted:
    """What to look for in a word list and in what the user added to it."""
    own = (entry.get("wrong", "") for entry in word_list(name, {}))
    entries: dict[str, list[int]] = {}
    for at, form in enumerate((*own, *added)):
        for core in cores(form):
            entries.setdefault(core, []).append(at)
    return Wanted(Cues(entries), entries)


def _finding(where: Where, found: re.Match[str], entry: Entry) -> Finding:
    old = found.group()
    sure = entry.get("class", SURE) == SURE
    level = None if sure else Level.INFO
    right = entry.get("right", "")
    if not right:
        return Finding(where, f"“{old}”：{entry.get('advice', '说法不当')}", old, level)
    new = found.expand(right) if "\\" in right else right
    say = "应作" if sure else "宜作"
    return Finding(where, f"“{old}”{say}“{new}”", old, level, Fix(old, new) if sure else None)


@cache
def pattern(wrong: str) -> re.Pattern[str]:
    """The expression of an entry."""
    try:
        return compiled(wrong)
    except re.error:
        return compiled(re.escape(wrong))


def cores(wrong: str) -> tuple[str, ...]:
    """Pieces of plain text one of which is in every hit; an empty one where none is sure.

    A text without them needn't be searched: that makes a list of hundreds cheap.
    """
    return max(needed(wrong), key=lambda pieces: min(map(len, pieces)), default=("",))


@cache
def needed(wrong: str) -> tuple[tuple[str, ...], ...]:
    """Choices of plain text; a hit has a piece of each: 前将, and 报送 or 上报."""
    text = _without_around(wrong).replace("(?:", "(")
    bare = _LOOSE.sub("\0", text)
    around = _GROUP.sub("\0", bare)
    if "(?" in text or "(" in around or ")" in around:  # flags, names, groups within groups
        return ()
    choices = [] if "|" in around else [found[1].split("|") for found in _GROUP.finditer(bare)]
    found = (_pieces(parts) for parts in (around.split("|"), *choices))
    return tuple(pieces for pieces in found if "" not in pieces)


def _without_around(wrong: str) -> str:
    """An expression without what must or must not stand around a hit: (?=…), (?<!…)."""
    kept, depth = "", 0
    for token in _TOKEN.findall(wrong):
        inside = depth > 0
        if inside or token.startswith(("(?=", "(?!", "(?<")):
            depth += token.startswith("(") - (token == ")")
        kept += "" if inside or depth else token
    return kept


def _pieces(parts: list[str]) -> tuple[str, ...]:
    """The longest plain text of each part."""
    return tuple(max(_PLAIN.findall(part), key=len, default="") for part in parts)
