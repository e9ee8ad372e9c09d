"""What a template sees of a document: blocks whose strings are ready to print."""

from __future__ import annotations

from dataclasses import dataclass

from plangen.model.document import Block, Document, Imprint, Role
from plangen.template.load import Template
from plangen.template.samples import IN_TABLES
from plangen.write import marks
from plangen.write.paragraphs import Overrides, clone, computed, is_plain
from plangen.write.tables import table
from plangen.write.text import Xml, inline, plain

READY = ""  # in no branch of the template: a role that isn't printed twice
NOTHING = Xml("")


@dataclass(frozen=True)
class ImprintView:
    """The 版记, as `block.imprint`."""

    copies: tuple[Xml, ...]
    printer: Xml
    printed: Xml


@dataclass(frozen=True)
class BlockView:
    """A block. `ready` is the whole XML where something had to be computed, else empty."""

    role: str
    ready: Xml = NOTHING
    text: Xml = NOTHING
    head: Xml = NOTHING
    rest: Xml = NOTHING
    imprint: ImprintView | None = None


@dataclass(frozen=True)
class DocumentView:
    """The document, as `document`."""

    blocks: tuple[BlockView, ...]
    title: Xml
    author: Xml


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
        return BlockView(Role.IMPRINT, imprint=_imprint(block.imprint))
    if block.table is not None:
        cells = table(block, template)
        return BlockView(READY, Xml(cells + _apart(after, template) if cells else ""))
    ready = _ready(block, template)
    if ready:
        return BlockView(READY, Xml(ready))
    text = inline("".join(span.text for span in block.spans))
    return BlockView(block.role, text=text, head=text)


def _ready(block: Block, template: Template) -> str:
    """The XML of a paragraph; nothing where its sample can take it as it is."""
    overrides = Overrides()
    if block.role == Role.MARK:
        size = template.look(Role.MARK).size
        overrides = Overrides(*marks.overrides(block.text, size, template))
    # The sample of a blank line has no place for a text, those in tables are in no branch.
    takes = not block.text if block.role == Role.BLANK else block.role not in IN_TABLES
    if takes and is_plain(block) and overrides == Overrides():
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
