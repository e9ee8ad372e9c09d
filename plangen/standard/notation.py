"""How clause references are written: the pieces of a text, and numbers as text again.

Limit: knows no standard; whether there is a clause B9 is asked in `refs`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plangen.text.marks import parted
from plangen.text.nearest import nearest
from plangen.text.patterns import lazy

SHORTENED = 3  # an unbroken run of so many numbers is printed with a dash
NEAR = 0.6  # how like two names must be for one to be a guess at the other
DASHES = r"(?:[-‐‑‒–—―−~～－]+|至|到)"

_SPACED_DASH = lazy(rf"\s*({DASHES})\s*")
_SEPARATORS = ",，、;；"
_IDS = lazy(rf"([A-Z])([0-9]{{1,3}})(?:{DASHES}([A-Z]?)([0-9]{{1,3}}))?")
_NUMBERS = lazy(rf"([0-9]{{1,3}})(?:{DASHES}([0-9]{{1,3}}))?")


class Span(NamedTuple):
    """One piece of a reference: a section's id and numbers; without numbers, all of the section.

    A piece that can't be read (B7-B1, A3-B2, 甲) has neither.
    """

    text: str
    section: str = ""
    numbers: tuple[int, ...] = ()


def parse_ids(text: str) -> tuple[Span, ...]:
    """`A1,B1-B3` → A (1), B (1, 2, 3). Small and wide letters are as good as capitals."""
    return tuple(_id_span(piece) for piece in _pieces(text))


def parse_numbers(text: str) -> tuple[Span, ...]:
    """`第1—3、7条` → (1, 2, 3), (7), without a section."""
    return tuple(_number_span(piece) for piece in _pieces(text))


def ranges(numbers: Sequence[int]) -> str:
    """Numbers as plans print them: an unbroken run of three or more is 1—7, else 1、2、3、7、8."""
    if len(numbers) >= SHORTENED and len(_runs(numbers)) == 1:
        return f"{numbers[0]}—{numbers[-1]}"
    return "、".join(str(number) for number in numbers)


def spell_numbers(prefix: str, numbers: Sequence[int]) -> str:
    """(B, [1, 2, 3, 5]) → B1-B3,B5."""
    return ",".join(
        f"{prefix}{run[0]}" + (f"-{prefix}{run[-1]}" if len(run) > 1 else "")
        for run in _runs(numbers)
    )


def plain(name: str) -> str:
    """A name without blanks, quotation marks and wide letters, for comparing."""
    return unicodedata.normalize("NFKC", "".join(name.split())).strip("“”\"'‘’「」")


def guess(name: str, names: Mapping[str, str]) -> str:
    """What the nearest of `names` stands for; empty where none is near."""
    return names.get(nearest(name, names, NEAR), "")


def _pieces(text: str) -> list[str]:
    return " ".join(parted(_SPACED_DASH.sub(r"\1", text), _SEPARATORS)).split()


def narrow(text: str) -> str:
    """Capital letters, and digits and letters of normal width."""
    return unicodedata.normalize("NFKC", text).upper()


def _id_span(piece: str) -> Span:
    text = narrow(piece)
    if re.fullmatch(r"[A-Z]", text):
        return Span(piece, text)
    found = _IDS.fullmatch(text)
    if not found or found[3] not in {None, "", found[1]}:
        return Span(piece)
    numbers = _between(found[2], found[4])
    return Span(piece, found[1], numbers) if numbers else Span(piece)


def _number_span(piece: str) -> Span:
    found = _NUMBERS.fullmatch(narrow(piece.strip("第条")))
    return Span(piece, "", _between(found[1], found[2])) if found else Span(piece)


def _between(first: str, last: str | None) -> tuple[int, ...]:
    return tuple(range(int(first), int(last or first) + 1))


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Numbers cut where the next isn't one more: 1 2 3 7 8 → [1 2 3] [7 8]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
