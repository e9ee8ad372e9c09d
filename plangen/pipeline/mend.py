"""Mend what is safe in a spec's text: a fix is kept when the rules agree that it was one.

An edit changes one piece of one value. It stays where the file then says that and is the same
otherwise, the problem is gone, and no other has come: so a sound piece that reads like the faulty
one is never kept changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plangen.config.model import Config
from plangen.pipeline.lint import Linted, lint
from plangen.problem import Fix, Path, Problem
from plangen.source.letters import Letter
from plangen.source.locate import Finder, Piece
from plangen.source.mend import Edit, edit, mended, reads

MOST = 50  # occurrences of a piece among which the faulty one is sought
Key = tuple[str, Path, Fix]


class Try(NamedTuple):
    """An edit, and the findings it is to do away with: those of one rule, path and fix."""

    key: Key
    piece: Piece
    edit: Edit


class State(NamedTuple):
    """A text, and what was found in it."""

    raw: bytes
    linted: Linted
    made: int = 0


Check = Callable[[bytes], Linted]


def mend(raw: bytes, name: str, config: Config | None = None) -> tuple[bytes, int]:
    """The text with its safe fixes made, and how many; mending again changes nothing more."""

    def check(text: bytes) -> Linted:
        return lint(text, name, config)

    state = State(raw, check(raw))
    while (after := _pass(state, check)).made > state.made:
        state = after
    return state.raw, state.made


def _pass(state: State, check: Check) -> State:
    """Every fix tried at each place of its piece, from the last to the first."""
    refused: Counter[Key] = Counter()
    while tries := _tries(state.linted, refused):
        after = _made(state, tries, check)
        left, before = _keys(after.linted), _keys(state.linted)
        refused.update(one.key for one in tries if left[one.key] >= before[one.key])
        state = after
    return state


def _tries(linted: Linted, refused: Counter[Key]) -> list[Try]:
    """For each fix the last place where it wasn't tried yet, none that share a letter.

    They come from the end of the file on: what was done doesn't shift what is to be done.
    """
    finder = Finder(linted.source)
    taken: set[Letter] = set()
    tries: list[Try] = []
    for key in _keys(linted):
        for one in _places(linted, finder, key, refused):
            letters = {letter for letter in one.piece.letters if letter}
            if not letters & taken:
                tries.append(one)
                taken |= letters
    return sorted(tries, key=lambda t: (t.edit.line, t.edit.column), reverse=True)


def _places(linted: Linted, finder: Finder, key: Key, refused: Counter[Key]) -> Iterator[Try]:
    _, path, fix = key
    pieces = finder.pieces(path, fix.old)
    if len(pieces) > MOST and len(pieces) > _keys(linted)[key]:
        return
    while refused[key] < len(pieces):
        piece = pieces[-1 - refused[key]]
        found = edit(linted.source, piece, fix.new)
        if found:
            yield Try(key, piece, found)
            return
        refused[key] += 1


def _made(state: State, tries: list[Try], check: Check) -> State:
    """The state after those edits that are fixes: all, or those that look it, or by halves."""
    if not tries:
        return state
    after, good = _tried(state, tries, check)
    if after:
        return after
    if good is not None and len(good) < len(tries):
        return _made(state, good, check)
    if len(tries) == 1:
        return state
    half = len(tries) // 2
    return _made(_made(state, tries[:half], check), tries[half:], check)


def _tried(state: State, tries: list[Try], check: Check) -> tuple[State | None, list[Try] | None]:
    """The state after all edits, if every one was a fix; and those whose problem is gone.

    None for both where the file no longer says the same otherwise.
    """
    new = mended(state.raw, [one.edit for one in tries])
    before, after = state.linted, check(new)
    wanted = [(one.piece, one.key[2].new) for one in tries]
    if after.case is None or not reads(before.source, after.source, wanted):
        return None, None
    was, now = _keys(before), _keys(after)
    good = [one for one in tries if now[one.key] < was[one.key]]
    fewer = len(after.findings) <= len(before.findings) - len(tries)
    if good == tries and fewer and len(after.errors) <= len(before.errors):
        return State(new, after, state.made + len(tries)), good
    return None, good


def _keys(linted: Linted) -> Counter[Key]:
    return Counter(_key(problem, problem.fix) for problem in linted.findings if problem.fix)


def _key(problem: Problem, fix: Fix) -> Key:
    return problem.rule, problem.where.path, fix
