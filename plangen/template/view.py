"""What a template sees of a document: the names that its tags may use, ready to print.

Strings are XML. Tuples with names, not dataclasses: a document has hundreds of blocks, and they
are made five times as fast.
"""

from __future__ import annotations

from typing import NamedTuple

READY = ""  # in no branch of a template: a role that isn't printed twice
TEXT, MANY = "text", "each "

# The names by what they hang on, and what each leads to.
NAMES = {
    "document": {"blocks": MANY + "block", "title": TEXT, "author": TEXT},
    "block": {
        "ready": TEXT,
        "role": TEXT,
        "text": TEXT,
        "head": TEXT,
        "rest": TEXT,
        "imprint": "imprint",
    },
    "imprint": {"copies": MANY + TEXT, "printer": TEXT, "printed": TEXT},
}


class ImprintView(NamedTuple):
    """The 版记, as `block.imprint`."""

    copies: tuple[str, ...]
    printer: str
    printed: str


class BlockView(NamedTuple):
    """A block. `ready` is the whole XML where something had to be computed, else empty."""

    role: str
    ready: str = ""
    text: str = ""
    head: str = ""
    rest: str = ""
    imprint: ImprintView | None = None


class DocumentView(NamedTuple):
    """The document, as `document`."""

    blocks: tuple[BlockView, ...]
    title: str = ""
    author: str = ""
