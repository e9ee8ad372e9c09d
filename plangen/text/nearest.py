"""What a misspelt word may have been meant for."""

from __future__ import annotations

from collections.abc import Iterable

LIKE = 0.6  # from 0 to 1: how like the word it must be


def nearest(word: str, known: Iterable[str], like: float = LIKE) -> str:
    """The known word that is most like this one; empty where none is."""
    from difflib import get_close_matches  # a millisecond to import, and few words are misspelt

    return next(iter(get_close_matches(word, list(known), 1, like)), "")
