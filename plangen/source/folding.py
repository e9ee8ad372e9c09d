"""Text that runs over several lines of YAML, joined as Chinese is: without blanks.

YAML makes a blank of such a line break, which is right between two Latin words only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from unicodedata import east_asian_width

WIDE = frozenset("WFA")


def unfold(lines: Iterable[str], value: str) -> str:
    """The value that YAML made of these lines, without the blanks it added beside wide characters.

    Where YAML did more than join and strip (escapes, indented lines) its value stays.
    """
    stripped = [line.strip() for line in lines]
    return _fold(stripped, _chinese) if _fold(stripped, _yaml) == value.strip() else value


def _fold(lines: Iterable[str], between: Callable[[str, str], str]) -> str:
    """The lines in one; an empty line is a line break."""
    out, breaks = "", 0
    for line in lines:
        if line:
            out += ("\n" * breaks or between(out[-1], line[0])) if out else ""
            out += line
        breaks = 0 if line else breaks + 1
    return out


def _yaml(_: str, __: str) -> str:
    return " "


def _chinese(before: str, after: str) -> str:
    return "" if {east_asian_width(before), east_asian_width(after)} & WIDE else " "
