"""The standard tools: PyYAML's SafeLoader, and Cerberus with plangen's schema.

Cerberus gets its validator made beforehand, and the data as plangen hands it over: in English
keys, all scalars strings, nothing to normalize. Neither knows where a value stands.
"""

from __future__ import annotations

import sys
from pathlib import Path

import cerberus
import yaml

from plangen.problem import Problem
from plangen.schema.check import check
from plangen.schema.explain import native
from plangen.schema.load import schema
from plangen.schema.shape import shape
from plangen.source.places import Source
from plangen.source.reader import read_yaml

PLAN = cerberus.Validator(native("plan"))


def safe_load(raw: bytes) -> object:
    """PyYAML by its documentation."""
    return yaml.safe_load(raw)


def valid(data: object) -> bool:
    """Cerberus's word on the data of a plan."""
    return bool(PLAN.validate(data, normalize=False))


def load_and_check(raw: bytes, data: object) -> None:
    """Both, the second on data that is known to be sound."""
    safe_load(raw)
    valid(data)


def shaped(raw: bytes, name: str) -> Source:
    """A plan as plangen's own check takes it; ends where it isn't sound."""
    source, problems = read_yaml(raw, name)
    if not problems:
        source, problems = shape(source, schema("plan"))
        problems += check(source, "plan")
    if problems:
        sys.exit(_said(name, problems))
    return source


def _said(name: str, problems: list[Problem]) -> str:
    first = problems[0]
    return f"{Path(name).name}:{first.where.line}: {first.message}"
