"""Text into XML that Word shows exactly as typed."""

from __future__ import annotations

from plangen.problem import UserError
from plangen.source.encoding import FORBIDDEN

# Braces and percent signs too: nothing in the properties of a file may look like a tag left over.
ENTITIES = str.maketrans({char: f"&#{ord(char)};" for char in "&<>\"'{}%"})
# The tags stand within a w:t, so an element is slipped in between two of them.
BETWEEN = '</w:t><w:{}/><w:t xml:space="preserve">'
INLINE = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "\t": BETWEEN.format("tab"),
        "\n": BETWEEN.format("br"),
    }
)


def plain(text: str) -> str:
    """The text for an attribute-free place such as a property of the file."""
    hidden = not text.replace("\t", "").replace("\n", "").isprintable()
    if hidden and (found := FORBIDDEN.search(text)):
        start = max(0, found.start() - 10)
        quote = text[start : found.start()] + "□" + text[found.end() : found.end() + 10]
        raise UserError(
            f"文字“{quote}”中□处的字符 U+{ord(found.group()):04X} 是控制字符或非法字符，"
            "Word 不能保存，应删去"
        )
    return text.translate(ENTITIES)


def inline(text: str) -> str:
    """The text for a w:t: tabs and line breaks become elements."""
    marked = "&" in text or "<" in text or ">" in text
    if text.isprintable() and not marked:  # nearly always, and ten times as fast as to translate
        return text
    plain(text)
    return text.translate(INLINE)
