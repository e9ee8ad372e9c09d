"""Does a template print everything once? Found out by filling it in with one block of each role.

A tag that an office has broken can swallow what stands beside it without an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.model.document import Role
from plangen.template.archive import DOCUMENT, unpack
from plangen.template.engine import render
from plangen.template.samples import IN_TABLES, RUN_IN


class _Xml(str):
    """A string that Jinja takes as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


@dataclass(frozen=True)
class _Imprint:
    copies: tuple[str, ...] = ()
    printer: str = ""
    printed: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return (*self.copies, self.printer, self.printed)


@dataclass(frozen=True)
class _Block:
    role: str
    ready: str = ""
    text: str = ""
    head: str = ""
    rest: str = ""
    imprint: _Imprint = _Imprint()

    @property
    def texts(self) -> tuple[str, ...]:
        ready = self.ready and READY
        return (ready, self.text, self.head, self.rest, *self.imprint.texts)


@dataclass(frozen=True)
class _Document:
    blocks: tuple[_Block, ...]
    title: str = ""
    author: str = ""


READY = "试算段"
PARAGRAPHS = [role for role in Role if role not in IN_TABLES and role != Role.BLANK]


def lost(name: str, data: bytes) -> list[str]:
    """The roles whose text a template loses or prints more than once."""
    blocks = tuple(_blocks())
    package = unpack(render(name, data, {"document": _Document(blocks)}))
    printed = package[DOCUMENT].decode("utf-8")
    return [
        block.role or "{{p block.ready }}"
        for block in blocks
        if any(printed.count(text) != 1 for text in block.texts if text)
    ]


def _blocks() -> Iterator[_Block]:
    yield _Block("", ready=_Xml(f"<w:p><w:r><w:t>{READY}</w:t></w:r></w:p>"))
    for number, role in enumerate(PARAGRAPHS):
        if role in RUN_IN:
            yield _Block(role, head=f"试{number}甲", rest=f"试{number}乙")
        else:
            yield _Block(role, text=f"试{number}甲")
    yield _Block(Role.IMPRINT, imprint=_Imprint(("试抄甲", "试抄乙"), "试印", "试日"))
