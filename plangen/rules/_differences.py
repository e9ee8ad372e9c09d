"""How the wording of two texts differs, one of which quotes the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plangen.rules._clauses import LIKE, MEMORY, SHORTEST, Plain
from plangen.text.memory import remembered
from plangen.text.patterns import lazy

MOST = 4  # differences; more of them make a free wording
LONGEST = 40  # characters of one difference
AROUND = 2  # characters shown on either side of a difference
# What plans rightly adapt: the locality, and words that change nothing.
LOCAL = lazy(r"[县市区镇乡城村州旗我本全各级的地和与及等]|街道|所在|以及|应当|要")
SIGNS = {
    "不低于": "≥",
    "不少于": "≥",
    "大于等于": "≥",
    "达到": "≥",
    "达": "≥",
    "不高于": "≤",
    "不超过": "≤",
    "小于等于": "≤",
}
Op = tuple[str, int, int, int, int]


class Difference(NamedTuple):
    """A piece of two texts that isn't the same, with what stands around it in each."""

    here: str
    there: str
    omitted: bool = False  # the one text only begins later or ends earlier


def differences(here: Plain, there: Plain, locality: str = "") -> list[Difference]:
    """How one text differs from another that it quotes; none where it is in other words.

    What is the same but for marks, the locality and small words is no difference.
    """
    if here.text == there.text:  # as a rule
        return []
    if here.text in there.text or there.text in here.text:
        return _omitted(here, there)
    ops = _changes(there.text, here.text)
    inner = _trimmed(ops)
    same = sum(i2 - i1 for tag, i1, i2, _, _ in ops if tag == "equal")
    span = sum(j2 - j1 for _, _, _, j1, j2 in inner)
    changed = [op for op in inner if op[0] != "equal"]
    if same < LIKE * span or same < SHORTEST or len(changed) > MOST:
        return []
    found = []
    for _, i1, i2, j1, j2 in changed:
        old, new = there.text[i1:i2], here.text[j1:j2]
        if max(len(old), len(new)) > LONGEST or _alike(old, new, locality):
            continue
        found.append(
            Difference(
                here.cut(max(j1 - AROUND, 0), min(j2 + AROUND, len(here.text))),
                there.cut(max(i1 - AROUND, 0), min(i2 + AROUND, len(there.text))),
            )
        )
    return found


@remembered(MEMORY)
def _changes(old: str, new: str) -> Sequence[Op]:
    """What turns one text into the other."""
    from difflib import SequenceMatcher  # a millisecond to import, and few texts differ

    return _joined(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _omitted(here: Plain, there: Plain) -> list[Difference]:
    """One text is a part of the other: what the shorter one leaves out."""
    short, long = sorted((here, there), key=lambda item: len(item.text))
    start = long.text.index(short.text)
    parts = long.cut(0, start), long.cut(start + len(short.text), len(long.text))
    rest = "……".join(part for part in parts if part)
    return [Difference(rest if long is here else "", rest if long is there else "", omitted=True)]


def _joined(ops: Sequence[Op]) -> list[Op]:
    """Neighbouring changes with a single equal character between them, as one change."""
    out: list[Op] = []
    for op in ops:
        if len(out) > 1 and out[-1][0] == "equal" and _size(out[-1]) == 1:
            _, i1, _, j1, _ = out[-2]
            out[-2:] = [("replace", i1, op[2], j1, op[4])]
        else:
            out.append(op)
    return out


def _size(op: Op) -> int:
    return max(op[2] - op[1], op[4] - op[3])


def _trimmed(ops: Sequence[Op]) -> list[Op]:
    """Without what only one of them has at its beginning or end."""
    inner = list(ops)
    for at in (0, -1):
        if inner and _loose(inner[at]):
            inner.pop(at)
    return inner


def _loose(op: Op) -> bool:
    """Whether a change at an end is a sentence more or less, not other words."""
    return op[0] in {"insert", "delete"} or (op[0] == "replace" and _size(op) > SHORTEST)


def _alike(old: str, new: str, locality: str) -> bool:
    """Whether two pieces differ in nothing but the locality, small words or a sign."""
    return _bare(old, locality) == _bare(new, locality)


def _bare(text: str, locality: str) -> str:
    text = text.replace(locality, "")
    for word, sign in SIGNS.items():
        text = text.replace(word, sign)
    return LOCAL.sub("", text)
