"""Who does it, at the end of an item: （牵头单位：甲、乙。协助单位：丙）, or without brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAD = (
    r"牵头(?:单位|部门|责任单位|科室)?|责任(?:单位|部门|主体)|主办单位|主责单位|总?负责单位"
    r"|实施单位"
)
SUPPORT = r"(?:协助|配合|协办|参与|参加|支持|责任协助)(?:单位|部门)?|责任单位"
_PART = re.compile(rf"(?P<label>{LEAD}|{SUPPORT})\s*[：:]\s*")
_BRACKETS = re.compile(
    rf"[（(]\s*(?=(?:{LEAD}|{SUPPORT})\s*[：:])(?P<inner>(?:[^（）()]|[（(][^（）()]*[）)])*)[）)]\s*[。；;]?\s*$"
)
_BARE = re.compile(
    rf"(?:^|(?<=[。；;]))\s*(?P<inner>(?:{LEAD})\s*[：:][^。]*?(?:[。；;，,]\s*(?:{SUPPORT})\s*[：:][^。]*)?)[。]?\s*$"
)
CHARGE = re.compile(r"^由(?P<who>[^，。；：]{2,40}?)(?:总负责|负责|牵头负责|总牵头)[。]?$")


@dataclass(frozen=True)
class Mark:
    """What a text says, and by whom it is done; the labels as they are written."""

    text: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    lead_label: str = ""
    support_label: str = ""


def read_mark(text: str) -> Mark | None:
    """The mark at the end of a text; None where it has none."""
    found = _BRACKETS.search(text) or _BARE.search(text)
    if not found:
        return None
    inner = found["inner"]
    parts = list(_PART.finditer(inner))
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    lead_label = support_label = ""
    for index, part in enumerate(parts):
        end = parts[index + 1].start() if index + 1 < len(parts) else len(inner)
        units = unit_list(inner[part.end() : end])
        leads = not lead_label and (index == 0 or re.fullmatch(LEAD, part["label"]))
        if leads and re.fullmatch(LEAD, part["label"]):
            lead, lead_label = units, part["label"]
        else:
            support, support_label = (*support, *units), part["label"]
    return Mark(text[: found.start()].strip(), lead, support, lead_label, support_label)


def charge(text: str) -> str:
    """The body in charge: 由行业卫生组总负责。 → 行业卫生组."""
    found = CHARGE.match(text.strip())
    return found["who"] if found else ""


def unit_list(text: str) -> tuple[str, ...]:
    """Units in a row; what stands in brackets is not divided."""
    out, depth, start = [], 0, 0
    text = text.strip().strip("。；;，, ")
    for at, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if char in "、，,；;" and not depth:
            out.append(text[start:at].strip())
            start = at + 1
    out.append(text[start:].strip())
    return tuple(part for part in out if part)
