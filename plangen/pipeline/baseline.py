"""A baseline: the problems files had on some day, so that only new ones count.

A problem is known by file, rule and message, and by how often they occur together; where it
stands may shift as the file grows. Files are named from the baseline's own folder on.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from plangen.problem import Problem, UserError, why
from plangen.write.files import put

VERSION = 1
STDIN = "-"
LINE = re.compile(r"第 ?\d+ ?行")  # a message may name another line
Key = tuple[str, str, str]


@dataclass
class Baseline:
    """How often each problem was there, as far as it hasn't been met since; and its folder."""

    folder: Path
    left: Counter[Key]

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline that a file holds."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            rows = cast("list[dict[str, str | int]]", data["problems"])
            left: Counter[Key] = Counter()
            for row in rows:
                key = (str(row["file"]), str(row["rule"]), str(row["message"]))
                left[key] += int(row["count"])
        except OSError as error:
            raise UserError(f"读不了基线“{path}”：{why(error)}") from error
        except (ValueError, KeyError, TypeError) as error:
            message = f"“{path}”不是基线文件；用 --write-baseline 重新生成"
            raise UserError(message) from error
        return cls(path.parent, left)

    def new(self, name: str, problems: list[Problem]) -> list[Problem]:
        """The problems of a file that the baseline hasn't; uses up what it has."""
        out = []
        for problem in problems:
            key = _key(self.folder, name, problem)
            if self.left[key] > 0:
                self.left[key] -= 1
            else:
                out.append(problem)
        return out


def write_baseline(path: Path, found: Mapping[str, list[Problem]]) -> None:
    """Write down all problems of all files, by file name."""
    every = ((name, problem) for name, problems in found.items() for problem in problems)
    counts = Counter(_key(path.parent, name, problem) for name, problem in every)
    rows = [
        {"file": file, "rule": rule, "message": message, "count": count}
        for (file, rule, message), count in sorted(counts.items())
    ]
    data = {"version": VERSION, "problems": rows}
    put(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def _key(folder: Path, name: str, problem: Problem) -> Key:
    return _relative(folder, name), problem.rule, LINE.sub("某行", problem.message)


def _relative(folder: Path, name: str) -> str:
    """A file's name from a folder on, whatever folder the call came from."""
    if name == STDIN:
        return name
    try:
        return Path(os.path.relpath(name, folder)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(name).resolve().as_posix()
