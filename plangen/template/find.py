"""Find the samples of a template: what one paragraph or table of each role looks like.

Word and WPS split a tag over runs and turn its quotes; the text of the paragraph is what counts.
The only user of lxml in this folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape  # not xml.sax.saxutils, which takes 15 ms to import: it opens URLs
from itertools import groupby

from lxml import etree

from plangen.model.document import Role
from plangen.template.markup import Properties, run
from plangen.template.samples import (
    NAMESPACE,
    TABLES,
    Sample,
    SampleCell,
    SampleRow,
    Samples,
    SampleTable,
)

DECLARATION = re.compile(r' xmlns:\w+="[^"]*"')
TAG = re.compile(r"\{%\s*p\s+(.*?)\s*%\}")
FIELD = re.compile(r"\{\{\s*block\.(text|head|rest)\s*\}\}")
QUOTED = re.compile(r"[\"'“”‘’]([^\"'“”‘’]+)[\"'“”‘’]")
LOOP = re.compile(r"for\s+block\s+in\s+document\.blocks$")

# Marks that Word leaves in a file and that may not come twice, as they would within the loop.
TRACES = (
    "bookmarkStart bookmarkEnd proofErr commentRangeStart commentRangeEnd lastRenderedPageBreak"
).split()
TRACE_ATTRIBUTE = re.compile(r"\}(rsid\w*|paraId|textId)$")


def parse(document: bytes) -> etree._Element:
    """The root of word/document.xml, without the traces of editing."""
    root = etree.fromstring(document)
    for element in list(root.iter(*(NAMESPACE + name for name in TRACES))):
        _remove(element)
    for element in root.iter():
        for name in [name for name in element.attrib if TRACE_ATTRIBUTE.search(str(name))]:
            del element.attrib[name]
    return root


def serialize(root: etree._Element) -> bytes:
    """The part again."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def find(root: etree._Element) -> Samples:
    """The samples, by role. A role that is named twice has the first one."""
    found = Samples(_has_loop(root), {}, {}, None)
    anchor = None
    for role, element in _branches(root):
        if element.tag == NAMESPACE + "tbl":
            if role in TABLES:
                found.tables.setdefault(role, _table(element))
        elif role == Role.IMPRINT:
            anchor = anchor or _sample(element)
        elif role not in TABLES and (role == Role.BLANK or FIELD.search(_text(element))):
            found.paragraphs.setdefault(role, _sample(element))
    found = found._replace(tables={r: t for r, t in found.tables.items() if t.cells})
    if table := found.tables.get(Role.TABLE):
        found.paragraphs.setdefault(Role.TABLE_HEAD, table.rows[0].cells[0].paragraph)
        found.paragraphs.setdefault(Role.TABLE_CELL, table.rows[-1].cells[0].paragraph)
    return found._replace(anchor=anchor)


def _has_loop(root: etree._Element) -> bool:
    return any(LOOP.match(tag) for element in _children(root) for tag in _tags(element))


def _branches(root: etree._Element) -> Iterator[tuple[Role, etree._Element]]:
    """Every paragraph and table under an `if block.role == …`, with that role."""
    roles: list[Role] = []
    for element in _children(root):
        tags = _tags(element)
        for tag in tags:
            named = QUOTED.findall(tag) if "block.role" in tag else []
            roles = [Role(name) for name in named if name in set(Role)]
        if not tags:
            yield from ((role, element) for role in roles)


def _children(root: etree._Element) -> Iterator[etree._Element]:
    body = root.find(NAMESPACE + "body")
    return iter(()) if body is None else body.iterchildren(NAMESPACE + "p", NAMESPACE + "tbl")


def _tags(element: etree._Element) -> list[str]:
    return TAG.findall(_text(element)) if element.tag == NAMESPACE + "p" else []


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(NAMESPACE + "t"))


def _sample(paragraph: etree._Element) -> Sample:
    runs = paragraph.findall(NAMESPACE + "r")
    text = "".join(_text(run) for run in runs)
    fields = list(FIELD.finditer(text))
    if not fields:
        own = _properties(runs[0] if runs else None, "rPr")
        return Sample(_properties(paragraph, "pPr"), own, own)
    start, end = fields[0].start(), fields[-1].end()
    owners = [run for run in runs for _ in _text(run)]
    return Sample(
        paragraph=_properties(paragraph, "pPr"),
        text=_properties(owners[start], "rPr"),
        rest=_properties(owners[fields[-1].start()], "rPr"),
        before=_literal(list(zip(owners, text, strict=True))[:start]),
        after=_literal(list(zip(owners, text, strict=True))[end:]),
    )


def _literal(characters: list[tuple[etree._Element, str]]) -> str:
    """Runs of what an office has written beside a tag."""
    groups = groupby(characters, key=lambda pair: pair[0])
    return "".join(
        run(_properties(owner, "rPr"), escape("".join(char for _, char in pairs), quote=False))
        for owner, pairs in groups
    )


def _table(table: etree._Element) -> SampleTable:
    rows = (_row(row) for row in table.findall(NAMESPACE + "tr"))
    properties = "".join(_properties(table, "tblPr").values())
    return SampleTable(properties, tuple(row for row in rows if row.cells))


def _row(row: etree._Element) -> SampleRow:
    """A row; without cells if it only holds a tag."""
    properties = "".join(_xml(child) for child in row.findall(NAMESPACE + "trPr"))
    cells = (_cell(cell) for cell in row.findall(NAMESPACE + "tc"))
    return SampleRow(properties, tuple(cell for cell in cells if cell))


def _cell(cell: etree._Element) -> SampleCell | None:
    properties = _properties(cell, "tcPr")
    kept = (xml for tag, xml in properties.items() if tag not in _VARYING)
    texts = (each for each in cell.findall(NAMESPACE + "p") if "{%" not in _text(each))
    paragraph = next(texts, None)
    return None if paragraph is None else SampleCell("".join(kept), _sample(paragraph))


_VARYING = ("cnfStyle", "tcW", "gridSpan", "vMerge")


def _properties(element: etree._Element | None, tag: str) -> Properties:
    """The children of a property element, by tag, as XML."""
    own = None if element is None else element.find(NAMESPACE + tag)
    children = () if own is None else own.iterchildren(tag=etree.Element)
    return {etree.QName(child).localname: _xml(child) for child in children}


def _xml(element: etree._Element) -> str:
    """An element as text; the document's root declares its prefixes."""
    return DECLARATION.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
