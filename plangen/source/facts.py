"""Facts that ship with plangen as YAML, read once, and kept as they were read."""

from __future__ import annotations

import marshal
from functools import cache

from plangen.kept import Book, Plain, Shelf, made_by
from plangen.source import packaged

MOST = 120  # there are sixty files


@cache
def _book() -> Book:
    return Book(Shelf(".facts", 4), made_by(__file__), MOST)


@cache
def facts(package: str, name: str) -> object:
    """The content of the YAML file `name` in `package`: maps, lists and YAML's plain values.

    All callers share it: read it, don't change it.
    """
    path = packaged.folder(package) / name
    state = made_by(str(path))
    known = state and _book().get(state)
    if known:
        found: object = marshal.loads(known)
        return found
    from plangen.source.plain import plain  # PyYAML takes 11 ms to import

    made: Plain = plain(path.read_bytes().decode())
    if state:
        _book().add(state, marshal.dumps(made))
    return made
