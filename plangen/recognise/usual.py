"""Forms that other offices write in, turned into the usual ones before a plan is read.

The document itself stays as it is; what is turned keeps its place. Only what no plan of ours
prints is turned: the law of the round trip doesn't know of this step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from plangen.model.document import Block
from plangen.problem import Where
from plangen.recognise.labels import with_text
from plangen.recognise.marks import Mark, read_mark
from plangen.recognise.spoken_lists import numbered_lists
from plangen.recognise.stopped import unstopped
from plangen.recognise.usual_duties import usual_duties
from plangen.recognise.usual_groups import usual_groups
from plangen.recognise.usual_headings import usual_headings
from plangen.recognise.usual_lines import ordinal_of
from plangen.recognise.usual_phases import usual_phases
from plangen.recognise.usual_roster import usual_rosters
from plangen.recognise.usual_targets import usual_targets

Turn = Callable[[Sequence[Block]], list[Block]]


def read_as(turned: Sequence[Block], blocks: Sequence[Block]) -> dict[Where, tuple[str, ...]]:
    """The lines that a paragraph or a table was turned into, by its place.

    Those that are in the line above by now have none.
    """
    new = _others(turned, blocks)
    if not new and not _others(blocks, turned):
        return {}
    lines: dict[Where, list[str]] = {}
    for block in turned:
        lines.setdefault(block.where, []).append(block.text)
    changed = {block.where for block in new}
    joined = {block.where: () for block in blocks if block.where not in lines}
    return joined | {where: tuple(texts) for where, texts in lines.items() if where in changed}


def spoken_marks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, marks in words (甲牵头，乙配合) with the labels that other marks have."""
    marks = [read_mark(block.text.strip()) if not block.table else None for block in blocks]
    seen = [mark for mark in marks if mark]
    paired = sorted(seen, key=lambda mark: not mark.support_label)  # 责任单位 alone comes last
    lead = next((mark.lead_label for mark in paired if mark.lead_label), "牵头单位")
    support = next((mark.support_label for mark in seen if mark.support_label), "协助单位")
    return [
        with_text(block, _labelled(mark, lead, support))
        if mark and mark.lead and not mark.lead_label
        else block
        for block, mark in zip(blocks, marks, strict=True)
    ]


def _labelled(mark: Mark, lead: str, support: str) -> str:
    beside = f"。{support}：{'、'.join(mark.support)}" if mark.support else ""
    return f"{mark.text}（{lead}：{'、'.join(mark.lead)}{beside}）"


def origins(turned: Sequence[Block], blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Each block that was turned, with the one it was, where that is one line still.

    A heading without an ordinal is none: the rules don't ask of it what they ask of headings.
    """
    new = _others(turned, blocks)
    if not new:
        return
    known = {block.where: block for block in blocks if block.table is None}
    counts = Counter(block.where for block in turned)
    for block in new:
        was = known.get(block.where)
        if was is None or counts[block.where] > 1:
            continue
        if ordinal_of(was.text) or not ordinal_of(block.text):
            yield block, was


def _others(some: Sequence[Block], blocks: Sequence[Block]) -> list[Block]:
    """Those of some blocks that aren't among others."""
    kept = set(map(id, blocks))
    return [block for block in some if id(block) not in kept]


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
    found = list(blocks)
    for turn in TURNS:
        found = turn(found)
    return found
