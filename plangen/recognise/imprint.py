"""版记: 抄送, 印发机关 and 印发日期, and the addressees where they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plangen.model.document import Block, Role
from plangen.model.plan import Printed
from plangen.recognise.dating import signed_date
from plangen.recognise.doubts import Doubts
from plangen.recognise.imprint_lines import OTHER, PRINTED, is_imprint
from plangen.recognise.titles import COPIES

ORGANS = re.compile("[，,；;]")
OPEN = re.compile("[，,、；;]$")


@dataclass
class Imprint:
    """What a 版记 says."""

    printed: Printed | None = None
    copies: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()


def read_imprint(blocks: Iterable[Block], doubts: Doubts) -> Imprint:
    """The 版记 at the end of a file, as a table or in lines."""
    out = Imprint()
    organ = ""  # who prints, on the line above the date
    for block, line in _whole_lines(blocks, doubts):
        if found := PRINTED.match(line):
            by = found["by"].strip() or organ
            out.printed = Printed(by=by, date=signed_date(found["date"]), where=block.where)
        elif COPIES.match(line):
            _take(out, line)
        elif not OTHER.match(line):
            organ = line
    return out


def _whole_lines(blocks: Iterable[Block], doubts: Doubts) -> Iterator[tuple[Block, str]]:
    """Lines with their blocks, 抄送：…… joined with the lines that it goes on in."""
    held: tuple[Block, str] | None = None
    for block in blocks:
        doubts.roles[id(block)] = Role.IMPRINT
        for line in _lines(block):
            if held and not is_imprint(line) and (OPEN.search(held[1]) or line.endswith("。")):
                held = (held[0], held[1] + line)
                continue
            if held:
                yield held
            held = (block, line)
    if held:
        yield held


def _take(out: Imprint, line: str) -> None:
    label, rest = re.split("[：:]", line, maxsplit=1)  # 印发：, 发至： are copies too
    if "".join(label.split()) == "主送":
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
