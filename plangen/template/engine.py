"""The template language as docxtpl has it: its patching, and its rendering where that is needed.

The only user of docxtpl.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError

from plangen.problem import UserError
from plangen.template.archive import DOCUMENT, unpack
from plangen.template.tags import STRICT
from plangen.template.view import BlockView, DocumentView, ImprintView

TAG = re.compile(r"\{[{%#]")
# docxtpl turns {_{ and its like into tags when it has rendered.
BRACES = str.maketrans({char: f"&#{ord(char)};" for char in "{}%"})


def render(name: str, data: bytes, document: DocumentView) -> bytes:
    """The filled-in package, as docxtpl saves it. `name` is the template's, for messages."""
    engine, out = _engine(data), BytesIO()
    try:
        engine.render({"document": _document(document)}, _Compiler())
    except TemplateError as error:
        raise UserError(f"{name}：模板的标记不能用（{error.message}）") from error
    engine.save(out)
    return out.getvalue()


def source(data: bytes) -> str:
    """The body of a template as Jinja is given it."""
    engine = _engine(data)
    engine.init_docx()
    return _patched(engine.get_xml())


def tagged(data: bytes) -> list[str]:
    """The parts beside the document that have tags: headers, footers, footnotes."""
    parts = {name: part for name, part in unpack(data).items() if name.endswith(".xml")}
    own = {name: part for name, part in parts.items() if name != DOCUMENT}
    return [name for name, part in own.items() if TAG.search(_patched(part.decode("utf-8")))]


class _Ready(str):
    """A string that Jinja takes as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def _document(view: DocumentView) -> DocumentView:
    """The view with its strings kept from Jinja and from docxtpl."""
    return DocumentView(tuple(map(_block, view.blocks)), _ready(view.title), _ready(view.author))


def _block(view: BlockView) -> BlockView:
    ready, text, head, rest = map(_ready, (view.ready, view.text, view.head, view.rest))
    imprint = _imprint(view.imprint) if view.imprint else None
    return BlockView(view.role, ready, text, head, rest, imprint)


def _imprint(view: ImprintView) -> ImprintView:
    return ImprintView(tuple(map(_ready, view.copies)), _ready(view.printer), _ready(view.printed))


def _ready(text: str) -> str:
    return _Ready(text.translate(BRACES))


class _Compiler:
    """All that docxtpl asks of an environment."""

    def from_string(self, source: str) -> Template:
        return _compiled(source)


@lru_cache(maxsize=32)
def _compiled(source: str) -> Template:
    return STRICT.from_string(source)


@lru_cache(maxsize=32)
def _patched(source: str) -> str:
    return str(DocxTemplate.patch_xml(None, source))


def _engine(data: bytes) -> DocxTemplate:
    engine = DocxTemplate(BytesIO(data))
    engine.patch_xml = _patched
    return engine
