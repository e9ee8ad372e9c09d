"""Phases in other forms, as lines with their time in brackets: 宣传发动阶段（2024年3月）。……

2024年3月为宣传发动阶段, 宣传发动阶段：2024年3月, 第一阶段宣传发动, 动员部署（2024年3月） without a
number, 时间：…… below, tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from plangen.model.document import Row
from plangen.model.ordinals import FIRST
from plangen.recognise.phases import CALLED, DATED, STAGED, is_stage
from plangen.recognise.tables import column_of
from plangen.recognise.usual_lines import Line, Ordinals
from plangen.text.spans import read_span

NAME = r"(?P<name>[^，。；：:（()）\d]{2,24}?"
TAIL = r"(?:[。；，,：:]\s*(?P<rest>.*))?$"
DATE_FIRST = re.compile(
    rf"^(?P<when>[^，。；：:（(]{{3,40}}?)(?:[为是：:，]|为第[一二三四五六]阶段[：:，])\s*{NAME}阶段){TAIL}",
    re.DOTALL,
)
DATE_LAST = re.compile(
    rf"^{NAME}(?:阶段|时期)?)\s*(?:[：:，,]|—{{1,2}}|－{{1,2}}|-{{1,2}})\s*(?P<when>[^，。；：:（()）]{{3,40}}){TAIL}",
    re.DOTALL,
)
UNMARKED = re.compile(
    r"^第(?P<n>[一二三四五六])(?P<word>阶段[，,、]?|步[，,、：:]?)(?P<name>[^\s：:（(，。；]{2,20}?(?:阶段|时期)?)(?P<end>[。（(].*)?$",
    re.DOTALL,
)
COLON = re.compile(
    r"^(?P<typed>第[一二三四五六]阶段)[：:]\s*(?P<name>[^\s：:，。；（(]{2,20})(?P<end>[（(].*)?$",
    re.DOTALL,
)
BRACKETED = re.compile(
    rf"^(?![一二三四五六]是|第){NAME})(?<!阶段)\s*[（(](?P<when>[^（()）]{{3,40}})[）)]{TAIL}",
    re.DOTALL,
)
TIME = re.compile(
    r"^(?:时间|起止时间|工作时间|时间安排|实施时间|完成时间|时限)[：:]\s*(?P<when>[^，。；：:]{3,40})[。；]?$"
)
STEP = re.compile("^(?:工作|实施)?(?:阶段|步骤)(?:名称)?$|^工作(?:阶段|步骤)$")
WHEN = re.compile("^(?:工作|起止|实施|完成)?(?:时间|日期|时限)(?:安排|节点)?$")
WHAT = re.compile("内容|任务|要求|措施|工作$")
PASSED = re.compile("序号|编号")
FEWEST, LONGEST_NAME = 2, 26

Asked = Sequence[tuple[int, bool]]
"""The places of lines; whether the heading of the section speaks of steps."""
Reading = Callable[[Line, bool], tuple[str, str] | None]
"""The ordinal and the text of a phase that is read in one of the other forms."""


def usual_phases(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, phases in them with their time in brackets."""
    found = _tables(lines)
    asked = list(_asked(found))
    for reading in (_date_first, _date_last, _unmarked, _unnumbered):
        if turned := _turned(found, asked, reading):
            found, asked = turned, list(_asked(turned))
    return _timed(found)


def _asked(lines: Sequence[Line]) -> Iterator[tuple[int, bool]]:
    """The lines that may be phases: all of a section of steps, elsewhere those that say so."""
    called = False
    for at, line in enumerate(lines):
        text = line.rest
        if called or "阶段" in text or text[:1] == "第" or STAGED.search(text, 0, LONGEST_NAME):
            yield at, called
        if line.rank == FIRST:
            called = bool(CALLED.search(text))


def _turned(lines: Sequence[Line], asked: Asked, reading: Reading) -> list[Line]:
    """The lines, those turned that read so; nothing where fewer than two do."""
    turned = {at: one for at, called in asked if (one := reading(lines[at], called))}
    if len(turned) < FEWEST:
        return []
    out = []
    ordinals = Ordinals()
    for at, line in enumerate(lines):
        if at in turned:
            typed, text = turned[at]
            out.append(line.turned((typed or ordinals.next()) + text))
        else:
            out.append(line)
            ordinals.see(line)
    return out


