"""The title that a web page has above the document's own: the same words twice, maybe broken.

A page's heading may stand in 《》 and with the number; between it and the document's own title
there may be anything of the page, but nobody is addressed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.model.document import Block
from plangen.recognise import titles
from plangen.recognise.labels import with_text

NUMBERED = re.compile(r"^(?P<number>[^《》]*号)?《(?P<title>.+)》$")
ADDRESSED = re.compile(r"^[^。]{0,40}(?:各|有关|人民政府|[局委办])[^。]{0,120}[：:]$")
SIGNED = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日$")
ANNEX = re.compile("^附件")
BLANKS = re.compile(r"\s")
OTHER = re.compile(r"[\W_]")  # dashes and brackets may differ
OUTER = str.maketrans("〈〉", "《》")
MOST_ABOVE, MOST_LINES = 24, 4  # lines above an addressee, lines of a title
SHORTEST = 10  # characters of a title


def page_title(
    blocks: Sequence[Block], places: Sequence[int]
) -> tuple[set[int], dict[int, Block]]:
    """(the lines of the page above the document's title, lines that read otherwise)."""
    tops = _tops(blocks, places)
    bare = [_bare(blocks[at].text) for at in tops]
    told = [n for n, text in enumerate(bare) if _is_told(text)]
    gone = {tops[n] for n in told if bare[n] in bare[n + 1 :]}
    for n in told:
        if found := _again(bare, n):
            start, end = found
            whole = "".join(map(_letters, bare[start:end])) == _letters(bare[n])
            gone |= {*tops[:start]} if whole else {*tops[n + 1 : end]}
    left = {tops[n] for n in told if bare[n] in bare[:n] and tops[n] not in gone}
    turned = {
        at: with_text(blocks[at], _bare(blocks[at].text).translate(OUTER))
        for at in left
        if BLANKS.sub("", blocks[at].text) != _bare(blocks[at].text)
    }
    for at in sorted(gone):
        number = _number(blocks[at].text)
        if number and not any(titles.NUMBER.match(text) for text in bare):
            turned[at] = with_text(blocks[at], number)
            break
    return gone - turned.keys(), turned


def _tops(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """The lines above the one that addresses somebody, else above the first sentence."""
    out: list[int] = []
    for at in places[:MOST_ABOVE]:
        text = blocks[at].text.strip()
        if ADDRESSED.match(text):
            return out
        if blocks[at].table is not None or SIGNED.match(text) or ANNEX.match(text):
            break
        out.append(at)
    said = (n for n, at in enumerate(out) if "。" in blocks[at].text)
    return out[: next(said, len(out))]


def _again(bare: Sequence[str], n: int) -> tuple[int, int] | None:
    """From where to where a title's words stand again, broken into lines; maybe from 关于 on."""
    title = _letters(bare[n])
    if not titles.TITLE_END.search(bare[n]) or len(title) < SHORTEST:
        return None
    for start in range(n + 1, len(bare)):
        for end in range(start + 2, min(start + MOST_LINES, len(bare)) + 1):
            said = "".join(map(_letters, bare[start:end]))
            if said == title or (said.startswith("关于") and title.endswith(said)):
                return start, end
    return None


def _is_told(text: str) -> bool:
    """Whether a line is one that a page may have as well: a title, a number."""
    return bool(titles.TITLE_END.search(text) or titles.NUMBER.match(text))


def _bare(text: str) -> str:
    """A title without the number before it and the 《》 around it."""
    text = BLANKS.sub("", text)
    found = NUMBERED.match(text)
    return found["title"] if found else text


def _number(text: str) -> str:
    """The number that stands before a title in 《》."""
    found = NUMBERED.match(BLANKS.sub("", text))
    return (found["number"] or "") if found else ""


def _letters(text: str) -> str:
    return OTHER.sub("", text)
