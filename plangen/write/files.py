"""Put files where the user wants them: whole or not at all, and only when they changed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from plangen.problem import UserError, why


def put(path: Path, content: bytes) -> bool:
    """Write a file under a temporary name and rename it; False where it was the same already."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except (FileExistsError, NotADirectoryError) as error:
        raise UserError(f"写不了“{path}”：“{path.parent}”是文件，不是文件夹") from error
    except OSError as error:
        raise UserError(f"写不了“{path}”：{why(error)}") from error
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
