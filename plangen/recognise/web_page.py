"""What a web page put around a document (索引号：……, 【字体：大 中 小】, 责任编辑：……), set apart.

Only lines above the text and below its end are looked at, and a line must be nothing else: labels
and buttons of plangen/words/web_page.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import cast

from plangen.model.document import Block
from plangen.recognise import titles
from plangen.recognise.labels import with_text
from plangen.recognise.page_title import page_title
from plangen.source.facts import facts

BULLET = re.compile(r"^[\s•·●▪◆■○*\-]+")
FRAME = re.compile(r"[【】\[\]（）()<>《》|｜\s]+")
LABELS = re.compile(r"(?:^|(?<=[\s【\[]))([^：:。，\s【\[]{1,16})[：:]")
SPACED = 4  # words of a label with blanks between its characters: 索 引 号
STAMP = re.compile(r"^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$")
FOOT = re.compile(r"公网安备|ICP备|网站标识码|版权所有|[Cc]opyright|^\d{10,}号$")
NAMES = frozenset({"名称", "标题", "信息名称", "文件名称"})
ADDRESSED = re.compile(r"^[^。]{2,120}[：:]$")
BLANKS = re.compile(r"\s")
SHORT_VALUE = 12
MOST_ABOVE, MOST_BELOW = 60, 14  # lines with text
LONGEST_VALUE = 40
LABELS_OF_TABLE = 2
PIPES = re.compile("[|｜]")  # between the cells of a table that was copied as text
SPREAD = re.compile(r"(\S{2,4}?|标\s*题|名\s*称)\s*[：:\s]\s*(\S.*)$")  # 标 题：……的通知


def without_page(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """(the document, what a web page added to it)."""
    texts = [at for at, block in enumerate(blocks) if block.text.strip() or block.table]
    above = _above(blocks, texts[:MOST_ABOVE])
    if not any(_is_sure(blocks[at]) for at in above):
        above = set()
    if above:
        above |= _repeated(blocks, [at for at in texts[:MOST_ABOVE] if at not in above], above)
    left = [at for at in texts[:MOST_ABOVE] if at not in above]
    named = _named(blocks, above, left)
    twice, once = page_title(blocks, left)
    above |= twice
    named |= once
    gone = (above | (_below(blocks, texts[-MOST_BELOW:]) - above)) - named.keys()
    if not gone and not named:
        return list(blocks), []
    kept = [named.get(at, block) for at, block in enumerate(blocks) if at not in gone]
    return kept, [blocks[at] for at in sorted(gone)]


def _named(blocks: Sequence[Block], gone: set[int], places: Sequence[int]) -> dict[int, Block]:
    """The line 名称：……的通知 as the title, where there is no other."""
    if any(titles.TITLE_END.search(blocks[at].text.strip()) for at in places):
        return {}
    for at in sorted(gone):
        text = BULLET.sub("", blocks[at].text).strip()
        text = " ".join(PIPES.sub(" ", text).split())
        found = SPREAD.match(text)
        if found and _words(found[1]) in NAMES and titles.TITLE_END.search(found[2]):
            return {at: with_text(blocks[at], found[2].strip())}
    return {}


def _above(blocks: Sequence[Block], places: Sequence[int]) -> set[int]:
    """The lines of the page above the text: until somebody is addressed, or a sentence ends."""
    gone: set[int] = set()
    asking: int | None = None  # a label without a value; the next line may be it
    held: list[int] = []
    for at in places:
        text = BULLET.sub("", blocks[at].text).strip()
        own = _is_table(blocks[at]) if blocks[at].table is not None else _is_line(text)
        if own:
            if asking is not None and len(held) == 1:
                gone.add(held[0])
            gone.add(at)
            asking, held = (at if text.endswith(("：", ":")) else None), []
        elif blocks[at].table is not None or "。" in text or ADDRESSED.match(text):
            break
        else:
            held.append(at)
            if len(text) > LONGEST_VALUE:
                asking = None
    return gone


def _repeated(blocks: Sequence[Block], places: Sequence[int], gone: set[int]) -> set[int]:
    """A title above the page's labels that the document begins with again, its number maybe."""
    first = min(gone)
    tops = [at for at in places if at < max(gone)]
    below = {_bare(blocks[at].text) for at in places if at > first}
    out = set()
    for at in tops:
        name = _bare(blocks[at].text)
        again = name in below and any(
            other > at and _bare(blocks[other].text) == name for other in places
        )
        if again and titles.TITLE_END.search(name):
            out.add(at)
    return out


