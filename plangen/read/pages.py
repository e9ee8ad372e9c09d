"""The sections of a document: size and margins of their pages, headers and footers as text."""

from __future__ import annotations

from plangen.model.look import Page
from plangen.read.package import Package
from plangen.read.properties import points
from plangen.read.story import Item, Section, Walked, flat
from plangen.read.walk import Walker
from plangen.read.xml import RELATIONS, Element, is_on, w

KINDS = ("default", "even", "first")
Texts = tuple[tuple[str, str], ...]


def pages(package: Package, walked: Walked) -> tuple[Page, ...]:
    """The pages of every section.

    `headers` and `footers` are those that print: a section takes over what it has none of its own
    from the one before; the first page's count where the section sets it apart, those of even
    pages where the document does.
    """
    settings = walked.settings
    odd_even = settings is not None and is_on(settings.find(w("evenAndOddHeaders")))
    parts: dict[tuple[str, str], str] = {}
    found = []
    for section in walked.sections:
        for reference in section.element:
            where = REFERENCES.get(reference.tag)
            relation = package.relations.get(reference.get(f"{{{RELATIONS}}}id", ""))
            if where and relation:
                parts[where, reference.get(w("type"), "default")] = relation.target
        used = {"default", *(["even"] if odd_even else [])}
        if is_on(section.element.find(w("titlePg"))):
            used.add("first")
        texts = {
            where: tuple(
                (kind, text)
                for kind in KINDS
                if kind in used and (text := _text(package, walked, parts.get((where, kind), "")))
            )
            for where in REFERENCES.values()
        }
        found.append(_page(section, texts["headers"], texts["footers"], odd_even=odd_even))
    return tuple(found)


def breaks(walked: Walked) -> frozenset[int]:
    """The paragraphs that a section begins a new page with."""
    return frozenset(
        section.first
        for section in walked.sections[1:]
        if (kind := section.element.find(w("type"))) is None
        or kind.get(w("val"), "nextPage") not in SAME_PAGE
    )


def _page(section: Section, headers: Texts, footers: Texts, *, odd_even: bool) -> Page:
    size, margins, grid = (section.element.find(w(tag)) for tag in ("pgSz", "pgMar", "docGrid"))
    return Page(
        _length(size, "w"),
        _length(size, "h"),
        _length(margins, "top"),
        _length(margins, "bottom"),
        _length(margins, "left"),
        _length(margins, "right"),
        grid="" if grid is None else grid.get(w("type"), ""),
        pitch=_length(grid, "linePitch"),
        first=section.first,
        headers=headers,
        footers=footers,
        odd_even=odd_even,
    )


def _length(element: Element | None, key: str) -> float | None:
    text = None if element is None else element.get(w(key))
    return None if text is None else round(points(text), 2)


def _text(package: Package, walked: Walked, part: str) -> str:
    """The text of a header or footer, its paragraphs on lines; empty where it prints none."""
    root = package.xml(part) if part else None
    if root is None:
        return ""
    items: list[Item] = []
    Walker(walked.formats).blocks(root, items)
    return "\n".join(one.text for one in flat(items) if one.text.strip())


REFERENCES = {w("headerReference"): "headers", w("footerReference"): "footers"}
SAME_PAGE = ("continuous", "nextColumn")
