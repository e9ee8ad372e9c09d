"""Dataclasses that cost little to define: those of the standard library, made another way.

`dataclasses.dataclass` writes six functions for each class and compiles them. That takes 0.4 ms,
and `plangen render` has a hundred classes: it was a sixth of its time. Here only `__init__` is
compiled, for the first value of a class; most classes of a call never have one. `fields`,
`replace`, pickle and type checkers see a dataclass.

Limit: no `order`, no `slots`, no InitVar; below a frozen class of one making comes none of the
other.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, TypeAlias

MISSING = dataclasses.MISSING
Field = dataclasses.Field
Method = Callable[..., Any]
Loose: TypeAlias = Any
"""A class or a value of which nothing is known before it is there."""


def _dataclass(
    cls: type[Any] | None = None,
    /,
    *,
    frozen: bool = False,
    kw_only: bool = False,
    eq: bool = True,
) -> Loose:
    """`dataclasses.dataclass`, with fewer options."""
    if cls is None:
        return lambda own: _dataclass(own, frozen=frozen, kw_only=kw_only, eq=eq)
    written = set(vars(cls))
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
    own = dataclasses.fields(made)
    methods = {"__init__": _init(made, frozen=frozen), "__repr__": _repr(own)}
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    for name in methods.keys() - written:
        setattr(made, name, methods[name])
    if eq and "__eq__" not in written:
        compared = _values([each.name for each in own if each.compare])
        made.__eq__ = _eq(compared)
        made.__hash__ = _hash(compared) if frozen else None
    return made


def _init(cls: Loose, *, frozen: bool) -> Method:
    """An `__init__` that puts the compiled one in its place when it is first called."""

    def __init__(self: Loose, /, *given: Loose, **named: Loose) -> None:  # noqa: N807
        cls.__init__ = _compiled(cls, frozen=frozen)
        cls.__init__(self, *given, **named)

    return __init__


def _compiled(cls: Loose, *, frozen: bool) -> Method:
    """`__init__` with the fields as its arguments."""
    own = dataclasses.fields(cls)
    names: dict[str, Any] = {"_set": object.__setattr__, "_missing": MISSING}
    names |= {f"_default_{each.name}": each.default for each in own}
    names |= {f"_make_{each.name}": each.default_factory for each in own}
    taken = [each for each in own if each.init]
    head = [_argument(each) for each in taken if not each.kw_only]
    tail = [_argument(each) for each in taken if each.kw_only]
    arguments = ", ".join(["self", *head, *(["*", *tail] if tail else [])])
    form = ' _set(self, "{}", {})' if frozen else " self.{} = {}"
    lines = [form.format(each.name, value) for each in own if (value := _value(each))]
    after = [" self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    body = "\n".join([*lines, *after]) or " pass"
    exec(f"def __init__({arguments}):\n{body}", names)
    made: Method = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _argument(each: Field[Any]) -> str:
    if each.default is not MISSING:
        return f"{each.name}=_default_{each.name}"
    return each.name if each.default_factory is MISSING else f"{each.name}=_missing"


def _value(each: Field[Any]) -> str:
    """Where a field's value comes from; empty where `__post_init__` has to know."""
    made = "" if each.default_factory is MISSING else f"_make_{each.name}()"
    if not each.init:
        return made or ("" if each.default is MISSING else f"_default_{each.name}")
    return f"{made} if {each.name} is _missing else {each.name}" if made else each.name


def _repr(own: tuple[Field[Any], ...]) -> Method:
    shown = [each.name for each in own if each.repr]

    @recursive_repr()
    def __repr__(self: Loose) -> str:  # noqa: N807
        values = (f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({', '.join(values)})"

    return __repr__


def _values(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _value: ()


def _eq(compared: Callable[[Any], Any]) -> Method:
    def __eq__(self: Loose, other: object) -> Loose:  # noqa: N807
        if self.__class__ is other.__class__:
            return compared(self) == compared(other)
        return NotImplemented

    return __eq__


def _hash(compared: Callable[[Any], Any]) -> Method:
    def __hash__(self: Loose) -> int:  # noqa: N807
        return hash(compared(self))

    return __hash__


def _refuse(self: object, name: str, *_value: object) -> None:
    """Set or delete a field of a frozen value."""
    what = f"{type(self).__qualname__}.{name}"
    raise dataclasses.FrozenInstanceError(f"{what} can't be changed: use replace()")


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass
