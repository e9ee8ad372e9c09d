"""What a template prints, found out by filling it in with every kind of block.

A tag that an office has broken can swallow what stands beside it without an error; and some of
what docxtpl does it does when it has filled a template in.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from plangen.model.document import Role
from plangen.template.samples import CORNER, IN_TABLES, RUN_IN
from plangen.template.view import READY, BlockView, DocumentView, ImprintView

TRIAL = "试算段"
PARAGRAPH = f"<w:p><w:r><w:t>{TRIAL}</w:t></w:r></w:p>"
PARAGRAPHS = [role for role in Role if role not in (*IN_TABLES, *CORNER)]

# All that a value may hold and XML or a tag could stumble over.
HARD = '试&amp;&lt;&gt;"\'{_{{{ x }}%</w:t><w:tab/><w:t xml:space="preserve">　 算'
TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="100" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="50"/>'
    '<w:gridCol w:w="50"/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p/></w:tc><w:tc><w:tcPr/><w:p/>'
    "</w:tc></w:tr></w:tbl>"
)


def once() -> DocumentView:
    """A document with a block of each role, every text in it another one."""
    return DocumentView(tuple(_once()), "", "")


def lost(document: DocumentView, printed: str) -> list[str]:
    """The roles whose text a template loses or prints more than once."""
    return [
        block.role or "{{p block.ready }}"
        for block in document.blocks
        if any(printed.count(text) != 1 for text in _texts(block) if text)
    ]


def every() -> tuple[DocumentView, DocumentView]:
    """All that a program can tell apart: a block of each kind, and a document without any."""
    words = ("", HARD)
    blocks = [
        BlockView(role, ready, text, head, rest)
        for role in (*PARAGRAPHS, READY)
        for ready in ("", PARAGRAPH + TABLE + PARAGRAPH)
        for text, head, rest in product(words, words, words)
    ]
    imprints = product(((), (HARD,), (HARD, HARD)), words, words)
    blocks += [BlockView(Role.IMPRINT, imprint=ImprintView(*each)) for each in imprints]
    return DocumentView(tuple(blocks), HARD, HARD), DocumentView((), "", "")


def _texts(block: BlockView) -> tuple[str, ...]:
    imprint = block.imprint
    last = (*imprint.copies, imprint.printer, imprint.printed) if imprint else ()
    return (block.ready and TRIAL, block.text, block.head, block.rest, *last)


def _once() -> Iterator[BlockView]:
    yield BlockView(READY, ready=PARAGRAPH)
    for number, role in enumerate(PARAGRAPHS):
        if role == Role.BLANK:
            yield BlockView(role)
        elif role in RUN_IN:
            yield BlockView(role, head=f"试{number}甲", rest=f"试{number}乙")
        else:
            yield BlockView(role, text=f"试{number}甲")
    imprint = ImprintView(("试抄甲", "试抄乙"), "试印", "试日")
    yield BlockView(Role.IMPRINT, imprint=imprint)
