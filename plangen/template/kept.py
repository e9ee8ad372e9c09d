"""Prepared templates, kept from one process to the next."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.machinery import PathFinder
from pathlib import Path

from plangen import kept
from plangen.kept import Plain, Shelf
from plangen.model import document

SHELF = Shelf(".template", 24)  # a template that somebody is at work on has a new one each time
MAKERS = ("docxtpl", "docx", "jinja2", "lxml")  # what a template is prepared with


def key_of(*parts: str | bytes) -> Plain | None:
    """A key for what these strings are prepared into by the code as it stands."""
    made_by = kept.made_by(*_makers())
    return made_by and (made_by, *parts)


def _makers() -> Iterator[str]:
    """Every file that has a part in it; empty for one that isn't there."""
    yield document.__file__
    own = sorted(entry.path for entry in os.scandir(Path(__file__).parent))
    yield from (path for path in own if path.endswith(".py"))
    for name in MAKERS:
        spec = PathFinder.find_spec(name)
        yield spec.origin or "" if spec else ""
