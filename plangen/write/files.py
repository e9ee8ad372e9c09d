"""Put files where the user wants them: whole or not at all, and only when they changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from plangen.problem import UserError, why

PARTS = 2  # .name.number-random.tmp has more


def put(path: Path, content: bytes) -> bool:
    """Write a file under a temporary name and rename it; False where it was the same already."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
    except OSError as error:
        raise _unwritten(path, error) from error
    _write(path, [content])
    return True


def put_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """The same for what is too long to be had at once: written whether it changed or not."""
    _write(path, pieces)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    new = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        try:
            with _begun(new) as out:
                out.writelines(pieces)
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritten(path, error) from error
    except UnicodeEncodeError as error:  # a locale such as C, ISO-8859-1
        said = f"写不了“{path}”：系统的语言环境（LANG）里没有文件名中的字，应设为 UTF-8 的"
        raise UserError(said) from error


def _begun(path: Path) -> BinaryIO:
    """A new file, in a folder that is made where there is none."""
    try:
        return path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")


def _unwritten(path: Path, error: OSError) -> UserError:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return UserError(f"写不了“{path}”：“{path.parent}”是文件，不是文件夹")
    return UserError(f"写不了“{path}”：{why(error)}")


def is_alive(temporary: Path) -> bool:
    """Whether the process that writes a temporary file of `put` may still live on this machine."""
    parts = temporary.name.split(".")
    number = parts[-2].partition("-")[0] if len(parts) > PARTS else ""
    if not number.isdecimal() or os.name == "nt":  # not ours; Windows can't be asked so
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
