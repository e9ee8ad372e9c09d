"""What was made once, kept for the next process in the user's folder for caches.

Nothing depends on it: where there is no such folder, or what lies in it is broken or was made
from something else, it is made again.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import weakref
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

Plain: TypeAlias = Any
"""What marshal can hold: tuples, dicts, strings, bytes, numbers, None."""

FOLDER = "PLANGEN_CACHE"  # names another folder; empty: nothing is kept
# Where each system wants caches: the variable that moves the place, and the place.
PLACES = {
    "win32": ("LOCALAPPDATA", "~/AppData/Local"),
    "darwin": ("", "~/Library/Caches"),
}
ELSEWHERE = ("XDG_CACHE_HOME", "~/.cache")
LARGEST = 4_000_000  # bytes of one file: pictures add up
CHECKSUM = 4  # bytes, in front of the rest
STABLE = 2  # the version of marshal that gives the same bytes for the same key


class Shelf(NamedTuple):
    """The things of one kind: how their files end, and how many are kept."""

    suffix: str
    most: int

    def path(self, key: Plain) -> Path | None:
        """The file for this key, if anything can be kept."""
        place = folder()
        if place is None or not _is_ours(place):
            return None
        return place / f"{zlib.crc32(marshal.dumps(key, STABLE)):08x}{self.suffix}"

    def recall(self, key: Plain) -> Plain | None:
        """What was kept under this key."""
        path = self.path(key)
        try:
            found = path.read_bytes() if path else b""
        except OSError:
            return None
        rest = memoryview(found)[CHECKSUM:]
        if not rest or found[:CHECKSUM] != _checksum(rest):
            return None
        held, value = marshal.loads(rest)
        return value if held == key else None

    def keep(self, key: Plain, value: Plain) -> None:
        """Keep a value: whole or not at all, whoever else does so at the same time."""
        path = self.path(key)
        content = marshal.dumps((key, value), STABLE) if path else b""
        if path is None or len(content) > LARGEST:
            return
        new = path.with_suffix(f".{os.urandom(4).hex()}.tmp")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            new.write_bytes(_checksum(content) + content)
            new.replace(path)
            self._thin(path.parent)
        except OSError:  # a full disk, a folder that may not be written: next time costs as much
            with suppress(OSError):
                new.unlink(missing_ok=True)

    def _thin(self, folder: Path) -> None:
        """Remove the oldest: a file that somebody is at work on is kept anew with each save."""
        files = sorted(folder.glob(f"*{self.suffix}"), key=lambda path: path.stat().st_mtime)
        for path in files[: -self.most]:
            path.unlink(missing_ok=True)


class Book:
    """Many small things of one kind in one file, under names of their own.

    What a process adds is kept when it ends. To open a file for each would take longer than to
    read all of them.
    """

    def __init__(self, shelf: Shelf, key: Plain | None, most: int) -> None:
        self.held: dict[Plain, Plain] = shelf.recall(key) or {} if key else {}
        self.new: dict[Plain, Plain] = {}
        if key:
            weakref.finalize(self, _add, shelf, key, self.new, most)

    def get(self, name: Plain) -> Plain | None:
        """What is in it under this name."""
        return self.held.get(name)

    def add(self, name: Plain, value: Plain) -> None:
        """Put something in under a new name."""
        self.held[name] = self.new[name] = value


def _add(shelf: Shelf, key: Plain, new: dict[Plain, Plain], most: int) -> None:
    """Add to a book; other processes may have done so, too. The oldest fall out."""
    if new:
        every = {**(shelf.recall(key) or {}), **new}
        shelf.keep(key, dict([*every.items()][-most:]))


def made_by(*paths: str) -> Plain | None:
    """What code keeps: the version of Python, and each file with its time and size.

    Versions may stay the same. None where the code isn't in files: nothing says how old it is.
    """
    try:
        return (sys.implementation.cache_tag, *map(state, paths))
    except OSError:
        return None


def made_from(*folders: str) -> Plain | None:
    """The same for all files of some folders, in short."""
    try:
        return (sys.implementation.cache_tag, *map(_states, folders))
    except OSError:
        return None


@cache
def _states(folder: str) -> int:
    """A checksum of the files of a folder of code, which stay as they are while it runs."""
    found = [entry for entry in os.scandir(folder) if entry.is_file()]
    states = sorted((one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in found)
    return zlib.crc32(marshal.dumps((folder, states), STABLE))


def state(path: str) -> tuple[str, int, int]:
    """A file with its time and size. OSError where it isn't there."""
    found = os.stat(path or "?")  # noqa: PTH116 - a Path for each takes four times as long
    return path, found.st_mtime_ns, found.st_size


def folder() -> Path | None:
    """Where things are kept; None where nothing may be."""
    if (own := os.environ.get(FOLDER)) is not None:
        return Path(own) if own else None
    variable, home = PLACES.get(sys.platform, ELSEWHERE)
    try:
        base = Path(os.environ.get(variable) or home).expanduser()
    except RuntimeError:  # a user without a home
        return None
    return base / "plangen" if base.is_absolute() else None


def _is_ours(place: Path) -> bool:
    """Whether nobody else may put things into a folder: code of ours is among what is kept."""
    if sys.platform == "win32":  # where what a user may write is no matter of three bits
        return True
    try:
        state = place.stat()
    except OSError:  # it is yet to be made
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & stat.S_IWOTH


def _checksum(content: bytes | memoryview) -> bytes:
    return zlib.crc32(content).to_bytes(CHECKSUM, "big")
