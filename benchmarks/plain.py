"""What plangen is measured against: docxtpl alone, given blocks that are composed already.

`python benchmarks/plain.py BLOCKS.json TEMPLATE.docx FOLDER` fills the template in once for each
document, with plain strings. It knows no indents, spreads or tables: those print as paragraphs.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate


def saved(blocks: list[dict[str, Any]], template: Path) -> bytes:
    """Fill in and save, as docxtpl's own documentation does it."""
    document, out = DocxTemplate(template), BytesIO()
    document.render({"document": {"blocks": blocks, "title": "", "author": ""}}, autoescape=True)
    document.save(out)
    return out.getvalue()


def main() -> None:
    """Every document of the file."""
    source, template, folder = map(Path, sys.argv[1:])
    for kind, blocks in json.loads(source.read_text(encoding="utf-8")).items():
        (folder / f"{kind}.docx").write_bytes(saved(blocks, template))


if __name__ == "__main__":
    main()
