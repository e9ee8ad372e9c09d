"""What the recogniser notes while it reads: guesses, and what a paragraph turned out to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from plangen.model.document import Block, Role
from plangen.problem import Where


@dataclass(frozen=True)
class Doubt:
    """A guess: where, and what was read out of what."""

    where: Where
    message: str


@dataclass
class Doubts:
    """Collects guesses, the roles of blocks by their identity, and what others were read as."""

    found: list[Doubt] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    turned: dict[Where, tuple[str, ...]] = field(default_factory=dict)

    def add(self, where: Where, message: str) -> None:
        self.found.append(Doubt(where, message))

    def takes(self, blocks: Iterable[Block], role: Role) -> None:
        """Note what some paragraphs are."""
        self.roles |= {id(block): role for block in blocks if block.table is None}

    def learn(self, other: Doubts) -> None:
        """Note all that was noted elsewhere."""
        self.found += other.found
        self.roles |= other.roles
        self.turned |= other.turned

    def share(self, pairs: Iterable[tuple[Block, Block]]) -> None:
        """Let the second of two blocks have the role that the first has turned out to be."""
        for turned, block in pairs:
            if id(turned) in self.roles:
                self.roles[id(block)] = self.roles[id(turned)]
