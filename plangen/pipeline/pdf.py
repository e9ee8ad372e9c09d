"""The rendered documents as PDF, by LibreOffice.

Limit: the faces that aren't installed are replaced, and lines may break elsewhere than in WPS.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plangen.pipeline.render import Rendered
from plangen.problem import UserError
from plangen.read.convert import PDF, WORD_FILTER, Old, convert, find_office
from plangen.write.files import put


def check_pdf() -> None:
    """UserError, with the way out, where there is no LibreOffice: before anything is written."""
    find_office(goal=PDF)


def as_pdf(documents: Sequence[Rendered]) -> list[Rendered]:
    """A PDF beside each document; one that is there stays where its document didn't change."""
    paths = {each.path: each.path.with_suffix(PDF.suffix) for each in documents}
    new = [each.path for each in documents if each.changed or not paths[each.path].exists()]
    old = [Old(str(path), path.suffix, WORD_FILTER, path.read_bytes()) for path in new]
    for path, content in zip(new, convert(old, goal=PDF), strict=True):
        if isinstance(content, UserError):
            raise content
        put(paths[path], content)
    changed: set[Path] = set(new)
    return [Rendered(target, path in changed) for path, target in paths.items()]
