"""Duties of units (县水利局：负责水库调度。) below 职责分工, as items that end in who does them.

So do items that begin with it: 县应急局牵头，县公安局配合，…… Only where all of a section reads
so, and no other mark says who does what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plangen.model.ordinals import FIRST
from plangen.recognise.marks import are_units, read_mark, unit_list, words
from plangen.recognise.usual_lines import Line, Ordinals

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


def usual_duties(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, such duties with marks."""
    first = [at for at, line in enumerate(lines) if line.rank == FIRST]
    divided = [
        (at + 1, stop)
        for at, stop in pairwise([*first, len(lines)])
        if DIVIDED.search(lines[at].rest)
    ]
    if not divided or any(read_mark(line.text) for line in lines):
        return lines
    out = list(lines)
    for start, stop in divided:
        at = start + bool(start < stop and INTRODUCED.search(lines[start].text))
        texts = list(map(_marked, lines[at:stop]))
        if len(texts) >= FEWEST and all(texts):
            ordinals = Ordinals(FIRST)
            out[at:stop] = [
                line.turned((line.typed or ordinals.next()) + text)
                for line, text in zip(lines[at:stop], texts, strict=True)
            ]
    return out


def _marked(line: Line) -> str:
    """The text of a paragraph with its mark; empty where it reads otherwise."""
    return _duty(line.rest) or _led(line.rest)


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
