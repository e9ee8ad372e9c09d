"""What a template sees of a document: blocks whose strings are ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plangen.model.document import Block, Document, Imprint, Role
from plangen.template.load import Template
from plangen.write import marks
from plangen.write.paragraphs import Overrides, clone, computed, is_plain
from plangen.write.tables import table
from plangen.write.text import inline, plain

TABLES = (Role.MARK_TABLE, Role.SIGNATURE_TABLE, Role.TABLE)
NOTHING = Markup("")


@dataclass(frozen=True)
class ImprintView:
    """The 版记, as `block.imprint`."""

    copies: tuple[Markup, ...]
    printer: Markup
    printed: Markup


@dataclass(frozen=True)
class BlockView:
    """A block. `ready` is the whole XML where something had to be computed, else empty."""

    role: str
    ready: Markup = NOTHING
    text: Markup = NOTHING
    head: Markup = NOTHING
    rest: Markup = NOTHING
    imprint: ImprintView | None = None


@dataclass(frozen=True)
class DocumentView:
    """The document, as `document`."""

    blocks: tuple[BlockView, ...]
    title: Markup
    author: Markup


def document_view(document: Document, template: Template) -> DocumentView:
    """The document as the template sees it."""
    following = (*document.blocks[1:], None)
    blocks = (
        _view(block, after, template)
        for block, after in zip(document.blocks, following, strict=False)
    )
    return DocumentView(tuple(blocks), plain(document.title), plain(document.author))


def _view(block: Block, after: Block | None, template: Template) -> BlockView:
    if block.imprint is not None:
        return BlockView(block.role, imprint=_imprint(block.imprint))
    if block.table is not None and block.role in TABLES:
        return BlockView(block.role, Markup(table(block, template) + _apart(after, template)))
    ready = _ready(block, template)
    if ready:
        return BlockView(block.role, Markup(ready))
    text = inline("".join(span.text for span in block.spans))
    return BlockView(block.role, text=text, head=text)


def _ready(block: Block, template: Template) -> str:
    overrides = Overrides()
    if block.role == Role.MARK:
        size = template.look(Role.MARK).size
        overrides = Overrides(*marks.overrides(block.text, size, template))
    if is_plain(block) and overrides == Overrides():
        return ""
    return computed(block, template, overrides)


def _apart(after: Block | None, template: Template) -> str:
    """A paragraph of 1 pt where a table would touch another one or end the document."""
    if after is not None and after.table is None and after.imprint is None:
        return ""
    anchor = template.samples.anchor
    return clone(anchor, "", Overrides()) if anchor else ""


def _imprint(imprint: Imprint) -> ImprintView:
    copies = tuple(inline(line) for line in imprint.copies)
    return ImprintView(copies, inline(imprint.printer), inline(imprint.printed))
