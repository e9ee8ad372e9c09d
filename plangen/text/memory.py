"""What was found out about a text, remembered for the next: a township's texts are the county's.

Limit: only what depends on the text alone, and on what never changes in a process.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Found = TypeVar("Found")

_forgetting: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[Given, Found]], Callable[Given, Found]]:
    """Of a function: so many of its latest answers are remembered."""

    def remember(find: Callable[Given, Found]) -> Callable[Given, Found]:
        kept = lru_cache(most)(find)
        _forgetting.append(kept.cache_clear)
        return cast("Callable[Given, Found]", kept)

    return remember


def forget() -> None:
    """Be as a process that has seen no text yet; to measure and to test."""
    for each in _forgetting:
        each()
