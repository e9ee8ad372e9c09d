"""A .docx as its parts. Packed, the same parts give the same bytes: no clock, one order."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

DOCUMENT, RELATIONS = "word/document.xml", "_rels/.rels"
FIRST = ("[Content_Types].xml", RELATIONS)
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date of the ZIP format


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name; zipfile.BadZipFile where it is none."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts, the content types first as readers expect them."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in sorted(parts, key=lambda name: (name not in FIRST, name)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # not the system it was made on
            package.writestr(entry, parts[name])
    return out.getvalue()
