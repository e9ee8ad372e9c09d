"""Frozen values made and copied fast, for where there is one for every paragraph of a document.

Their __init__ isn't called: it sets every field by a call, which takes three times as long.
"""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def like(value: T, **changes: object) -> T:
    """A frozen value with some fields changed, as dataclasses.replace gives it.

    What the value has cached comes along, so that no field may change that it was made from.
    """
    copy = object.__new__(type(value))
    object.__setattr__(copy, "__dict__", value.__dict__ | changes)
    return copy


def made(kind: type[T], **fields: object) -> T:
    """A frozen value with these fields. What isn't given is the default, which its class has."""
    value = object.__new__(kind)
    object.__setattr__(value, "__dict__", fields)
    return value
