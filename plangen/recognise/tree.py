"""The outline of a text as a tree: what begins with an ordinal, and what stands below it.

Paragraphs after a numbered list belong to the outermost part that ends there: nobody can see
whether 各工作组要…… after the last duty of the last group is that duty's, the group's or the
section's own, and the closing words of a plan are the commonest case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block, Role
from plangen.recognise.ordinals import FIRST, PHASE, SECOND, Entry, numbering
from plangen.text.run_in import split_run_in

LONGEST = 45  # 字 of a heading on a line of its own
SENTENCE = re.compile(r"[。；;！？!?：:，,、]$")
SPAN = re.compile(
    r"[（(][^（）()]*\d[^（）()]*[）)][。：:]?$"
)  # （2024年2月至3月）。 after a phase


@dataclass(eq=False)
class Node:
    """A line with an ordinal, and what stands below it: blocks and nodes, in order."""

    entry: Entry
    below: list[Block | Node] = field(default_factory=list)

    @property
    def block(self) -> Block:
        return self.entry.block

    @property
    def text(self) -> str:
        """The line without its ordinal."""
        return self.entry.text.strip()

    @property
    def rank(self) -> int:
        return self.entry.rank

    @property
    def nodes(self) -> list[Node]:
        return [part for part in self.below if isinstance(part, Node)]

    @property
    def blocks(self) -> list[Block]:
        return [part for part in self.below if isinstance(part, Block)]

    @property
    def standing(self) -> bool:
        """Whether it is a heading on a line of its own, not an item with its text."""
        return is_standing(self.text, self.rank)

    def split(self) -> tuple[str, str]:
        """Its heading and the text on the same line."""
        if self.standing:
            return self.text.rstrip("。：: "), ""
        return split_run_in(self.text)


@dataclass(eq=False)
class Tree:
    """A text: what stands before the first heading, the nodes, what stands after the last."""

    before: list[Block]
    below: list[Block | Node]
    after: list[Block]

    @property
    def nodes(self) -> list[Node]:
        return [part for part in self.below if isinstance(part, Node)]


def is_standing(text: str, rank: int) -> bool:
    """Whether a line with an ordinal is a heading alone: short, and no sentence.

    A phase may end with 。 after its dates, as may any heading of level 1 or 2 that has no other
    mark of a sentence in it.
    """
    if not text or len(text) > LONGEST:
        return False
    if rank in {SECOND, PHASE} and SPAN.search(text):
        return "。" not in text[:-1]
    if rank == FIRST and text[-1] in "。：:":
        return not re.search("[。；，,]", text[:-1])
    return not SENTENCE.search(text) and "。" not in text


def grow(blocks: Sequence[Block]) -> Tree:
    """The tree of a text."""
    runs = numbering(blocks)
    entries = {entry.place: entry for run in runs for entry in run.entries}
    parents = {entry.place: run.parent for run in runs for entry in run.entries}
    firsts = {run.entries[0].place for run in runs}
    nodes: dict[int, Node] = {}
    tree = Tree([], [], [])
    last: Node | None = None
    for place, block in enumerate(blocks):
        if block.role is Role.BLANK:
            continue
        entry = entries.get(place)
        if entry is None:
            (last.below if last else tree.before).append(block)
            continue
        parent = parents[place]
        below = nodes[parent.place].below if parent else tree.below
        if place in firsts and below and isinstance(below[-1], Node):
            below += _trailing(below[-1])  # what introduces the new list
        last = nodes[place] = Node(entry)
        below.append(last)
    tree.after = _hoist(tree.below)
    return tree


def _hoist(below: Sequence[Block | Node]) -> list[Block]:
    """The trailing paragraphs of the last of several nodes, taken out of it.

    They are taken from where a list ended: from under an item with its text, or after the items
    of a heading. The text of a heading without items stays with it.
    """
    nodes = [part for part in below if isinstance(part, Node)]
    for node in nodes:
        inner = _hoist(node.below)
        node.below += inner
    if not nodes or nodes[-1] is not below[-1]:
        return []
    return _trailing(nodes[-1])


def _trailing(node: Node) -> list[Block]:
    if node.standing and not node.nodes:
        return []
    count = 0
    for part in reversed(node.below):
        if isinstance(part, Node) or part.table is not None:
            break
        count += 1
    out = [part for part in node.below[len(node.below) - count :] if isinstance(part, Block)]
    del node.below[len(node.below) - count :]
    return out


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node, those below after their own."""
    for node in nodes:
        yield node
        yield from walk(node.nodes)
