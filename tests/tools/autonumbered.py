"""A .docx with automatic numbers in place of the typed ones, as many offices have them.

One multi-level list for the whole text, as Word's 多级列表 makes it: a level begins anew after
one above it. Where the text begins anew all the same, a w:num of its own begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from plangen.template.archive import DOCUMENT, pack, unpack
from plangen.text.numerals import han

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
RINGS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMBERS = {
    **{han(number): number for number in range(1, 100)},
    **{str(number): number for number in range(1, 100)},
    **{ring: number for number, ring in enumerate(RINGS, 1)},
}
HAN = "[一二三四五六七八九十]{1,3}"
# What is typed, the list and the level that take its place, and how that level counts.
LEVELS = (
    (re.compile(f"({HAN})、"), 0, 0, "chineseCountingThousand", "%1、"),
    (re.compile(f"（({HAN})）"), 0, 1, "chineseCountingThousand", "（%2）"),
    (re.compile(r"(\d{1,2})\."), 0, 2, "decimal", "%3."),
    (re.compile(r"（(\d{1,2})）"), 0, 3, "decimal", "（%4）"),
    (re.compile(f"([{RINGS}])"), 0, 4, "decimalEnclosedCircle", "%5"),
    (re.compile(f"第({HAN})阶段："), 1, 0, "chineseCountingThousand", "第%1阶段："),
)
LISTED = "AnnexList"  # the 附件说明, whose numbers stand after a label


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{W}}}{name}"


@dataclass
class Lists:
    """The lists (w:num) begun so far, and the number of each level of an abstract list."""

    begun: list[tuple[int, int | None]] = field(default_factory=lambda: [(0, None), (1, None)])
    counts: dict[tuple[int, int], int] = field(default_factory=dict)
    used: dict[tuple[int, int], int] = field(default_factory=dict)  # the w:numId, if not the first

    def take(self, text: str) -> tuple[int, int, int] | None:
        """(characters that are the number, w:numId, level) where a text begins with the next."""
        for form, abstract, level, _, _ in LEVELS:
            if found := form.match(text):
                key = (abstract, level)
                if not self.count(key, NUMBERS[found[1]]):
                    return None
                return found.end(), self.used.get(key, abstract + 1), level
        return None

    def count(self, key: tuple[int, int], number: int) -> bool:
        """Whether a level goes on with a number, or begins anew with 1."""
        if number == 1 and key in self.counts:
            self.begun.append(key)
            self.used[key] = len(self.begun)
        elif number != self.counts.get(key, 0) + 1:
            return False
        abstract, level = key
        skipped = {(abstract, above): 1 for above in range(level)}  # these count as begun
        kept = {at: n for at, n in self.counts.items() if at[0] != abstract or at < key}
        self.counts = {**skipped, **kept, key: number}
        return True

    def part(self) -> bytes:
        """The numbering part: two abstract lists, and a w:num for each list begun."""
        root = etree.Element(w("numbering"), nsmap={"w": W})
        for abstract in (0, 1):
            made = _child(root, "abstractNum", abstractNumId=abstract)
            _child(made, "multiLevelType", val="multilevel")
            for _, of, level, form, text in LEVELS:
                if of == abstract:
                    _level(made, level, form, text)
        for number, (abstract, anew) in enumerate(self.begun, 1):
            made = _child(root, "num", numId=number)
            _child(made, "abstractNumId", val=abstract)
            if anew is not None:
                _child(_child(made, "lvlOverride", ilvl=anew), "startOverride", val=1)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def autonumbered(data: bytes) -> bytes:
    """The document with automatic numbers; what doesn't count on stays typed."""
    parts = unpack(data)
    root = etree.fromstring(parts[DOCUMENT])
    lists = Lists()
    body = root.find(w("body"))
    assert body is not None
    for paragraph in body.iterchildren(w("p")):
        _number(paragraph, lists)
    parts[DOCUMENT] = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    parts["word/numbering.xml"] = lists.part()
    override = f'<Override PartName="/word/numbering.xml" ContentType="{CONTENT}"/></Types>'
    parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())
    relation = (
        f'<Relationship Id="rIdNumbers" Type="{OFFICE}/numbering" Target="numbering.xml"/>'
        "</Relationships>"
    )
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", relation.encode())
    return pack(parts)


def _number(paragraph: etree._Element, lists: Lists) -> None:
    """Let a paragraph's typed number be its list's."""
    properties = paragraph.find(w("pPr"))
    first = next(paragraph.iter(w("t")), None)
    if properties is None or first is None or not first.text:
        return
    style = properties.find(w("pStyle"))
    found = None if style is not None and style.get(w("val")) == LISTED else lists.take(first.text)
    if found is None:
        return
    typed, number, level = found
    first.text = first.text[typed:]
    made = etree.Element(w("numPr"))
    _child(made, "ilvl", val=level)
    _child(made, "numId", val=number)
    properties.insert(0 if style is None else 1, made)


def _level(parent: etree._Element, level: int, form: str, text: str) -> None:
    made = _child(parent, "lvl", ilvl=level)
    _child(made, "start", val=1)
    _child(made, "numFmt", val=form)
    _child(made, "suff", val="nothing")
    _child(made, "lvlText", val=text)


def _child(parent: etree._Element, name: str, **attributes: str | int) -> etree._Element:
    own = {w(key): str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, w(name), own)
