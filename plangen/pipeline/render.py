"""Write the documents of a linted spec."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plangen.model.plan import Plan
from plangen.pipeline.lint import Linted
from plangen.problem import UserError
from plangen.write.files import put

if TYPE_CHECKING:
    from plangen.model.document import Document


class Rendered(NamedTuple):
    """A document that was asked for: where it is, and whether its bytes are new."""

    path: Path
    changed: bool


def render(
    linted: Linted, out: Path, *, only: Iterable[str] = (), template: str | None = None
) -> list[Rendered]:
    """Write the documents of a linted spec into a folder: all of them, or none on a fault."""
    case = linted.case
    if case is None:
        raise UserError(f"“{linted.source.name}”不能生成公文：有错误，或不是方案")
    stem = "方案" if linted.source.name == "-" else Path(linted.source.name).stem
    chosen = _chosen(case.documents, tuple(only))
    contents = dict(zip(chosen, _written(case.plan, chosen.values(), template), strict=True))
    paths = {kind: out / f"{stem}-{kind}.docx" for kind in contents}
    return [Rendered(paths[kind], put(paths[kind], content)) for kind, content in contents.items()]


def _chosen(composed: Mapping[str, Document], only: tuple[str, ...]) -> Mapping[str, Document]:
    if missing := [kind for kind in only if kind not in composed]:
        raise UserError(f"没有“{missing[0]}”这种文件；有：{'、'.join(composed)}")
    return {kind: composed[kind] for kind in composed if not only or kind in only}


def _written(plan: Plan, composed: Iterable[Document], template: str | None) -> list[bytes]:
    # A spec that is only checked does without the writer.
    from plangen.template.load import Template
    from plangen.write.docx import write

    layout = plan.layout
    loaded = Template.load(template or layout.metrics, fonts=layout.fonts)
    return [write(document, loaded) for document in composed]
