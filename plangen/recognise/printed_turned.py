"""What is turned before a plan is read (see `usual`) and a plan of ours may print."""

from __future__ import annotations

from plangen.model.ordinals import SECOND
from plangen.recognise.printed_bodies import Bodies, is_filled
from plangen.recognise.printed_lines import Line
from plangen.recognise.spoken_lists import spoken_list
from plangen.recognise.stopped import FEWEST, is_stopped, is_text


def number_list(line: Line) -> None:
    """一是加强领导。…… below 保障措施 reads as numbered."""
    texts = [*line.more, *(line.after if line.leaf else [])]
    if not line.leaf:
        return
    found = spoken_list(line.first, texts)
    if found:
        start, lines = found
        line.more, line.after = texts[:start], texts[start + len(lines) :]
        line.below = [Line(text, SECOND) for text in lines]


def unstop(line: Line) -> None:
    """（一）加强领导。 on a line of its own reads without its 。, where all its siblings do."""
    assigned = line.assigned is not None and line.assigned.numbered
    if len(line.below) < FEWEST or assigned or (line.bodies and _are_filled(line.bodies)):
        return
    last = line.below[-1]
    if all(_is_heading(each, line if each is last else None) for each in line.below):
        for each in line.below:
            each.first = each.first.rstrip("。")
        if line.table and line.tabled:  # a table below a heading is the heading's
            last.table, line.table, line.tabled = line.table, None, False


def _are_filled(bodies: Bodies) -> bool:
    """Whether one sees a roster or duties, so that what is numbered may be a body's."""
    led = bodies.leaders is not None and bool(bodies.leaders.roster)
    return led or bodies.numbered or any(map(is_filled, bodies.groups))


def _is_heading(line: Line, above: Line | None) -> bool:
    """Whether a line is short and has something below it; `above` is the one it ends."""
    if line.rank != SECOND or not is_stopped(line.first):
        return False
    if line.more:
        return is_text(line.more)
    if line.table:
        return line.tabled and bool(line.below)
    if line.bodies or line.assigned or line.below:
        return True
    after = line.after or (above.after if above and not above.tabled else [])
    return bool(after) and is_text(after)
