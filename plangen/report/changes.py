"""What changed between two plans, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from plangen.compare.parts import Change, Kind
from plangen.report.standards import marked
from plangen.standard.wording import pieces

LONG = 20  # characters; in a longer text what differs is marked within
LONGEST = 200  # characters of what came or went as a whole
SAME = "内容相同"


def as_text(changes: Sequence[Change], *, color: bool = False) -> str:
    """A line for each change under the part of the plan that it is in, then their number."""
    if not changes:
        return SAME
    lines: list[str] = []
    part = ""
    for one in changes:
        if one.trail[0] != part:
            part = one.trail[0]
            lines += ["", part] if lines else [part]
        lines.append("  " + _line(one, color=color))
    return "\n".join([*lines, "", f"共 {len(changes)} 处"])


def as_json(changes: Sequence[Change]) -> str:
    """The changes for a program (version 1)."""
    found = [
        {"path": list(one.trail), "kind": one.kind, "old": one.old, "new": one.new}
        for one in changes
    ]
    return json.dumps({"version": 1, "changes": found}, ensure_ascii=False, indent=1)


def _line(one: Change, *, color: bool) -> str:
    place = " ".join(one.trail[1:])
    place = f"{place}：" if place else ""
    if one.kind is Kind.ADDED:
        return f"{place}增加 {_short(one.new)}"
    if one.kind is Kind.DROPPED:
        return f"{place}去掉 {_short(one.old)}"
    if one.kind is Kind.MOVED:
        return f"{place}次序由{one.old}改为{one.new}"
    if max(len(one.old), len(one.new)) <= LONG:
        return f"{place}{one.old} → {one.new}"
    return place + "".join(marked(piece, color=color) for piece in pieces(one.old, one.new))


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}……"