def _bare(text: str) -> str:
    """A title without the number before it and the 《》 around it."""
    text = BLANKS.sub("", text)
    found = re.fullmatch(r"(?P<number>[^《》]*号)?《(?P<title>.+)》", text)
    return found["title"] if found else text


def _below(blocks: Sequence[Block], places: Sequence[int]) -> set[int]:
    """The lines of the page below the text."""
    heads = [at for at in places if _words(blocks[at].text) in _facts("after")]
    values = _values(blocks, places)
    gone: set[int] = set()
    for head in heads:
        under = [at for at in places if at >= head]
        if not any("。" in blocks[at].text or blocks[at].table for at in under):
            gone |= set(under)
            break
    for at in reversed(places):
        if at in gone:
            continue
        if blocks[at].table is not None or not (_is_tail(blocks[at].text.strip()) or at in values):
            break
        gone.add(at)
    return gone


def _values(blocks: Sequence[Block], places: Sequence[int]) -> set[int]:
    """The values that stand below their labels: 编辑： / 杨帆."""
    out = set()
    for label, at in pairwise(places):
        asked = blocks[label].text.strip()
        short = len(blocks[at].text.strip()) <= SHORT_VALUE
        if short and asked.endswith(("：", ":")) and _label(asked) in _facts("tails"):
            out.add(at)
    return out


def _is_line(text: str) -> bool:
    """Whether a line above a text is the page's: a label with its value, buttons, a trail."""
    if text.startswith(tuple(_facts("trail"))) or text.count(" > ") > 1:
        return True
    if STAMP.match(text) or _bare_label(text) in _facts("labels"):
        return True
    if _label(text) in _facts("labels") or _is_buttons(text):
        return True
    found = {BLANKS.sub("", label) for label in LABELS.findall(text)} & _facts("labels")
    return bool(found - _facts("weak")) and "。" not in text and not ADDRESSED.match(text)


def _is_sure(block: Block) -> bool:
    """Whether only a web page has such a line: a report may begin with 时间：, a table too."""
    text = BULLET.sub("", block.text).strip()
    if block.table is not None or text.startswith(tuple(_facts("trail"))):
        return True
    found = {BLANKS.sub("", label) for label in LABELS.findall(text)} & _facts("labels")
    if STAMP.match(text) or _bare_label(text) in _facts("labels") - _facts("weak"):
        return True
    return bool(found - _facts("weak")) or len(found) > 1 or _is_buttons(text)


def _bare_label(text: str) -> str:
    """The label of a table copied as text: 发布机构 霁川县人民政府办公室, 索  引  号 1137."""
    words = text.split()[: SPACED + 1]
    begun = ("".join(words[:count]) for count in range(1, len(words)))
    return next((label for label in begun if label in _facts("labels")), "")


def _is_tail(text: str) -> bool:
    inner = text.strip("（）()【】[] ")
    return _label(inner) in _facts("tails") or _is_buttons(text) or bool(FOOT.search(text))


def _is_buttons(text: str) -> bool:
    """打印本页　关闭窗口; 【字体：大 中 小】."""
    words = [word for word in FRAME.split(re.sub("[：:]", " ", text)) if word]
    return bool(words) and all(word in _facts("buttons") for word in words)


def _is_table(block: Block) -> bool:
    """Whether a table holds what the page says of the document: 索引号, 发布机构."""
    cells = [_words(text) for text in block.texts()]
    labels = _facts("labels")
    return sum(cell in labels or _label(cell) in labels for cell in cells) >= LABELS_OF_TABLE


def _label(text: str) -> str:
    """The label that a line begins with; nothing where it has none."""
    found = re.match(r"[【\[]?([^：:。，]{1,16})[：:]", text)
    return BLANKS.sub("", found[1]) if found else ""


def _words(text: str) -> str:
    return BLANKS.sub("", text).strip("：:")


@cache
def _facts(name: str) -> frozenset[str]:
    found = cast("dict[str, list[str]]", facts("plangen.words", "web_page.yaml"))
    return frozenset(found[name])
