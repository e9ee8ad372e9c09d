"""Turned pages (横排): the sheet is turned clockwise, so the head of a table is at its left edge.

GB/T 9704-2012 clause 8: the page number stays where the other pages have it; the head of a table
is at the binding edge of odd pages and at the fore edge of even ones. So what is the foot of an
upright page is the left side of a turned one, and the footers of the template are set there,
turned with the sheet: whatever an office has made of them, they look as on its other pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from plangen.template.archive import DOCUMENT, unpack
from plangen.template.load import Template
from plangen.template.markup import w
from plangen.text.patterns import lazy

TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
SECTION = lazy(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>", re.DOTALL)
SIZE, MARGINS = lazy(r"<w:pgSz\b[^>]*/>"), lazy(r"<w:pgMar\b[^>]*/>")
FOOTER = lazy(r'(<w:footerReference\b[^>]*r:id=")([^"]+)("[^>]*/>)')
ATTRIBUTE = lazy(r'w:(\w+)="(-?[\d.]+)"')
TARGET = lazy(r'\bTarget="/?(?:word/)?([^"]+)"')
INNER = lazy(r"(<w:ftr\b[^>]*>)(.*)(</w:ftr>)", re.DOTALL)
LINE = lazy(r'w:line="(\d+)"')
MARK = "Turned"  # ends the relationship's id and the part's name of a turned footer
AFTER = (  # a table can't end a footer
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)
LOWEST = 336  # twips: the least width of the strip that a footer stands in


@lru_cache(maxsize=8)
def sections(template: Template) -> tuple[str, str]:
    """The w:sectPr of the template's pages, and that of turned ones."""
    document = unpack(template.data)[DOCUMENT].decode("utf-8")
    upright, page = SECTION.findall(document)[-1], template.page
    sides = {"top": page.left, "right": page.top, "bottom": page.right, "left": page.bottom}
    # What is left at the foot is an empty line, which must not reach into the text and shorten it.
    sides["footer"] = page.right // 2
    turned = SIZE.sub(w("pgSz", w=page.height, h=page.width, orient="landscape"), upright)
    turned = MARGINS.sub(w("pgMar", **(_margins(upright) | sides)), turned)
    return upright, FOOTER.sub(rf"\1\2{MARK}\3", turned)


def with_turned_end(document: str, template: Template) -> str:
    """The document, its last section turned."""
    *_, last = SECTION.finditer(document)
    return document[: last.start()] + sections(template)[1] + document[last.end() :]


def parts(package: Mapping[str, bytes], template: Template) -> dict[str, bytes]:
    """The parts that turned pages need: their footers, and what a package says of them."""
    types, relations = (package[name].decode("utf-8") for name in (TYPES, RELATIONS))
    out: dict[str, bytes] = {}
    for key in dict.fromkeys(key for _, key, _ in FOOTER.findall(sections(template)[0])):
        relation = re.search(rf'<Relationship\b(?=[^>]*\bId="{re.escape(key)}")[^>]*/>', relations)
        found = relation and TARGET.search(relation[0])
        if not relation or not found:
            continue
        target = found[1]
        own = target.replace(".xml", f"{MARK}.xml")
        made = relation[0].replace(f'"{key}"', f'"{key}{MARK}"').replace(target, own)
        relations = relations.replace("</Relationships>", f"{made}</Relationships>")
        if f"word/{own}" not in out:  # odd and even pages may have one footer
            typed = re.search(rf'<Override\b[^>]*"/word/{re.escape(target)}"[^>]*/>', types)
            named = typed[0] if typed else ""
            types = types.replace(named, named + named.replace(target, own)) if named else types
            out[f"word/{own}"] = _turned(package[f"word/{target}"].decode("utf-8"), template)
    return out | {TYPES: types.encode("utf-8"), RELATIONS: relations.encode("utf-8")}


def _turned(footer: str, template: Template) -> bytes:
    """A footer whose lines run down the left side of the page, in a table of one cell.

    A table and not a text box: it keeps the styles of the footer, and every program reads it.
    """
    page, foot = template.page, _margins(sections(template)[0]).get("footer", 0)
    wide = max([LOWEST, *map(int, LINE.findall(footer))])
    place = w(
        "tblpPr",
        vertAnchor="page",
        horzAnchor="page",
        tblpX=foot,
        tblpY=page.left,
    )
    bare = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))
    table = w(
        "tblPr",
        place,
        w("tblOverlap", val="never"),
        w("tblW", w=wide, type="dxa"),
        w("tblLayout", type="fixed"),
        bare,
    )
    cell = w("tcPr", w("tcW", w=wide, type="dxa"), w("textDirection", val="tbRl"))
    height = w("trPr", w("trHeight", val=page.text_width, hRule="exact"))

    def around(found: re.Match[str]) -> str:
        row = w("tr", height, w("tc", cell, found[2]))
        grid = w("tblGrid", w("gridCol", w=wide))
        return f"{found[1]}{w('tbl', table, grid, row)}{AFTER}{found[3]}"

    return INNER.sub(around, footer).encode("utf-8")


def _margins(section: str) -> dict[str, int]:
    found = MARGINS.search(section)
    return {
        name: int(float(value)) for name, value in ATTRIBUTE.findall(found[0] if found else "")
    }
