"""Documents with looks for the examples of rules: those of GB/T 9704-2012, but for what is said.

A piece of a spec may have a key `looks`: for a role of paragraphs (正文, 标题, 一级标题 …) or for
`page` (or each of a list of them), what differs from the standard; `typed` is what a paragraph has
before its text, and `only` for how many of its characters the face is another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import yaml

from plangen.model.document import HEADINGS, Block, Document, Role, Span
from plangen.model.look import Face, Look, Page
from plangen.pipeline import lint
from plangen.rules import Case, Outcome, rules, run
from tests.tools.specs import over_base

PAGE = Page(
    width=595.3,
    height=841.9,
    top=104.9,
    bottom=99.2,
    left=79.4,
    right=73.7,
    grid="lines",
    pitch=28.95,
    footers=(("default", "— # —"), ("even", "— # —")),
    odd_even=True,
)
BODY = Face("仿宋_GB2312", "仿宋_GB2312", 16.0)
TEXT = Look(align="both", left=0.0, right=0.0, first=32.0, line=28.95, rule="exact")
CENTRED = TEXT._replace(align="center", first=0.0)
FACES = dict(zip(HEADINGS, ("黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"), strict=True))
Said = Mapping[str, Mapping[str, object]]


def dressed(piece: str) -> Outcome:
    """The outcome of every rule on the plan of a piece of a spec, read with these looks."""
    return run(dressed_case(piece), rules())


def dressed_case(piece: str) -> Case:
    """The plan of a piece of a spec as a document that was read with these looks."""
    data = yaml.safe_load(piece)
    said = cast("Said", data.pop("looks"))
    text = yaml.safe_dump(data, allow_unicode=True) if data else ""
    case = lint(over_base(text), "x.yaml").case
    assert case is not None
    assert case.document is not None
    told = cast("Mapping[str, object] | list[Mapping[str, object]]", said.get("page", {}))
    pages = tuple(
        PAGE._replace(**_page(page))  # type: ignore[arg-type]
        for page in (told if isinstance(told, list) else [told])
    )
    blocks = tuple(_with_look(block, said) for block in case.document.blocks)
    document = Document(blocks, pages=pages)
    return Case(case.plan, case.standards, {"实施方案": document}, read=True)


def _page(said: Mapping[str, object]) -> dict[str, object]:
    footers = said.get("footers")
    if footers is None:
        return dict(said)
    return {**said, "footers": tuple(tuple(pair) for pair in cast("list[list[str]]", footers))}


def _with_look(block: Block, said: Said) -> Block:
    changes = dict(said.get(block.role.value, {}))
    if typed := changes.pop("typed", ""):
        block = replace(block, spans=(Span(str(typed)), *block.spans))
    face = BODY
    look = TEXT
    if block.role is Role.TITLE:
        face, look = BODY._replace(font="方正小标宋简体", size=22.0), CENTRED
    if block.role in FACES:
        face = BODY._replace(font=FACES[block.role])
    names = {*Face._fields}
    face = face._replace(**{k: v for k, v in changes.items() if k in names})  # type: ignore[arg-type]
    look = look._replace(**{k: v for k, v in changes.items() if k not in {*names, "only"}})  # type: ignore[arg-type]
    length = len(block.text)
    other = int(cast("int", changes.get("only", length)))
    faces = ((other, face), (length - other, BODY)) if other < length else ((length, face),)
    return replace(block, look=look._replace(faces=faces))
