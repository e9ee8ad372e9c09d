"""Check a shaped source by its schema."""

from __future__ import annotations

from plangen.problem import Problem
from plangen.schema.accept import accepts
from plangen.source.places import Source


def check(source: Source, kind: str) -> list[Problem]:
    """Every fault of a shaped source: one for each place, and none for a key that is misspelt."""
    if accepts(kind)(source.data):
        return []
    from plangen.schema.explain import explain  # Cerberus takes 20 ms to import

    return explain(source, kind)
