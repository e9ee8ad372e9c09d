"""Lists whose numbers are spoken (一是……, 一要……), dashes or bullets, below 保障措施 or 实施步骤.

Each line has a heading that runs in, or is a phase: else they are prose. Bold beginnings of
paragraphs count as such headings too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plangen.model.document import Block
from plangen.model.ordinals import FIRST, SECOND, label, value
from plangen.recognise.phases import CALLED, head_of
from plangen.recognise.shown import GUARANTEES, headed
from plangen.recognise.usual_lines import Line

SPOKEN = re.compile(
    r"^(?P<n>[一二三四五六七八九十])(?:是|要)(?P<text>[^。；：]{2,30}[。：:（].+)$", re.DOTALL
)
DASHED = re.compile(
    r"^(?:—{1,2}|－{1,2}|-{2}|[•●◆■▪◇])\s*(?P<text>[^。；：]{2,30}[。：:（].+)$", re.DOTALL
)
FEWEST = 2
LONGEST = 30  # characters of a bold beginning


def numbered_lists(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, such lists with numbers."""
    apart = [at for at, line in enumerate(lines) if line.rank or line.block.table]
    out = list(lines)
    for at, stop in pairwise([*apart, len(lines)]):
        heading = lines[at].rest
        if lines[at].rank != FIRST or not _has_parts(heading):
            continue
        start, texts = _listed(heading, lines[at + 1 : stop]) or (0, [])
        for number, text in enumerate(texts, 1):
            place = at + start + number
            out[place] = lines[place].turned(label(SECOND, number) + text)
    return out


def _listed(heading: str, lines: Sequence[Line]) -> tuple[int, list[str]] | None:
    """Where a list begins among the lines below a heading, and these without marks."""
    texts = [line.text for line in lines]
    return spoken_list(heading, texts) or _bold(heading, lines)


def _has_parts(heading: str) -> bool:
    """Whether guarantees or phases may stand below a heading."""
    return bool(GUARANTEES.search(heading) or CALLED.search(heading))


def spoken_list(heading: str, texts: Sequence[str]) -> tuple[int, list[str]] | None:
    """Where the lines of a list begin among those below a heading, and these without marks."""
    lines: list[str] = []
    start = 0
    for at, text in enumerate(texts):
        line = _line(text, len(lines) + 1)
        if line is None and len(lines) >= FEWEST:
            break
        if line is None:
            lines = []
        else:
            start = start if lines else at
            lines.append(line)
    return (start, lines) if len(lines) >= FEWEST and _are_parts(heading, lines) else None


def _line(text: str, number: int) -> str | None:
    """What follows the mark of a line that is the next one."""
    found = SPOKEN.match(text)
    if found:
        return found["text"] if value(found["n"]) == number else None
    found = DASHED.match(text)
    return found["text"] if found else None


def _are_parts(heading: str, lines: Sequence[str]) -> bool:
    """Whether lines are guarantees with their headings, or phases."""
    if GUARANTEES.search(heading):
        return all(headed(line)[0] for line in lines)
    if CALLED.search(heading):
        heads = [head_of(line, "", SECOND) for line in lines]
        return all(head is not None and head.when for head in heads)
    return False


def _bold(heading: str, lines: Sequence[Line]) -> tuple[int, list[str]] | None:
    """Paragraphs that begin with a bold heading each."""
    texts = [line.text for line in lines]
    sound = len(texts) >= FEWEST and all(_begins_bold(line.block) for line in lines)
    return (0, texts) if sound and _are_parts(heading, texts) else None


def _begins_bold(block: Block) -> bool:
    faces = block.look.faces if block.look else ()
    if len(faces) < FEWEST or not faces[0][1].bold or any(face.bold for _, face in faces[1:]):
        return False
    return faces[0][0] <= LONGEST and block.text[: faces[0][0]].rstrip().endswith(
        ("。", "：", ":")
    )
