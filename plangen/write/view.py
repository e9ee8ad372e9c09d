"""A document as a template sees it: blocks whose strings are ready to print."""

from __future__ import annotations

from plangen.model.document import Block, Document, Imprint, Role
from plangen.template.load import Template
from plangen.template.samples import IN_TABLES, RUN_IN
from plangen.template.view import READY, BlockView, DocumentView, ImprintView
from plangen.write import marks
from plangen.write.paragraphs import Form, Own, computed, form_of, frame
from plangen.write.tables import table
from plangen.write.text import inline, plain
from plangen.write.turned import sections

UNUSUAL = frozenset({Role.BLANK, *IN_TABLES})
COMPUTED = UNUSUAL.union(RUN_IN, [Role.MARK])


def document_view(document: Document, template: Template) -> DocumentView:
    """The document as the template sees it."""
    following = (*document.blocks[1:], None)
    blocks = (
        _view(block, after, template)
        for block, after in zip(document.blocks, following, strict=False)
    )
    return DocumentView(tuple(blocks), plain(document.title), plain(document.author))


def _view(block: Block, after: Block | None, template: Template) -> BlockView:
    role, spans = block.role, block.spans
    if len(spans) == 1 and role not in COMPUTED and _plain(block, after):
        text = inline(spans[0].text)
        return BlockView(role, "", text, text)
    if block.table is not None or block.imprint is not None:
        return _framed(block, after, template)
    form = form_of(block)
    own, face = _fitted(block, template) if role is Role.MARK else ((), ())
    if section := _section_end(block, after, template):
        own = (*own, ("sectPr", section))
    if form or own or face or not _takes(block):
        return BlockView(READY, computed(block, form or Form(role), template, own, face))
    text = inline("".join([span.text for span in spans]))
    return BlockView(role, "", text, text)


def _plain(block: Block, after: Block | None) -> bool:
    """Whether a text of one piece is set like the sample: nearly half of all blocks are."""
    return not (
        block.indent
        or block.keep_next
        or block.new_page
        or block.tight
        or block.spans[0].spread
        or (after is not None and after.landscape != block.landscape)
    )


def _framed(block: Block, after: Block | None, template: Template) -> BlockView:
    """A table or the 版记."""
    if block.imprint is not None:
        return BlockView(Role.IMPRINT, imprint=_imprint(block.imprint))
    cells = table(block, template)
    section = _section_end(block, after, template)
    return BlockView(READY, cells + _apart(after, template, section) if cells else "")


def _fitted(block: Block, template: Template) -> tuple[Own, Own]:
    return marks.overrides(block.text, template.look(Role.MARK).size, template)


def _takes(block: Block) -> bool:
    """The sample of a blank line has no place for a text, those in tables are in no branch."""
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
