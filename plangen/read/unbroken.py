"""A text that has lost its line breaks, broken again before the ordinals of its lists.

Only a sequence proves an ordinal (一、 with 二、 after it), and only at the end of a sentence:
“统一、规范” and “第三条（二）” stay whole. What isn't numbered stays with what stands before it,
unless it has a label: see `labelled_lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import cast

from plangen.model.ordinals import FIRST, FOURTH, HALF, PHASE, RING, SECOND, THIRD
from plangen.read.labelled_lines import at_labels
from plangen.read.passages import BLANKS, Passage
from plangen.read.starts import FINAL, Ordinal, is_finished, ordinal
from plangen.source.facts import facts
from plangen.text.width import em

RANKS = ((FIRST,), (SECOND, PHASE), (THIRD,), (FOURTH, HALF), (RING,))
LONG = 200  # 字 that a paragraph of a plan may have
GIANT = 0.7  # of a text that has lost its breaks stand in longer lines
FEWEST = 2  # ordinals of the first or second rank in one line
HEADING = 30  # 字 between an ordinal and the first one below it, without a mark
KIND = re.compile("(?:方案|通知|意见|办法|规定|计划|规划|细则|要点|报告|决定|预案|制度)$")
BEGINS = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:阶段|[、.．，,：:])|[（(]|\d{1,2}\s*[、.．，,）)]|[①-⑳]"
)
LOOKED_AT = 80  # characters before an ordinal, and no more than an ordinal's after it
LONGEST = 12


def lost_breaks(lines: Sequence[Passage]) -> bool:
    """Whether nearly all of a text stands in a few lines, with its headings inside them."""
    giant = [line for line in lines if len(line.text) > LONG and em(line.text) > LONG]
    if not giant or _width(giant) < GIANT * _width(lines):
        return False
    return any(_headings(line.text) for line in giant)


def _width(lines: Iterable[Passage]) -> float:
    return em("".join([line.text for line in lines]))


def _headings(text: str) -> bool:
    """Whether a text holds several headings of the first rank, or of the second."""
    return any(sum(at > 0 for at in _chain(text, ranks)) >= FEWEST for ranks in RANKS[:2])


def broken(lines: Iterable[Passage]) -> list[Passage]:
    """The passages of a text that had lost its breaks; they begin with their ordinals."""
    parts = [part for line in lines for part in _broken(line, RANKS)]
    headed = (piece for part in parts for piece in _after_heading(part))
    return [line for piece in headed for line in at_labels(piece)]


def _broken(line: Passage, ranks: Sequence[tuple[int, ...]]) -> Iterator[Passage]:
    if not ranks or em(line.text) <= HEADING:
        yield line
        return
    places = [at for at in _chain(line.text, ranks[0]) if at > 0]
    for part in line.cut(*places) if places else [line]:
        yield from _broken(part, ranks[1:])


def _chain(text: str, ranks: tuple[int, ...]) -> list[int]:
    """Where the ordinals of lists stand: each list from 1 on, of two or more.

    In a list that has begun so a number may be lost: 3、 with 5、 after it.
    """
    chain: list[int] = []
    run: list[int] = []
    last = 0
    for found in BEGINS.finditer(text):
        at = found.start()
        known = ordinal(text[at : at + LONGEST])
        if not known or known[0] not in ranks or not _may_begin(text, at, known):
            continue
        if known[1] == 1:
            chain += run if len(run) >= FEWEST else []
            run, last = [at], 1
        elif last and known[1] in {last + 1, last + (len(run) >= FEWEST) + 1}:
            run.append(at)
            last = known[1]
    return chain + (run if len(run) >= FEWEST else [])


def _may_begin(text: str, at: int, known: Ordinal) -> bool:
    """Whether an ordinal may begin a paragraph here, from what stands before it."""
    whole = text[max(0, at - LOOKED_AT) : at]
    before = whole.rstrip(BLANKS)
    if before != whole or not before or is_finished(before):
        return True
    rank, number, _ = known
    if number > 1:
        return before.endswith(("）", ")"))  # （牵头单位：县卫健局）2.……
    start = max(before.rfind(mark) for mark in FINAL) + 1
    heading = ordinal(before[start:])
    under = heading is not None and heading[0] < rank and em(before[start:]) <= HEADING
    return bool(KIND.search(before)) or under


def _after_heading(part: Passage) -> list[Passage]:
    """A section parted from its heading, where it is a usual one."""
    found = ordinal(part.text)
    if not found or found[0] != FIRST:
        return [part]
    words = _section_headings().match(part.text, found[2])
    if not words or em(part.text[words.end() :]) <= HEADING:
        return [part]
    return part.cut(words.end())


@cache
def _section_headings() -> re.Pattern[str]:
    """A usual heading that text follows, not 工作目标责任制 or 保障措施：."""
    data = cast("dict[str, list[str]]", facts("plangen.words", "section_headings.yaml"))
    words = sorted(data["headings"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})(?![责及和与、，。：:])")
