"""The sections of a document: size and margins of their pages, headers and footers as text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from plangen.model.look import Page
from plangen.read.package import Package
from plangen.read.properties import points
from plangen.read.story import Item, Walked, flat
from plangen.read.walk import Walker
from plangen.read.xml import RELATIONS, Element, is_on, w

Texts = tuple[tuple[str, str], ...]


def pages(package: Package, walked: Walked) -> tuple[Page, ...]:
    """The pages of every section.

    `headers` and `footers` are those that print: a section takes over what it has none of its own
    from the one before; the first page's count where the section sets it apart, those of even
    pages where the document does.
    """
    settings = walked.settings
    odd_even = settings is not None and is_on(settings.find(w("evenAndOddHeaders")))
    text_of = cache(partial(_text, package, walked))  # sections share their footers
    parts: dict[tuple[str, str], str] = {}
    found = []
    for section in walked.sections:
        own = {child.tag: child for child in section.element}
        for reference in section.element.iterchildren(HEADER, FOOTER):
            relation = package.relations.get(reference.get(ID, ""))
            if relation:
                parts[reference.tag, reference.get(TYPE, "default")] = relation.target
        prints = {"default": True, "even": odd_even, "first": is_on(own.get(w("titlePg")))}
        headers, footers = (
            tuple(
                (kind, text)
                for kind, printed in prints.items()
                if printed and (text := text_of(parts.get((where, kind), "")))
            )
            for where in (HEADER, FOOTER)
        )
        first = min(section.first, section.last)  # one without paragraphs: the last before it
        found.append(_page(own, first, headers, footers, odd_even=odd_even))
    return tuple(found)


def breaks(walked: Walked) -> frozenset[int]:
    """The paragraphs that a section begins a new page with."""
    return frozenset(
        section.first
        for section in walked.sections[1:]
        if (kind := section.element.find(w("type"))) is None
        or kind.get(w("val"), "nextPage") not in SAME_PAGE
    )


def _page(
    own: Mapping[str, Element], first: int, headers: Texts, footers: Texts, *, odd_even: bool
) -> Page:
    size, margins, grid = (own.get(w(tag)) for tag in ("pgSz", "pgMar", "docGrid"))
    return Page(
        _length(size, "w"),
        _length(size, "h"),
        _length(margins, "top"),
        _length(margins, "bottom"),
        _length(margins, "left"),
        _length(margins, "right"),
        grid="" if grid is None else grid.get(w("type"), ""),
        pitch=_length(grid, "linePitch"),
        first=first,
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


HEADER, FOOTER = w("headerReference"), w("footerReference")
TYPE, ID = w("type"), f"{{{RELATIONS}}}id"
SAME_PAGE = ("continuous", "nextColumn")
