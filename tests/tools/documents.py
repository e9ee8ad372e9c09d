"""Word files in a few lines: a package from the XML inside its parts, and lists from YAML."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from plangen.template.markup import w

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "settings": "w:settings",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "comments": "w:comments",
    "header": "w:hdr",
    "footer": "w:ftr",
}
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    "{overrides}</Types>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{inner}</Relationships>"
)


def t(text: str) -> str:
    """A run of text."""
    return w("r", f'<w:t xml:space="preserve">{escape(text)}</w:t>')


def p(text: str = "", *properties: str) -> str:
    """A paragraph of one run, with these elements in its w:pPr."""
    own = w("pPr", *properties) if properties else ""
    return w("p", own, t(text)) if text else f"<w:p>{own}</w:p>"


def listed(text: str, number: int | str, level: int | None = None) -> str:
    """A paragraph with its own place in a list."""
    return p(text, num_pr(number, level))


def num_pr(number: int | str, level: int | None = None) -> str:
    """A w:numPr."""
    own = "" if level is None else w("ilvl", val=level)
    return w("numPr", own, w("numId", val=number))


def cell(*content: str, **properties: str | int) -> str:
    """A table cell; its properties have one attribute each: gridSpan=2."""
    own = w("tcPr", *(w(tag, val=text) for tag, text in properties.items()))
    return w("tc", own, *(content or (p(),)))


def table(*rows: Iterable[str]) -> str:
    """A table of rows of cells."""
    return w("tbl", w("tblGrid"), *(w("tr", *cells) for cells in rows))


def style(key: str, *inner: str, kind: str = "paragraph", default: bool = False) -> str:
    """A style, named by its id."""
    head = {"type": kind, "styleId": key} | ({"default": 1} if default else {})
    return w("style", w("name", val=key), *inner, **head)


def part(root: str, inner: str) -> str:
    """A part with its root."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {DECLARED}>{inner}</{root}>'


def docx(*body: str, **parts: str) -> bytes:
    """A package with this body. Parts are named by their kind (footer2 is another footer).

    A part that begins with <? stands as it is, others are the inside of their root. `rId` and
    the name is the id of the relation.
    """
    kinds = {name: name.rstrip("0123456789") for name in parts}
    files = {
        "[Content_Types].xml": TYPES.format(
            overrides="".join(
                f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
                for name, kind in {
                    "document": MAIN,
                    **{n: MAIN.replace("document.main", kind) for n, kind in kinds.items()},
                }.items()
            )
        ),
        "_rels/.rels": RELATIONS.format(
            inner=relation("rId1", "officeDocument", "word/document.xml")
        ),
        "word/_rels/document.xml.rels": RELATIONS.format(
            inner="".join(relation(f"rId{n}", kind, f"{n}.xml") for n, kind in kinds.items())
        ),
        "word/document.xml": part("w:document", w("body", *body)),
    }
    for name, inner in parts.items():
        whole = inner.startswith("<?")
        files[f"word/{name}.xml"] = inner if whole else part(ROOTS[kinds[name]], inner)
    return packed(files)


def relation(key: str, kind: str, target: str) -> str:
    """A relation of a package or a part."""
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def lists(definitions: Mapping[int, Mapping[str, Any]]) -> str:
    """The inside of numbering.xml, from maps as in tests/data/numbering.yaml."""
    abstracts, numbers = [], []
    for key, definition in definitions.items():
        shared = definition.get("of", key)
        if "of" not in definition:
            inner = [w(tag, val=definition[tag]) for tag in LINKS if tag in definition]
            inner += [_level(n, one) for n, one in enumerate(definition.get("levels", ()))]
            abstracts.append(w("abstractNum", *inner, abstractNumId=str(key)))
        overrides = [
            w("lvlOverride", w("startOverride", val=start), ilvl=level)
            for level, start in definition.get("start", {}).items()
        ]
        overrides += [
            w("lvlOverride", _level(level, one), ilvl=level)
            for level, one in definition.get("override", {}).items()
        ]
        numbers.append(w("num", w("abstractNumId", val=shared), *overrides, numId=str(key)))
    return "".join([*abstracts, *numbers])


def _level(index: int, definition: Mapping[str, object]) -> str:
    own = {"start": 1, "format": "decimal", "text": f"%{index + 1}."} | dict(definition)
    inner = []
    if pattern := own.get("custom"):
        own["format"] = None
    for key, tag in LEVEL.items():
        if own.get(key) is True:
            inner.append(w(tag))
        elif key in own and own[key] is not None:
            inner.append(f"<w:{tag} w:val={quoteattr(str(own[key]))}/>")
        elif key == "format":
            inner.append(CUSTOM.format(pattern=pattern))
    if face := own.get("face"):
        inner.append(w("rPr", w("rFonts", ascii=str(face), hAnsi=str(face))))
    return w("lvl", *inner, ilvl=index)


CUSTOM = (
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"'
    ' w:format="{pattern}"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
    "</mc:AlternateContent>"
)
LINKS = ("styleLink", "numStyleLink")
# In the order that the schema demands (17.9.6).
LEVEL = {
    "start": "start",
    "format": "numFmt",
    "restart": "lvlRestart",
    "style": "pStyle",
    "legal": "isLgl",
    "suffix": "suff",
    "text": "lvlText",
}
