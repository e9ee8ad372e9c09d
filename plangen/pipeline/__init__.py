"""The verbs: load a spec, lint it, mend it, render it. Values in, values out; the cli prints."""

from __future__ import annotations

from plangen.pipeline.lint import Linted, lint, make_case
from plangen.pipeline.load import Spec, load
from plangen.pipeline.mend import mend
from plangen.pipeline.render import Rendered, render

__all__ = ["Linted", "Rendered", "Spec", "lint", "load", "make_case", "mend", "render"]
