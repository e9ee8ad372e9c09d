"""Annexes on pages of their own: where they begin, by their label, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import Block, Role
from plangen.model.ordinals import ANNEX_LABEL, value
from plangen.recognise import titles
from plangen.recognise.annex_list import LISTED, MARKED, REST, annex_list, begins_list, plain
from plangen.recognise.dating import is_date
from plangen.recognise.doubts import Doubts
from plangen.recognise.imprint_lines import is_imprint
from plangen.recognise.labels import with_text

# 附件1：抽中村名单 as the head of its page
TITLED = re.compile(
    r"^(?P<label>附件?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:.．、\s]\s*)(?P<title>[^\s\d.．、：:].*)$"
)

ENDS = re.compile(
    r"(?:名单|清单|表|方案|办法|目录|要求|标准|图|细则|规定|说明|回执|预案|意见|计划)$"
)
NUMBER = re.compile(r"\d{1,2}|[一二三四五六七八九十]{1,2}")
# 填报单位：____　日期：, above a form: no title
FORM = re.compile(
    r"^[\u4e00-\u9fff]{0,6}(?:单位|日期|时间|编号|人|姓名|部门|地点)(?:[（(][^（）()]*[）)])?\s*[：:]"
)
SHORTEST = 12  # characters of a title's first line


@dataclass
class Annexed:
    """An annex: its label's block, its title, what it holds; it has one of the two."""

    label: Block | None
    title: Block | None
    blocks: list[Block] = field(default_factory=list)


def numbered(pages: Sequence[Annexed]) -> list[int]:
    """The numbers of annexes: by their labels (附件2, 附件二), else by their places."""
    labels = [page.label.text if page.label else "" for page in pages]
    typed = [NUMBER.search(label) for label in labels]
    return [value(found[0]) if found else at for at, found in enumerate(typed, 1)]


def annexed(rest: list[Block], above: Sequence[Block] = ()) -> tuple[list[Block], list[Annexed]]:
    """What stands before the first annex page, and the annexes; a notice `above` may list them."""
    signed = next((at for at, block in enumerate(rest) if is_date(block.text.strip())), None)
    label = (at for at, block in enumerate(rest) if block.text.lstrip().startswith("附"))
    starts = [at for at in label if _labels(rest, at)]
    if not starts and signed is not None:
        starts = [at for at in range(signed + 1, len(rest)) if _heads(rest, at)]
    bare = [] if starts or signed is None else _titles(rest, signed + 1)
    bare = bare or ([] if starts else _listed(rest, above))
    starts = starts or [title.start for title in bare]
    if not starts:
        return rest, []
    stops = [*starts[1:], len(rest)]
    if bare:
        pages = zip(bare, stops, strict=True)
        annexes = [
            Annexed(None, replace(one.block, role=Role.ANNEX_TITLE), rest[one.after : stop])
            for one, stop in pages
        ]
    else:
        annexes = [
            _annex(rest[start], rest[start + 1 : stop])
            for start, stop in zip(starts, stops, strict=True)
        ]
    return rest[: starts[0]], annexes


def _titles(rest: Sequence[Block], start: int) -> list[titles.Title]:
    """The titles below a date that are set in big letters: annexes whose label was left out."""
    found: list[titles.Title] = []
    at = start
    while at < len(rest):
        title = None
        if titles.is_big(rest[at]) and titles.is_title_line(rest[at]):
            title = titles.find_title(rest, at)
        if title is not None and title.start == at:
            found.append(title)
            at = title.after
        else:
            at += 1
    return found


def _listed(rest: Sequence[Block], above: Sequence[Block]) -> list[titles.Title]:
    """The lines that are a title of the 附件说明 and nothing else, with something below."""
    if not any(block.text.lstrip().startswith("附") for block in (*above, *rest)):
        return []
    names = {
        plain(annex.title) for blocks in (above, rest) for annex in annex_list(blocks, Doubts())[0]
    }
    return [
        titles.Title(block, at, at + 1)
        for at, block in enumerate(rest[:-1])
        if block.table is None and plain(block.text.strip()) in names
    ]


def _annex(label: Block, inner: Sequence[Block]) -> Annexed:
    """An annex: its title is the first line below the label, with the lines that look like it."""
    if not ANNEX_LABEL.match(label.text.strip()) and (found := TITLED.match(label.text.strip())):
        title = titles.joined([with_text(label, found["title"])], Role.ANNEX_TITLE)
        return Annexed(with_text(label, found["label"].strip()), title, list(inner))
    at = next((i for i, block in enumerate(inner) if block.text.strip() or block.table), None)
    if at is None or inner[at].table is not None or len(inner[at].text) > titles.LONGEST:
        return Annexed(label, None, list(inner))
    if FORM.match(inner[at].text.strip()):
        return Annexed(label, None, list(inner))
    after = at + 1
    if after < len(inner) and _is_rest(inner[at], inner[after]):
        after += 1
    while after < len(inner) and _goes_on(inner[at], inner[after]):
        after += 1
    title = titles.joined(inner[at:after], Role.ANNEX_TITLE)
    return Annexed(label, title, list(inner[after:]))


def _is_rest(first: Block, block: Block) -> bool:
    """Whether a title without an end goes on: ……排查整治工作 / 领导小组成员名单."""
    broken = not ENDS.search(first.text.strip()) and len(first.text.strip()) >= SHORTEST
    return broken and block.table is None and bool(REST.match(block.text.strip()))


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
    if begins_list([b.text.strip() for b in rest[at : at + 4] if b.text.strip()]):
        return False
    following = any(b.text.strip() or b.table for b in rest[at + 1 : at + 3])
    return following or not text.endswith(("：", ":"))


def _heads(rest: Sequence[Block], at: int) -> bool:
    """Whether a line is 附件1 and its title, with the annex below: not one of a list of them."""
    text = rest[at].text.strip()
    if rest[at].table is not None or not TITLED.match(text) or len(text) > titles.LONGEST:
        return False
    if text.endswith(("。", "；")):
        return False
    following = next((b for b in rest[at + 1 :] if b.text.strip() or b.table is not None), None)
    if following is None:
        return False
    below = following.text.strip()
    listed = MARKED.match(below) or LISTED.match(below)
    return following.table is not None or not (listed or is_imprint(below))
