"""The townships of a batch, kept on the disk until they are given out: memory holds their names.

They are those of the moment when the batch began, whatever becomes of their file.
"""

from __future__ import annotations

import json
import pickle
from tempfile import TemporaryFile
from typing import NamedTuple

from plangen.batch.job import Unsound, digest
from plangen.model.townships import Township
from plangen.pipeline.listing import Listed
from plangen.source.places import Value


class _Kept(NamedTuple):
    """Where a township is, and the hash of what its file says of it."""

    start: int
    size: int
    hash: str


class Stock:
    """Townships by name."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 (as long as the batch)
        self._known: dict[str, _Kept] = {}
        self._size = 0

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def add(self, listed: Listed) -> None:
        """One more township."""
        self._put(listed.township.name, listed.township, _hash(listed.data))

    def add_unsound(self, name: str, unsound: Unsound) -> None:
        """What is wrong with one that can't be used."""
        self._put(name, unsound, digest(unsound))

    def _put(self, name: str, what: Township | Unsound, known: str) -> None:
        raw = pickle.dumps(what, protocol=pickle.HIGHEST_PROTOCOL)
        self._file.write(raw)
        self._known[name] = _Kept(self._size, len(raw), known)
        self._size += len(raw)

    def hash(self, name: str) -> str:
        """By what a change of a township is known; empty where there is none."""
        known = self._known.get(name)
        return known.hash if known else ""

    def own(self, name: str) -> bytes:
        """A township, pickled; empty where there is none."""
        known = self._known.get(name)
        if known is None:
            return b""
        self._file.seek(known.start)
        return self._file.read(known.size)


def _hash(data: Value) -> str:
    """Of what a township's file says, in whatever order it says it."""
    return digest(json.dumps(data, sort_keys=True).encode())
