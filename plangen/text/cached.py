"""functools.cached_property as Python has it from 3.12 on: without a lock.

There is a value for each paragraph of a text, and in 3.11 the lock takes longer than the making.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property:  # noqa: N801 - the name that it has in functools
        """A value that is made when it is first asked for, and kept in the instance."""

        def __init__(self, make: Callable[[object], object]) -> None:
            self.make = make
            self.__doc__ = make.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, instance: object, owner: type | None = None) -> object:
            if instance is None:
                return self
            made = instance.__dict__[self.name] = self.make(instance)
            return made


__all__ = ["cached_property"]
