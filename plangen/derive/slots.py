"""Fill the slots of a derived part with what one township is: its name, villages, figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from operator import is_not
from typing import TypeVar, cast

from plangen.derive.variant import OPEN, OPENED
from plangen.model.plan import Part

P = TypeVar("P")
OFFICES = ("办事处", "人民政府")


class Slots:
    """The values of one township's slots; `unknown` are those that it has no value for."""

    def __init__(
        self, values: Mapping[str, str], rewording: Mapping[str, str], settled: frozenset[int]
    ) -> None:
        self.values = values
        self.rewording = rewording
        self.settled = frozenset() if rewording else settled
        self.unknown: dict[str, None] = {}
        self.used: set[str] = set()

    def text(self, text: str) -> str:
        """A text with its slots filled, then worded as the township asks."""
        if OPEN in text:
            text = OPENED.sub(lambda slot: self._value(slot[1]), text)
            for office in OFFICES:  # a name may end in it already: 城关街道办事处
                text = text.replace(office * 2, office)
        for old, new in self.rewording.items():
            if old in text:
                self.used.add(old)
                text = text.replace(old, new)
        return text

    def _value(self, name: str) -> str:
        if name not in self.values:
            self.unknown[name] = None
        return self.values.get(name, f"{{{name}}}")

    def part(self, given: P) -> P:
        """A value with every text in it filled; the same one where nothing changes."""
        return cast("P", self._any(given))

    def _any(self, given: object) -> object:
        if isinstance(given, str):
            return self.text(given)
        if isinstance(given, tuple) and id(given) not in self.settled:
            items = tuple([self._any(one) for one in given])
            return items if any(map(is_not, items, given)) else given
        if isinstance(given, Part) and id(given) not in self.settled:
            return self._filled(given)
        return given

    def _filled(self, part: Part) -> Part:
        changed: dict[str, object] = {}
        for name, old in vars(part).items():
            new = self._any(old)
            if new is not old:
                changed[name] = new
        return replace(part, **changed) if changed else part  # type: ignore[arg-type]


def settled(given: object) -> tuple[bool, frozenset[int]]:
    """Whether a value has no slot, and which of its parts and lists have none, by identity.

    What all townships share is asked once, and then left alone as long as it is kept.
    """
    if isinstance(given, str):
        return OPEN not in given, frozenset()
    if isinstance(given, tuple):
        inner = [settled(one) for one in given]
    elif isinstance(given, Part):
        inner = [settled(getattr(given, item.name)) for item in fields(given)]
    else:
        return True, frozenset()
    whole = all(one for one, _ in inner)
    known = frozenset[int]().union(*(ids for _, ids in inner))
    return whole, known | {id(given)} if whole else known
