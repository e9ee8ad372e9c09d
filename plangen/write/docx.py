"""A document into a .docx: the same document and template give the same bytes."""

from __future__ import annotations

from plangen.model.document import Document
from plangen.template.archive import pack, unpack
from plangen.template.engine import render
from plangen.template.load import Template
from plangen.write.text import plain
from plangen.write.view import document_view

CORE = "docProps/core.xml"


def write(document: Document, template: Template) -> bytes:
    """The .docx of a document. A character that no Word file can hold is a UserError."""
    view = document_view(document, template)
    data = render(template.name, template.data, {"document": view})
    # python-docx stamps the time into the package.
    return pack(unpack(data) | {CORE: _core(document).encode("utf-8")})


def _core(document: Document) -> str:
    """The properties of the file: no dates, no library's name."""
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{package}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{plain(document.title)}</dc:title>"
        f"<dc:creator>{plain(document.author)}</dc:creator></cp:coreProperties>"
    )
