"""Duties (职责) of a body: an introduction, the clauses it answers for, numbered duties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plangen.model.document import Block
from plangen.model.plan import DutyBlock, Item
from plangen.problem import NOWHERE, Where
from plangen.recognise.answering import Answer, Pair, answer, references_of
from plangen.recognise.clauses import Catalogues, Match, references
from plangen.recognise.texts import lines_of
from plangen.recognise.tree import Node, whole
from plangen.text.run_in import split_run_in

# Not 各单位要做到：…… or 做好以下工作：, which are sentences.
LABEL = re.compile(
    r"^(?P<label>[^：:。，；！？（）()]{2,16}?)(?<!做到)(?<!如下)(?<!以下工作)(?<!以下任务)[：:]\s*(?P<rest>.*)$",
    re.DOTALL,
)


@dataclass
class Numbered:
    """A numbered duty while it is read: its node, and paragraphs that go on with it."""

    node: Node
    more: list[str] = field(default_factory=list)


@dataclass
class Theme:
    """One theme of duties while it is read."""

    label: str = ""
    intro: str = ""
    where: Where = NOWHERE
    items: list[Numbered] = field(default_factory=list)


@dataclass
class Duties:
    """What a body does, as it goes into a `Group`; `used` counts the parts that were read."""

    themes: list[DutyBlock] = field(default_factory=list)
    used: int = 0


def theme_label(text: str) -> tuple[str, str] | None:
    """(疾病预防与控制, what follows), where a paragraph begins with the name of a theme."""
    found = LABEL.match(text.strip())
    return (found["label"].strip(), found["rest"].strip()) if found else None


def is_theme(text: str) -> bool:
    """Whether a paragraph after numbered duties is a further theme: a label and clauses."""
    return theme_label(text) is not None and bool(references(text))


def read_duties(
    first: Block, rest: str, parts: Sequence[Block | Node], catalogues: Catalogues
) -> Duties:
    """The duties that begin with a label (具体职责：); `rest` is what follows it on its line."""
    found = [Theme(intro=rest, where=first.where)] if rest else []
    used = extent(parts, begun=bool(rest))
    for part in parts[:used]:
        if isinstance(part, Block):
            _paragraph(part, found)
            continue
        if not found:
            found.append(Theme(where=part.block.where))
        found[-1].items.append(Numbered(part))
    themes = [block for theme in found for block in [_block(theme, catalogues)] if block]
    return Duties(themes, used)


def extent(parts: Sequence[Block | Node], *, begun: bool) -> int:
    """How many parts are duties: all up to the last item, or the last theme that names clauses.

    Without items it is a paragraph, unless one stands on the label's line, and labelled ones.
    """
    nodes = [at for at, part in enumerate(parts) if isinstance(part, Node)]
    themes = [
        at for at, part in enumerate(parts) if isinstance(part, Block) and is_theme(part.text)
    ]
    if nodes or begun:
        return max([*nodes, *themes], default=-1) + 1
    at = 1
    while at < len(parts) and _is_labelled(parts[at]):
        at += 1
    return min(at, len(parts))


def _is_labelled(part: Block | Node) -> bool:
    return isinstance(part, Block) and part.table is None and theme_label(part.text) is not None


def _paragraph(block: Block, found: list[Theme]) -> None:
    """A theme with a label, the lead-in, or what goes on with a duty."""
    text = "\n".join(lines_of(block))
    pair = theme_label(text) if block.table is None else None
    if pair:
        found.append(Theme(*pair, block.where))
    elif not found:
        found.append(Theme("", text, block.where))
    elif found[-1].items:
        found[-1].items[-1].more.append(text)
    else:
        found[-1].intro = "\n".join(filter(None, [found[-1].intro, text]))


def _item(numbered: Numbered, catalogues: Catalogues) -> tuple[Item, Match | None]:
    """A numbered duty, with the clause whose wording it is."""
    node = numbered.node
    text = "\n".join([*whole(node), *numbered.more])
    match = catalogues.match(text)
    catalogues.quotes([node.block, *node.blocks], match)
    if match:
        return Item(text=text, where=node.block.where), match
    return read_item(node, numbered.more), None


def read_item(node: Node, more: Iterable[str] = ()) -> Item:
    """A numbered line with all that stands below it (and `more`), its run-in heading apart."""
    first, *below = whole(node)
    title, rest = ("", first) if node.standing else split_run_in(first)
    return Item(title=title, text="\n".join([rest, *below, *more]), where=node.block.where)


def read_items(nodes: Iterable[Node]) -> tuple[Item, ...]:
    """Numbered items; what is numbered below them are further lines of their text."""
    return tuple(read_item(node) for node in nodes)


def _block(theme: Theme, catalogues: Catalogues) -> DutyBlock | None:
    """A theme in the terms of the plan; None where it says nothing."""
    said = answer(theme.intro, catalogues)
    items = [_item(numbered, catalogues) for numbered in theme.items]
    quoted = _quoted(items)
    own = tuple(item for item, _ in items[len(quoted) :])
    if said.tail and own:
        said = Answer(lead=theme.intro, named=said.named)
    matched = [(match.standard, match.clause) for _, match in items if match]
    refs = references_of(said, quoted, matched, catalogues, theme.where)
    lead, duties = said.lead, own or said.tail or ()
    if not said.spoken and not theme.items:
        lead, duties = "", theme.intro or ()
    if not (theme.label or refs or lead or duties):
        return None
    lead = lead.rstrip("。")
    return DutyBlock(label=theme.label, lead=lead, clauses=refs, duties=duties, where=theme.where)


def _quoted(items: Sequence[tuple[Item, Match | None]]) -> list[Pair]:
    """The clauses that the first items quote letter by letter.

    Where a further item is a clause's wording, changed, none is taken for printed from the
    catalogue: the body has its own wording.
    """
    quoted: list[Pair] = []
    for item, match in items:
        if match is None or not match.exact or item.text != match.clause.text:
            break
        quoted.append((match.standard, match.clause))
    later = [match for _, match in items[len(quoted) :] if match]
    return [] if later else quoted
