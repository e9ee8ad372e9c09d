"""How deep and how long a YAML file would become with its references (& and *) filled in.

Fed with the events of a parser before anything is built from them: building a hundred thousand
brackets ends the process, a reference to itself never ends, and ten lines can stand for gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_NODES = 200_000  # a 200-township batch has 30,000
MOST_DEPTH = 40  # a plan needs 10
TOO_MANY = f"内容太多：连同引用（*）展开的超过 {MOST_NODES} 项"


@dataclass
class _Open:
    """A list or map that is being read."""

    anchor: str | None
    before: int
    height: int = 1


class Limits:
    """Counts nodes and levels; each method gives the fault that its event is, or nothing."""

    def __init__(self) -> None:
        self.nodes = 0
        self.open: list[_Open] = []
        self.known: dict[str, tuple[int, int]] = {}

    def start(self, anchor: str | None) -> str:
        """A list or map begins."""
        self.open.append(_Open(anchor, self.nodes))
        return self._add(1, 0)

    def end(self) -> None:
        """The innermost list or map ends."""
        done = self.open.pop()
        if done.anchor:
            self.known[done.anchor] = self.nodes - done.before, done.height
        if self.open:
            self.open[-1].height = max(self.open[-1].height, done.height + 1)

    def scalar(self, anchor: str | None) -> str:
        """A piece of text."""
        if anchor:
            self.known[anchor] = 1, 0
        self.nodes += 1  # not by _add: nothing is read as often, and the depth is known to be fine
        return TOO_MANY if self.nodes > MOST_NODES else ""

    def alias(self, name: str) -> str:
        """A reference to what an anchor marks. An unknown name is a fault of syntax, not ours."""
        if any(item.anchor == name for item in self.open):
            return f"引用“*{name}”在它所引用的内容之内，没有尽头"
        nodes, height = self.known.get(name, (1, 0))
        if self.open:
            self.open[-1].height = max(self.open[-1].height, height + 1)
        return self._add(nodes, height)

    def _add(self, nodes: int, height: int) -> str:
        self.nodes += nodes
        if len(self.open) + height > MOST_DEPTH:
            return f"一层套一层，超过 {MOST_DEPTH} 层，可能是括号没有闭合"
        if self.nodes > MOST_NODES:
            return TOO_MANY
        return ""
