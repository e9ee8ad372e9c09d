"""What of a batch is done: a line of JSON for each township, added as it is finished.

A line that a killed process left half is passed over. Two runs may add to it at once: a line is
written in one piece at the end of the file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from plangen.batch.task import Result, digest
from plangen.write.files import is_alive

FOLDER, FILE = ".plangen", "done.jsonl"
SCRAPS = ".*.tmp"


class Journal:
    """The journal of an output folder."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.path = out / FOLDER / FILE
        self.known = {result.key: result for result in self._read()}

    def done(self, key: str) -> Result | None:
        """What became of a township with this key, if its files are still as they were written."""
        result = self.known.get(key)
        if result is None or result.failed:
            return None
        return result if all(self._same(name, known) for name, known in result.files) else None

    def add(self, result: Result) -> None:
        """Note that a township is finished."""
        self.known[result.key] = result
        self.path.parent.mkdir(parents=True, exist_ok=True)
        line = json.dumps(asdict(result), ensure_ascii=False) + "\n"
        where = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            os.write(where, line.encode())
        finally:
            os.close(where)

    def sweep(self) -> None:
        """Remove what processes that no longer live have left half written."""
        for path in self.out.rglob(SCRAPS):
            if not is_alive(path):
                path.unlink(missing_ok=True)

    def _same(self, name: str, known: str) -> bool:
        try:
            return digest((self.out / name).read_bytes()) == known
        except OSError:
            return False

    def _read(self) -> Iterator[Result]:
        try:
            lines = self.path.read_bytes().split(b"\n")
        except OSError:
            return
        for line in lines:
            try:
                data = json.loads(line)
                files = tuple((name, known) for name, known in data.pop("files"))
                problems = tuple((a, b, c) for a, b, c in data.pop("problems"))
                yield Result(**data, files=files, problems=problems)
            except (ValueError, TypeError, KeyError, AttributeError):
                continue  # half a line
