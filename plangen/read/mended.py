"""Lines that a converter broke, in a text that otherwise has a line for each paragraph.

A label that was spread with blanks comes out as 组 / 长：何川; a line is broken now and then
before a number: 力争到 / 2024年底，实现…… Only what can't be an end is joined to the next line.
Where blanks indent the paragraphs, a line without an end is joined to one at the edge as well:
……跟进抓好问题 / 整改，形成闭环。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.read.passages import BLANKS, Passage, joined
from plangen.read.starts import (
    PAIRS,
    is_finished,
    is_known_label,
    is_label,
    ordinal,
    within_brackets,
)

SYLLABLES = re.compile("[\u4e00-\u9fff]+")
LONGEST = 2  # characters of a piece of a label
MOST = 6  # lines that a label is broken into, blank ones between them
SENTENCE = re.compile("[，、。；]")
COMMAS = "，、"
OPEN = frozenset("至在对将把由按从向于与和及以到" + COMMAS)
CLOSED = re.compile("^[^（《〔【(]*[）》〕】)]")
UNCLOSED = "|".join(f"[{pair[0]}][^{pair[1]}\\n]*" for pair in PAIRS)
ACROSS = re.compile(rf"(?:{UNCLOSED})\n[^（《〔【(\n]*[）》〕】)]")  # so on two lines of a text
LEAST = 10  # characters of a line that may be a part of a sentence
FULL = 30  # characters of a line that shows how paragraphs begin
AROUND, ENOUGH = 12, 3  # lines looked at for that, and how many there must be


def may_mend(texts: Sequence[str]) -> bool:
    """Whether a line may be broken; a glance at how each ends, which is all that most need."""
    for line in texts:
        text = line.strip(BLANKS)
        if 0 < len(text) <= LONGEST or text[-1:] in OPEN:
            return True
        if text[:1] != line[:1] and len(text) >= FULL:
            return True
    return ACROSS.search("\n".join(texts)) is not None


def mended(lines: Sequence[Passage]) -> Iterator[Passage]:
    """The lines, those joined that were broken within a label or a sentence."""
    at = 0
    while at < len(lines):
        short = len(lines[at].text) <= LONGEST
        count = (_label(lines, at) if short else 0) or _sentence(lines, at)
        if count == 1:
            yield lines[at]
        else:
            yield joined(line for line in lines[at : at + count] if line.text)
        at += count


def _label(lines: Sequence[Passage], at: int) -> int:
    """How many lines make up one line that begins with a broken label; 0 for none.

    Single blank lines may stand between: blanks in a row were gaps between columns.
    """
    parts = [lines[at].text]
    if not _is_syllable(parts[0]):
        return 0
    for count, line in enumerate(lines[at + 1 : at + MOST], 2):
        if line.text:
            parts.append(line.text)
            if not _is_syllable(line.text):
                return count if is_known_label("".join(parts)) else 0
        elif not lines[at + count - 2].text or line.rows:
            return 0
    return 0


def _is_syllable(text: str) -> bool:
    return 0 < len(text) <= LONGEST and SYLLABLES.fullmatch(text) is not None


def _sentence(lines: Sequence[Passage], at: int) -> int:
    """How many lines make up a sentence that was broken; 1 for a line that has its end."""
    count = 1
    while at + count < len(lines) and _goes_on(lines, at + count - 1):
        count += 1
    return count


def _goes_on(lines: Sequence[Passage], at: int) -> bool:
    """Whether a line can't have ended, and the next one can go on with it."""
    line, below = lines[at], lines[at + 1]
    after = below.text
    if line.outline or below.outline or not (_is_cut(line.text, after) or _hangs(lines, at)):
        return False
    return not ordinal(after) and not is_label(after)


def _hangs(lines: Sequence[Passage], at: int) -> bool:
    """Whether an indented line without an end stands above one at the edge that has one.

    The paragraphs around are indented, all of them.
    """
    line, below = lines[at], lines[at + 1]
    text = line.text
    if not line.before or below.before or len(text) < FULL or not text[-1].isalnum():
        return False
    if not SENTENCE.search(text) or not is_finished(below.text):
        return False
    near = range(max(0, at - AROUND), min(len(lines), at + AROUND))
    shown = [lines[n] for n in near if n != at + 1 and len(lines[n].text) >= FULL]
    return len(shown) >= ENOUGH and all(each.before for each in shown)


def _is_cut(text: str, below: str) -> bool:
    """Whether a line ends within brackets that the next one closes, or within a sentence."""
    closes = CLOSED.match(below) is not None
    if not closes and text[-1:] not in OPEN:
        return False  # so it is with nearly all
    if within_brackets(text):
        return closes
    if len(text) < LEAST or text[-1] not in OPEN or not SENTENCE.search(text) or not below:
        return False
    return text[-1] in COMMAS or is_finished(below)
