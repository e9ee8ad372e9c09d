"""附件说明: the annexes that a text lists below its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.model.document import Block, Role
from plangen.model.ordinals import ANNEX_LABEL
from plangen.model.plan import Annex
from plangen.recognise.doubts import Doubts

LIST = re.compile(r"^附\s*件?\s*[：:]\s*(?P<rest>.*)$", re.DOTALL)
LISTED = re.compile(
    r"^(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.．、]\s*(?P<title>.+)$", re.DOTALL
)
TOGETHER = re.compile(r"(?<=[^\s：:])[\s；;]+(?=\d{1,2}\s*[.．、]\s*[^\d\s])")
NUMBER = re.compile(r"\d{1,2}")
KINDS = "(?:名单|清单|表|方案|办法|目录|要求|标准|图)"
REST = re.compile(rf"^[\u4e00-\u9fff、（）]{{2,20}}{KINDS}$")
NAMED = re.compile(rf"(?:{KINDS}|通知|意见|规定|预案|计划|细则)(?:[（(][^（）()]*[）)])?[。；;]?$")
NARROW = str.maketrans("（）", "()")
LONGEST = 60  # characters of a line that may be of a title
MARKED = re.compile(r"^附件?\s*\d{1,2}\s*[：:.．、]\s*(?P<title>.+)$", re.DOTALL)  # 附件1：……


def annex_list(blocks: Sequence[Block], doubts: Doubts) -> tuple[tuple[Annex, ...], list[Block]]:
    """The annexes that a text lists, and the blocks without the list."""
    found = _span(blocks)
    if found is None:
        return (), list(blocks)
    start, end = found
    listed = [block for block in blocks[start:end] if block.text.strip()]
    doubts.takes(listed, Role.ANNEX_LIST)
    titles = [(title, block) for text, block in _items(listed) for title in _titles(text)]
    out = tuple(Annex(title=title, where=block.where) for title, block in titles if title)
    return out, [*blocks[:start], *blocks[end:]]


def _span(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Where the list begins and ends: 附件：1.……, 2.……, or 附件1：……, 附件2：……"""
    for start, block in enumerate(blocks):
        text = block.text.strip()
        if not text.startswith("附"):
            continue
        marked, found = MARKED.match(text), LIST.match(text)
        if not marked and not found:
            continue
        listed = marked or not found or not found["rest"] or LISTED.match(found["rest"])
        form = MARKED if marked else LISTED
        end = start + 1
        while listed and (more := _more(blocks, end, form)):
            end = more
        if end > start + 1 or marked or (found and found["rest"]):
            whole = listed and NAMED.search(blocks[end - 1].text.strip())
            return start, end if whole else _second_line(blocks, end)
    return None


def _more(blocks: Sequence[Block], at: int, form: re.Pattern[str]) -> int:
    """Where the list ends with its next item, which may go on with a title's second line."""
    filled = [n for n in range(at, min(at + 4, len(blocks))) if blocks[n].text.strip()]
    for nth, place in enumerate(filled[:2]):
        text = blocks[place].text.strip()
        found = form.match(text)
        if found and (nth == 0 or NUMBER.match(text)):
            return place + 1
        if found or len(text) > LONGEST or text.endswith(("。", "；")):
            return 0
    return 0


def _second_line(blocks: Sequence[Block], end: int) -> int:
    """Where a list ends whose last name goes on: 附件：工作领导小组 / 成员名单."""
    filled = [n for n in range(end, min(end + 4, len(blocks))) if blocks[n].text.strip()]
    if not filled or not REST.match(blocks[filled[0]].text.strip()):
        return end
    below = blocks[filled[1]].text.strip() if len(filled) > 1 else "附件"
    return filled[0] + 1 if ANNEX_LABEL.match(below) else end


def _items(listed: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """The items of a list, each with the lines that its title goes on with."""
    items: list[tuple[str, Block]] = []
    for block in listed:
        text = block.text.strip()
        begins = MARKED.match(text) or LISTED.match(text) or LIST.match(text)
        if items and not begins:
            items[-1] = (items[-1][0] + text, items[-1][1])
        else:
            items.append((text, block))
    yield from items


def plain(title: str) -> str:
    """A title with narrow brackets: lists and pages differ in them."""
    return title.translate(NARROW)


def begins_list(texts: Sequence[str]) -> bool:
    """Whether lines are 附件： and below it the names 1.……, 2.……: no annex, a list of them."""
    if not texts or not LIST.match(texts[0]) or len(texts) < 2:  # noqa: PLR2004
        return False
    found = LISTED.match(texts[1])
    return found is not None and _is_name(texts[1]) and texts[1].startswith("1")


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST and not text.endswith(("。", "；", "："))


def _titles(text: str) -> Iterator[str]:
    """The titles of a line: 附件：1.调查表　2.填表说明 has two."""
    for part in TOGETHER.split(text.strip()):
        yield _title(part)


def _title(text: str) -> str:
    text = text.strip()
    if marked := MARKED.match(text):
        return marked["title"].strip()
    found = LIST.match(text)
    text = found["rest"] if found else text
    listed = LISTED.match(text)
    return (listed["title"] if listed else text).strip()
