"""Prepare a template: find its samples, check it, and see whether it can do without docxtpl.

All that is slow, to do and to import, is done here, once for each template.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree

from plangen.model.document import Role
from plangen.problem import UserError
from plangen.template import engine, find, probe, tags
from plangen.template.archive import CORE, DOCUMENT, RELATIONS, Entry, entry, pack, unpack
from plangen.template.cascade import Styles
from plangen.template.fonts import Fonts, apply
from plangen.template.looks import Page
from plangen.template.prepared import Prepared
from plangen.template.program import Program, filler
from plangen.template.samples import Samples
from plangen.template.view import DocumentView

STYLES = "word/styles.xml"
PROPERTIES = re.compile(
    r'<Relationship\b(?=[^>]*/metadata/core-properties")[^>]*\bTarget="/?([^"]*)"[^>]*/>'
)
BODY = re.compile("<w:body[^>]*>")
NOTHING = DocumentView(())


def prepare(name: str, source: bytes, fonts: Fonts | None, *, known: bool = False) -> Prepared:
    """A template from the bytes of its file; UserError where it can't be used.

    `fonts` replaces its faces. `known` templates are not checked: those of plangen itself, for
    which the tests do it.
    """
    data = _package(name, source, fonts)
    parts = unpack(data)
    samples = find.find(find.parse(parts[DOCUMENT]))
    styles = Styles.parse(parts[STYLES])
    if not known:
        _check(name, data, samples)
    empty = unpack(engine.render(name, data, NOTHING))
    program, why = _program(data, empty)
    if program and not known and not _agrees(name, data, empty, program):
        program, why = None, "docxtpl 填好之后还要整理其中的表格、图形或文字"
    return Prepared(
        data,
        _page(parts[DOCUMENT]),
        samples,
        {role: styles.look(samples.of(role)) for role in Role if samples.has(role)},
        _unchanged(empty),
        program,
        why,
    )


def _package(name: str, source: bytes, fonts: Fonts | None) -> bytes:
    """The template without traces of editing and properties, and with its fonts."""
    try:
        parts = _without_properties(unpack(source))
        parts[DOCUMENT] = find.serialize(find.parse(parts[DOCUMENT]))
        Styles.parse(parts[STYLES])
    except (zipfile.BadZipFile, KeyError, SyntaxError) as error:
        raise UserError(f"{name}：不是 Word 文档（.docx），不能用作模板") from error
    return pack(apply(parts, fonts) if fonts else parts)


def _without_properties(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The package without the properties of the file; the writer gives it those of its own.

    LibreOffice relates them by a type that python-docx doesn't know: it would add them again.
    """
    relations = parts[RELATIONS].decode("utf-8")
    gone = PROPERTIES.findall(relations)
    kept = {name: part for name, part in parts.items() if name not in gone}
    return kept | {RELATIONS: PROPERTIES.sub("", relations).encode("utf-8")}


def _check(name: str, data: bytes, samples: Samples) -> None:
    """Refuse a template that would lose something or fail while rendering."""
    if not samples.loop:
        missing = "{%p for block in document.blocks %}"
        raise UserError(f"{name}：模板里没有“{missing}”，正文无处可放")
    if roles := samples.missing:
        raise UserError(f"{name}：模板里没有这些样段：{'、'.join(roles)}")
    if samples.anchor is None:
        raise UserError(f"{name}：模板里版记表格后面没有空段，表格会丢失")
    if faults := list(tags.faults(engine.source(data))):
        raise UserError(f"{name}：模板的{'；'.join(faults)}")
    once = probe.once()
    printed = unpack(engine.render(name, data, once))[DOCUMENT].decode("utf-8")
    if lost := probe.lost(once, printed):
        raise UserError(f"{name}：模板会丢失或重复这些内容：{'、'.join(lost)}")


def _program(data: bytes, empty: Mapping[str, bytes]) -> tuple[Program | None, str]:
    """What the template comes to; none and the reason where docxtpl has to fill it in."""
    if tagged := engine.tagged(data):
        return None, f"{tagged[0]} 里也有标记"
    try:
        body = tags.program(BODY.sub("", engine.source(data), count=1))
    except tags.BeyondError as error:
        return None, str(error)
    document = empty[DOCUMENT].decode("utf-8")
    start, end = BODY.search(document), document.rfind("</w:body>")
    head, tail = document[: start.end() if start else 0], document[end + len("</w:body>") :]
    return (("xml", head), *body, ("xml", tail)), ""


def _agrees(name: str, data: bytes, empty: Mapping[str, bytes], program: Program) -> bool:
    """Whether docxtpl would give the same for everything that the program can tell apart."""
    fill = filler(program)
    for view in probe.every():
        theirs = unpack(engine.render(name, data, view))
        ours = {**theirs, **empty, DOCUMENT: fill(view).encode("utf-8")}
        if any(not _same(ours[part], theirs[part]) for part in theirs if part != CORE):
            return False
    return True


def _same(ours: bytes, theirs: bytes) -> bool:
    try:
        return ours == theirs or _canonical(ours) == _canonical(theirs)
    except ElementTree.ParseError:
        return False


def _canonical(part: bytes) -> str:
    return ElementTree.canonicalize(part.decode("utf-8"))


def _unchanged(empty: Mapping[str, bytes]) -> tuple[Entry, ...]:
    return tuple(entry(name, empty[name]) for name in empty if name not in (DOCUMENT, CORE))


def _page(document: bytes) -> Page:
    """The page of the last section."""
    text = document.decode("utf-8")
    size = _last(r"<w:pgSz\b[^>]*>", text)
    margins = _last(r"<w:pgMar\b[^>]*>", text)
    return Page(
        size.get("w", 0),
        size.get("h", 0),
        *(margins.get(side, 0) for side in ("top", "bottom", "left", "right")),
    )


def _last(element: str, text: str) -> dict[str, int]:
    found = re.findall(element, text)
    return {
        name: int(float(value))
        for name, value in re.findall(r'w:(\w+)="(-?[\d.]+)"', found[-1] if found else "")
    }
