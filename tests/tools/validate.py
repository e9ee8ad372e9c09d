"""A .docx through programs that aren't ours: what it says, and what is wrong with it."""

from __future__ import annotations

import re
import tempfile
from io import BytesIO
from pathlib import Path

from docx2python import docx2python
from docx2python.iterators import iter_paragraphs
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from plangen.model.document import Document
from plangen.template.archive import DOCUMENT, unpack

TEXT = re.compile(rb"<w:t(?: [^>]*)?>[^<]*</w:t>")
TAGS = re.compile(r"\{[{%#]|[%#}]\}")
DRAWING_ID = re.compile(r'<wp:docPr\b[^>]*\bid="(\d+)"')


def read_back(data: bytes) -> list[str]:
    """The paragraphs that docx2python finds, without line breaks and blank lines."""
    with docx2python(BytesIO(data), duplicate_merged_cells=False) as package:
        found = ["".join(paragraph) for paragraph in iter_paragraphs(package.body)]
    return [text for paragraph in found if (text := paragraph.replace("\n", ""))]


def printed(document: Document) -> list[str]:
    """The paragraphs of a composed document, as `read_back` gives them."""
    return [text for each in document.texts() if (text := each.replace("\n", ""))]


def faults(data: bytes, validator: OpenXmlValidator) -> list[str]:
    """What openxml-audit and ooxml-integrity find. A validator is slow to make: hand one in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "公文.docx"
        path.write_bytes(data)
        found = [*validator.validate(path).errors, *check(str(path))]
    return [str(each) for each in found]


def tags(data: bytes) -> list[str]:
    """What is left of a template's tags, in any part; the text is `read_back`'s affair."""
    parts = unpack(data)
    parts[DOCUMENT] = TEXT.sub(b"", parts[DOCUMENT])
    return [tag for part in parts.values() for tag in TAGS.findall(part.decode())]


def drawing_ids(data: bytes) -> list[str]:
    """The ids of the drawings, over all parts."""
    return [
        number for part in unpack(data).values() for number in DRAWING_ID.findall(part.decode())
    ]
