"""责任分工的括注，标点不一：别处都是“……。协助单位：……”，这里用逗号；别处末尾没有句号，这里有。

依据：GB/T 15834—2011 附录B.2.2；实务（同类括注的标点一致）。级别：警告。
有十条以上这样的括注，不同的不到一成，才报；看括注之前、“协助单位”之前和末尾三处。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plangen.problem import Level, Where
from plangen.rules._text import short
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

UNIT = "(?:单位|部门)"
NOTE = lazy(rf"[（(](?:牵头|主办|主管|责任){UNIT}[：:][^（）()]*[）)]")
BETWEEN = lazy(rf"([。；;，、,])\s?(?:协助|配合|协办|参加|参与|责任){UNIT}[：:]")
BEFORE, END = "。；;，", "。；;"
SLOTS = {
    "before": "括注前面用“{odd}”，别处用“{usual}”",
    "between": "两类单位之间用“{odd}”，别处用“{usual}”",
    "end": "括注末尾用“{odd}”，别处用“{usual}”",
}
ENOUGH, SHARE = 10, 0.1
WIDE = str.maketrans(";,", "；，")
BARE = "括注末尾有“{odd}”，别处没有"


class Note(NamedTuple):
    """A note on who does it: where, its text, and its mark at each place ("" for none)."""

    where: Where
    quote: str
    marks: Mapping[str, str]


def find(case: Case) -> Findings:
    """The few notes with another mark than the rest, slot by slot."""
    found = list(_notes(case))
    for slot, say in SLOTS.items():
        notes = [note for note in found if slot in note.marks]
        if len(notes) < ENOUGH:
            continue
        usual = Counter(note.marks[slot] for note in notes).most_common(1)[0][0]
        odd = [note for note in notes if note.marks[slot] != usual]
        for note in odd if len(odd) <= len(notes) * SHARE else ():
            if mark := note.marks[slot]:
                said = (say if usual else BARE).format(odd=mark, usual=usual)
                yield Finding(note.where, f"“{short(note.quote)}”{said}", note.quote)


def _notes(case: Case) -> Iterator[Note]:
    """Every note; the paragraph is read whole, clause and all."""
    for block in case.document.blocks if case.document else ():
        text = block.text
        for found in NOTE.finditer(text) if "单位" in text or "部门" in text else ():
            quote, before = found.group(), text[: found.start()].rstrip()[-1:]
            yield Note(block.where, quote, _marks(quote, before))


def _marks(quote: str, before: str) -> dict[str, str]:
    """The marks of a note: before it, between the two kinds of units, at its end."""
    between = BETWEEN.search(quote)
    marks = {
        "before": before if before in BEFORE else "",
        "end": quote[-2] if quote[-2] in END else "",
        **({"between": between[1]} if between else {}),
    }
    return {slot: mark.translate(WIDE) for slot, mark in marks.items()}


NOTE_OF = "整治街道%s（牵头单位：县教育局%s协助单位：县公安局%s）"
TEN = NOTE_OF % ("。", "。", "") * 10
RULE = Rule(
    "assignment-mark",
    Level.WARNING,
    find,
    good=(
        f"preamble: {TEN}",
        f"preamble: {TEN}整治集镇。（牵头单位：县水利局）清理河道（责任单位：县水利局）",
        f"preamble: {TEN}" + NOTE_OF % ("；", "；", "。") * 2,
        "preamble: " + NOTE_OF % ("。", "。", "") * 8 + NOTE_OF % ("；", "；", "。"),
        f"preamble: {TEN}整治集镇。（牵头单位负责，协助单位：县水利局。）",
    ),
    bad=(
        (
            f"preamble: {TEN}" + NOTE_OF % ("；", "，", "。"),
            "“（牵头单位：县教育局…安局。）”括注前面用“；”，别处用“。”\n"
            "“（牵头单位：县教育局…安局。）”两类单位之间用“，”，别处用“。”\n"
            "“（牵头单位：县教育局…安局。）”括注末尾有“。”，别处没有",
        ),
        (
            "preamble: " + NOTE_OF % ("。", "；", "。") * 10 + NOTE_OF % ("。", "；", "；"),
            "“（牵头单位：县教育局…安局；）”括注末尾用“；”，别处用“。”",
        ),
    ),
)
