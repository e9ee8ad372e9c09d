"""Forms that other offices write in, turned into the usual ones before a plan is read.

The document itself stays as it is; what is turned keeps its place. Only what no plan of ours
prints is turned: the law of the round trip doesn't know of this step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from plangen.model.document import Block
from plangen.model.ordinals import ordinal
from plangen.problem import Where
from plangen.recognise.doubts import Doubts
from plangen.recognise.marks import Mark, read_mark
from plangen.recognise.spoken_lists import numbered_lists
from plangen.recognise.stopped import unstopped
from plangen.recognise.usual_duties import usual_duties
from plangen.recognise.usual_groups import usual_groups
from plangen.recognise.usual_headings import usual_headings
from plangen.recognise.usual_lines import Line, Turn, line_of
from plangen.recognise.usual_phases import usual_phases
from plangen.recognise.usual_roster import usual_rosters
from plangen.recognise.usual_targets import usual_targets


def tell(turned: Sequence[Block], blocks: Sequence[Block], doubts: Doubts) -> None:
    """Note what some blocks were turned into, and which of these have the role of what is new."""
    known = set(map(id, blocks))
    new = [block for block in turned if id(block) not in known]
    if new or len(turned) < len(blocks):
        doubts.share(_origins(new, turned, blocks))
        doubts.turned |= _read_as(new, turned, blocks)


def _read_as(
    new: Sequence[Block], turned: Sequence[Block], blocks: Sequence[Block]
) -> dict[Where, tuple[str, ...]]:
    """The lines that a paragraph or a table was turned into, by its place.

    Those that are in the line above by now have none.
    """
    lines: dict[Where, list[str]] = {}
    for block in turned:
        lines.setdefault(block.where, []).append(block.text)
    changed = {block.where for block in new}
    joined = {block.where: () for block in blocks if block.where not in lines}
    return joined | {where: tuple(texts) for where, texts in lines.items() if where in changed}


def spoken_marks(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, marks in words (甲牵头，乙配合) with the labels that other marks have."""
    marks = {at: mark for at, line in enumerate(lines) if (mark := read_mark(line.text))}
    spoken = {at for at, mark in marks.items() if mark.lead and not mark.lead_label}
    if not spoken:
        return lines
    seen = marks.values()
    paired = sorted(seen, key=lambda mark: not mark.support_label)  # 责任单位 alone comes last
    lead = next((mark.lead_label for mark in paired if mark.lead_label), "牵头单位")
    support = next((mark.support_label for mark in seen if mark.support_label), "协助单位")
    return [
        line.turned(_labelled(marks[at], lead, support)) if at in spoken else line
        for at, line in enumerate(lines)
    ]


def _labelled(mark: Mark, lead: str, support: str) -> str:
    beside = f"。{support}：{'、'.join(mark.support)}" if mark.support else ""
    return f"{mark.text}（{lead}：{'、'.join(mark.lead)}{beside}）"


def _origins(
    new: Sequence[Block], turned: Sequence[Block], blocks: Sequence[Block]
) -> Iterator[tuple[Block, Block]]:
    """Each block that was turned, with the one it was, where that is one line still.

    A heading without an ordinal is none: the rules don't ask of it what they ask of headings.
    """
    known = {block.where: block for block in blocks if block.table is None}
    counts = Counter(block.where for block in turned)
    for block in new:
        was = known.get(block.where)
        if was is None or counts[block.where] > 1:
            continue
        if ordinal(was.text.strip()) or not ordinal(block.text.strip()):
            yield block, was


TURNS: tuple[Turn, ...] = (
    usual_headings,
    usual_rosters,
    usual_groups,
    usual_phases,
    spoken_marks,
    usual_duties,
    usual_targets,
    numbered_lists,
    unstopped,
)


def usual(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs and tables of a plan in the usual forms."""
    return through(blocks, *TURNS)


def through(blocks: Sequence[Block], *turns: Turn) -> list[Block]:
    """The paragraphs and tables as they are after some turns."""
    lines: Sequence[Line] = list(map(line_of, blocks))
    for turn in turns:
        lines = turn(lines)
    return [line.block for line in lines]
