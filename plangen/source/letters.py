"""Where each character of a value stands in the file: quotes, escapes and folds undone.

Limit: a value that can't be laid against its text, character by character, has no letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plangen.source.places import Source, Written
from plangen.text.patterns import lazy

ANCHOR = lazy(r"&\S*\s*")
ESCAPE = lazy(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
SHORT = {"t": "\t", "\t": "\t", "n": "\n", " ": " ", '"': '"', "/": "/", "\\": "\\", "_": "\xa0"}
BLANK = " \t\n"


class Letter(NamedTuple):
    """A character of a value: where it is written, and in how many characters."""

    char: str
    line: int
    column: int
    width: int = 1


def letters(source: Source, written: Written, value: str) -> list[Letter | None]:
    """The letter of each character of a value; None for a blank or break that a fold made."""
    out: list[Letter | None] = []
    found = list(_tokens(source, written))
    at = 0
    for char in value:
        while at < len(found) and char not in BLANK and found[at].char in " \t":
            at += 1
        if at < len(found) and found[at].char == char:
            out.append(found[at])
            at += 1
        elif char in BLANK:
            out.append(None)
        else:
            return []
    return out


def escaped(text: str, style: str) -> str:
    """A piece of text as it is written inside quotes of a style."""
    if style == "'":
        return text.replace("'", "''")
    return text.replace("\\", "\\\\").replace('"', '\\"') if style == '"' else text


def _tokens(source: Source, written: Written) -> Iterator[Letter]:
    """Every character that a text is made of, in order, without indents and line breaks."""
    rows = _block if written.style in {"|", ">"} else _flow
    for line, column, text in rows(source, written):
        at = 0
        while at < len(text):
            char, width = _one(text, at, written.style)
            if char:
                yield Letter(char, line, column + at, width)
            at += width


def _one(text: str, at: int, style: str) -> tuple[str, int]:
    """The character written at a place, and its width; none for an escaped line break."""
    if style == "'" and text.startswith("''", at):
        return "'", 2
    if style != '"' or text[at] != "\\":
        return text[at], 1
    found = ESCAPE.match(text, at)
    if not found:
        return "", 1
    code = found.group()[1:]
    return (SHORT.get(code, "") if len(code) == 1 else chr(int(code[1:], 16))), len(code) + 1


def _block(source: Source, written: Written) -> Iterator[tuple[int, int, str]]:
    """Line, column and text of each line of a block, without its indent."""
    indent: int | None = None
    for number in range(written.line + 1, written.last + 1):
        line = source.line(number)
        depth = len(line) - len(line.lstrip(" "))
        if line.strip():
            indent = depth if indent is None else min(indent, depth)
            yield number, indent + 1, line[indent:]


def _flow(source: Source, written: Written) -> Iterator[tuple[int, int, str]]:
    """Line, column and text of each line of a plain or quoted text, without its indent."""
    quotes = 1 if written.style else 0
    first, start = _begin(source, written)
    for number in range(first, written.last + 1):
        line = source.line(number)
        start = start + quotes if number == first else len(line) - len(line.lstrip(BLANK))
        stop = written.stop - 1 - quotes if number == written.last else len(line.rstrip(BLANK))
        if start < stop:
            yield number, start + 1, line[start:stop]


def _begin(source: Source, written: Written) -> tuple[int, int]:
    """Line (from 1) and column (from 0) where a text begins, past an anchor before it."""
    number, start = written.line, written.column - 1
    anchor = ANCHOR.match(source.line(number), start)
    start = anchor.end() if anchor else start
    while number < written.last and not source.line(number)[start:].strip(BLANK):
        number += 1
        line = source.line(number)
        start = len(line) - len(line.lstrip(BLANK))
    return number, start
