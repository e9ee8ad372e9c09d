"""Facts that ship with plangen as YAML, read once, and kept as they were read."""

from __future__ import annotations

from functools import cache

from plangen.source import packaged
from plangen.source.kept import Shelf, made_by

SHELF = Shelf(".facts", 120)  # there are sixty files
MAKER = made_by(__file__)


@cache
def facts(package: str, name: str) -> object:
    """The content of the YAML file `name` in `package`: maps, lists and YAML's plain values.

    All callers share it: read it, don't change it.
    """
    raw = packaged.content(package, name)
    found = SHELF.recall((MAKER, raw)) if MAKER else None
    if found is None:
        from plangen.source.plain import plain  # PyYAML takes 11 ms to import

        found = plain(raw.decode())
        if MAKER:
            SHELF.keep((MAKER, raw), found)
    return found
