"""Rosters in other forms, as lines with a label: 组长　陆承远　县长, 陆承远　县长　任组长.

Several roles in one paragraph are parted, and a role loses its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.model.document import Block
from plangen.problem import NOWHERE
from plangen.recognise.labels import is_duties, is_role, is_units, labelled, with_text
from plangen.recognise.people import entries
from plangen.recognise.usual_lines import ordinal_of

HAN = "[\u4e00-\u9fff]"
# A label within a paragraph, after the end of a sentence or of a bracket, or a blank.
WITHIN = re.compile(
    rf"(?:^|(?<=[。；;：:，,、\s）)]))"
    rf"(?P<label>{HAN}{{2,10}}|{HAN} *{HAN}{{2}}|{HAN}(?: +{HAN}){{1,4}})[：:]"
)
GAP = re.compile(r"—{1,2}|－{1,2}|–{1,2}|-{1,2}|\s+")
BEHIND = re.compile(
    rf"^(?P<who>[^，,。；;：:]*\S)(?:[\s，,]+|(?<=负责人))(?:担任|任|为)(?P<role>{HAN}{{2,8}})[。；;]?$"
)
ROLE_BEGINS = frozenset("组副成主指总召常第政顾联委名执秘")
LONGEST = 400  # characters of a paragraph that several roles may stand in
LONGEST_ROLE = 8
FEWEST = 2


def usual_rosters(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, rosters in them with a line for each role."""
    parted = [piece for block in blocks for piece in _parted(block)]
    unnumbered = _unnumbered(parted)
    return list(_labelled(unnumbered))


def _parted(block: Block) -> list[Block]:
    """A paragraph as one for each of its roles; as it is where it holds no more than one."""
    text = block.text.strip()
    if block.table is not None or len(text) > LONGEST or not ("：" in text or ":" in text):
        return [block]
    found = _labels(text)
    roles = [start for start, label in found if is_role(label)]
    set_up = bool(roles) and roles[0] > 0 and text[roles[0] - 1] in "。：:"
    if not roles or (len(found) < FEWEST and not set_up):
        return [block]
    return [with_text(block, _unended(piece)) for piece in labelled_parts(text)]


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


def _unnumbered(blocks: Sequence[Block]) -> list[Block]:
    """Blocks where two roles at least have numbers (1.组长：…), without these."""
    bare = [_without_ordinal(block) for block in blocks]
    numbered = [at for at, text in enumerate(bare) if text is not None]
    if len(numbered) < FEWEST:
        return list(blocks)
    return [
        block if text is None else with_text(block, text)
        for block, text in zip(blocks, bare, strict=True)
    ]


def _without_ordinal(block: Block) -> str | None:
    """1.组长：陆承远 → 组长：陆承远; None for anything else."""
    text = block.text.strip()
    found = ordinal_of(text) if "：" in text or ":" in text else None
    named = labelled(found[2]) if found else None
    return found[2] if found and named and is_role(named[0]) and named[1] else None


def _labelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks whose roles have a colon after them."""
    last = ""  # the role that the line above has behind its people
    for block in blocks:
        text = block.text.strip()
        if block.table is not None or not text or len(text) > LONGEST or labelled(text):
            last = "" if text else last
            yield block
            continue
        role, who = _ahead(text) or _behind(text, begun=bool(last)) or ("", "")
        if not role:
            yield block
        elif role == last:
            yield with_text(block, who)
        else:
            yield with_text(block, f"{role}：{who}")
        last = role if role and text[: len(role)] != role else ""


def _ahead(text: str) -> tuple[str, str] | None:
    """组长　陆承远　县长 → 组长, 陆承远　县长."""
    if text[0] not in ROLE_BEGINS:
        return None
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
    found = BEHIND.match(text) if "任" in text or "为" in text else None
    if found is None or not is_role(found["role"]):
        return None
    named = entries(found["who"], NOWHERE)
    if named is None:
        return None
    people = bool(named.people) and len(found["who"].split()) >= FEWEST
    return (found["role"], found["who"]) if people or begun else None
