"""The styles of a document, merged with what they are based on (ECMA-376 part 1, 17.7.2).

A list that comes with a style stands below that style's own properties. Table styles are left
out: a table's text has no look of its own in the model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from plangen.model.look import Face
from plangen.read.numbering import Level, List, Numbering
from plangen.read.properties import Properties, paragraph_properties, run_properties
from plangen.read.theme import Theme
from plangen.read.xml import OFF, Element, children, value, w, whole

NO_LIST = "0"
Place = tuple[str, List, Level]
"""Where a paragraph stands in a list: its w:numId, the list, the level."""


@dataclass(frozen=True, eq=False)
class Style:
    """A style with what it is based on, merged. `list_style` is the one that brings the list."""

    name: str
    paragraph: Properties
    run: Properties
    list_style: str = ""


class Sheet:
    """The styles of a document, with its lists and the faces of its theme."""

    def __init__(self, styles: Element | None, numbering: Element | None, theme: Theme) -> None:
        self.theme = theme
        elements = () if styles is None else styles.iterchildren(w("style"))
        self.elements = {one.get(w("styleId"), ""): one for one in elements}
        # Not a method: a cycle would keep the file's parts until Python looks for one.
        self.numbering = Numbering(numbering, partial(_number_of, self.elements))
        defaults = None if styles is None else styles.find(w("docDefaults"))
        base = [f"{w(kind + 'Default')}/{w(kind)}" for kind in ("pPr", "rPr")]
        paragraph, run = (None if defaults is None else defaults.find(path) for path in base)
        self.base = Style("", paragraph_properties(paragraph), run_properties(run, theme))
        self.default = next((key for key, one in self.elements.items() if _is_default(one)), "")
        self.styles: dict[str, Style] = {}
        self.faces: dict[Face, Face] = {}
        self.accents: dict[str, Properties] = {"": {}}

    def paragraph_style(self, key: str) -> Style:
        """A paragraph style; the default one where there is none of this id."""
        element = self.elements.get(key)
        known = element is not None and element.get(w("type"), "paragraph") == "paragraph"
        return self.style(key if known else self.default)

    def style(self, key: str, seen: tuple[str, ...] = ()) -> Style:
        """A style on the defaults of the document; these alone where there is none of this id.

        `seen` are the styles based on it: one that is based on itself stops there.
        """
        if key not in self.styles:
            element = self.elements.get(key)
            if element is None or key in seen:
                return self.base
            self.styles[key] = self._style(element, seen)
        return self.styles[key]

    def accent(self, key: str) -> Properties:
        """What a character style says itself, with what it is based on."""
        if key not in self.accents:
            self.accents[key] = self._accent(key)
        return self.accents[key]

    def _accent(self, key: str) -> Properties:
        found: Properties = {}
        seen: set[str] = set()
        while (element := self.elements.get(key)) is not None and key not in seen:
            seen.add(key)
            found = run_properties(element.find(w("rPr")), self.theme) | found
            key = value(element.find(w("basedOn")))
        return found

    def list(self, style: Style, own: Properties) -> Place | None:
        """The list of a paragraph, by w:numId, and its level: its own, else its style's."""
        of_style = style.paragraph.get("list", NO_LIST)
        key = own.get("list", of_style)
        numbers = None if key == NO_LIST else self.numbering.list(key)
        if numbers is None:
            return None
        index = own.get("level", "")
        level = None
        if not index and key == of_style:
            index, level = style.paragraph.get("level", ""), numbers.linked(style.list_style)
        level = level or numbers.level(whole(index) or 0)
        return None if level is None else (key, numbers, level)

    def _style(self, element: Element, seen: tuple[str, ...]) -> Style:
        own = {child.tag: child for child in children(element)}
        key = element.get(w("styleId"), "")
        below = self.style(value(own.get(w("basedOn"))), (*seen, key))
        properties = paragraph_properties(own.get(w("pPr")))
        source, paragraph = below.list_style, below.paragraph
        if "list" in properties or "level" in properties:
            source = key
            paragraph = paragraph | self._level_properties(source, paragraph | properties)
        run = run_properties(own.get(w("rPr")), self.theme)
        name = value(own.get(w("name")))
        return Style(name, paragraph | properties, below.run | run, source)

    def _level_properties(self, source: str, own: Properties) -> Properties:
        """What the level says that comes with a style: under the style's own properties."""
        numbers = self.numbering.list(own.get("list", NO_LIST))
        if numbers is None:
            return {}
        level = numbers.linked(source) or numbers.level(whole(own.get("level")) or 0)
        return paragraph_properties(level.paragraph) if level else {}


def _number_of(styles: Mapping[str, Element], key: str) -> str:
    """The list of a numbering style, by w:numId; empty without."""
    element = styles.get(key)
    if element is None or element.get(w("type")) != "numbering":
        return ""
    return value(element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}"))


def _is_default(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default"), "0") not in OFF
