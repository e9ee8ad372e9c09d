"""Rosters in other forms, as lines with a label: 组长　陆承远　县长, 陆承远　县长　任组长.

Several roles in one paragraph are parted, and a role loses its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.problem import NOWHERE
from plangen.recognise.labels import is_duties, is_role, is_units, labelled
from plangen.recognise.people import entries
from plangen.recognise.usual_lines import Line

HAN = "[\u4e00-\u9fff]"
# A label within a paragraph, after the end of a sentence or of a bracket, or a blank.
WITHIN = re.compile(
    rf"(?:^|(?<=[。；;：:，,、\s）)]))"
    rf"(?P<label>{HAN}{{2,10}}|{HAN} *{HAN}{{2}}|{HAN}(?: +{HAN}){{1,4}})[：:]"
)
SEVERAL = re.compile("[。：:][^：:]*[：:]")  # what a text has with a label within it
GAP = re.compile(r"—{1,2}|－{1,2}|–{1,2}|-{1,2}|\s+")
BEHIND = re.compile(
    rf"^(?P<who>[^，,。；;：:]*\S)(?:[\s，,]+|(?<=负责人))(?:担任|任|为)(?P<role>{HAN}{{2,8}})[。；;]?$"
)
ROLE_BEGINS = frozenset("组副成主指总召常第政顾联委名执秘")
LONGEST = 400  # characters of a paragraph that several roles may stand in
LONGEST_ROLE = 8
FEWEST = 2


def usual_rosters(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, rosters in them with a line for each role."""
    parted = [piece for line in lines for piece in _parted(line)]
    return list(_labelled(_unnumbered(parted)))


def _parted(line: Line) -> Sequence[Line]:
    """A paragraph as one for each of its roles; as it is where it holds no more than one."""
    text = line.text
    if len(text) > LONGEST or not ("：" in text or ":" in text) or not SEVERAL.search(text):
        return (line,)
    found = _labels(text)
    roles = [start for start, label in found if is_role(label)]
    set_up = bool(roles) and roles[0] > 0 and text[roles[0] - 1] in "。：:"
    if not roles or (len(found) < FEWEST and not set_up):
        return (line,)
    return [line.turned(_unended(piece)) for piece in labelled_parts(text)]


def labelled_parts(text: str) -> list[str]:
    """牵头单位：甲；成员单位：乙；职责：…… → a part for each label."""
    starts = sorted({0, *(start for start, _ in _labels(text))})
    pieces = [
        text[start:stop].strip().rstrip("；;，,、")
        for start, stop in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    return [piece for piece in pieces if piece]


def _labels(text: str) -> list[tuple[int, str]]:
    """Where the labels of a paragraph begin, and these without blanks."""
    found = [(one.start(), _plain(one["label"])) for one in WITHIN.finditer(text)]
    return [(at, name) for at, name in found if is_role(name) or is_units(name) or is_duties(name)]


def _unended(piece: str) -> str:
    """A role without the 。 that ended the paragraph it stood in."""
    named = labelled(piece)
    return piece.rstrip("。") if named and is_role(named[0]) and "。" not in piece[:-1] else piece


def _plain(text: str) -> str:
    return "".join(text.split())


def _unnumbered(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines where two roles at least have numbers (1.组长：…), without these."""
    numbered = {at for at, line in enumerate(lines) if line.rank and _is_role(line.rest)}
    if len(numbered) < FEWEST:
        return lines
    return [line.turned(line.rest) if at in numbered else line for at, line in enumerate(lines)]


def _is_role(text: str) -> bool:
    """Whether a text is a role with who is in it: 组长：陆承远."""
    named = labelled(text) if "：" in text or ":" in text else None
    return named is not None and is_role(named[0]) and bool(named[1])


def _labelled(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines whose roles have a colon after them."""
    last = ""  # the role that the line above has behind its people
    for line in lines:
        text = line.text
        role, who = _role_of(text, begun=bool(last)) or ("", "")
        if not role:
            yield line
        elif role == last:
            yield line.turned(who)
        else:
            yield line.turned(f"{role}：{who}")
        if text:
            last = role if role and text[: len(role)] != role else ""


def _role_of(text: str, *, begun: bool) -> tuple[str, str] | None:
    """A role that has no colon, and who is in it; None where a line has none."""
    ahead = text[:1] in ROLE_BEGINS
    if not (ahead or "任" in text or "为" in text) or len(text) > LONGEST or labelled(text):
        return None
    return (_ahead(text) if ahead else None) or _behind(text, begun=begun)


def _ahead(text: str) -> tuple[str, str] | None:
    """组长　陆承远　县长 → 组长, 陆承远　县长."""
    for gap in GAP.finditer(text, 2):
        role = _plain(text[: gap.start()])
        if gap.start() >= 2 * LONGEST_ROLE:
            return None
        if is_role(role):
            rest = text[gap.end() :].strip()
            named = entries(rest, NOWHERE)
            return (role, rest) if named and named.people else None
    return None


def _behind(text: str, *, begun: bool) -> tuple[str, str] | None:
    """陆承远　县长　任组长 → 组长, 陆承远　县长; then also …主要负责人为成员."""
    found = BEHIND.match(text)
    if found is None or not is_role(found["role"]):
        return None
    named = entries(found["who"], NOWHERE)
    if named is None:
        return None
    people = bool(named.people) and len(found["who"].split()) >= FEWEST
    return (found["role"], found["who"]) if people or begun else None
