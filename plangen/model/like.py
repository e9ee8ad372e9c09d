"""Copies of frozen values, for where there is one for every paragraph of a document."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def like(value: T, **changes: object) -> T:
    """A frozen value with some fields changed, as dataclasses.replace gives it.

    Its __init__ isn't called: that sets every field by a call, which takes three times as long.
    What the value has cached comes along, so that no field may change that it was made from.
    """
    made = object.__new__(type(value))
    object.__setattr__(made, "__dict__", value.__dict__ | changes)
    return made
