"""Golden files are readable text; with PLANGEN_GOLDEN=1 (make golden) they are written anew."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"


def assert_golden(name: str, text: str) -> None:
    """The text is what tests/golden/NAME holds."""
    path = FOLDER / name
    if os.environ.get("PLANGEN_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"没有 tests/golden/{name}：运行 make golden"
    assert text == path.read_text(encoding="utf-8")
