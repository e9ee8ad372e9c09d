"""A change of a piece of text, by a line of the tables; and a piece that no line changes."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.derive.variant import OPENED
from plangen.problem import Where


@dataclass(frozen=True)
class Left:
    """A piece of the county's wording that no line of the tables covers."""

    where: Where
    quote: str
    text: str


@dataclass(frozen=True)
class Change:
    """What a piece of text becomes, and by which line of the tables or by what reckoning."""

    old: str
    new: str
    at: str

    @property
    def said(self) -> str:
        """The line, and what it did: default.yaml:31 “我县”改“我镇”."""
        new = OPENED.sub(r"{\1}", self.new)
        what = f"“{self.old}”改“{new}”" if new else f"删“{self.old}”"
        return f"{self.at} {what}"
