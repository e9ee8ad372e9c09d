"""Characters of symbol faces (Wingdings, Symbol, …) as the Unicode characters that they look like.

The codes are kept in the private area U+F000 to U+F0FF, or written as plain letters in such a
face. What the table doesn't know stays as it is: nothing is lost.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from plangen.source.facts import facts

PRIVATE = range(0xF000, 0xF100)
SURROGATES = range(0xD800, 0xE000)  # halves of characters


def symbols(text: str, face: str) -> str:
    """A text in a face; only symbol faces change it."""
    if face.lower() in _tables():
        return "".join(symbol(ord(char), face) for char in text)
    if any(ord(char) in PRIVATE for char in text):
        return "".join(symbol(ord(char), "symbol") for char in text)
    return text


def symbol(code: int, face: str) -> str:
    """A character of a face by its code, with or without the private area."""
    table = _tables().get(face.lower(), {})
    known = table.get(code % 0x100 if code in PRIVATE else code)
    return known or ("" if code in SURROGATES else chr(code))


@cache
def _tables() -> dict[str, dict[int, str]]:
    found = cast("dict[str, dict[int, str]]", facts("plangen.read", "symbols.yaml"))
    return {face.lower(): table for face, table in found.items()}
