"""Prepared templates kept from one process to the next, in the user's folder for caches.

Nothing depends on it: where there is no such folder, or what lies in it is broken or older than
what it was made from, a template is prepared again.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, TypeAlias

from plangen.model import document

Plain: TypeAlias = Any
"""What marshal can hold: tuples, dicts, strings, bytes, numbers, None."""

FOLDER = "PLANGEN_CACHE"  # names another folder; empty: nothing is kept
# Where each system wants caches: the variable that moves the place, and the place.
PLACES = {
    "win32": ("LOCALAPPDATA", "~/AppData/Local"),
    "darwin": ("", "~/Library/Caches"),
}
ELSEWHERE = ("XDG_CACHE_HOME", "~/.cache")
SUFFIX = ".template"
MOST, LARGEST = 24, 4_000_000  # files that are kept, and bytes of one: pictures add up
CHECKSUM = 4  # bytes, in front of the rest
STABLE = 2  # the version of marshal that gives the same bytes for the same key
MAKERS = ("docxtpl", "docx", "jinja2", "lxml")  # what a template is prepared with


def key_of(*parts: str | bytes) -> Plain | None:
    """A key for what these strings are prepared into by the code as it stands."""
    try:
        return (sys.implementation.cache_tag, tuple(_makers()), *parts)
    except OSError:  # the code isn't in files: nothing says how old it is
        return None


def recall(key: Plain) -> Plain | None:
    """What was kept under this key."""
    path = path_of(key)
    try:
        found = path.read_bytes() if path else b""
    except OSError:
        return None
    checksum, rest = found[:CHECKSUM], found[CHECKSUM:]
    if not rest or checksum != _checksum(rest):
        return None
    held, value = marshal.loads(rest)
    return value if held == key else None


def keep(key: Plain, value: Plain) -> None:
    """Keep a value: whole or not at all, whoever else does so at the same time."""
    path = path_of(key)
    if path is None:
        return
    content = marshal.dumps((key, value), STABLE)
    if len(content) > LARGEST:
        return
    new = path.with_suffix(f".{os.urandom(4).hex()}.tmp")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new.write_bytes(_checksum(content) + content)
        new.replace(path)
        _thin(path.parent)
    except OSError:  # a full disk, a folder that may not be written: the next time costs as much
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _makers() -> Iterator[tuple[str, int, int]]:
    """Every file that has a part in it, with its time and size: versions may stay the same."""
    own = sorted(entry.path for entry in os.scandir(Path(__file__).parent))
    found = [PathFinder.find_spec(name) for name in MAKERS]
    theirs = [spec.origin or "" if spec else "" for spec in found]
    for path in (document.__file__, *own, *theirs):
        if path.endswith(".py") or not path:  # no path: OSError
            state = Path(path or "?").stat()
            yield path, state.st_mtime_ns, state.st_size


def path_of(key: Plain) -> Path | None:
    """The file for this key, if anything can be kept."""
    place = folder()
    return place and place / f"{zlib.crc32(marshal.dumps(key, STABLE)):08x}{SUFFIX}"


def folder() -> Path | None:
    """Where prepared templates are kept."""
    if (own := os.environ.get(FOLDER)) is not None:
        return Path(own) if own else None
    variable, home = PLACES.get(sys.platform, ELSEWHERE)
    try:
        base = Path(os.environ.get(variable) or home).expanduser()
    except RuntimeError:  # a user without a home
        return None
    return base / "plangen" if base.is_absolute() else None


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(CHECKSUM, "big")


def _thin(folder: Path) -> None:
    """Remove the oldest; a template that somebody is at work on has a new one with each save."""
    files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime)
    for path in files[:-MOST]:
        path.unlink(missing_ok=True)
