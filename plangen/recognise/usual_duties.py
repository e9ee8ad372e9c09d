"""Duties of units (县水利局：负责水库调度。) below 职责分工, as items that end in who does them.

So do items that begin with it: 县应急局牵头，县公安局配合，…… Only where all of a section reads
so, and no other mark says who does what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.model.document import Block
from plangen.model.ordinals import FIRST
from plangen.recognise.labels import with_text
from plangen.recognise.marks import are_units, read_mark, unit_list, words
from plangen.recognise.usual_lines import Ordinals, ordinal_of

DIVIDED = re.compile("职责|分工|任务")
DUTY = re.compile(
    r"^(?P<units>[^：:，。；（()）]{2,40})(?:[：:]|。(?=负责|承担|牵头|组织|做好|配合|协助|主要))\s*(?P<text>\S.*)$",
    re.DOTALL,
)
INTRODUCED = re.compile("(?:职责|分工|任务)[^。；]{0,6}如下[：:]$")
FIRST_PART = re.compile(
    r"^(?P<lead>[^，。；：]{3,40})，(?:(?P<support>[^，。；：]{3,60})，)?(?P<text>\S.*)$",
    re.DOTALL,
)
FEWEST = 2


def usual_duties(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, such duties with marks."""
    if any(read_mark(block.text.strip()) for block in blocks if block.table is None):
        return list(blocks)
    out = list(blocks)
    at = 0
    while at < len(blocks):
        found = ordinal_of(blocks[at].text) if blocks[at].table is None else None
        at += 1
        if not found or found[0] != FIRST or not DIVIDED.search(found[2]):
            continue
        stop = next((n for n in range(at, len(blocks)) if _is_heading(blocks[n])), len(blocks))
        at += at < stop and bool(INTRODUCED.search(blocks[at].text.strip()))
        lines = [_marked(block) for block in blocks[at:stop]]
        if len(lines) >= FEWEST and all(lines):
            ordinals = Ordinals(FIRST)
            out[at:stop] = [
                with_text(block, (typed or ordinals.next()) + text)
                for block, (typed, text) in zip(blocks[at:stop], filter(None, lines), strict=True)
            ]
        at = stop
    return out


def _is_heading(block: Block) -> bool:
    found = ordinal_of(block.text) if block.table is None else None
    return found is not None and found[0] == FIRST


def _marked(block: Block) -> tuple[str, str] | None:
    """A paragraph as its ordinal, and its text with the mark; None where it reads otherwise."""
    if block.table is not None:
        return None
    text = block.text.strip()
    _, typed, rest = ordinal_of(text) or (0, "", text)
    return (typed, line) if (line := _duty(rest) or _led(rest)) else None


def _duty(text: str) -> str:
    """县水利局：负责水库调度。 → 负责水库调度。（责任单位：县水利局）"""
    found = DUTY.match(text)
    units = unit_list(found["units"]) if found else ()
    if not found or not are_units(units):
        return ""
    return f"{found['text']}（责任单位：{'、'.join(units)}）"


def _led(text: str) -> str:
    """甲局牵头，乙局配合，开展检查。 → 开展检查。（牵头单位：甲局。协助单位：乙局）"""
    found = FIRST_PART.match(text)
    lead = words().leading.match(found["lead"]) if found else None
    if not found or not lead or not are_units(unit_list(lead["who"])):
        return ""
    support = words().joining.match(found["support"] or "")
    if found["support"] and not (support and are_units(unit_list(support["who"]))):
        return ""
    beside = f"。协助单位：{'、'.join(unit_list(support['who']))}" if support else ""
    return f"{found['text']}（牵头单位：{'、'.join(unit_list(lead['who']))}{beside}）"
