"""Rules that only tests have: tests/data/rules beside plangen/rules, found by being there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import plangen.rules

FOLDER = Path(__file__).parents[1] / "data" / "rules"


@contextmanager
def more_rules() -> Iterator[None]:
    """As long as this is open, the rules of tests/data/rules run with the others."""
    plangen.rules.__path__.append(str(FOLDER))
    plangen.rules.rules.cache_clear()
    plangen.rules.sketches.cache_clear()
    try:
        yield
    finally:
        plangen.rules.__path__.remove(str(FOLDER))
        plangen.rules.rules.cache_clear()
        plangen.rules.sketches.cache_clear()
        for path in FOLDER.glob("*.py"):
            sys.modules.pop(f"plangen.rules.{path.stem}", None)
