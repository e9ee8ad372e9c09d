"""Where a derived value comes from, carried along with it from the first step to the last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, TypeVar

from plangen.model.plan import Part
from plangen.problem import NOWHERE, Path, Where

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
P = TypeVar("P", bound=Part)


class Kind(StrEnum):
    """How a value came about. The value is the word that is shown."""

    COPIED = "照抄"
    MAPPED = "对照"
    COMPUTED = "推算"
    OWN = "本乡镇"


@dataclass(frozen=True)
class Origin:
    """Where one value comes from, and how (`why`).

    `source` is its place in the county's plan, of what is OWN in the townships' file; `lines` are
    those of the tables that changed it.
    """

    kind: Kind
    source: Where = NOWHERE
    lines: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Made(Generic[T_co]):
    """A derived value, and the origins of the values in it by their path."""

    value: T_co
    origins: Mapping[Path, Origin] = field(default_factory=dict)


def made(value: T, origin: Origin) -> Made[T]:
    """A value of one origin."""
    return Made(value, {(): origin})


def listed(items: Iterable[Made[T]]) -> Made[tuple[T, ...]]:
    """Values in a row."""
    every = list(items)
    origins = {
        (index, *path): origin
        for index, item in enumerate(every)
        for path, origin in item.origins.items()
    }
    return Made(tuple(item.value for item in every), origins)


def altered(part: P, **values: Made[object]) -> Made[P]:
    """A part with some of its values new; only those have an origin here."""
    new = {name: item.value for name, item in values.items()}
    return Made(replace(part, **new), within(values))  # type: ignore[arg-type]


def within(values: Mapping[str, Made[object]]) -> dict[Path, Origin]:
    """The origins of values, by the keys they stand under."""
    return {
        (name, *path): origin
        for name, item in values.items()
        for path, origin in item.origins.items()
    }


def own(value: T, where: Where, why: str = "") -> Made[T]:
    """A value of the township's file."""
    return made(value, Origin(Kind.OWN, where, why=why))


def computed(value: T, why: str, source: Where = NOWHERE, lines: tuple[str, ...] = ()) -> Made[T]:
    """A value that follows from others."""
    return made(value, Origin(Kind.COMPUTED, source, lines, why))


def mapped(value: T, source: Where, lines: tuple[str, ...], why: str = "") -> Made[T]:
    """A value that lines of a table made of the county's."""
    return made(value, Origin(Kind.MAPPED, source, lines, why))


def copied(value: T, source: Where) -> Made[T]:
    """A value as it stands in the county's plan."""
    return made(value, Origin(Kind.COPIED, source))
