"""What a change of a file would be, as a unified diff that `patch` and `git apply` take."""

from __future__ import annotations

import difflib

NO_BREAK = b"\n\\ No newline at end of file\n"


def as_diff(name: str, before: bytes, after: bytes) -> bytes:
    """The diff of a text file, its own line ends kept; nothing where nothing changes."""
    named = name.replace("\\", "/").encode()
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lines = difflib.diff_bytes(difflib.unified_diff, old, new, named, named)
    return b"".join(line if line.endswith(b"\n") else line + NO_BREAK for line in lines)
