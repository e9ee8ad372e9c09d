"""The few shapes that every part of a document is made of: paragraphs, headings, items."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.model.document import HEADINGS, Block, Role, Span, block
from plangen.model.plan import Item
from plangen.problem import NOWHERE, Where
from plangen.text.numerals import ordinal
from plangen.text.patterns import lazy

DEEPEST = 4  # clause 7.3.3 names four levels
SPOKEN = 2  # levels 1 and 2 have a face of their own (黑体, 楷体)
# A mark of the wrong width ends it as well: ;。 would be two marks.
ENDS = tuple("。！？：；….!?:;”’）")
ENDED = lazy(r"[。！？：；….!?:;](?:[”’）]|（[^（）]*）)?$")


def blanks(count: int) -> list[Block]:
    """空行 (blank lines)."""
    return [block(Role.BLANK)] * count


def paragraphs(text: str, where: Where = NOWHERE) -> list[Block]:
    """Free text: a line is a paragraph."""
    return [block(Role.PARAGRAPH, line, where) for line in text.split("\n") if line]


def addressee(organs: Iterable[str], where: Where) -> Block:
    """主送机关 above a text: kinds parted by ，, a full-width colon at the end (7.3.2)."""
    return block(Role.ADDRESSEE, f"{'，'.join(organs).rstrip('：')}：", where)


def stop(text: str) -> str:
    """The text as a sentence: with a final mark, which may stand before a closing “ or （…）."""
    if text.endswith("。") or (text.endswith(ENDS) and ENDED.search(text)):
        return text
    return f"{text}。"


def heading(level: int, number: int, title: str, text: str = "", where: Where = NOWHERE) -> Block:
    """A heading on its line, or run in before `text` (then it ends with 。)."""
    label = ordinal(min(level, DEEPEST), number)
    head = Span(label + (stop(title) if text else title), head=True)
    spans = (head, Span(text)) if text else (head,)
    return Block(HEADINGS[min(level, DEEPEST) - 1], spans, where=where)


def item(level: int, number: int, title: str, text: str, where: Where = NOWHERE) -> list[Block]:
    """A numbered item; further lines of its text are paragraphs of their own.

    An item of level 2 has its first sentence in that level's face (楷体); levels 3 and 4 have
    the face of the text anyway, and as items they are no headings of the navigation pane.
    """
    first, *rest = text.split("\n")
    more = [block(Role.PARAGRAPH, line, where) for line in rest]
    if title and level <= DEEPEST:
        return [heading(level, number, title, first, where), *more]
    first = stop(title) + first if title else first  # below, all items are ①
    if level <= SPOKEN:
        end = first.find("。") + 1 or len(first)
        label = ordinal(level, number)
        # With the rest, though empty, it is a run-in heading: one that stood alone would keep
        # with the next, and a list of such items would move to a new page as one.
        spans = (Span(label + first[:end], head=True), Span(first[end:]))
        return [Block(HEADINGS[level - 1], spans, where=where), *more]
    text = ordinal(level, number) + first
    return [block(Role.PARAGRAPH, text, where), *more]


def of_clause(blocks: list[Block], clause: str) -> list[Block]:
    """The blocks as the wording of a standard's clause."""
    return [
        Block(part.role, part.spans, clause=clause, where=part.where)  # `replace` takes longer
        for part in blocks
    ]


def items(level: int, entries: Iterable[Item], start: int = 1) -> list[Block]:
    """Items numbered from `start`."""
    return [
        part
        for number, entry in enumerate(entries, start)
        for part in item(level, number, entry.title, entry.text, entry.where)
    ]
