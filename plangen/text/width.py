"""How wide text is: in 字 on paper, in columns on a terminal."""

from __future__ import annotations

from unicodedata import east_asian_width

WIDE = frozenset("WF")
FULL_IN_PRINT = frozenset("WFA")


def em(text: str) -> float:
    """The width in 字: 1 a Han character or full-width mark, 0.5 a digit, letter or ASCII mark.

    The marks “”‘’—…·× are 1 too: Unicode calls them ambiguous, and Chinese faces set them wide.
    """
    return sum(map(_printed, text))


class _Printed(dict[str, float]):
    """The width of each character that was seen; a table is asked twice as fast as a function."""

    def __missing__(self, char: str) -> float:
        width = self[char] = 1 if east_asian_width(char) in FULL_IN_PRINT else 0.5
        return width


_printed = _Printed().__getitem__


def cells(text: str) -> int:
    """The columns on a terminal: 2 a wide or full-width character, 1 any other.

    Ambiguous characters (“”—…) count 1, as terminals set them outside of Chinese locales.
    """
    return sum(2 if east_asian_width(char) in WIDE else 1 for char in text)
