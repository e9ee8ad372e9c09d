"""plangen's dataclasses beside those of the standard library: the same but for their making."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeAlias

import pytest

from plangen import values

Maker = Callable[..., Any]
Loose: TypeAlias = Any


def classes(dataclass: Maker) -> dict[str, Any]:
    """A few classes that use all that plangen uses."""

    @dataclass(frozen=True)
    class Place:
        line: int
        column: int = 1

    @dataclass(frozen=True, kw_only=True)
    class Part:
        where: Place = field(default=Place(0), compare=False, repr=False)

    @dataclass(frozen=True, kw_only=True)
    class Item(Part):
        text: str
        tags: tuple[str, ...] = ()
        seen: dict[str, int] = field(default_factory=dict, compare=False)

        @cached_property
        def length(self) -> int:
            return len(self.text)

    @dataclass
    class Tally:
        """Counts."""

        names: list[str] = field(default_factory=list)
        first: str = field(init=False)

        def __post_init__(self) -> None:
            self.first = self.names[0] if self.names else ""

    @dataclass(frozen=True, eq=False)
    class Thing:
        name: str

        def __repr__(self) -> str:
            return self.name

    return {each.__name__: each for each in (Place, Part, Item, Tally, Thing)}


def outcome(work: Callable[[], object]) -> object:
    """What some work gives, or the kind of its failure."""
    try:
        return work()
    except (TypeError, ValueError, AttributeError) as error:
        return type(error)


def assigned(value: Loose, name: str) -> object:
    setattr(value, name, 2)
    return value


def deleted(value: Loose, name: str) -> object:
    delattr(value, name)
    return value


USES: dict[str, Callable[[dict[str, Any]], object]] = {
    "repr": lambda c: repr(c["Item"](text="甲", where=c["Place"](3))),
    "repr of a position": lambda c: repr(c["Place"](3, 4)),
    "own repr": lambda c: repr(c["Thing"]("甲")),
    "equal": lambda c: c["Place"](3) == c["Place"](3, column=1),
    "unequal": lambda c: c["Place"](3) == c["Place"](4),
    "equal but for what isn't compared": lambda c: (
        c["Item"](text="甲", where=c["Place"](3)) == c["Item"](text="甲")
    ),
    "nothing to compare": lambda c: c["Part"]() == c["Part"](where=c["Place"](3)),
    "equal to another class": lambda c: c["Place"](3) == (3, 1),
    "identity alone": lambda c: c["Thing"]("甲") == c["Thing"]("甲"),
    "hash": lambda c: hash(c["Place"](3)) == hash(c["Place"](3, 1)),
    "hash of what can change": lambda c: hash(c["Tally"]()),
    "assignment": lambda c: assigned(c["Place"](3), "line"),
    "assignment of a new name": lambda c: assigned(c["Place"](3), "other"),
    "assignment where it is allowed": lambda c: repr(assigned(c["Tally"](), "first")),
    "deletion": lambda c: deleted(c["Place"](3), "line"),
    "missing": lambda c: c["Place"](),
    "missing by name": lambda c: c["Item"](),
    "too many": lambda c: c["Place"](1, 2, 3),
    "twice": lambda c: c["Place"](1, line=2),
    "unknown": lambda c: c["Place"](1, row=2),
    "position of a name": lambda c: c["Item"]("甲"),
    "what can't be given": lambda c: c["Tally"](first="甲"),
    "after": lambda c: c["Tally"](["甲", "乙"]).first,
    "a new default for each": lambda c: c["Item"](text="").seen is c["Item"](text="").seen,
    "replace": lambda c: repr(replace(c["Item"](text="甲", tags=("乙",)), text="丙")),
    "replace by what can't be given": lambda c: replace(c["Tally"](), first="甲"),
    "fields": lambda c: [(each.name, each.type, each.kw_only) for each in fields(c["Item"])],
    "kind": lambda c: is_dataclass(c["Item"]),
    "match": lambda c: [each.__match_args__ for each in c.values()],
    "kept once": lambda c: [(i := c["Item"](text="甲乙")).length, i.length, vars(i)["length"]],
    "vars": lambda c: list(vars(c["Item"](text="甲", tags=()))),
}


@pytest.mark.parametrize("use", USES)
def test_a_value_does_what_one_of_the_standard_library_does(use: str) -> None:
    ours, theirs = classes(values.dataclass), classes(dataclasses.dataclass)
    assert outcome(lambda: USES[use](ours)) == outcome(lambda: USES[use](theirs))


def test_a_frozen_value_says_so() -> None:
    with pytest.raises(
        FrozenInstanceError, match=r"Place\.line can't be changed: use replace\(\)"
    ):
        assigned(classes(values.dataclass)["Place"](3), "line")


@values.dataclass(frozen=True)
class Known:
    """A class that pickle can find."""

    name: str
    inner: tuple[Known, ...] = ()


def test_a_value_goes_to_another_process_and_back() -> None:
    value = Known("甲", (Known("乙"),))
    assert pickle.loads(pickle.dumps(value)) == value


def test_a_value_that_holds_itself_can_be_shown() -> None:
    tally = classes(values.dataclass)["Tally"]([])
    tally.names.append(tally)
    assert repr(tally) == "classes.<locals>.Tally(names=[...], first='')"
