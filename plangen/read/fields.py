"""Fields: the result is read, the instruction isn't. A page's number is read as `#`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

PAGE_NUMBER = "#"
PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
# 带圈字符: EQ \o\ac(○,21) sets the second over the first. It is a field without a result.
OVERLAID = re.compile(
    r"\\o\s*(?:\\a[clr]\s*)?\(\s*([^,，;；()]+?)\s*[,，;；]\s*([^()]+?)\s*\)", re.I
)
CIRCLES = "○◯〇⭕"
CIRCLED = ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱"))


@dataclass
class Field:
    """A field that is being read. `shown` is whether its result has begun."""

    words: list[str] = field(default_factory=list)
    shown: bool = False

    @property
    def is_page_number(self) -> bool:
        return is_page_number("".join(self.words))

    @property
    def is_silent(self) -> bool:
        """Whether text that comes now is none that is seen."""
        return not self.shown or self.is_page_number


def is_page_number(instruction: str) -> bool:
    """Whether a field counts pages."""
    return instruction.split(None, 1)[:1] != [] and instruction.split()[0].upper() in PAGE_NUMBERS


def shown_by(instruction: str) -> str:
    """What a field without a result shows."""
    if is_page_number(instruction):
        return PAGE_NUMBER
    if instruction.strip()[:2].upper() != "EQ":
        return ""
    return "".join(_circled(around, inside) for around, inside in OVERLAID.findall(instruction))


def _circled(around: str, inside: str) -> str:
    """The character in Unicode where there is one; else what stands inside."""
    if around in CIRCLES and inside.isdecimal():
        for first, last, character in CIRCLED:
            if first <= int(inside) <= last:
                return chr(ord(character) + int(inside) - first)
    return inside
