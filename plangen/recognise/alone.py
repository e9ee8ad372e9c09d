"""What is no notice with its plan.

A notice alone that lists the members of a body, a plan that is signed itself, a letter, a
regulation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plangen.model.document import Block, Role
from plangen.model.plan import Leaders, Notice
from plangen.problem import Where
from plangen.recognise import founding
from plangen.recognise.body import BodyReader, Part
from plangen.recognise.clauses import Catalogues
from plangen.recognise.doubts import Doubts
from plangen.recognise.organization import Reader as OrganizationReader
from plangen.recognise.regulation import Regulation
from plangen.recognise.signing import REMARK, read_signing, signed_at_end
from plangen.recognise.tree import grow
from plangen.recognise.worded import Worded
from plangen.text.genres import NOTICE, REGULATIONS, genre, said_genre

# 关于调整县爱国卫生运动委员会组成人员的通知
TITLED = re.compile(
    r"(?:成立|调整|组建|设立|充实|健全|明确|公布)(?:和?(?:成立|调整|充实|完善|加强))?"
    rf"(?P<name>[^，。《》]+?{founding.BODY})"
)


def listed_body(
    blocks: Sequence[Block], title: str, catalogues: Catalogues, doubts: Doubts
) -> Leaders | None:
    """The body whose members the text of a notice lists; it stands in its text as well."""
    for parts in _stretches(blocks):
        if _leaders(parts, catalogues, Doubts()):
            found = _leaders(parts, catalogues, doubts)
            return replace(found, name=_name(blocks, title) or found.name) if found else None
    return None


def _stretches(blocks: Sequence[Block]) -> Iterator[Sequence[Part]]:
    """The text above the first heading, what is below each, and what is below them all."""
    tree = grow(blocks)
    yield tree.before
    yield from (node.below for node in tree.nodes)
    yield tree.after


def _leaders(parts: Sequence[Part], catalogues: Catalogues, doubts: Doubts) -> Leaders | None:
    reader = OrganizationReader(BodyReader(catalogues, doubts, Worded()))
    leaders = reader.read(list(parts)).leaders
    return leaders if leaders and any(role.people for role in leaders.roster) else None


def _name(blocks: Sequence[Block], title: str) -> str:
    """The name of the body: as the text sets it up, or as the title has it."""
    set_up = (founding.SET_UP.search(block.text) for block in blocks if block.table is None)
    found = next(filter(None, set_up), None) or TITLED.search(title)
    return found["name"] if found else ""


def own_elements(
    text: list[Block], notice: Notice | None, doubts: Doubts
) -> tuple[list[Block], Notice | None]:
    """A plan without the signature below it, for it has no such key.

    The signature is the notice's where that has none. Nothing is taken but an organ with a date.
    """
    signing = signed_at_end(text)
    if signing is None:
        return text, notice
    where = _take(text, doubts)
    if notice is not None and not notice.signature and notice.date is None:
        issuer = notice.issuer if all(notice.issuer) else signing.names
        names, date = signing.names, signing.date
        return text, replace(notice, issuer=issuer, signature=names, date=date)
    names_of = "、".join(signing.names)
    said = f"方案末尾的署名“{names_of}”、日期“{signing.date}”没有读入：印发方案的通知才署名"
    doubts.add(where, said)
    return text, notice


def _take(text: list[Block], doubts: Doubts) -> Where:
    """Take the signature off, and the 附注 below it; where it stood."""
    while REMARK.match(text[-1].text.strip()):
        doubts.takes([text.pop()], Role.REMARK)
    whole = list(text)
    read_signing(text, doubts)
    return whole[len(text)].where


def tell_kind(
    notice: Notice | None, title: str, regulation: Regulation | None, doubts: Doubts
) -> None:
    """Say once that this is no plan but a letter, a regulation."""
    if regulation is not None:
        kind = genre(title)
        named = kind if kind in REGULATIONS else "分章、条的规定"
        parts = "各章读作一节，各条读作条目" if regulation.chaptered else "各条读作条目"
        where = regulation.sections[0].where if regulation.sections else regulation.before[0].where
        doubts.add(where, f"这是{named}，不是实施方案；{parts}")
        return
    if notice is None or title:
        return
    kind = genre(notice.title) if notice.title else said_genre(notice.body)
    if kind and kind != NOTICE:
        message = f"这是{kind}，不是实施方案，按公文读入（标题、主送机关、正文、署名等）"
        doubts.add(notice.where, message)
