"""Phases in other forms, as lines with their time in brackets: 宣传发动阶段（2024年3月）。……

2024年3月为宣传发动阶段, 宣传发动阶段：2024年3月, 第一阶段宣传发动, 动员部署（2024年3月） without a
number, 时间：…… below, tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from plangen.model.document import Block, Row
from plangen.model.ordinals import FIRST
from plangen.recognise.labels import with_text
from plangen.recognise.phases import CALLED, DATED, STAGED, is_stage
from plangen.recognise.tables import column_of
from plangen.recognise.usual_lines import Ordinals, in_place, ordinal_of
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

Line = tuple[int, str, str]
"""The rank of the ordinal that a line begins with, this, and the rest."""


def usual_phases(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, phases in them with their time in brackets."""
    found = _tables(blocks)
    lines = [_split(block) for block in found]
    for turn in (_date_first, _date_last, _unmarked, _unnumbered):
        if turned := _turned(found, lines, turn):
            found, lines = turned, [_split(block) for block in turned]
    return list(_timed(found, lines))


def _turned(
    blocks: Sequence[Block],
    lines: Sequence[Line],
    turn: Callable[[str, str, bool], tuple[str, str] | None],
) -> list[Block]:
    """The blocks, those turned that read so; nothing where fewer than two do."""
    turned: list[tuple[str, str] | None] = []
    called = False
    for rank, typed, text in lines:
        turned.append(turn(typed, text, called) if text else None)
        if rank == FIRST:
            called = bool(CALLED.search(text))
    if sum(one is not None for one in turned) < FEWEST:
        return []
    out = []
    ordinals = Ordinals()
    for block, one in zip(blocks, turned, strict=True):
        if one is None:
            out.append(block)
            ordinals.see(block)
        else:
            out.append(with_text(block, (one[0] or ordinals.next()) + one[1]))
    return out


def _split(block: Block) -> Line:
    """A paragraph as a line; a table has nothing of it."""
    text = "" if block.table else block.text.strip()
    return ordinal_of(text) or (0, "", text)


def _date_first(typed: str, text: str, _: bool) -> tuple[str, str] | None:
    """2024年3月至5月为宣传发动阶段。…… → 宣传发动阶段（2024年3月至5月）。……"""
    found = DATE_FIRST.match(text) if "阶段" in text else None
    return (typed, _line(found)) if found and _is_time(found["when"]) else None


def _date_last(typed: str, text: str, called: bool) -> tuple[str, str] | None:
    """宣传发动阶段：2024年3月至5月。…… → 宣传发动阶段（2024年3月至5月）。……"""
    found = None
    if (typed and called) or STAGED.search(text, 0, LONGEST_NAME):
        found = DATE_LAST.match(text)
    if not found or not (is_stage(found["name"]) or (typed and called)):
        return None
    return (typed, _line(found)) if _is_time(found["when"]) else None


def _line(found: re.Match[str]) -> str:
    name = found["name"].strip(" —－-")
    rest = (found["rest"] or "").strip()
    return f"{name}（{found['when'].strip()}）" + (f"。{rest}" if rest else "")


def _is_time(text: str) -> bool:
    return bool(DATED.search(text)) and read_span(text) is not None


def _unmarked(typed: str, text: str, called: bool) -> tuple[str, str] | None:
    """第一阶段宣传发动阶段。…… → 第一阶段：宣传发动阶段。……; among phases 第一步 as well.

    （一）第一阶段：宣传发动 is such a line too.
    """
    if typed:
        numbered = None if typed.endswith("、") else COLON.match(text)
        return numbered and (f"{numbered['typed']}：", numbered["name"] + (numbered["end"] or ""))
    found = UNMARKED.match(text)
    dated = found is not None and (found["end"] or "").startswith(("（", "("))
    if not found or not (dated or is_stage(found["name"])):
        return None
    if found["word"].startswith("步") and not called:
        return None
    return f"第{found['n']}阶段：", found["name"] + (found["end"] or "")


def _unnumbered(typed: str, text: str, called: bool) -> tuple[str, str] | None:
    """动员部署（2025年3月）。…… among phases, without a number and 阶段."""
    found = BRACKETED.match(text) if called and not typed else None
    return ("", text) if found and _is_time(found["when"]) else None


def _timed(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterator[Block]:
    """The name of a phase and the line below it that has its time, as one."""
    held: Block | None = None
    for block, line in zip(blocks, lines, strict=True):
        found = TIME.match(block.text.strip()) if held and block.table is None else None
        if held and found and _is_time(found["when"]):
            yield with_text(
                held, f"{held.text.strip().rstrip('。：:')}（{found['when'].strip()}）"
            )
            held = None
            continue
        if held:
            yield held
            held = None
        if _is_stage(line):
            held = block
        else:
            yield block
    if held:
        yield held


def _is_stage(line: Line) -> bool:
    _, typed, text = line
    numbered = bool(typed) or text.startswith("第")
    return numbered and is_stage(text.rstrip("。：:"))


def _tables(blocks: Sequence[Block]) -> list[Block]:
    tables = {at: list(_rows(b.table.rows)) for at, b in enumerate(blocks) if b.table}
    if not any(tables.values()):
        return list(blocks)
    out: list[Block] = []
    ordinals = Ordinals()
    for at, block in enumerate(blocks):
        if lines := tables.get(at):
            out += [in_place(block, ordinals.next() + line) for line in lines]
        else:
            out.append(block)
            ordinals.see(block)
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
