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
    rf"(?:到|至|在|力争|力争到|力争在|于)?\s*"
    rf"(?P<date>(?:\d{{4}}|20{MASK}{{2}})年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)"
    r"(?P<end>底|末|底前|年底|前|之前|以前)"
)


def read_targets(items: Iterable[Item], blocks: Sequence[Block]) -> tuple[Target, ...]:
    """Targets from numbered items, or from paragraphs; 主要指标：… belongs to the one before."""
    out = [_of_item(item) for item in items]
    for block in blocks:
        text = block.text.strip()
        measures = indicators(text)
        if measures and out and not out[-1].indicators:
            out[-1] = replace(out[-1], indicators=measures)
        else:
            out.append(Target(text=text, by=deadline(text), where=block.where))
    return tuple(out)


def _of_item(item: Item) -> Target:
    """A numbered target; its indicators are its last line."""
    text, _, last = item.text.rpartition("\n")
    measures = indicators(last) if text else ()
    text = text if measures else item.text
    return Target(
        text=text, title=item.title, by=deadline(text), indicators=measures, where=item.where
    )


def deadline(text: str) -> Date | None:
    """The date by which a target is to be reached: the last that its text names as an end."""
    found = [parse_date(one["date"]) for one in BY.finditer(text)]
    known = [date for date in found if date]
    return known[-1] if known else None


def indicators(text: str) -> tuple[Indicator, ...]:
    """主要指标：群众满意率≥90%，…… → its indicators; nothing where a part is none."""
    line = LINE.match(text)
    parts = line["list"].split("，") if line else []
    found = [match for part in parts if (match := MEASURE.match(part))]
    if len(found) < len(parts):
        return ()
    return tuple(
        Indicator(name=m["name"], op=SIGNS[m["op"]], value=m["value"], unit=m["unit"].strip())
        for m in found
    )
