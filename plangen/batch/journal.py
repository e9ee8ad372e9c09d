"""What of a batch is done: a line of JSON for each township, added as it is finished.

Memory holds only where each line is. A line that a killed process left half is passed over. Two
runs may add to it at once: a line is written in one piece at the end of the file. Nothing waits
for the disk: what a failure of the power takes along is missed by its hash, and done again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from plangen.batch.job import Result, digest
from plangen.write.files import is_alive

FOLDER, FILE = ".plangen", "done.jsonl"
SCRAPS = ".*.tmp"
LINE_END = b"\n"
Named = tuple[int, str, str]
"""The year, track and name of a township."""


class Journal:
    """The journal of an output folder; to be closed."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.path = out / FOLDER / FILE
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        self._reader = self.path.open("rb")
        self._known: dict[bytes, int] = {}
        self._torn = False  # whether the last line is a half one
        self._look()

    def close(self) -> None:
        """No more is read or added."""
        self._reader.close()
        os.close(self._file)

    def __len__(self) -> int:
        return len(self._known)

    def result(self, key: str) -> Result | None:
        """What became of the township with this key, if it was finished."""
        return self.at(self._known.get(bytes.fromhex(key)))

    def at(self, place: int | None) -> Result | None:
        """The result of the line that begins there."""
        if place is None:
            return None
        self._reader.seek(place)
        return _result(self._reader.readline())

    def latest(self) -> dict[Named, int]:
        """Where the last line on each township is, whatever it was made from."""
        out: dict[Named, int] = {}
        for place in sorted(self._known.values()):
            if one := self.at(place):
                out[one.year, one.track, one.township] = place
        return out

    def is_there(self, result: Result) -> bool:
        """Whether the files of a result are in the folder, changed or not."""
        return all((self.out / name).is_file() for name, _ in result.files)

    def done(self, key: str) -> Result | None:
        """The same, if it was written and its files are still as they were."""
        result = self.result(key)
        if result is None or result.failed:
            return None
        return result if all(self._same(name, known) for name, known in result.files) else None

    def add(self, result: Result) -> None:
        """Note that a township is finished."""
        line = json.dumps(vars(result), ensure_ascii=False).encode() + LINE_END
        os.write(self._file, LINE_END + line if self._torn else line)
        self._torn = False
        # A file that is added to is written at its end, wherever that was: only now it is known.
        end = os.lseek(self._file, 0, os.SEEK_CUR)
        self._known[bytes.fromhex(result.key)] = end - len(line)

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

    def _look(self) -> None:
        """Where the whole lines are."""
        place = 0
        for line in self._reader:
            if result := _result(line):
                self._known[bytes.fromhex(result.key)] = place
            place += len(line)
            self._torn = not line.endswith(LINE_END)


def _result(line: bytes) -> Result | None:
    """A line of the journal; None where it is half a one."""
    try:
        data = json.loads(line)
        bytes.fromhex(data["key"])
        files = tuple((name, known) for name, known in data.pop("files"))
        problems = tuple((a, b, c) for a, b, c in data.pop("problems"))
        return Result(**data, files=files, problems=problems)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
