"""From a `Document` as it was read to a `Plan`, with the place of every value.

Only what is seen on paper is used: words, labels, numbers, position, and the looks where the
file has them. What isn't understood stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plangen.model.document import Block, Document
from plangen.model.like import like
from plangen.model.plan import Plan
from plangen.problem import Where
from plangen.recognise.doubts import Doubt, Doubts
from plangen.recognise.labels import joined
from plangen.recognise.parts import divide
from plangen.recognise.plans import read_plan
from plangen.recognise.standards import read_standards
from plangen.standard.catalogue import Standard


@dataclass(frozen=True)
class Recognised:
    """A plan read from a document; `document` has the roles of its paragraphs.

    `page` are those of its blocks that a web page put around the document; `turned` are the
    lines that paragraphs in other forms were read as, by their places.
    """

    plan: Plan
    document: Document
    doubts: tuple[Doubt, ...] = ()
    page: tuple[Block, ...] = ()
    turned: Mapping[Where, tuple[str, ...]] = field(default_factory=dict)

    @property
    def own(self) -> Document:
        """The document without the web page around it."""
        page = {block.where for block in self.page}
        kept = (block for block in self.document.blocks if block.where not in page)
        return replace(self.document, blocks=tuple(kept)) if page else self.document


def recognise(
    document: Document, known: Mapping[str, Standard], told: Iterable[str] = ()
) -> Recognised:
    """The plan that a document holds.

    `known` are the catalogues there are, by id; `told` are the ids of the standards that the
    user says it follows.
    """
    doubts = Doubts()
    blocks = list(joined(document.blocks))
    catalogues = read_standards(blocks, known, told)
    parts = divide(blocks)
    plan = read_plan(parts, catalogues, doubts)
    title = parts.notice_title or parts.plan_title
    read = replace(
        document,
        blocks=tuple(_told(block, doubts, catalogues.quoted) for block in parts.in_order),
        title=title.text if title else "",
    )
    return Recognised(plan, read, tuple(doubts.found), tuple(parts.page), doubts.turned)


def _told(block: Block, doubts: Doubts, quoted: Mapping[int, str]) -> Block:
    """A block with the role that it turned out to have, and the clause that it quotes."""
    role = doubts.roles.get(id(block), block.role)
    clause = quoted.get(id(block), "")
    return block if role is block.role and not clause else like(block, role=role, clause=clause)
