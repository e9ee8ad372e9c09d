"""What changed between two standards, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from plangen.standard.catalogue import CatalogueSection, Clause, Standard
from plangen.standard.compare import ClauseChange, Comparison, IndicatorChange, Kind, SectionChange
from plangen.standard.indicators import Bearer
from plangen.standard.refs import spell
from plangen.standard.wording import Piece
from plangen.text.width import cells

OLD, NEW = ("[-", "-]", "31"), ("{+", "+}", "32")  # red and green
COUNTED = {
    Kind.CHANGED: "改动",
    Kind.ADDED: "新增",
    Kind.DROPPED: "取消",
    Kind.MOVED: "移动",
    Kind.PARTLY: "条文不全",
    Kind.UNSEEN: "另一版未收入",
    Kind.SAME: "不变",
}
SECTIONS = COUNTED | {Kind.CHANGED: "改名", Kind.MOVED: "改序号"}
NOTHING, UNKNOWN, UNSEEN = "—", "未见数值", "未收入"
GAP = "  "


def as_text(found: Comparison, *, color: bool = False) -> str:
    """The changes by kind: sections, clauses with what differs marked, a table of indicators."""
    parts = [
        [f"{_title(found.old)} → {_title(found.new)}", *_cautions(found)],
        _headed("节", map(_section, _told(found.sections))),
        [f"条款：{_counts(found.clauses)}"],
        *_clauses(found, color=color),
        _headed("指标的变化", _table([i for i in found.indicators if i.kind is not Kind.UNSEEN])),
        _headed(
            "只见于一版的指标（另一版条款不全）",
            _table([i for i in found.indicators if i.kind is Kind.UNSEEN]),
        ),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def as_json(found: Comparison) -> str:
    """The changes for a program (version 1); `kind` is one of those of `compare`."""
    data = {
        "version": 1,
        "old": _standard_json(found.old),
        "new": _standard_json(found.new),
        "sections": [
            {"kind": one.kind, "old": _section_json(one.old), "new": _section_json(one.new)}
            for one in found.sections
        ],
        "clauses": [_clause_change_json(one) for one in found.clauses],
        "indicators": [
            {"kind": one.kind, "old": _bearer_json(one.old), "new": _bearer_json(one.new)}
            for one in found.indicators
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


# Text


def _title(standard: Standard) -> str:
    return f"《{standard.title}》{standard.edition}"


def _cautions(found: Comparison) -> Iterator[str]:
    """What can't be told where a catalogue isn't complete."""
    if not found.new.complete:
        yield f"注意：{found.new.id} 的条款不全，其中没有的不能说已经取消"
    if not found.old.complete:
        yield f"注意：{found.old.id} 的条款不全，其中没有的不能说是新增"


def _told(changes: Iterable[SectionChange]) -> list[SectionChange]:
    return [change for change in changes if change.kind is not Kind.SAME]


def _section(change: SectionChange) -> str:
    """改名  B 健康教育 → B 健康教育和健康促进."""
    names = [
        f"{section.id} {section.number}、{section.title}"
        for section in (change.old, change.new)
        if section
    ]
    said = SECTIONS[change.kind]
    if change.kind is Kind.UNSEEN:
        said = "现版未收入" if change.old else "原版未收入"
    return f"{said}{GAP}{' → '.join(names)}"


def _counts(changes: Sequence[ClauseChange]) -> str:
    counts = {kind: sum(change.kind is kind for change in changes) for kind in COUNTED}
    return "，".join(f"{COUNTED[kind]} {count}" for kind, count in counts.items() if count)


def _clauses(found: Comparison, *, color: bool) -> Iterator[list[str]]:
    yield _headed("改动的条款", (_changed(one, color=color) for one in found.of(Kind.CHANGED)))
    partly = found.of(Kind.PARTLY)
    yield _headed("条文只见一部分，不能说有没有改动的条款", map(_moved, partly))
    yield _headed("移动的条款（条文不变）", map(_moved, found.of(Kind.MOVED)))
    yield _headed("新增的条款", (_whole(one.new) for one in found.of(Kind.ADDED)))
    yield _headed("取消的条款", (_whole(one.old) for one in found.of(Kind.DROPPED)))
    unseen = found.of(Kind.UNSEEN)
    for side, clauses, other in (
        ("只见于原版", [one.old for one in unseen if one.old], "现版"),
        ("只见于现版", [one.new for one in unseen if one.new], "原版"),
    ):
        names = [spell(clauses)] if clauses else []
        yield _headed(f"{side}的条款（{other}条款不全）", names)


def _headed(heading: str, rows: Iterable[str]) -> list[str]:
    """Rows under a heading; nothing without rows."""
    lines = [f"{GAP}{line}" for row in rows for line in row.split("\n")]
    return [heading, *lines] if lines else []


def _moved(change: ClauseChange) -> str:
    """B3 → C2（第3条 → 第12条）."""
    old, new = change.old, change.new
    if old is None or new is None:
        return ""
    if not change.moved:
        return new.id
    numbers = f"（第{old.number}条 → 第{new.number}条）" if old.number != new.number else ""
    return f"{old.id} → {new.id}{numbers}" if old.id != new.id else f"{new.id}{numbers}"


def _changed(change: ClauseChange, *, color: bool) -> str:
    wording = "".join(marked(piece, color=color) for piece in change.pieces)
    return f"{_moved(change)}\n{_inset(wording)}"


def marked(piece: Piece, *, color: bool) -> str:
    """[-旧-]{+新+}; in red and green on a terminal."""
    if piece.same:
        return piece.old
    out = ""
    for text, (left, right, style) in ((piece.old, OLD), (piece.new, NEW)):
        if text:
            marked = f"{left}{text}{right}"
            out += f"\x1b[{style}m{marked}\x1b[0m" if color else marked
    return out


def _whole(clause: Clause | None) -> str:
    return f"{clause.id}（第{clause.number}条）\n{_inset(clause.text)}" if clause else ""


def _inset(text: str) -> str:
    return "\n".join(f"{GAP}{line}" for line in text.split("\n"))


def _table(changes: Sequence[IndicatorChange]) -> list[str]:
    """Clause, indicator, old value, new value, in columns that line up."""
    rows = [_row(change) for change in changes]
    if not rows:
        return []
    rows = [("条款", "指标", "原", "现"), *rows]
    widths = [max(cells(row[column]) for row in rows) for column in range(4)]
    return [
        GAP.join(
            f"{cell}{' ' * (width - cells(cell))}" for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _row(change: IndicatorChange) -> tuple[str, str, str, str]:
    old, new = change.old, change.new
    places = list(dict.fromkeys(one.place for one in (old, new) if one))
    names = list(dict.fromkeys(one.name for one in (old, new) if one))
    lacking = UNSEEN if change.kind is Kind.UNSEEN else NOTHING
    return " → ".join(places), " → ".join(names), _value(old, lacking), _value(new, lacking)


def _value(one: Bearer | None, lacking: str) -> str:
    return lacking if one is None else one.spelled or UNKNOWN


# JSON


def _standard_json(standard: Standard) -> dict[str, object]:
    keys = ("id", "title", "edition", "complete")
    return {key: getattr(standard, key) for key in keys}


def _section_json(section: CatalogueSection | None) -> dict[str, object] | None:
    keys = ("id", "number", "title", "complete")
    return {key: getattr(section, key) for key in keys} if section else None


def _clause_change_json(change: ClauseChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "moved": change.moved,
        "old": _clause_json(change.old),
        "new": _clause_json(change.new),
        "pieces": [{"old": piece.old, "new": piece.new} for piece in change.pieces],
    }


def _clause_json(clause: Clause | None) -> dict[str, object] | None:
    keys = ("id", "number", "section", "text", "text_complete")
    return {key: getattr(clause, key) for key in keys} if clause else None


def _bearer_json(one: Bearer | None) -> dict[str, object] | None:
    if one is None:
        return None
    item = one.indicator
    keys = ("name", "scope", "op", "value", "unit", "relative_to")
    where = {"clause": one.clause or None, "table": item.no if not one.clause else None}
    return where | {key: getattr(item, key) for key in keys}
