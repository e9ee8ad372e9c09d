"""The template language: docxtpl over Jinja, strict, with every string taken as text.

Patching a template for Jinja and compiling it takes as long as filling it in; both are kept, so
that a batch pays once for each template.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, Template, TemplateError, meta, nodes

from plangen.problem import UserError

# What a template may use, by the name it hangs on.
KNOWN = {
    "document": frozenset({"blocks", "title", "author"}),
    "block": frozenset({"ready", "role", "text", "head", "rest", "imprint"}),
    "imprint": frozenset({"copies", "printer", "printed"}),
}
STRICT = Environment(autoescape=True, undefined=StrictUndefined)


def render(name: str, data: bytes, context: dict[str, object]) -> bytes:
    """The filled-in package, as docxtpl saves it. `name` is the template's, for messages."""
    engine, out = _engine(data), BytesIO()
    try:
        engine.render(context, _Compiler())
    except TemplateError as error:
        raise UserError(f"{name}：模板的标记不能用（{error.message}）") from error
    engine.save(out)
    return out.getvalue()


def faults(data: bytes) -> Iterator[str]:
    """What is wrong with the tags of a template, in words."""
    engine = _engine(data)
    engine.init_docx()
    try:
        tree = STRICT.parse(_patched(engine.get_xml()))
    except TemplateError as error:
        yield f"标记写错了（{error.message}）"
        return
    for name in sorted(meta.find_undeclared_variables(tree) - {"document"}):
        yield f"标记里有不认识的名称“{name}”"
    for node in tree.find_all(nodes.Getattr):
        owner = getattr(node.node, "attr", None) or getattr(node.node, "name", "")
        if owner in KNOWN and node.attr not in KNOWN[owner]:
            known = "、".join(sorted(KNOWN[owner]))
            yield f"标记里有不认识的名称“{owner}.{node.attr}”（{owner} 有 {known}）"


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
