"""A text file's text that can be written back: in its own encoding, with its own line ends.

Bytes that are no characters keep their places: each is one sign in the text, and the same bytes
again in the file.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from plangen.read.decoding import MARKS, UNKNOWN

PLAIN = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5")
FIRST, LAST = 0x10F000, 0x10FFFD  # private characters that stand for bytes while a text is mended
HELD = re.compile(f"([{chr(FIRST)}-{chr(LAST)}])")
LINE_END = re.compile(r"(\r\n|\r|\n)")  # an old Mac's too
HANDLER = "plangen-keep"


@dataclass(frozen=True)
class Encoded:
    """A text as it is encoded: codec, byte order mark, the bytes that are no characters."""

    text: str
    codec: str
    mark: bytes = b""
    strange: tuple[bytes, ...] = ()

    def bytes_of(self, text: str) -> bytes:
        """Another text in the same form; UnicodeEncodeError where the encoding lacks a sign."""
        parts = [
            self.strange[ord(part) - FIRST] if HELD.fullmatch(part) else part.encode(self.codec)
            for part in HELD.split(text)
        ]
        return self.mark + b"".join(parts)


def encoded(raw: bytes, text: str) -> Encoded | None:
    """How bytes are this text, as it was read; None where they don't come back from it."""
    for mark, codec in (*MARKS, *((b"", codec) for codec in PLAIN)):
        if raw.startswith(mark):
            found = _decoded(raw[len(mark) :], codec, mark)
            if found and _seen(found.text) == text and found.bytes_of(found.text) == raw:
                return found
    return None


def _decoded(raw: bytes, codec: str, mark: bytes) -> Encoded | None:
    strange: list[bytes] = []

    def keep(error: UnicodeError) -> tuple[str, int]:
        """One sign for what errors="replace" makes one of."""
        if not isinstance(error, UnicodeDecodeError) or len(strange) > LAST - FIRST:
            raise error
        strange.append(error.object[error.start : error.end])
        return chr(FIRST + len(strange) - 1), error.end

    codecs.register_error(HANDLER, keep)
    try:
        return Encoded(raw.decode(codec, HANDLER), codec, mark, tuple(strange))
    except UnicodeError:
        return None


def _seen(text: str) -> str:
    """A text as it is read: with newlines, and one sign for all that is no character."""
    return LINE_END.sub("\n", HELD.sub(UNKNOWN, text))
