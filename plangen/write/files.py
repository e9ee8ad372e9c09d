"""Put files where the user wants them: whole or not at all, and only when they changed."""

from __future__ import annotations

import os
from pathlib import Path

from plangen.problem import UserError, why


def put(path: Path, content: bytes) -> bool:
    """Write a file under a temporary name and rename it; False where it was the same already."""
    new = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
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
