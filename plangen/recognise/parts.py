"""Where in a file the notice, the plan, the annexes and the 版记 begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import Block, Role, Span
from plangen.recognise.labels import labelled
from plangen.recognise.ordinals import ANNEX_LABEL, FORMS

GENRE = "方案|规划|计划|意见|办法|细则|通知|预案|要点|规定|措施|通报|函|决定|公告|行动|纲要|清单"
TITLE_END = re.compile(rf"(?:{GENRE})(?:[（(][^（）()]{{1,20}}[）)])?$")
NOTICE_END = re.compile(r"通知(?:[（(][^（）()]{1,20}[）)])?$")
NUMBER = re.compile(
    r"^[^，。；：\s]{2,20}\s*[〔\[［(（【]\s*(?:\d{4}|[Xx×]{2,4}|20[Xx×]{2})\s*[〕\]］)）】]\s*第?\s*[\dXx×]+\s*号$"
)
DATE = re.compile(
    r"^(?:(?:\d{4}|\d{2}[Xx×]{2}|[Xx×]{4})\s*年\s*(?:\d{1,2}|[Xx×]{1,2})\s*月\s*(?:(?:\d{1,2}|[Xx×]{1,2})\s*日)?"
    r"|[二〇○O零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$"
)
PRINTED = re.compile(
    r"^(?P<by>.*?)\s*(?P<date>(?:\d{4}|20[Xx×]{2})年[\dXx×]{1,2}月[\dXx×]{1,2}日)\s*印\s*发$"
)
MARK = re.compile(r"^[^，。；：]{3,40}文件$")
NOISE = re.compile(r"^\[bookmark: \w*\]$|^.*(?:\.\.\.|…)$")
SENTENCE = re.compile(r"[。；，、：:;,]$")
LONGEST_TITLE, MOST_TITLE_LINES = 70, 5
COPIES = re.compile(r"^(?:主送|抄送|抄报|分送|发送)\s*[：:]")
ORGAN = re.compile(r"^[^，。；：:、“”《》\d]{3,45}$")


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
    plan_title: Block | None = None
    plan: list[Block] = field(default_factory=list)
    annexes: list[Annexed] = field(default_factory=list)
    imprint: list[Block] = field(default_factory=list)

    @property
    def in_order(self) -> list[Block]:
        """Every block in reading order, titles joined."""
        titles = [[self.notice_title] if self.notice_title else []]
        plan = [self.plan_title] if self.plan_title else []
        out = [*self.noise, *self.head, *titles[0], *self.notice, *plan, *self.plan]
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
    first = _title(rest, 0)
    if first and NOTICE_END.search(first[0].text):
        title, start, after = first
        parts.head += rest[:start]
        parts.notice_title = title
        rest = rest[after:]
        second = _plan_title(rest, title.text)
        if second is None:
            parts.notice, parts.annexes = _annexed(rest)
            _annexed_plan(parts)
            return parts
        parts.plan_title, at, after = second
        parts.notice = _without_label(rest[:at])
        rest = rest[after:]
    elif first:
        parts.plan_title, start, after = first
        parts.head += rest[:start]
        rest = rest[after:]
    parts.plan, parts.annexes = _annexed(rest)
    return parts


def _noise(rest: list[Block], parts: Parts) -> None:
    """A browser's first line, bookmark residue: kept apart."""
    while rest and not rest[0].text.strip() and rest[0].table is None:
        rest.pop(0)
    if rest and NOISE.match(rest[0].text.strip()):
        parts.noise.append(rest.pop(0))


def _head(rest: list[Block], parts: Parts) -> None:
    """The mark and the number, which stand above any title."""
    for at, block in enumerate(rest[:14]):
        if NUMBER.match(block.text.strip().split("　")[0]):
            parts.head, rest[:] = rest[: at + 1], rest[at + 1 :]
            return
        if TITLE_END.search(block.text.strip()) and not MARK.match(block.text.strip()):
            break
    for at, block in enumerate(rest[:3]):
        if MARK.match(block.text.strip()) or (block.table and _marks(block)):
            parts.head, rest[:] = rest[: at + 1], rest[at + 1 :]
            return


def _marks(block: Block) -> bool:
    return any(text.strip() == "文件" for text in block.texts())


def _title(rest: Sequence[Block], start: int, quoted: str = "") -> tuple[Block, int, int] | None:
    """The next title: (its block, where it begins, where the text goes on)."""
    for at in range(start, len(rest)):
        text = rest[at].text.strip()
        if not _is_title_line(rest[at]) or not TITLE_END.search(text):
            if text and (SENTENCE.search(text) or len(text) > LONGEST_TITLE) and not quoted:
                return None
            continue
        lines = [at]
        for before in range(at - 1, max(start - 1, at - 8), -1):
            if not rest[before].text.strip() and rest[before].table is None:
                continue
            if not _goes_on(rest[before], rest[at]) or len(lines) == MOST_TITLE_LINES:
                break
            lines.insert(0, before)
        return _joined([rest[line] for line in lines]), lines[0], at + 1
    return None


