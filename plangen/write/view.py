"""A document as a template sees it: blocks whose strings are ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.model.document import Block, Document, Imprint, Role
from plangen.template.load import Template
from plangen.template.samples import CORNER, IN_TABLES
from plangen.template.view import READY, BlockView, DocumentView, ImprintView
from plangen.write import marks
from plangen.write.paragraphs import (
    Form,
    Key,
    Pieces,
    computed,
    form_of,
    frame,
    is_pulled,
    setting,
)
from plangen.write.tables import table
from plangen.write.text import inline, plain
from plangen.write.turned import sections

UNUSUAL = frozenset({Role.BLANK, *CORNER, *IN_TABLES})
COMPUTED = UNUSUAL | {Role.MARK}


def document_view(document: Document, template: Template) -> DocumentView:
    """The document as the template sees it."""
    following = (*document.blocks[1:], None)
    views = [
        _view(block, after, template)
        for block, after in zip(document.blocks, following, strict=False)
    ]
    return DocumentView(tuple(_joined(views)), plain(document.title), plain(document.author))


def _joined(views: Iterable[BlockView | Pieces]) -> Iterator[BlockView]:
    """What was computed and stands side by side is one block: the template has less to ask."""
    ready: Pieces = []
    for view in views:
        if isinstance(view, list):
            ready += view
            continue
        if ready:
            yield BlockView(READY, "".join(ready))
            ready = []
        yield view
    if ready:
        yield BlockView(READY, "".join(ready))


def _view(block: Block, after: Block | None, template: Template) -> BlockView | Pieces:
    turns = after is not None and after.landscape != block.landscape
    if turns or block.role in COMPUTED or not block.spans:
        return _unusual(block, after, template)
    return _usual(block, form_of(block), template)


def _usual(block: Block, form: Key | None, template: Template) -> BlockView | Pieces:
    """Left to the template where nothing of it has to be computed."""
    text, spread = "", 0.0
    for said, white, _ in block.spans:
        text += said
        spread = spread or white
    if is_pulled(text):
        form = Form(*(form or (block.role,)))._replace(ragged=True)
    if not form and not spread:
        text = inline(text)
        return BlockView(block.role, "", text, text)
    around = setting(template, form or (block.role,))
    if spread or around.headed or not text:
        return computed(block.spans, around)
    opening, closing = around.whole
    return [opening, inline(text), closing]


def _unusual(block: Block, after: Block | None, template: Template) -> BlockView | Pieces:
    """What may have no sample, or have properties that no other block of its form has."""
    if block.table is not None or block.imprint is not None:
        return _framed(block, after, template)
    form = form_of(block)
    own, face = marks.overrides(block, template) if block.role is Role.MARK else ((), ())
    if section := _section_end(block, after, template):
        own = (*own, ("sectPr", section))
    if own or face or not _takes(block):
        return computed(block.spans, setting(template, form or (block.role,), own, face))
    return _usual(block, form, template)


def _framed(block: Block, after: Block | None, template: Template) -> BlockView | Pieces:
    """A table or the 版记."""
    if block.imprint is not None:
        return BlockView(Role.IMPRINT, imprint=_imprint(block.imprint))
    cells = table(block, template)
    section = _section_end(block, after, template)
    return [cells, _apart(after, template, section)] if cells else []


def _takes(block: Block) -> bool:
    """The sample of a blank line has no place for a text; others may be in no branch."""
    return block.role not in UNUSUAL or (block.role == Role.BLANK and not block.text)


def _section_end(block: Block, after: Block | None, template: Template) -> str:
    """The section that a block ends: what follows stands on pages turned the other way."""
    if after is None or after.landscape == block.landscape:
        return ""
    return sections(template)[block.landscape]


def _apart(after: Block | None, template: Template, section: str) -> str:
    """A paragraph of 1 pt where a table would touch another one, or end a section."""
    if after is not None and after.table is None and after.imprint is None and not section:
        return ""
    anchor = template.samples.anchor
    return frame(anchor, {"sectPr": section} if section else {}).around("") if anchor else ""


def _imprint(imprint: Imprint) -> ImprintView:
    copies = tuple(inline(line) for line in imprint.copies)
    return ImprintView(copies, inline(imprint.printer), inline(imprint.printed))
