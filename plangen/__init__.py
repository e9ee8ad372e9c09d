"""plangen: implementation plans (实施方案) and the notices that issue them, checked and printed.

    from plangen import lint, render
    linted = lint(Path("plan.yaml").read_bytes(), "plan.yaml")
    linted.problems                    # what a careful reviewer would find
    render(linted, Path("out"))        # 通知, 实施方案 and 印发稿 as .docx

The names below are imported when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plangen.model.document import Document
    from plangen.model.plan import Plan
    from plangen.pipeline.lint import Linted, lint
    from plangen.pipeline.load import load
    from plangen.pipeline.render import render
    from plangen.problem import Level, Problem, UserError, Where

_HOMES = {
    "Document": "plangen.model.document",
    "Level": "plangen.problem",
    "Linted": "plangen.pipeline.lint",
    "Plan": "plangen.model.plan",
    "Problem": "plangen.problem",
    "UserError": "plangen.problem",
    "Where": "plangen.problem",
    "lint": "plangen.pipeline.lint",
    "load": "plangen.pipeline.load",
    "render": "plangen.pipeline.render",
}

__all__ = [
    "Document",
    "Level",
    "Linted",
    "Plan",
    "Problem",
    "UserError",
    "Where",
    "__version__",
    "lint",
    "load",
    "render",
]


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("plangen")
    if name not in _HOMES:
        raise AttributeError(f"module 'plangen' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
