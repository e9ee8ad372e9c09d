"""The XML of a package's parts, safe to parse, in one set of names. The only user of lxml here.

No entity is expanded, nothing is fetched, and libxml2's own limits of depth and length stay on.
The strict namespaces (ISO/IEC 29500 Strict) are read as the transitional ones, so that the rest
of this folder knows one set of names.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import TypeAlias, cast

from lxml import etree

Element: TypeAlias = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W = f"{{{MAIN}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

STRICT_MARK = b"http://purl.oclc.org/ooxml/"
STRICT = {
    STRICT_MARK + b"wordprocessingml/main": MAIN.encode(),
    STRICT_MARK + b"officeDocument/relationships": RELATIONS.encode(),
    STRICT_MARK + b"officeDocument/math": MATH.encode(),
    STRICT_MARK + b"drawingml/main": DRAWING.encode(),
}
PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
)


def parse(part: bytes) -> Element:
    """The root of a part; SyntaxError where it is no XML, or has a document type.

    Word refuses a document type too; entities are declared nowhere else.
    """
    if STRICT_MARK in part:
        for strict, name in STRICT.items():
            part = part.replace(strict, name)
    root = etree.fromstring(part, PARSER)
    if root.getroottree().docinfo.internalDTD is not None:
        raise SyntaxError("a document type")
    return root


def serialize(root: Element, like: bytes) -> bytes:
    """A part again, in the namespaces of the part that it was parsed from."""
    part = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    if STRICT_MARK in like:
        for strict, name in STRICT.items():
            part = part.replace(b'"' + name + b'"', b'"' + strict + b'"')
    return part


def attributes(element: Element) -> list[tuple[str, str]]:
    """The attributes; lxml's stubs take the names and values of HTML into account too."""
    return cast("list[tuple[str, str]]", element.items())


def w(tag: str) -> str:
    """A name of the w: namespace, as lxml writes it."""
    return W + tag


def make(tag: str) -> Element:
    """An element by its name as lxml writes it; w: where it is WordprocessingML."""
    space = tag[1:].partition("}")[0]
    named = {"w" if space == MAIN else None: space}
    return etree.Element(tag, nsmap=cast("dict[str, str]", named))


def value(element: Element | None) -> str:
    """The w:val of an element; empty without."""
    return "" if element is None else element.get(VAL, "")


def whole(text: str | None) -> int | None:
    """A whole number; None where there is none."""
    try:
        return int(text) if text else None
    except ValueError:
        return None


def is_on(element: Element | None) -> bool:
    """Whether a switch is on: there, and not turned off."""
    return element is not None and element.get(VAL, "1") not in OFF


children: Callable[[Element], list[Element]] = itemgetter(slice(None))
"""The child elements: lxml gives them in two thirds of the time as a list, element[:]."""
VAL = w("val")
OFF = ("0", "false", "off")
