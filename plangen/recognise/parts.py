"""Where in a file the notice, the plan, the annexes and the 版记 begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import Block, Role
from plangen.model.ordinals import ANNEX_LABEL
from plangen.recognise import titles
from plangen.recognise.titles import COPIES, DATE, DRAFT, MARK, NUMBER, Title

PRINTED = re.compile(
    r"^(?P<by>.*?)\s*(?P<date>(?:\d{4}|20[Xx×]{2}|[Xx×]{4})年[\dXx×]{1,2}月[\dXx×]{1,2}日)\s*印\s*发$"
)
PRINTED_END = re.compile(r"日\s*印\s*发$")
NOISE = re.compile(r"^\[bookmark: \w*\]$|^.*(?:\.\.\.|…)$")
QUOTED = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
PLAN = re.compile("方案|规划|计划|办法|细则|意见|预案|安排")
HEAD_LINES, MARK_LINES, IMPRINT_LINES = 14, 3, 10


@dataclass
class Annexed:
    """An annex: its label's block, its title, what it holds."""

    label: Block
    title: Block | None
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Parts:
    """A file cut into what it is made of; a list is empty where a part is absent."""

    noise: list[Block] = field(default_factory=list)
    head: list[Block] = field(default_factory=list)  # mark, number
    notice_title: Block | None = None
    notice: list[Block] = field(default_factory=list)
    plan_label: list[Block] = field(default_factory=list)  # 附件, above the plan's title
    plan_title: Block | None = None
    plan: list[Block] = field(default_factory=list)
    annexes: list[Annexed] = field(default_factory=list)
    imprint: list[Block] = field(default_factory=list)

    @property
    def in_order(self) -> list[Block]:
        """Every block in reading order, titles joined."""
        notice = [self.notice_title] if self.notice_title else []
        plan = [self.plan_title] if self.plan_title else []
        out = [*self.noise, *self.head, *notice, *self.notice, *self.plan_label, *plan]
        out += self.plan
        for annex in self.annexes:
            out += [annex.label, *([annex.title] if annex.title else []), *annex.blocks]
        return [*out, *self.imprint]


def divide(blocks: Sequence[Block]) -> Parts:
    """A file's blocks in parts."""
    parts = Parts()
    rest = list(blocks)
    parts.imprint = _imprint(rest)
    _noise(rest, parts)
    _head(rest, parts)
    first = titles.find_title(rest, 0) or _first_line(rest)
    if first is None:
        parts.plan, parts.annexes = _annexed(rest)
        return parts
    parts.head += rest[: first.start]
    rest = rest[first.after :]
    if not titles.NOTICE_END.search("".join(first.block.lines)):
        parts.plan_title = first.block
        parts.plan, parts.annexes = _annexed(rest)
        return parts
    parts.notice_title = first.block
    second = _plan_title(rest, first.block.text)
    if second is None:
        parts.notice, parts.annexes = _annexed(rest)
        _annexed_plan(parts)
        return parts
    parts.plan_title = second.block
    parts.notice, parts.plan_label = _without_label(rest[: second.start])
    parts.plan, parts.annexes = _annexed(rest[second.after :])
    return parts


def _noise(rest: list[Block], parts: Parts) -> None:
    """A browser's first line, bookmark residue: kept apart."""
    while rest and not rest[0].text.strip() and rest[0].table is None:
        rest.pop(0)
    if rest and NOISE.match(rest[0].text.strip()):
        parts.noise.append(rest.pop(0))


def _head(rest: list[Block], parts: Parts) -> None:
    """The mark and the number, which stand above any title."""
    for at, block in enumerate(rest[:HEAD_LINES]):
        text = block.text.strip()
        if NUMBER.match(text.split("　")[0]):
            parts.head, rest[:] = rest[: at + 1], rest[at + 1 :]
            return
        if titles.TITLE_END.search(text) and not MARK.match(text):
            break
    for at, block in enumerate(rest[:MARK_LINES]):
        if MARK.match(block.text.strip()) or (block.table and _marks(block)):
            parts.head, rest[:] = rest[: at + 1], rest[at + 1 :]
            return


def _marks(block: Block) -> bool:
    return any(text.strip() == "文件" for text in block.texts())


def _first_line(rest: Sequence[Block]) -> Title | None:
    """The first line as the title of a plan that has no genre in it; no text begins so."""
    at = next((i for i, block in enumerate(rest) if block.text.strip()), None)
    if at is None or not titles.is_title_line(rest[at]):
        return None
    return titles.with_subtitle(rest, [at])


