"""What a template's styles come to: face, size and place of each sample, as Word resolves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from plangen.template.looks import Look
from plangen.template.markup import Properties
from plangen.template.samples import NAMESPACE, Sample

Attributes = dict[str, dict[str, str]]
"""Attributes by property: {"sz": {"val": "32"}}."""

ATTRIBUTE = re.compile(r'w:(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Style:
    """A style's own properties, and the style it is based on."""

    id: str
    name: str
    based: str | None
    default: bool
    paragraph: Attributes
    run: Attributes


@dataclass(frozen=True)
class Styles:
    """word/styles.xml: the styles by id, and what the document sets for all."""

    by_id: dict[str, Style]
    run: Attributes
    paragraph: Attributes

    @classmethod
    def parse(cls, part: bytes) -> Styles:
        """The styles of a part."""
        root = ElementTree.fromstring(part)
        styles = [_style(element) for element in root.iterfind(NAMESPACE + "style")]
        defaults = root.find(NAMESPACE + "docDefaults")
        return cls(
            {style.id: style for style in styles},
            _attributes(defaults, f"{NAMESPACE}rPrDefault/{NAMESPACE}rPr"),
            _attributes(defaults, f"{NAMESPACE}pPrDefault/{NAMESPACE}pPr"),
        )

    def named(self, name: str) -> Style | None:
        """The style of this name; Word keeps names over languages and programs, not ids."""
        return next((style for style in self.by_id.values() if style.name == name), None)

    def look(self, sample: Sample) -> Look:
        """The look of a sample's text."""
        direct, text = _direct(sample.paragraph), _direct(sample.text)
        chain = self._chain(direct.get("pStyle", {}).get("val", self._default()))
        accents = self._chain(text.get("rStyle", {}).get("val", ""))
        run = _merged(self.run, *(style.run for style in (*chain, *accents)), text)
        paragraph = _merged(self.paragraph, *(style.paragraph for style in chain), direct)
        fonts = run.get("rFonts", {})
        return Look(
            style=chain[-1].name if chain else "",
            face=fonts.get("eastAsia", ""),
            latin=fonts.get("ascii", ""),
            size=float(run.get("sz", {}).get("val", "20")) / 2,
            spacing=int(run.get("spacing", {}).get("val", "0")),
            color=run.get("color", {}).get("val", "auto"),
            bold=run.get("b", {"val": "0"}).get("val", "1") not in ("0", "false", "off"),
            align=paragraph.get("jc", {}).get("val", "left"),
            line=int(paragraph.get("spacing", {}).get("line", "240")),
        )

    def _default(self) -> str:
        return next((style.id for style in self.by_id.values() if style.default), "")

    def _chain(self, style_id: str) -> list[Style]:
        """A style and what it is based on, the root first."""
        chain: list[Style] = []
        style = self.by_id.get(style_id)
        while style and style not in chain:
            chain.insert(0, style)
            style = self.by_id.get(style.based or "")
        return chain


def _style(element: ElementTree.Element) -> Style:
    kind, default = element.get(NAMESPACE + "type"), element.get(NAMESPACE + "default", "0")
    return Style(
        id=element.get(NAMESPACE + "styleId", ""),
        name=_value(element, "name") or "",
        based=_value(element, "basedOn"),
        default=kind == "paragraph" and default not in ("0", "false", "off"),
        paragraph=_attributes(element, NAMESPACE + "pPr"),
        run=_attributes(element, NAMESPACE + "rPr"),
    )


def _value(element: ElementTree.Element, tag: str) -> str | None:
    child = element.find(NAMESPACE + tag)
    return None if child is None else child.get(NAMESPACE + "val")


def _attributes(element: ElementTree.Element | None, path: str) -> Attributes:
    own = None if element is None else element.find(path)
    children: Iterator[ElementTree.Element] = iter(() if own is None else own)
    return {
        child.tag.removeprefix(NAMESPACE): {
            name.removeprefix(NAMESPACE): value for name, value in child.items()
        }
        for child in children
    }


def _direct(properties: Properties) -> Attributes:
    return {tag: dict(ATTRIBUTE.findall(xml)) for tag, xml in properties.items()}


def _merged(*levels: Attributes) -> Attributes:
    out: Attributes = {}
    for level in levels:
        for tag, attributes in level.items():
            out[tag] = out.get(tag, {}) | attributes
    return out
