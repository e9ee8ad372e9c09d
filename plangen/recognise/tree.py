"""The outline of a text as a tree: what begins with an ordinal, and what stands below it.

Paragraphs after a numbered list belong to the outermost part that ends there: nobody can see
whether 各工作组要…… after the last duty of the last group is that duty's, the group's or the
section's own, and the closing words of a plan are the commonest case. What goes on with an item
by its words (主要指标：…) stays with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block, Role
from plangen.model.ordinals import FIRST, FOURTH, PHASE, RING, SECOND, THIRD, Entry, numbering
from plangen.recognise.marks import read_mark
from plangen.recognise.texts import lines_of
from plangen.text.cached import cached_property
from plangen.text.run_in import split_run_in

HEADING_ENDS = "。：:；; "
LONGEST = 45  # 字 of a heading on a line of its own
SENTENCE = re.compile(r"[。；;！？!?：:，,、]$")
# （2024年2月至3月）。 after a phase, not （2024年修订）。
SPAN = re.compile(
    r"[（(][\d\sXx×年月日至到—－\-~～.上中下旬底前初末今明]*\d[^（）()修版]*[）)][。：:；;]?$"
)

RANKS = {1: FIRST, 2: SECOND, 3: THIRD, 4: FOURTH}

Stay = Callable[[Sequence[str], bool], int]
"""How many of the paragraphs at the end go on with what they stand below, by their words: with an
item, or with a heading that has items (True)."""


@dataclass(eq=False)
class Node:
    """A line with an ordinal, and what stands below it: blocks and nodes, in order."""

    entry: Entry
    below: list[Block | Node] = field(default_factory=list)

    @property
    def block(self) -> Block:
        return self.entry.block

    @cached_property
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

    @cached_property
    def standing(self) -> bool:
        """Whether it is a heading on a line of its own, not an item with its text."""
        return is_standing(self.text, self.rank)

    @property
    def headed(self) -> bool:
        """Whether what stands below it is its own: a heading, and at level 1 nothing else is."""
        return self.standing or self.rank == FIRST

    @cached_property
    def headed_text(self) -> tuple[str, str]:
        """Its heading and the text on the same line."""
        if self.standing:
            return self.text.rstrip(HEADING_ENDS), ""
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


def rank_of(level: int) -> int:
    """The rank of what is numbered at a level of clause 7.3.3; below the fourth it is ①."""
    return RANKS.get(level, RING)


def is_standing(text: str, rank: int) -> bool:
    """Whether a line with an ordinal is a heading alone: short, and no sentence.

    A phase may end with 。 after its dates, as may any heading of level 1 or 2 that has no other
    mark of a sentence in it.
    """
    if not text or len(text) > LONGEST or read_mark(text):
        return False
    if rank in {SECOND, PHASE} and SPAN.search(text):
        return "。" not in text[:-1]
    if rank == FIRST and text[-1] in "。：:":
        return not re.search("[。；，,]", text[:-1])
    return not SENTENCE.search(text) and "。" not in text


def grow(blocks: Sequence[Block], stay: Stay = lambda _, __: 0) -> Tree:
    """The tree of a text."""
    runs = numbering(blocks)
    entries = {entry.place: entry for run in runs for entry in run.entries}
    parents = {entry.place: run.parent for run in runs for entry in run.entries}
    firsts = {run.entries[0].place for run in runs}
    nodes: dict[int, Node] = {}
    settled: set[int] = set()
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
            below += _hoist(below, stay, settled)  # what introduces the new list
        last = nodes[place] = Node(entry)
        below.append(last)
        while parent:
            settled.discard(parent.place)
            above = parents[parent.place]
            beside = nodes[above.place].below if above else tree.below
            if beside[-1] is not nodes[parent.place]:
                settled.clear()  # an older list goes on
            parent = above
    tree.after = _hoist(tree.below, stay, settled)
    return tree


def _hoist(below: Sequence[Block | Node], stay: Stay, settled: set[int]) -> list[Block]:
    """The trailing paragraphs of the last of several nodes, taken out of it.

    The nodes that this was done for, and that nothing came to since, are `settled`, by place, with
    all before them: a list of hundreds would be gone through for every list after it.
    """
    for part in reversed(below):
        if isinstance(part, Node):
            if part.entry.place in settled:
                break
            part.below += _hoist(part.below, stay, settled)
            settled.add(part.entry.place)
    if not below or not isinstance(below[-1], Node):
        return []
    return loose(below[-1], stay, below)


def loose(node: Node, stay: Stay, beside: Sequence[Block | Node] = ()) -> list[Block]:
    """What stands after a list that ends with this node, taken out of it.

    The text of a heading without items stays with it. A table after the last item is the list's
    heading's, with what follows, unless that has one (`beside`); one below a heading stays there.
    """
    if not node.below or (node.headed and not node.nodes):
        return []
    start = max((at for at, part in enumerate(node.below) if isinstance(part, Node)), default=-1)
    tables = [at for at, part in enumerate(node.below) if at > start and _is_table(part)]
    if tables and (node.headed or node.nodes or any(map(_is_table, beside))):
        start, tables = tables[-1], []
    texts = [part.text.strip() for part in node.below[start + 1 :] if isinstance(part, Block)]
    cut = tables[0] if tables else start + 1 + stay(texts, node.headed)
    out = [part for part in node.below[cut:] if isinstance(part, Block)]
    del node.below[cut:]
    return out


def _is_table(part: Block | Node) -> bool:
    return isinstance(part, Block) and part.table is not None


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every node, those below after their own."""
    for node in nodes:
        yield node
        yield from walk(node.nodes)


def whole(node: Node) -> list[str]:
    """All lines of a node, those of the nodes below it with their ordinals."""
    lines = [node.text]
    for part in node.below:
        if isinstance(part, Node):
            first, *rest = whole(part)
            lines += [part.entry.typed + first, *rest]
        else:
            lines += lines_of(part)
    return lines
