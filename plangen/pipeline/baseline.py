"""A baseline: the problems a file had on some day, so that only new ones count.

A problem is known by file, rule and message, and by how often they occur together; where it
stands may shift as the file grows.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import cast

from plangen.problem import Problem, UserError
from plangen.write.files import put

VERSION = 1
Key = tuple[str, str, str]


def keys(name: str, problems: list[Problem]) -> list[Key]:
    """What each problem of a file is known by."""
    return [(Path(name).as_posix(), problem.rule, problem.message) for problem in problems]


def write_baseline(path: Path, found: dict[str, list[Problem]]) -> None:
    """Write down all problems of all files."""
    counts = Counter(key for name, problems in found.items() for key in keys(name, problems))
    rows = [{"file": f, "rule": r, "message": m, "count": n} for (f, r, m), n in counts.items()]
    rows.sort(key=lambda row: (str(row["file"]), str(row["rule"]), str(row["message"])))
    data = {"version": VERSION, "problems": rows}
    put(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def read_baseline(path: Path) -> Counter[Key]:
    """How often each problem was there."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = cast("list[dict[str, str | int]]", data["problems"])
        known: Counter[Key] = Counter()
        for row in rows:
            key = (str(row["file"]), str(row["rule"]), str(row["message"]))
            known[key] += int(row["count"])
        return known
    except OSError as error:
        raise UserError(f"读不了基线“{path}”：{error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        message = f"“{path}”不是基线文件；用 --write-baseline 重新生成"
        raise UserError(message) from error


def new_problems(name: str, problems: list[Problem], known: Counter[Key]) -> list[Problem]:
    """The problems of a file that the baseline hasn't; uses up what it has."""
    out = []
    for key, problem in zip(keys(name, problems), problems, strict=True):
        if known[key] > 0:
            known[key] -= 1
        else:
            out.append(problem)
    return out
