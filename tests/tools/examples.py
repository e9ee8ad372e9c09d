"""The example specs, linted once, and their documents as Word files."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from plangen.model.document import Document
from plangen.model.plan import Plan
from plangen.pipeline import Linted, lint
from plangen.template.load import Template
from plangen.write.docx import write

SPECS = Path(__file__).parents[2] / "specs"
PLAN = re.compile("^kind: (plan|roadmap)$", re.MULTILINE)  # the others print nothing
NAMES = sorted(
    path.stem for path in SPECS.glob("xx-*.yaml") if PLAN.search(path.read_text(encoding="utf-8"))
)
KINDS = ("通知", "实施方案", "印发稿")


@cache
def linted(name: str) -> Linted:
    """An example, with its documents."""
    path = SPECS / f"{name}.yaml"
    return lint(path.read_bytes(), str(path))  # a roadmap names files beside it


def plan(name: str) -> Plan:
    """The plan of an example."""
    found = linted(name).plan
    assert found is not None
    return found


def documents(name: str) -> dict[str, Document]:
    """The documents of an example, by kind."""
    case = linted(name).case
    assert case is not None
    return dict(case.documents)


@cache
def template(metrics: str, fonts: str) -> Template:
    """An official template, loaded once."""
    return Template.load(metrics, fonts=fonts)


def written(plan: Plan, document: Document) -> bytes:
    """A document of a plan as a .docx."""
    return write(document, template(plan.layout.metrics, plan.layout.fonts))


@cache
def example(name: str, kind: str) -> bytes:
    """A document of an example as a .docx."""
    return written(plan(name), documents(name)[kind])
