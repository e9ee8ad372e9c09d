"""What plangen has to say about a user's file: a problem is a value, with its place.

The one exception is `UserError`: the work could not start at all.
"""

from __future__ import annotations

import errno
from dataclasses import field
from enum import IntEnum
from typing import NamedTuple

from plangen.value import Value, value

PathKey = str | int
Path = tuple[PathKey, ...]


class UserError(Exception):
    """The work could not run (exit code 2); the message names the thing and the way out."""


WHY = {
    errno.EACCES: "没有权限，或正在 Word、WPS 里打开",
    errno.EPERM: "没有权限",
    errno.EISDIR: "是文件夹，应给出一个文件",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EEXIST: "同名的文件挡着",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
}


def why(error: OSError) -> str:
    """Why the system refused a file, in Chinese where it is known."""
    return WHY.get(error.errno or 0, error.strerror or str(error))


class Level(IntEnum):
    """How strong the basis of a problem is: 规定 → error, 一般 → warning, 推荐, 可以 → info."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        return ("提示", "警告", "错误")[self]


@value
class Where(Value):
    """A place in the input; what is known of it.

    `path` leads through the keys of a spec, `paragraph` counts a document's paragraphs from 1,
    `line` and `column` count from 1 in the text. `width` is how many characters to underline.
    """

    path: Path = ()
    paragraph: int | None = None
    line: int | None = None
    column: int | None = None
    width: int = 1

    def __truediv__(self, key: PathKey) -> Where:
        """The place one step deeper in the spec."""
        # Not `replace`, which takes three times as long: every part of a plan has a place.
        return Where((*self.path, key), self.paragraph, self.line, self.column, self.width)

    def _told(self) -> tuple[object, ...]:
        return self.path, self.paragraph, self.line, self.column, self.width  # asked most often

    @property
    def dotted(self) -> str:
        return ".".join(str(key) for key in self.path)


NOWHERE = Where()


class Fix(NamedTuple):
    """A safe replacement of the quoted text."""

    old: str
    new: str


@value
class Problem(Value):
    """One finding. `quote` is an exact substring of the input, `basis` its ground."""

    rule: str
    level: Level
    message: str
    where: Where = field(default=NOWHERE)
    quote: str = ""
    basis: str = ""
    fix: Fix | None = None
