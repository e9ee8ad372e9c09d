"""What regular expressions are compiled to, kept for the next process.

To compile those that one plan needs is a quarter of a short call, and Python offers no way to
keep what comes out. So its own compiler is asked in the two steps in which it works: the program
of an expression, a list of numbers, and the pattern made from it. Python looks the numbers over
before it trusts them; and where its compiler is another one than is known here, `re.compile`
does all, each time.
"""

from __future__ import annotations

import re
import sys
from array import array
from functools import cache
from typing import cast

from plangen.kept import Book, Plain, Shelf

MOST = 800  # expressions; some have names of a plan in them, and are of no use to another
NUMBERS = "I"  # of a program, for an array
Source = tuple[str, int]  # an expression and its flags
KNOWN = {(3, 11), (3, 12), (3, 13)}  # versions of Python whose compiler works in these two steps

MAKER: Plain | None = None
if sys.implementation.name == "cpython" and sys.version_info[:2] in KNOWN:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    MAKER = sys.version, _sre.MAGIC, _sre.CODESIZE


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, faster from the second process on."""
    if MAKER is None:
        return re.compile(expression, flags)
    source: Source = expression, int(flags)
    program = _book().get(source)
    if program is None:
        program = _program(*source)
        _book().add(source, program)
    flags, code, *others = program
    numbers = array(NUMBERS, code).tolist()
    return cast("re.Pattern[str]", _sre.compile(expression, flags, numbers, *others))


@cache
def _book() -> Book:
    return Book(Shelf(".patterns", 4), MAKER, MOST)


def _program(expression: str, flags: int) -> Plain:
    parsed = _parser.parse(expression, flags)
    code = array(NUMBERS, _compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names)
