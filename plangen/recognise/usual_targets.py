"""Tables of measures below a heading that speaks of targets, as the line that plangen prints.

序号 | 指标 | 目标值 is 主要指标：卫生厕所普及率≥90%。 Any further column keeps the table as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.model.document import Block, Row
from plangen.recognise.shown import TARGETS
from plangen.recognise.tables import column_of
from plangen.recognise.usual_lines import Line

NAME = re.compile("^(?:主要|具体|考核)?指标(?:名称|内容)?$|^项目名称$")
UNIT = re.compile("^(?:计量)?单位$")
VALUE = re.compile("^(?:目标|指标)值?$|^目标要求$|^(?:20\\d{2}年)?目标值?$")
PASSED = re.compile("序号|编号")
MEASURE = (
    (re.compile(r"^(?P<op>[≥≤＞＜><=])\s*(?P<value>[\d.]+)\s*(?P<unit>\D*)$"), ""),
    (
        re.compile(r"^(?:不低于|不少于|达到)?(?P<value>[\d.]+)\s*(?P<unit>[^\d以]*)(?:及)?以上$"),
        "≥",
    ),
    (re.compile(r"^(?:不低于|不少于)(?P<value>[\d.]+)\s*(?P<unit>[^\d以]*)$"), "≥"),
    (re.compile(r"^(?:控制在)?(?P<value>[\d.]+)\s*(?P<unit>[^\d以]*)以[内下]$"), "≤"),
    (re.compile(r"^(?:不高于|不超过)(?P<value>[\d.]+)\s*(?P<unit>[^\d以]*)$"), "≤"),
)


def usual_targets(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, such tables as lines."""
    if not any(line.block.table for line in lines):
        return lines
    out = []
    heading = ""
    for line in lines:
        heading = line.rest if line.rank else heading
        measures = _measures(line.block) if line.block.table and TARGETS.search(heading) else []
        out.append(line.turned(f"主要指标：{'，'.join(measures)}。") if measures else line)
    return out


def _measures(block: Block) -> list[str]:
    """Each row as a measure; nothing where one isn't, or a column has no place."""
    rows = block.table.rows if block.table else ()
    head = [_plain(cell) for row in rows[:1] for cell in row.cells]
    name, unit, value = (column_of(head, form) for form in (NAME, UNIT, VALUE))
    taken = {name, unit, value}
    others = [text for at, text in enumerate(head) if at not in taken and not PASSED.search(text)]
    if name is None or value is None or others:
        return []
    found = list(_rows(rows[1:], name, unit, value))
    return found if len(found) == len(rows) - 1 else []


def _rows(rows: Sequence[Row], name: int, unit: int | None, value: int) -> Iterator[str]:
    for row in rows:
        cells = [_plain(cell) for cell in row.cells]
        if len(cells) <= max(name, value):
            return
        measure = _measure(cells[value], cells[unit] if unit is not None else "")
        if cells[name] and measure:
            yield cells[name] + measure


def _measure(text: str, unit: str) -> str:
    """不低于90 and % → ≥90%; nothing where a sign or a number is missing."""
    for form, sign in MEASURE:
        if found := form.match(text):
            return (sign or found["op"]) + found["value"] + (found["unit"].strip() or unit)
    return ""


def _plain(cell: Sequence[str]) -> str:
    return re.sub(r"\s", "", "".join(cell))
