"""Pictures of pages, NAME-1.png… beside every 印发稿: `python -m tests.tools.pictures FOLDER…`.

The 印发稿 holds the notice and the plan; of each the first pages are enough to see the layout,
but of a roadmap, whose calendar comes last.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.tools.needs import ToolMissingError
from tests.tools.office import Office

DPI = 72
PAGES = 4
WHOLE = 20


def write_pictures(documents: list[Path], office: Office) -> list[Path]:
    """A PNG of each of the first pages, in place of those that an earlier run left there."""
    program = shutil.which("pdftoppm")
    if program is None:
        raise ToolMissingError("没有 pdftoppm（poppler-utils），见 .ci/run")
    made: list[Path] = []
    for document, pdf in zip(documents, office.to_pdfs(documents), strict=True):
        for old in document.parent.glob(f"{document.stem}-[0-9]*.png"):
            old.unlink()
        stem = document.with_suffix("")
        last = WHOLE if "roadmap" in document.name else PAGES
        size = ("-r", str(DPI), "-l", str(last))
        subprocess.run([program, "-png", *size, str(pdf), str(stem)], check=True)
        made += sorted(document.parent.glob(f"{document.stem}-[0-9]*.png"))
    return made


def main() -> None:
    """Picture the documents of the folders named on the command line."""
    documents = [
        path for folder in sys.argv[1:] for path in sorted(Path(folder).glob("*印发稿.docx"))
    ]
    with tempfile.TemporaryDirectory() as work:
        try:
            pictures = write_pictures(documents, Office(Path(work)))
        except ToolMissingError as missing:
            sys.exit(str(missing))
    print(f"{len(documents)} 个文档，{len(pictures)} 页")


if __name__ == "__main__":
    main()
