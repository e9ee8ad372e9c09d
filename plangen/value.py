"""Values: dataclasses that the type checker holds frozen, and that say once what makes two equal.

Freezing each for Python too, with an `==` of its own, quadruples the time that it takes to define:
all together a tenth of a short call. To make one takes a third of the time, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field

Kind = TypeVar("Kind")
Row = TypeVar("Row", bound=tuple[Any, ...])


class Value:
    """What is equal to another of its class with the same fields, but for those of no account."""

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self._told())

    def __repr__(self) -> str:
        shown = [f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr]
        return f"{type(self).__name__}({', '.join(shown)})"

    def _told(self) -> tuple[object, ...]:
        """What it says: its fields, as far as they are compared."""
        return tuple([getattr(self, one.name) for one in fields(self) if one.compare])


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[Kind]) -> type[Kind]:
    """The fields of a `Value`."""
    return dataclass(eq=False, repr=False)(kind)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def named_value(kind: type[Kind]) -> type[Kind]:
    """The fields of a `Value`, each given by its name."""
    return dataclass(kw_only=True, eq=False, repr=False)(kind)


def of_tuple(kind: type[Row]) -> Callable[[tuple[Any, ...]], Row]:
    """What makes a named tuple of a plain one with all its fields.

    It takes a third to half of the time of `kind(…)`, where each run of a document needs one.
    Neither the number of the fields nor what is in them is looked at, not even by mypy.
    """
    return partial(tuple.__new__, kind)