def _date_first(line: Line, _: bool) -> tuple[str, str] | None:
    """2024年3月至5月为宣传发动阶段。…… → 宣传发动阶段（2024年3月至5月）。……"""
    found = DATE_FIRST.match(line.rest) if "阶段" in line.rest else None
    return (line.typed, _line(found)) if found and _is_time(found["when"]) else None


def _date_last(line: Line, called: bool) -> tuple[str, str] | None:
    """宣传发动阶段：2024年3月至5月。…… → 宣传发动阶段（2024年3月至5月）。……"""
    called = called and bool(line.typed)
    if not called and not STAGED.search(line.rest, 0, LONGEST_NAME):
        return None
    found = DATE_LAST.match(line.rest)
    if not found or not (called or is_stage(found["name"])):
        return None
    return (line.typed, _line(found)) if _is_time(found["when"]) else None


def _line(found: re.Match[str]) -> str:
    name = found["name"].strip(" —－-")
    rest = (found["rest"] or "").strip()
    return f"{name}（{found['when'].strip()}）" + (f"。{rest}" if rest else "")


def _is_time(text: str) -> bool:
    return bool(DATED.search(text)) and read_span(text) is not None


def _unmarked(line: Line, called: bool) -> tuple[str, str] | None:
    """第一阶段宣传发动阶段。…… → 第一阶段：宣传发动阶段。……; among phases 第一步 as well.

    （一）第一阶段：宣传发动 is such a line too.
    """
    if not line.rest.startswith("第"):
        return None
    if line.typed:
        numbered = None if line.typed.endswith("、") else COLON.match(line.rest)
        return numbered and (f"{numbered['typed']}：", numbered["name"] + (numbered["end"] or ""))
    found = UNMARKED.match(line.rest)
    dated = found is not None and (found["end"] or "").startswith(("（", "("))
    if not found or not (dated or is_stage(found["name"])):
        return None
    if found["word"].startswith("步") and not called:
        return None
    return f"第{found['n']}阶段：", found["name"] + (found["end"] or "")


def _unnumbered(line: Line, called: bool) -> tuple[str, str] | None:
    """动员部署（2025年3月）。…… among phases, without a number and 阶段."""
    found = BRACKETED.match(line.rest) if called and not line.typed else None
    return ("", line.rest) if found and _is_time(found["when"]) else None


def _timed(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, the name of a phase and the line below it that has its time as one."""
    times = {}
    for at, line in enumerate(lines[1:], 1):
        found = TIME.match(line.text)
        if found and _is_stage(lines[at - 1]) and _is_time(found["when"]):
            times[at] = found["when"].strip()
    if not times:
        return lines
    return [
        line.turned(f"{line.text.rstrip('。：:')}（{times[at + 1]}）") if at + 1 in times else line
        for at, line in enumerate(lines)
        if at not in times
    ]


def _is_stage(line: Line) -> bool:
    numbered = bool(line.typed) or line.rest.startswith("第")
    return numbered and is_stage(line.rest.rstrip("。：:"))


def _tables(lines: Sequence[Line]) -> Sequence[Line]:
    read = ((at, line.block.table) for at, line in enumerate(lines))
    tables = {at: list(_rows(table.rows)) for at, table in read if table}
    if not any(tables.values()):
        return lines
    out: list[Line] = []
    ordinals = Ordinals()
    for at, line in enumerate(lines):
        if texts := tables.get(at):
            out += [line.turned(ordinals.next() + text) for text in texts]
        else:
            out.append(line)
            ordinals.see(line)
    return out


def _rows(rows: Sequence[Row]) -> Iterator[str]:
    """The phases of a table: name, time, and what is done, with what else a row says."""
    head = [re.sub(r"\s", "", "".join(cell)) for row in rows[:1] for cell in row.cells]
    step, when = column_of(head, STEP), column_of(head, WHEN)
    what = column_of(head, WHAT, but=(step, when))
    if step is None or when is None or len(rows) <= FEWEST:
        return
    texts = [_cells(row, len(head)) for row in rows[1:]]
    if not all(cells[step] and _is_time(cells[when]) for cells in texts):
        return
    for cells in texts:
        more = [
            f"（{head[at]}：{text}）"
            for at, text in enumerate(cells)
            if text and at not in {step, when, what} and not PASSED.search(head[at])
        ]
        done = (cells[what] if what is not None else "") + "".join(more)
        yield f"{cells[step]}（{cells[when]}）" + (f"。{done}" if done else "")


def _cells(row: Row, width: int) -> list[str]:
    texts = ["".join(cell).strip() for cell in row.cells]
    return [*texts, *[""] * (width - len(texts))]
