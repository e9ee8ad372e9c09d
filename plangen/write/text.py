"""Text into XML that Word shows exactly as typed, through docxtpl and Jinja."""

from __future__ import annotations

from markupsafe import Markup

from plangen.problem import UserError
from plangen.source.encoding import FORBIDDEN

Xml = Markup
"""A string that Jinja takes as it is."""

# Braces and percent signs too: docxtpl turns {_{ and its like into tags when it has rendered.
ENTITIES = str.maketrans({char: f"&#{ord(char)};" for char in "&<>\"'{}%"})
# The tags stand within a w:t, so an element is slipped in between two of them.
BETWEEN = '</w:t><w:{}/><w:t xml:space="preserve">'
ELEMENTS = str.maketrans({"\t": BETWEEN.format("tab"), "\n": BETWEEN.format("br")})


def plain(text: str) -> Xml:
    """The text for an attribute-free place such as a property of the file."""
    if found := FORBIDDEN.search(text):
        start = max(0, found.start() - 10)
        quote = text[start : found.start()] + "□" + text[found.end() : found.end() + 10]
        raise UserError(
            f"文字“{quote}”中□处的字符 U+{ord(found.group()):04X} 是控制字符或非法字符，"
            "Word 不能保存，应删去"
        )
    return Xml(text.translate(ENTITIES))


def inline(text: str) -> Xml:
    """The text for a w:t: tabs and line breaks become elements."""
    return Xml(str(plain(text)).translate(ELEMENTS))
