"""A letter that a notice sends on (转发), which stands whole below the notice's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plangen.model.document import Block, Role
from plangen.recognise import titles
from plangen.recognise.annex_pages import Annexed
from plangen.recognise.dating import DATE
from plangen.recognise.titles import ORGAN
from plangen.text.genres import is_letter

SENT_ON = "转发"


def forwarded(rest: Sequence[Block]) -> tuple[list[Block], list[Annexed]] | None:
    """The notice and the letter below it, as an annex; None where there is no such letter.

    Who signs the notice stands above its date; the letter has a title, somebody it addresses,
    and maybe a mark and a number above its title, which are kept as its first lines.
    """
    filled = [at for at, block in enumerate(rest) if block.text.strip() or block.table]
    texts = [rest[at].text.strip() for at in filled]
    signed = next((n for n, text in enumerate(texts) if DATE.match(text)), 0)
    if not signed or not ORGAN.match(texts[signed - 1]) or SENT_ON not in "".join(texts[:signed]):
        return None
    start = filled[signed] + 1
    title = titles.find_title(rest, start)
    if title is None or not is_letter("".join(title.block.lines)):
        return None
    below = filter(None, (block.text.strip() for block in rest[title.after :]))
    if not next(below, "").endswith(("：", ":")):
        return None
    head = [block for block in rest[start : title.start] if block.text.strip()]
    named = replace(title.block, role=Role.ANNEX_TITLE)
    return list(rest[:start]), [Annexed(None, named, [*head, *rest[title.after :]])]
