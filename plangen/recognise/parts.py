"""Where in a file the notice, the plan, the annexes and the 版记 begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from plangen.model.document import Block, Role
from plangen.model.ordinals import ANNEX_LABEL
from plangen.recognise import titles
from plangen.recognise.annex_pages import Annexed, annexed
from plangen.recognise.dating import DATE
from plangen.recognise.forwarded import forwarded
from plangen.recognise.head import parted, take_head, take_number
from plangen.recognise.imprint_lines import take_imprint
from plangen.recognise.issued import PLAN, plan_below, plan_title, untitled
from plangen.recognise.titles import ORGAN, Title
from plangen.recognise.untitled_letter import is_untitled_letter
from plangen.recognise.web_page import without_page
from plangen.text.cached import cached_property
from plangen.text.genres import NOTICE, is_letter, said_genre

NOISE = re.compile(r"^\[bookmark: \w*\]$|^.*(?:\.\.\.|…)$")
LINE = re.compile(r"^\s*[-—_=─━＿*★·.]{4,}\s*$")  # drawn in place of the red rule
ARRANGED = "安排"  # of a plan, or of holidays, which a notice announces
COVER_LINES = 4  # below the title of a cover: who, when


@dataclass
class Parts:
    """A file cut into what it is made of; a list is empty where a part is absent."""

    noise: list[Block] = field(default_factory=list)
    page: list[Block] = field(default_factory=list)  # of the noise, what a web page put there
    head: list[Block] = field(default_factory=list)  # mark, number
    notice_title: Block | None = None
    notice: list[Block] = field(default_factory=list)
    plan_label: list[Block] = field(default_factory=list)  # 附件, above the plan's title
    plan_title: Block | None = None
    plan: list[Block] = field(default_factory=list)
    annexes: list[Annexed] = field(default_factory=list)
    imprint: list[Block] = field(default_factory=list)

    @cached_property
    def in_order(self) -> list[Block]:
        """Every block in reading order, titles joined; to be asked when all are in their parts."""
        notice = [self.notice_title] if self.notice_title and self.notice_title.spans else []
        plan = [self.plan_title] if self.plan_title else []
        out = [*self.noise, *self.head, *notice, *self.notice, *self.plan_label, *plan]
        out += self.plan
        for annex in self.annexes:
            out += [*filter(None, (annex.label, annex.title)), *annex.blocks]
        # A number below the title, and what a web page put anywhere, have their own places.
        return sorted([*out, *self.imprint], key=lambda block: block.where.line or 0)


def divide(blocks: Sequence[Block]) -> Parts:
    """A file's blocks in parts."""
    parts = Parts()
    rest, parts.page = without_page(blocks)
    parts.noise = list(parts.page)
    parts.imprint = take_imprint(rest)
    _noise(rest, parts)
    _cover(rest, parts)
    rest = parted(rest)
    parts.head = take_head(rest)
    named = titles.find_title(rest, 0)
    first = named or _first_line(rest)
    plan = plan_below(rest) if first is None else None
    if first is None and (plan or is_untitled_letter(rest)):
        _untitled(rest, parts, plan)
        return parts
    if first is None:
        parts.plan, parts.annexes = annexed(rest)
        return parts
    parts.head += rest[: first.start]
    rest = rest[first.after :]
    parts.head += take_number(rest)
    if not _is_notice("".join(first.block.lines), rest, named=named is not None):
        if plan := plan_below(rest, first.block):  # it is the page that is titled so
            parts.noise.append(first.block)
            _untitled(rest, parts, plan)
            return parts
        parts.plan_title = first.block
        parts.plan, parts.annexes = annexed(rest)
        return parts
    parts.notice_title = first.block
    _noticed(rest, parts, plan_title(rest, first.block.text))
    return parts


def _is_notice(title: str, rest: Sequence[Block], *, named: bool) -> bool:
    """Whether a letter stands below a title, which may be `named` as none: 春节放假安排."""
    if is_letter(title):
        return True
    if named and not (title.endswith(ARRANGED) and said_genre(_text(rest)) == NOTICE):
        return False
    return is_untitled_letter(rest)


def _untitled(rest: list[Block], parts: Parts, plan: Title | None) -> None:
    """A notice that has no title, with its plan."""
    parts.notice_title = Block(role=Role.TITLE, spans=(), where=rest[0].where)
    _noticed(rest, parts, plan)


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if block.table is None)


def _noticed(rest: list[Block], parts: Parts, plan: Title | None) -> None:
    """What stands below the title of a notice: its text, the plan if there is one, annexes."""
    named = parts.notice_title.text if parts.notice_title else ""
    if plan is None and (start := untitled(rest, named)):
        parts.notice = rest[:start]
        parts.plan, parts.annexes = annexed(rest[start:])
        return
    if plan is None:
        parts.notice, parts.annexes = forwarded(rest) or annexed(rest)
        _annexed_plan(parts)
        return
    parts.plan_title = plan.block
    parts.notice, parts.plan_label = _without_label(rest[: plan.start])
    parts.plan, parts.annexes = annexed(rest[plan.after :], parts.notice)


def _cover(rest: list[Block], parts: Parts) -> None:
    """A cover: a title, maybe who issues it, when, and below them another title or a mark."""
    first = titles.find_title(rest, 0)
    if first is None or is_letter("".join(first.block.lines)):
        return
    filled = (at for at in range(first.after, len(rest)) if rest[at].text.strip())
    below = list(islice(filled, COVER_LINES))
    day = next((n for n, at in enumerate(below) if DATE.match(rest[at].text.strip())), None)
    if day is None:
        return
    if not all(ORGAN.match(rest[at].text.strip()) for at in below[:day]):
        return
    after = below[day] + 1
    again = list(rest[after:])
    take_head(again)
    if titles.find_title(again, 0):
        parts.noise += rest[:after]
        del rest[:after]


def _noise(rest: list[Block], parts: Parts) -> None:
    """A browser's first line, bookmark residue: kept apart."""
    begun = next((at for at, block in enumerate(rest) if "。" in block.text), 0)
    drawn = [at for at, block in enumerate(rest[:begun]) if LINE.match(block.text)]
    parts.noise += [rest[at] for at in drawn]
    rest[:] = [block for at, block in enumerate(rest) if at not in drawn]
    while rest and not rest[0].text.strip() and rest[0].table is None:
        rest.pop(0)
    if rest and NOISE.match(rest[0].text.strip()):
        parts.noise.append(rest.pop(0))


def _first_line(rest: Sequence[Block]) -> Title | None:
    """The first line as the title of a plan that has no genre in it; no text begins so."""
    at = next((i for i, block in enumerate(rest) if block.text.strip()), None)
    if at is None or not titles.is_title_line(rest[at]):
        return None
    return titles.with_subtitle(rest, [at])


def _without_label(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The notice, and the 附件 above the plan's title."""
    out = list(blocks)
    while out and not out[-1].text.strip() and out[-1].table is None:
        out.pop()
    if out and ANNEX_LABEL.match(out[-1].text.strip()):
        return out[:-1], out[-1:]
    return out, []


def _annexed_plan(parts: Parts) -> None:
    """A notice whose plan is its annex: the first annex that is a plan becomes the plan."""
    for annex in parts.annexes:
        title = annex.title.text if annex.title else ""
        if annex.title and PLAN.search(title) and not is_letter(title):
            parts.plan_label = [annex.label] if annex.label else []
            parts.plan_title = replace(annex.title, role=Role.TITLE)
            parts.plan = annex.blocks
            parts.annexes.remove(annex)
            return
