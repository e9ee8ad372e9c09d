"""The files named on the command line; `-` is standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from plangen.problem import UserError, why

STDIN = "-"
SPECS = (".yaml", ".yml")
WORD = (".docx", ".docm")


def check_suffix(name: str, suffixes: tuple[str, ...]) -> None:
    """UserError where a file of this kind doesn't go by such a name."""
    if Path(name).suffix.lower() not in suffixes:
        raise UserError(f"“{name}”写不了：文件名要以 {'、'.join(suffixes)} 结尾")


def check_new(name: str, suffixes: tuple[str, ...]) -> None:
    """The same, and where there is such a file: what somebody wrote isn't written over."""
    if Path(name).is_dir():
        raise UserError(f"“{name}”是文件夹，应给出要写的文件")
    check_suffix(name, suffixes)
    if Path(name).exists():
        raise UserError(f"“{name}”已经存在，不覆盖；可换一个文件名")


def read(name: str) -> bytes:
    """The bytes of a file."""
    if name == STDIN:
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"没有文件“{name}”{_near(path)}") from error
    except OSError as error:
        raise UserError(f"读不了“{name}”：{why(error)}") from error


def _near(path: Path) -> str:
    """What the folder has instead."""
    try:
        specs = sorted(entry.name for entry in path.parent.glob("[!.]*.yaml"))[:5]
    except OSError:
        return ""
    return f"；该文件夹里有：{'、'.join(specs)}" if specs else ""
