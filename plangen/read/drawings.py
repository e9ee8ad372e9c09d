"""What hangs in a run beside its text: text boxes, pictures, and graphics that hold text."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.read.xml import COMPATIBILITY, DRAWING, Element, w

ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE, FALLBACK = f"{{{COMPATIBILITY}}}Choice", f"{{{COMPATIBILITY}}}Fallback"
BOX = w("txbxContent")
GRAPHIC_DATA = f"{{{DRAWING}}}graphicData"
EMBEDDED = w("object")
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
# What a graphic is told by, in the last word of its kind: SmartArt, a chart.
UNREAD = ("diagram", "chart", "chartex")
# The extensions that are read here; of anything else the older form is taken.
KNOWN = frozenset("wps wpg wpc wpi wp14 w14 w15 w16 a14 pic14 v o m".split())


def chosen(alternate: Element) -> Element | None:
    """The one branch that is read of several that show the same."""
    fallback = None
    for branch in alternate:
        if branch.tag == CHOICE and KNOWN.issuperset(branch.get("Requires", "").split()):
            return branch
        if branch.tag == FALLBACK:
            fallback = branch
    return alternate.find(CHOICE) if fallback is None else fallback


def boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in a drawing, each once, the outermost ones."""
    for child in element:
        if child.tag == BOX:
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from boxes(branch)
        else:
            yield from boxes(child)


def holds_unread_text(element: Element) -> bool:
    """Whether this is a graphic whose text isn't in the document's part, or WordArt."""
    if element.tag == EMBEDDED or element.find(f".//{WORD_ART}") is not None:
        return True
    data = element.find(f".//{GRAPHIC_DATA}")
    return data is not None and data.get("uri", "").rpartition("/")[2] in UNREAD
