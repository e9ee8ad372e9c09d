"""How the wording of two texts differs, in pieces that a reader can follow.

Limit: what was moved within a text is struck out at one place and new at the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SHORTEST = 2  # an equal piece between two changes is no help to a reader when it is shorter
REWRITTEN = 0.35  # of two texts that are alike so little, nothing is marked within
_TOKENS = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+|.", re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """A piece of the wording: what the old text has there and what the new one; equal or not."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        return self.old == self.new


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The texts piece by piece; a number is one character: 80 to 90, not 8 to 9.

    What was written anew is one piece.
    """
    one, two = _TOKENS.findall(old), _TOKENS.findall(new)
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.ratio() < REWRITTEN:
        return (Piece(old, new),)
    out: list[Piece] = []
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        out.append(Piece("".join(one[i1:i2]), "".join(two[j1:j2])))
    return tuple(_joined(out))


def _joined(found: Sequence[Piece]) -> list[Piece]:
    """Changes with next to nothing between them as one change."""
    out: list[Piece] = []
    for at, piece in enumerate(found):
        between = 0 < at < len(found) - 1 and piece.same and len(piece.old) < SHORTEST
        if out and not out[-1].same and (between or not piece.same):
            out[-1] = Piece(out[-1].old + piece.old, out[-1].new + piece.new)
        else:
            out.append(piece)
    return out


def pairs(text: str) -> Counter[str]:
    """The pairs of neighbouring characters of a text, marks and blanks left out, each counted."""
    plain = re.sub(r"[\s，。、；：“”（）《》,.;:()]", "", text)
    return Counter(plain[at : at + 2] for at in range(len(plain) - 1)) or Counter([plain])


def likeness(one: Counter[str], two: Counter[str]) -> float:
    """How much of two texts is the same: 1 for all of both, 0 for nothing."""
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 1.0


def share(part: Counter[str], whole: Counter[str]) -> float:
    """How much of one text the other has too."""
    return (part & whole).total() / part.total() if part.total() else 1.0