def _is_title_line(block: Block) -> bool:
    text = block.text.strip()
    if block.table is not None or not text or len(text) > LONGEST_TITLE or SENTENCE.search(text):
        return False
    if any(form.match(text) for _, form in FORMS) or labelled(text) or "。" in text:
        return False
    return not (NUMBER.match(text) or DATE.match(text) or ANNEX_LABEL.match(text))


def _goes_on(block: Block, last: Block) -> bool:
    """Whether a line is an earlier line of a title: it looks like the last one."""
    if not _is_title_line(block) or MARK.match(block.text.strip()):
        return False
    if COPIES.match(block.text) or re.match("[（(]", block.text.strip()):
        return False
    here, there = block.look, last.look
    if here and there and there.align == "center":
        return here.align == "center" and here.face.size == there.face.size
    return True


def _joined(blocks: list[Block]) -> Block:
    lines = [line for block in blocks for line in block.lines]
    text = "\n".join(line.strip() for line in lines)
    return replace(blocks[0], role=Role.TITLE, spans=(Span(text),))


def _plan_title(rest: Sequence[Block], notice: str) -> tuple[Block, int, int] | None:
    """The plan's title below a notice: the words that the notice quotes, or after its date."""
    quoted = [found.strip() for found in re.findall(r"《([^《》]+)》", notice)]
    after_date = next((at + 1 for at, b in enumerate(rest) if DATE.match(b.text.strip())), 0)
    for at in range(len(rest)):
        for count in range(1, MOST_TITLE_LINES + 1):
            lines = [block for block in rest[at : at + count * 2 - 1] if block.text.strip()][
                :count
            ]
            if len(lines) < count or not _is_title_line(lines[0]):
                break
            whole = re.sub(r"\s", "", "".join(line.text for line in lines))
            if any(whole in {_plain(title), _plain(title) + "（征求意见稿）"} for title in quoted):
                end = max(rest.index(line) for line in lines) + 1
                return _joined(lines), at, end
    if not after_date:
        return None
    found = _title(rest, after_date, "any")
    label = [at for at, b in enumerate(rest) if ANNEX_LABEL.match(b.text.strip())]
    if found is None or NOTICE_END.search(found[0].text) or (label and label[0] < found[1] - 2):
        return None
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def _without_label(blocks: list[Block]) -> list[Block]:
    """The notice without the 附件 above the plan's title."""
    out = list(blocks)
    while out and (not out[-1].text.strip() and out[-1].table is None):
        out.pop()
    if out and ANNEX_LABEL.match(out[-1].text.strip()):
        out.pop()
    return out


def _annexed(rest: list[Block]) -> tuple[list[Block], list[Annexed]]:
    """What stands before the first annex page, and the annexes."""
    starts = [at for at, b in enumerate(rest) if _labels(b, rest, at)]
    if not starts:
        return rest, []
    annexes = []
    for start, stop in zip(starts, [*starts[1:], len(rest)], strict=True):
        inner = rest[start + 1 : stop]
        at = next((i for i, b in enumerate(inner) if b.text.strip() or b.table), None)
        title = None
        if at is not None and inner[at].table is None and len(inner[at].text) <= LONGEST_TITLE:
            lines = [inner[at]]
            look = inner[at].look
            for block in inner[at + 1 :]:
                centred = (
                    look and look.align == "center" and block.look and block.look.align == "center"
                )
                if not (
                    centred
                    and block.text.strip()
                    and block.look
                    and look
                    and block.look.face.size == look.face.size
                ):
                    break
                lines.append(block)
            title = replace(_joined(lines), role=Role.ANNEX_TITLE)
            inner = inner[at + len(lines) :]
        annexes.append(Annexed(rest[start], title, inner))
    return rest[: starts[0]], annexes


def _labels(block: Block, rest: Sequence[Block], at: int) -> bool:
    """Whether 附件1 stands alone: the head of an annex page, not a list of annexes."""
    text = block.text.strip()
    if block.table is not None or not ANNEX_LABEL.match(text) or not text.startswith("附件"):
        return False
    return not text.endswith(("：", ":")) or any(b.text.strip() for b in rest[at + 1 : at + 3])


def _annexed_plan(parts: Parts) -> None:
    """A notice whose plan is its annex: the first annex that is a plan becomes the plan."""
    for annex in parts.annexes:
        if annex.title and re.search("方案|规划|计划|办法|细则", annex.title.text):
            parts.plan_title = replace(annex.title, role=Role.TITLE)
            parts.plan = annex.blocks
            parts.annexes.remove(annex)
            return


def _imprint(rest: list[Block]) -> list[Block]:
    """The 版记 at the end, taken off: 抄送 lines and the line that ends in 印发."""
    at = len(rest)
    taken = 0
    for index in range(len(rest) - 1, max(-1, len(rest) - 10), -1):
        block = rest[index]
        if not block.text.strip() and block.table is None:
            continue
        lines = [text.strip() for text in block.texts()] if block.table else [block.text.strip()]
        if not any(
            COPIES.match(line) or PRINTED.match(line) or re.search(r"日\s*印发$", line)
            for line in lines
        ):
            break
        at, taken = index, taken + 1
    found = rest[at:] if taken else []
    if taken:
        del rest[at:]
    return found
