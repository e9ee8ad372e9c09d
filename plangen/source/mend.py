"""Change pieces of a YAML text and nothing else: comments, order, quoting, breaks stay."""

from __future__ import annotations

from dataclasses import dataclass

BOM = "\ufeff"


@dataclass(frozen=True)
class Edit:
    """Replace `old`, which starts at line and column (from 1), by `new`."""

    line: int
    column: int
    old: str
    new: str


def mended(raw: bytes, edits: list[Edit]) -> bytes:
    """The bytes with the edits made, last first; one that overlaps another is left out."""
    text = raw.decode("utf-8")
    mark = BOM if text.startswith(BOM) else ""
    lines = text.removeprefix(BOM).split("\n")
    limit = (len(lines) + 1, 0)
    for edit in sorted(edits, key=lambda e: (e.line, e.column), reverse=True):
        start, stop = edit.column - 1, edit.column - 1 + len(edit.old)
        line = lines[edit.line - 1]
        if (edit.line, stop) > limit or line[start:stop] != edit.old:
            continue
        lines[edit.line - 1] = line[:start] + edit.new + line[stop:]
        limit = (edit.line, start)
    return (mark + "\n".join(lines)).encode("utf-8")
