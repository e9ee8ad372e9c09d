"""Properties of paragraphs and runs as flat tables of text, so that one level can go over another.

Lengths stay as written (twips, or a number with a unit) until a look is made of them. A property
that can be written in two ways (w:start and w:left, hanging and first line) has one key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plangen.read.theme import Theme
from plangen.read.xml import OFF, VAL, Element, attributes, children, is_on, value, w

Properties = dict[str, str]
Reader = Callable[[Element, Properties], None]

ON = "1"
TOGGLES = ("bold", "hidden")
UNITS = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
TWIPS = 20  # to a point
SIDES = {"start": "left", "end": "right", "thaiDistribute": "distribute"}  # of w:jc

INDENTS = {
    w("start"): "left", w("left"): "left", w("end"): "right", w("right"): "right",
    w("firstLine"): "first",
    w("startChars"): "leftChars", w("leftChars"): "leftChars",
    w("endChars"): "rightChars", w("rightChars"): "rightChars",
    w("firstLineChars"): "firstChars",
}  # fmt: skip
HANGING = {w("hanging"): "first", w("hangingChars"): "firstChars"}
SPACING = {
    w(key): key for key in ("before", "after", "beforeLines", "afterLines", "line", "lineRule")
}
# A face by its name, and by its part in the theme, which goes before the name.
FACES = {w("eastAsia"): "font", w("ascii"): "latin"}
THEMED = {w("eastAsiaTheme"): "font", w("asciiTheme"): "latin"}


def points(text: str) -> float:
    """A length in points: twips without a unit; 0 where it is none."""
    unit = UNITS.get(text[-2:])
    try:
        return float(text[:-2]) * unit if unit else float(text) / TWIPS
    except ValueError:
        return 0.0


def half_points(text: str) -> float | None:
    """A size in points: half points without a unit; None where it is none."""
    unit = UNITS.get(text[-2:])
    try:
        return float(text[:-2]) * unit if unit else float(text) / 2
    except ValueError:
        return None


def paragraph_properties(element: Element | None) -> Properties:
    """What a w:pPr says of the look and the number of its paragraph."""
    return _read(element, PARAGRAPH)


def run_properties(element: Element | None, theme: Theme) -> Properties:
    """What a w:rPr says, its faces found in the theme."""
    found = _read(element, RUN)
    for key, name in THEMED.items():
        if themed := found.pop(key, ""):
            found[name] = theme.face(themed) or found.get(name, "")
    return found


def _read(element: Element | None, readers: Mapping[str, Reader]) -> Properties:
    found: Properties = {}
    for child in () if element is None else children(element):
        reader = readers.get(child.tag)
        if reader is not None:
            reader(child, found)
    return found


def _indents(element: Element, found: Properties) -> None:
    own = attributes(element)
    for key, text in own:
        if key in INDENTS:
            found[INDENTS[key]] = text
    for key, text in own:
        # Hanging goes before the first line's indent where both are written (17.3.1.12).
        if key in HANGING and (HANGING[key] not in found or points(text)):
            found[HANGING[key]] = f"-{text}"


def _spacing(element: Element, found: Properties) -> None:
    own = attributes(element)
    for key, text in own:
        if key in SPACING:
            found[SPACING[key]] = text
    for key, text in own:
        if key in AUTOMATIC and text not in OFF:
            found[AUTOMATIC[key]] = AUTOSPACING


def _numbering(element: Element, found: Properties) -> None:
    for child in element:
        if child.tag in NUMBERS:
            found[NUMBERS[child.tag]] = value(child)


def _text(name: str) -> Reader:
    def read(element: Element, found: Properties) -> None:
        found[name] = element.get(VAL, "")

    return read


def _switch(name: str) -> Reader:
    def read(element: Element, found: Properties) -> None:
        found[name] = ON if is_on(element) else ""

    return read


def _faces(element: Element, found: Properties) -> None:
    for key, text in attributes(element):
        # A face without a name comes out of LibreOffice's RTF as a number.
        if key in FACES and not text.isdigit():
            found[FACES[key]] = text
        elif key in THEMED:
            found[key] = text


AUTOSPACING = "280"  # 14 pt, what Word leaves between paragraphs of a web page
AUTOMATIC = {w("beforeAutospacing"): "before", w("afterAutospacing"): "after"}
NUMBERS = {w("numId"): "list", w("ilvl"): "level"}

PARAGRAPH: dict[str, Reader] = {
    w("pStyle"): _text("style"),
    w("jc"): _text("align"),
    w("ind"): _indents,
    w("spacing"): _spacing,
    w("numPr"): _numbering,
    w("outlineLvl"): _text("outline"),
    w("pageBreakBefore"): _switch("new_page"),
}
RUN: dict[str, Reader] = {
    w("rStyle"): _text("style"),
    w("rFonts"): _faces,
    w("b"): _switch("bold"),
    w("vanish"): _switch("hidden"),
    w("sz"): _text("size"),
    w("color"): _text("color"),
}