def _plan_title(rest: Sequence[Block], notice: str) -> Title | None:
    """The plan's title below a notice: the words that the notice quotes, or after its date."""
    quoted = {titles.tidy(found) for found in QUOTED.findall(notice)}
    quoted |= {title + DRAFT for title in quoted}
    for at in range(len(rest)):
        if found := _quoted_at(rest, at, quoted):
            return found
    after_date = next((at + 1 for at, b in enumerate(rest) if DATE.match(b.text.strip())), None)
    if after_date is None:
        return _on_new_page(rest)
    next_title = titles.find_title(rest, after_date, far=True)
    label = [at for at, block in enumerate(rest) if ANNEX_LABEL.match(block.text.strip())]
    if next_title is None or titles.NOTICE_END.search(next_title.block.text):
        return None
    return None if label and label[0] < next_title.start - 2 else next_title


def _quoted_at(rest: Sequence[Block], at: int, quoted: set[str]) -> Title | None:
    """The title that begins at a line, where its lines are the words quoted."""
    lines: list[int] = []
    for place in range(at, min(at + 2 * titles.MOST_LINES, len(rest))):
        if not rest[place].text.strip() and rest[place].table is None:
            continue
        if not lines and (place != at or not titles.is_title_line(rest[place])):
            return None
        lines.append(place)
        whole = titles.tidy("".join(rest[line].text for line in lines))
        if whole in quoted:
            return titles.with_subtitle(rest, lines)
        if not any(title.startswith(whole) for title in quoted):
            return None
    return None


def _on_new_page(rest: Sequence[Block]) -> Title | None:
    """The title of a plan that begins a page, where the notice before it has no date."""
    for at, block in enumerate(rest):
        if block.look and block.look.new_page and titles.is_title_line(block):
            found = titles.find_title(rest, at)
            return found if found and found.start == at else None
    return None


def _without_label(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The notice, and the 附件 above the plan's title."""
    out = list(blocks)
    while out and not out[-1].text.strip() and out[-1].table is None:
        out.pop()
    if out and ANNEX_LABEL.match(out[-1].text.strip()):
        return out[:-1], out[-1:]
    return out, []


def _annexed(rest: list[Block]) -> tuple[list[Block], list[Annexed]]:
    """What stands before the first annex page, and the annexes."""
    starts = [at for at in range(len(rest)) if _labels(rest, at)]
    if not starts:
        return rest, []
    stops = [*starts[1:], len(rest)]
    annexes = [
        _annex(rest[start], rest[start + 1 : stop])
        for start, stop in zip(starts, stops, strict=True)
    ]
    return rest[: starts[0]], annexes


def _annex(label: Block, inner: Sequence[Block]) -> Annexed:
    """An annex: its title is the first line below the label, with the lines that look like it."""
    at = next((i for i, block in enumerate(inner) if block.text.strip() or block.table), None)
    if at is None or inner[at].table is not None or len(inner[at].text) > titles.LONGEST:
        return Annexed(label, None, list(inner))
    after = at + 1
    while after < len(inner) and _goes_on(inner[at], inner[after]):
        after += 1
    title = titles.joined(inner[at:after], Role.ANNEX_TITLE)
    return Annexed(label, title, list(inner[after:]))


def _goes_on(first: Block, block: Block) -> bool:
    """Whether a line is a further one of an annex's title."""
    here, there = first.look, block.look
    if here is None or there is None or not block.text.strip():
        return False
    return here.align == there.align == "center" and here.face.size == there.face.size


def _labels(rest: Sequence[Block], at: int) -> bool:
    """Whether 附件1 stands alone: the head of an annex page, not a list of annexes."""
    block = rest[at]
    text = block.text.strip()
    if block.table is not None or not ANNEX_LABEL.match(text):
        return False
    following = any(b.text.strip() or b.table for b in rest[at + 1 : at + 3])
    return following or not text.endswith(("：", ":"))


def _annexed_plan(parts: Parts) -> None:
    """A notice whose plan is its annex: the first annex that is a plan becomes the plan."""
    for annex in parts.annexes:
        if annex.title and PLAN.search(annex.title.text):
            parts.plan_label = [annex.label]
            parts.plan_title = replace(annex.title, role=Role.TITLE)
            parts.plan = annex.blocks
            parts.annexes.remove(annex)
            return


def _imprint(rest: list[Block]) -> list[Block]:
    """The 版记 at the end, taken off: 抄送 lines and the line that ends in 印发."""
    at = len(rest)
    for index in range(len(rest) - 1, max(-1, len(rest) - IMPRINT_LINES), -1):
        block = rest[index]
        if not block.text.strip() and block.table is None:
            continue
        if not any(map(is_imprint, block.texts())):
            break
        at = index
    found = rest[at:]
    del rest[at:]
    return found


def is_imprint(text: str) -> bool:
    """Whether a line is one of the 版记."""
    text = text.strip()
    return bool(COPIES.match(text) or PRINTED.match(text) or PRINTED_END.search(text))
