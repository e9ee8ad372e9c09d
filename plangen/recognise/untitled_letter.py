"""A letter that has no title: a 请示, 批复, 报告, 函 or 通知 known by its own words.

Its addressee comes first, and an organ signs and dates it.
"""

from __future__ import annotations

from collections.abc import Sequence

from plangen.model.document import Block
from plangen.recognise.addressees import addressees
from plangen.recognise.annex_pages import annexed
from plangen.recognise.dating import dated
from plangen.recognise.doubts import Doubts
from plangen.recognise.signing import read_signing
from plangen.text.genres import said_genre


def is_untitled_letter(rest: Sequence[Block]) -> bool:
    """Whether blocks are a letter from the addressee on."""
    filled = [block for block in rest if block.text.strip() or block.table]
    to, _ = addressees(filled[:-1], Doubts())
    if not to or not filled[0].text.strip().endswith(("：", ":")):
        return False
    text, _ = annexed(filled)
    dates = [at for at, block in enumerate(text) if not block.table and dated(block.text)]
    if not dates or not said_genre("\n".join(block.text.strip() for block in text)):
        return False
    return bool(read_signing(text[: dates[-1] + 1], Doubts()).names)
