"""How a document that was read looks, beside what GB/T 9704-2012 asks; for the rules of looks.

A finding stands for every paragraph with the same fault: at the first of them, with their count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar, cast

from plangen.model.document import Block, Role
from plangen.model.look import MILLIMETRE, Face, Look
from plangen.model.ordinals import ANNEX_LABEL, FIRST, SECOND, forms_of
from plangen.rules.base import Case, Finding, once
from plangen.source.facts import facts

Fault = TypeVar("Fault")
MM = MILLIMETRE
SIZES = {
    42.0: "初号", 36.0: "小初", 26.0: "一号", 24.0: "小一", 22.0: "二号", 18.0: "小二",
    16.0: "三号", 15.0: "小三", 14.0: "四号", 12.0: "小四", 10.5: "五号", 9.0: "小五",
}  # fmt: skip
TEXT = frozenset({Role.PARAGRAPH, Role.PHASE, Role.ROSTER, Role.ADDRESSEE, Role.ANNEX_LIST,
                  Role.SIGNATURE, Role.DATE, Role.REMARK})  # fmt: skip
CHAPTER = re.compile(r"第[一二三四五六七八九十]{1,3}[章节]")
DRESS = {FIRST: "黑体", SECOND: "楷体"}  # clause 7.3.3
ADDRESSED = re.compile(r"[^。]+(?<!如下)[：:]\s*")


@once
def looked(case: Case) -> tuple[Block, ...]:
    """The paragraphs with a look and a text; none of a spec or a text file."""
    blocks = case.document.blocks if case.document else ()
    return tuple([block for block in blocks if block.look and block.text.strip()])


def of_roles(case: Case, roles: frozenset[Role]) -> list[Block]:
    """The paragraphs of some roles."""
    return [block for block in looked(case) if block.role in roles]


def running_of(case: Case, roles: frozenset[Role]) -> list[Block]:
    """The paragraphs of some roles, without those that aren't text."""
    return [block for block in running(case) if block.role in roles]


@once
def running(case: Case) -> tuple[Block, ...]:
    """The paragraphs without those that aren't text though nobody told them apart.

    The marks of a letter or of several issuers stand in the middle over the title, an addressee
    right under it; the label of an annex that was not read as one stands alone.
    """
    blocks = looked(case)
    titles = [at for at, block in enumerate(blocks) if block.role is Role.TITLE]
    over = blocks[: titles[0]] if titles else ()
    under = [block for at in titles for block in blocks[at + 1 : at + 2]]
    labels = [block for block in blocks if block.text[0] == "附"]
    other = {id(block) for block in over if look(block).align in {"center", "right"}}
    other.update(id(block) for block in under if ADDRESSED.fullmatch(block.text))
    other.update(id(block) for block in labels if ANNEX_LABEL.match(block.text.strip()))
    return tuple([block for block in blocks if id(block) not in other]) if other else blocks


@once
def faces(case: Case) -> list[tuple[Face, list[Block]]]:
    """The faces that the paragraphs have, with those that have each: most share a few."""
    found: dict[int, tuple[Face, list[Block]]] = {}
    for block in looked(case):
        for _, face in look(block).faces:
            found.setdefault(id(face), (face, []))[1].append(block)
    return [*found.values()]


def faced(case: Case, blocks: Iterable[Block], asked: Callable[[Face], bool]) -> list[Block]:
    """Those of some paragraphs with a face that is asked for: a document has few faces."""
    having = {id(block) for face, found in faces(case) if asked(face) for block in found}
    return [block for block in blocks if id(block) in having] if having else []


def as_heading(block: Block) -> str:
    """The face of the heading that a paragraph is by its ordinal, where it is no more than that.

    The body of a notice that prints no plan has headings too; they are read as text.
    """
    text = block.text.strip()
    if "。" in text[:-1]:
        return ""
    if CHAPTER.match(text):
        return "黑体"
    return DRESS.get(next((rank for rank, form in forms_of(text) if form.match(text)), 0), "")


def look(block: Block) -> Look:
    """Its look; every block of `looked` has one."""
    return block.look or Look()


def gathered(
    blocks: list[Block],
    fault: Callable[[Block], Fault | None],
    say: Callable[[Fault, str], str],
) -> Iterator[Finding]:
    """One finding for each kind of fault, at its first paragraph, saying how many have it."""
    found: dict[Fault, list[Block]] = {}
    for block in blocks:
        kind = fault(block)
        if kind is not None:
            found.setdefault(kind, []).append(block)
    for kind, faulty in found.items():
        extent = f"（共{len(faulty)}段）" if len(faulty) > 1 else ""
        yield Finding(faulty[0].where, say(kind, extent), quote=faulty[0].text[:12])


@cache
def kinds() -> dict[str, str]:
    """Kind (仿宋, 黑体 …) by the name of a font, in small letters."""
    data = cast("dict[str, list[dict[str, str]]]", facts("plangen.words", "faces.yaml"))
    return {name.lower(): e["kind"] for e in data["entries"] for name in e["names"].split()}


def kind(font: str) -> str:
    """The kind that a font is of, else its name."""
    return kinds().get(font.lower(), font)


def head_face(block: Block) -> Face:
    """The face of the first characters: of the run-in heading, where there is one.

    A number of another face (黑体 before 楷体) doesn't count.
    """
    faces = look(block).faces
    ordinal = len(block.text) - len(
        block.text.lstrip("（()）第一二三四五六七八九十0123456789.．、")
    )
    at = 0
    for length, face in faces:
        at += length
        if at > min(ordinal, len(block.text) - 1):
            return face
    return look(block).face


def main_face(block: Block) -> Face:
    """The face of most of the text; after a run-in heading, of what follows it.

    Blanks have none: those before a date are as long as a line.
    """
    text, faces = block.text, look(block).faces
    if len(faces) == 1:
        return faces[0][1]
    forms = forms_of(text)
    end = text.find("。") + 1 if forms else 0
    headed = 0 < end < len(text) and any(form.match(text) for _, form in forms)
    start = end if headed else 0
    seen: Counter[Face] = Counter()
    at = 0
    for length, face in faces:
        part = text[max(at, start) : max(at + length, start)]
        seen[face] += len("".join(part.split()))
        at += length
    return max(seen, key=seen.__getitem__) if seen else look(block).face


def size(points: float | None) -> str:
    """三号（16磅）."""
    if points is None:
        return "未定"
    named = SIZES.get(points, "")
    return f"{named}（{points:g}磅）" if named else f"{points:g}磅"


def mm(points: float) -> str:
    """Points in whole or tenth millimetres: 37 毫米."""
    return f"{points / MM:.1f}".removesuffix(".0") + "毫米"
