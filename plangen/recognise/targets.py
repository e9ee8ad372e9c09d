"""总体目标: targets with their deadlines and indicators, as far as the words give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plangen.model.document import Block
from plangen.model.plan import Indicator, Item, Target
from plangen.text.dates import MASK, Date, parse_date

SIGNS = {"≥": ">=", "≤": "<=", ">": ">", "<": "<", "＞": ">", "＜": "<", "=": "=="}
LINE = re.compile(r"^主要指标：(?P<list>.+)。$")
MEASURE = re.compile(r"^(?P<name>[^≥≤><＞＜=]+)(?P<op>[≥≤><＞＜=])(?P<value>[\d.]+)(?P<unit>\D*)$")
BY = re.compile(
    rf"(?:到|至|在|力争|力争到|力争在|于)?\s*(?P<date>(?:\d{{4}}|20{MASK}{{2}})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)(?P<end>底|末|底前|年底|前|之前|以前)"
)


def read_targets(items: Iterable[Item], blocks: Sequence[Block]) -> tuple[Target, ...]:
    """Targets from numbered items, or from paragraphs; 主要指标：… belongs to the one before."""
    out = [
        Target(text=item.text, title=item.title, by=deadline(item.text), where=item.where)
        for item in items
    ]
    for block in blocks:
        text = block.text.strip()
        measures = indicators(text)
        if measures and out:
            out[-1] = replace(out[-1], indicators=measures)
        else:
            out.append(Target(text=text, by=deadline(text), where=block.where))
    return tuple(out)


def deadline(text: str) -> Date | None:
    """The date by which a target is to be reached: the last that its text names as an end."""
    found = [parse_date(one["date"]) for one in BY.finditer(text)]
    known = [date for date in found if date]
    return known[-1] if known else None


def indicators(text: str) -> tuple[Indicator, ...]:
    """主要指标：群众满意率≥90%，…… → its indicators; nothing where a part is none."""
    line = LINE.match(text)
    if not line:
        return ()
    out = []
    for part in line["list"].split("，"):
        found = MEASURE.match(part)
        if not found:
            return ()
        op = SIGNS[found["op"]]
        out.append(
            Indicator(name=found["name"], op=op, value=found["value"], unit=found["unit"].strip())
        )
    return tuple(out)
