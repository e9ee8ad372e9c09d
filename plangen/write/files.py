"""Put files where the user wants them: whole or not at all, and only when they changed."""

from __future__ import annotations

import os
from pathlib import Path

from plangen.problem import UserError, why

PARTS = 2  # .name.number-random.tmp has more


def put(path: Path, content: bytes) -> bool:
    """Write a file under a temporary name and rename it; False where it was the same already."""
    new = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with new.open("xb") as out:
                out.write(content)
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    except (FileExistsError, NotADirectoryError) as error:
        raise UserError(f"写不了“{path}”：“{path.parent}”是文件，不是文件夹") from error
    except OSError as error:
        raise UserError(f"写不了“{path}”：{why(error)}") from error
    return True


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
