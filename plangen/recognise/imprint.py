"""版记: 抄送, 印发机关 and 印发日期, and the addressees where they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plangen.model.document import Block, Role
from plangen.model.plan import Printed
from plangen.recognise.doubts import Doubts
from plangen.recognise.parts import PRINTED
from plangen.recognise.titles import COPIES
from plangen.text.dates import parse_date

ORGANS = re.compile("[，,；;]")


@dataclass
class Imprint:
    """What a 版记 says."""

    printed: Printed | None = None
    copies: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()


def read_imprint(blocks: Iterable[Block], doubts: Doubts) -> Imprint:
    """The 版记 at the end of a file, as a table or in lines."""
    out = Imprint()
    for block in blocks:
        doubts.roles[id(block)] = Role.IMPRINT
        for line in _lines(block):
            if found := PRINTED.match(line):
                date = parse_date(found["date"])
                out.printed = Printed(by=found["by"].strip(), date=date, where=block.where)
            elif COPIES.match(line):
                _take(out, line)
    return out


def _take(out: Imprint, line: str) -> None:
    label, rest = re.split("[：:]", line, maxsplit=1)
    if label.strip() == "主送":
        out.addressed = (*out.addressed, *organs(rest))
    else:
        out.copies = (*out.copies, *organs(rest))


def organs(text: str) -> tuple[str, ...]:
    """Organs in a row: those of a kind are joined by 、, kinds by ，."""
    return tuple(part.strip() for part in ORGANS.split(text.strip("。 ：:")) if part.strip())


def _lines(block: Block) -> Iterator[str]:
    """Its lines; the printer and the date of the last may stand in two cells."""
    lines = [text.strip() for text in block.texts() if text.strip()]
    if len(lines) > 1 and not PRINTED.match(lines[-1]):
        last = f"{lines[-2]}\t{lines[-1]}"
        if PRINTED.match(last) and not COPIES.match(last):
            lines[-2:] = [last]
    yield from lines
