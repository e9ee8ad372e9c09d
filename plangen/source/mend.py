"""Change pieces of a YAML text and nothing else: comments, order, quoting, breaks stay."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from plangen.problem import Path
from plangen.source.letters import escaped
from plangen.source.locate import Piece
from plangen.source.places import Source, texts

BOM = "\ufeff"


class Edit(NamedTuple):
    """In one line of the file, from a column on (from 1), replace so many characters."""

    line: int
    column: int
    width: int
    new: str


def edit(source: Source, piece: Piece, new: str) -> Edit | None:
    """The edit that makes a piece read `new`, of the characters alone that differ.

    None where these run over several lines, or the piece reads so already.
    """
    old = piece.text
    before = _alike(old, new)
    after = _alike(old[before:][::-1], new[before:][::-1])
    start, stop = before, len(old) - after
    if start == stop and start > 0:  # something is added: written anew with the character before
        start -= 1
    elif start == stop:
        stop += 1
    letters = [letter for letter in piece.letters[start:stop] if letter]
    if old == new or not letters or len(letters) < stop - start:
        return None
    first, last = letters[0], letters[-1]
    written = source.written(piece.path)
    width = sum(letter.width for letter in letters)
    if written is None or (first.line, first.column + width) != (
        last.line,
        last.column + last.width,
    ):
        return None
    right = escaped(new[start : len(new) - (len(old) - stop)], written.style)
    return Edit(first.line, first.column, width, right)


def mended(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with the edits made, last first; one that overlaps another is left out."""
    text = raw.decode("utf-8")
    mark = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(BOM).split("\n")
    limit = (len(lines) + 1, 0)
    for one in sorted(edits, key=lambda e: (e.line, e.column), reverse=True):
        start, stop = one.column - 1, one.column - 1 + one.width
        if (one.line, stop) > limit:
            continue
        line = lines[one.line - 1]
        lines[one.line - 1] = line[:start] + one.new + line[stop:]
        limit = (one.line, start)
    return (mark + "\n".join(lines)).encode("utf-8")


def reads(before: Source, after: Source, pieces: Iterable[tuple[Piece, str]]) -> bool:
    """Whether a mended source has the pieces as they should be, and all else as before.

    A value that a reference (*) repeats has changed wherever it is repeated.
    """
    changed: dict[tuple[int, int], list[tuple[int, str, str]]] = {}
    for piece, new in pieces:
        changed.setdefault(_written(before, piece.path), []).append((piece.start, piece.text, new))
    wanted = {
        path: _changed(text, changed.get(_written(before, path), []))
        for path, text in texts(before.data)
    }
    return wanted == dict(texts(after.data)) and before.values.keys() == after.values.keys()


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _written(source: Source, path: Path) -> tuple[int, int]:
    written = source.written(path)
    return (written.line, written.column) if written else (0, 0)


def _changed(text: str, changes: list[tuple[int, str, str]]) -> str:
    for start, old, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[start + len(old) :]
    return text
