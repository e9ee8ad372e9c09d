"""Facts that ship with plangen as YAML, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def facts(package: str, name: str) -> object:
    """The content of the YAML file `name` in `package`: maps, lists and YAML's plain values.

    All callers share it: read it, don't change it.
    """
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
