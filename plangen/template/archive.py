"""A .docx as its parts. Packed, the same parts give the same bytes: no clock, one order.

The ZIP is written here and not by zipfile, so that a part that never changes is deflated once.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from struct import Struct
from typing import NamedTuple

DOCUMENT, RELATIONS, CORE = "word/document.xml", "_rels/.rels", "docProps/core.xml"
FIRST = ("[Content_Types].xml", RELATIONS)

# PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.
LOCAL, CENTRAL, END = Struct("<4s5H3L2H"), Struct("<4s6H3L5H2L"), Struct("<4s4H2LH")
VERSION, DEFLATED, UTF_8 = 20, 8, 0x800
TIME, DATE = 0, 0x21  # 1980-01-01, the earliest date of the format
READABLE = 0o600 << 16  # else unpacking on Unix gives a file that nobody may read
LEVEL = 6


class Entry(NamedTuple):
    """A part as it stands in a package: its name, what it is deflated to, size and checksum."""

    name: str
    packed: bytes
    size: int
    checksum: int


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name; zipfile.BadZipFile where it is none."""
    import zipfile  # takes as long to import as a document to write, and writing needs it not
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts."""
    return join(entry(name, content) for name, content in parts.items())


def entry(name: str, content: bytes) -> Entry:
    """A part, deflated."""
    packed = zlib.compress(content, LEVEL, -zlib.MAX_WBITS)
    return Entry(name, packed, len(content), zlib.crc32(content))


def join(entries: Iterable[Entry]) -> bytes:
    """A package of these entries, the content types first as readers expect them."""
    out: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for each in sorted(entries, key=lambda each: (each.name not in FIRST, each.name)):
        name, flags = each.name.encode("utf-8"), 0 if each.name.isascii() else UTF_8
        told = (each.checksum, len(each.packed), each.size, len(name), 0)
        form = (VERSION, flags, DEFLATED, TIME, DATE)
        rest = (0, 0, 0, READABLE, place)  # no comment, one disk, the system it was made on: none
        directory += CENTRAL.pack(b"PK\x01\x02", VERSION, *form, *told, *rest), name
        out += LOCAL.pack(b"PK\x03\x04", *form, *told), name, each.packed
        place += LOCAL.size + len(name) + len(each.packed)
    count, size = len(directory) // 2, sum(map(len, directory))
    end = END.pack(b"PK\x05\x06", 0, 0, count, count, size, place, 0)
    return b"".join((*out, *directory, end))
