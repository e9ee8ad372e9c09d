"""Whether a hand has changed a derived file since: its first line has the digest of the rest."""

from __future__ import annotations

import hashlib
from pathlib import Path

from plangen.problem import UserError, why

NOTE = "# plangen derive：由“{county}”和“{townships}”推出，摘要 "
ADVICE = (
    "# 要改的，改对照表或乡镇名单后再推一次；在这里手工改过的，plangen 不再覆盖（除非 --force）。"
)


def signed(body: str, county: str, townships: str) -> str:
    """A derived text under the lines that tell what it was derived from."""
    note = NOTE.format(county=county, townships=townships)
    return f"{note}{_digest(body)}\n{ADVICE}\n{body}"


def untouched(text: str) -> bool:
    """Whether a text is as it was derived."""
    head, _, rest = text.partition("\n")
    _, _, body = rest.partition("\n")
    return head.startswith(NOTE[:16]) and head.rsplit(" ", 1)[-1] == _digest(body)


def touched(path: Path) -> bool:
    """Whether a file is there that isn't as it was derived."""
    try:
        return path.is_file() and not untouched(path.read_text("utf-8", errors="replace"))
    except OSError as error:
        raise UserError(f"读不了“{path}”：{why(error)}") from error


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:12]
