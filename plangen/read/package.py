"""A .docx as a package: its parts, read when they are asked for, and how they relate.

Nothing is unpacked that the reader has no use for. `replaced` gives the package with some parts
exchanged; every other part keeps its bytes, its place and its date.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from struct import Struct
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from plangen.problem import UserError
from plangen.read import magic
from plangen.read.xml import Element, parse, serialize

MB = 1024 * 1024
MOST_PARTS = 10_000
MOST_UNPACKED = 1024 * MB  # pictures are most of it
MOST_XML = 64 * MB  # 500 pages with every trace of editing have 20
MOST_RATIO = 250  # unpacked to packed, of a large XML part; what office programs write reaches 60
LARGE = 8 * MB
DEFAULT_MAIN = "word/document.xml"
FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
HEADER = Struct("<26xHH")  # of an entry; the lengths of its name and extra field end it
OTHERS = ("xl/", "ppt/")


class Relation(NamedTuple):
    """What one part says of another: `kind` is the last word of its type, in small letters."""

    kind: str
    target: str


@dataclass(frozen=True, eq=False)
class Package:
    """An opened .docx, .docm, .dotx or .dotm. `name` is the file's, for messages."""

    name: str
    raw: bytes = field(repr=False)
    archive: ZipFile = field(repr=False)
    names: Mapping[str, str] = field(repr=False)  # in small letters → as written
    main: str
    relations: Mapping[str, Relation]

    @classmethod
    def open(cls, raw: bytes, name: str) -> Package:
        """UserError, saying what it is instead, where this is no Word document."""
        magic.refuse_other(raw, name)
        try:
            archive = ZipFile(BytesIO(raw))
            _limit(archive, name)
            names = {entry.lower().lstrip("/"): entry for entry in archive.namelist()}
            opened = cls(name, raw, archive, names, DEFAULT_MAIN, {})
            main = opened._main()
            if main.lower() not in names or main.startswith(OTHERS):
                magic.refuse_package(archive, name)
            return cls(name, raw, archive, names, main, opened.relations_of(main))
        except FAULTS as error:
            raise UserError(f"{name}：{magic.DAMAGED}") from error

    def part(self, part: str) -> bytes | None:
        """A part's bytes; None if there is no such part."""
        entry = self.names.get(part.lower())
        if entry is None:
            return None
        try:
            return self._unpacked(self.archive.getinfo(entry))
        except RuntimeError as error:  # what zipfile says of a password
            raise UserError(f"{self.name}：压缩包加了密码，读不了；请去掉密码再用") from error
        except FAULTS as error:
            raise UserError(f"{self.name}：{magic.DAMAGED}") from error

    def _unpacked(self, entry: ZipInfo) -> bytes:
        """An entry's bytes: zipfile takes as long to open a small part as to parse it."""
        start = entry.header_offset + HEADER.size
        header = self.raw[entry.header_offset : start]
        if entry.compress_type != ZIP_DEFLATED or entry.flag_bits & 1 or len(header) < HEADER.size:
            return self.archive.read(entry)
        start += sum(HEADER.unpack(header))
        packed = self.raw[start : start + entry.compress_size]
        data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)
        if len(data) != entry.file_size or zlib.crc32(data) != entry.CRC:
            raise BadZipFile(entry.filename)
        return data

    def xml(self, part: str) -> Element | None:
        """The root of a part; None if there is no such part."""
        entry = self.names.get(part.lower())
        if entry is None:
            return None
        size = self.archive.getinfo(entry).file_size
        if size > MOST_XML:
            raise UserError(f"{self.name}：文件太大（正文解压后 {size // MB} 兆），请分成几个文件")
        data = self.part(part)
        try:
            return None if data is None else parse(data)
        except SyntaxError as error:
            raise UserError(f"{self.name}：{magic.DAMAGED}（{entry}）") from error

    def related(self, kind: str) -> str:
        """The part that the document relates to as its styles, numbering, …; empty without."""
        found = (one.target for one in self.relations.values() if one.kind == kind)
        return next(found, "")

    def relations_of(self, part: str) -> dict[str, Relation]:
        """What a part relates to, by id. What lies outside of the package is left out."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {
            one.get("Id", ""): Relation(
                one.get("Type", "").rpartition("/")[2].lower(),
                _inside(folder, one.get("Target", "")),
            )
            for one in (() if root is None else root.iterchildren("{*}Relationship"))
            if one.get("TargetMode") != "External"
        }

    def replaced(self, roots: Mapping[str, Element]) -> bytes:
        """The package with these parts in place of its own, or added to it."""
        fresh = {
            name.lower(): serialize(root, self.part(name) or b"") for name, root in roots.items()
        }
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as target:
            for old in self.archive.infolist():
                entry = ZipInfo(old.filename, old.date_time)
                entry.compress_type, entry.external_attr = old.compress_type, old.external_attr
                content = fresh.pop(old.filename.lower().lstrip("/"), None)
                target.writestr(entry, self.archive.read(old) if content is None else content)
            for name in roots:
                if name.lower() in fresh:
                    target.writestr(ZipInfo(name), fresh[name.lower()], ZIP_DEFLATED)
        return out.getvalue()

    def _main(self) -> str:
        relations = self.relations_of("").values()
        return next(
            (one.target for one in relations if one.kind == "officedocument"), DEFAULT_MAIN
        )


def _inside(folder: str, target: str) -> str:
    """The name of a part that another one in `folder` relates to."""
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _limit(archive: ZipFile, name: str) -> None:
    """Refuse what would fill the memory, before anything is unpacked (a “ZIP bomb”)."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > max(LARGE, MOST_RATIO * entry.compress_size)
        for entry in entries
        if entry.filename.endswith((".xml", ".rels"))
    )
    if len(entries) > MOST_PARTS or unpacked > MOST_UNPACKED or swollen:
        size = f"{len(entries)} 个部件，解压后 {unpacked // MB} 兆"
        raise UserError(f"{name}：文件大得不正常（{size}），不能处理；请用 Word 或 WPS 另存一份")
