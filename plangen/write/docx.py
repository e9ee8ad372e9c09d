"""A document into a .docx: the same document and template give the same bytes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from plangen.model.document import Document
from plangen.template.archive import CORE, DOCUMENT, entry, join, pack, unpack
from plangen.template.load import Template
from plangen.template.program import filler
from plangen.write.turned import parts as turned_parts
from plangen.write.turned import with_turned_end
from plangen.write.view import document_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangen.template.view import DocumentView


def write(document: Document, template: Template) -> bytes:
    """The .docx of a document. A character that no Word file can hold is a UserError."""
    view = document_view(document, template)
    if not any(block.landscape for block in document.blocks):
        return filled(view, template)
    parts = unpack(filled(view, template))
    if document.blocks[-1].landscape:
        parts[DOCUMENT] = with_turned_end(parts[DOCUMENT].decode(), template).encode()
    return pack(parts | turned_parts(parts, template))


def filled(view: DocumentView, template: Template) -> bytes:
    """The .docx of what a template sees of a document."""
    core = entry(CORE, _core(view).encode("utf-8"))
    if fill := _filler(template):
        document = entry(DOCUMENT, fill(view).encode("utf-8"))
        return join((*template.parts, document, core))
    from plangen.template.engine import render  # most templates don't need it

    parts = unpack(render(template.name, template.data, view))
    # python-docx stamps the time into the package.
    return pack(parts | {CORE: _core(view).encode("utf-8")})


@lru_cache(maxsize=8)
def _filler(template: Template) -> Callable[[DocumentView], str] | None:
    return None if template.program is None else filler(template.program)


def _core(view: DocumentView) -> str:
    """The properties of the file: no dates, no library's name."""
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{package}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{view.title}</dc:title>"
        f"<dc:creator>{view.author}</dc:creator></cp:coreProperties>"
    )
