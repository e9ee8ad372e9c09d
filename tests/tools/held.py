"""A township's plan held against its county's, for the examples of the rules that do so.

A piece of a spec has a key `county`: a piece of the county's plan.
"""

from __future__ import annotations

import re
from typing import cast

import yaml

from plangen.pipeline import Linted, lint
from tests.tools.specs import over_base

AGAINST = re.compile(r"^county:", re.MULTILINE)
TOWN = {
    "title": "石门镇创建国家卫生乡镇实施方案",
    "locality": {"name": "石门镇", "level": "township"},
}


def held(piece: str) -> Linted:
    """The township's plan of a piece, held against the county's."""
    data = cast("dict[str, object]", yaml.load(piece, Loader=yaml.BaseLoader))
    county = lint(_spec(data.pop("county")), "county.yaml").case
    assert county is not None
    return lint(_spec(TOWN | data), "x.yaml", county=county)


def _spec(data: object) -> bytes:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000) if data else ""
    return over_base(text)
