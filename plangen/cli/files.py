"""Read the files named on the command line; `-` is standard input."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from plangen.problem import UserError

WHY = {
    errno.EACCES: "没有读的权限",
    errno.EPERM: "没有读的权限",
    errno.EISDIR: "是文件夹，应给出一个文件",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EIO: "磁盘读取出错",
}


def read(name: str) -> bytes:
    """The bytes of a file."""
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"没有文件“{name}”{_near(path)}") from error
    except OSError as error:
        why = WHY.get(error.errno or 0, error.strerror)
        raise UserError(f"读不了“{name}”：{why}") from error


def _near(path: Path) -> str:
    """What the folder has instead."""
    try:
        specs = sorted(entry.name for entry in path.parent.glob("[!.]*.yaml"))[:5]
    except OSError:
        return ""
    return f"；该文件夹里有：{'、'.join(specs)}" if specs else ""
