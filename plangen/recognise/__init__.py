"""From a `Document` as it was read to a `Plan`, with the place of every value.

Only what is seen on paper is used: words, labels, numbers, position, and the looks where the
file has them. What isn't understood stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from plangen.model.document import Block, Document, Role
from plangen.model.plan import Annex, Notice, Plan
from plangen.recognise.clauses import Catalogues
from plangen.recognise.doubts import Doubt, Doubts
from plangen.recognise.labels import joined
from plangen.recognise.locality import read_locality
from plangen.recognise.notice import Reader as NoticeReader
from plangen.recognise.notice import annex_list, contact_lines
from plangen.recognise.parts import Annexed, Parts, divide
from plangen.recognise.sections import Outliner, _table
from plangen.recognise.standards import read_standards
from plangen.recognise.tree import Tree, grow
from plangen.standard.catalogue import Standard


@dataclass(frozen=True)
class Recognised:
    """A plan read from a document; `document` has the roles of its paragraphs."""

    plan: Plan
    document: Document
    doubts: tuple[Doubt, ...] = ()


def recognise(
    document: Document, known: Mapping[str, Standard], told: Iterable[str] = ()
) -> Recognised:
    """The plan that a document holds.

    `known` are the catalogues there are, by id; `told` are the ids of the standards that the
    user says it follows.
    """
    doubts = Doubts()
    blocks = list(joined(document.blocks))
    catalogues = read_standards(blocks, known, told)
    parts = divide(blocks)
    notice = NoticeReader(parts, doubts).read()
    plan = _plan(parts, notice, catalogues, doubts)
    out = tuple(_with_role(block, doubts, catalogues) for block in parts.in_order)
    title = parts.notice_title or parts.plan_title
    read = replace(document, blocks=out, title=title.text if title else "")
    return Recognised(plan, read, tuple(doubts.found))


def _plan(parts: Parts, notice: Notice | None, catalogues: Catalogues, doubts: Doubts) -> Plan:
    text = [block for block in parts.plan if block.role is not Role.BLANK]
    if parts.plan_title is None and notice is not None:
        text = []
    contact = contact_lines(text, doubts)
    listed, text = annex_list(text, doubts)
    tree: Tree = grow(text)
    outliner = Outliner(catalogues, doubts)
    found = outliner.read(tree)
    title = "".join(parts.plan_title.lines) if parts.plan_title else ""
    annexes = tuple(_annex(annex, doubts) for annex in parts.annexes)
    if notice and notice.annexes and not listed:
        notice_annexes, annexes = _paired(notice.annexes, annexes)
        notice = replace(notice, annexes=notice_annexes)
    else:
        annexes = _listed(listed, annexes)
    if parts.annexes and not found.assignments:
        found.assignments = _assigned(parts.annexes, catalogues)
    titles = [*(notice.issuer if notice else ()), title, notice.title if notice else ""]
    texts = [block.text for block in parts.in_order]
    return Plan(
        title=title or (_quoted(notice) if notice else ""),
        locality=read_locality(titles, texts),
        standards=catalogues.uses,
        preamble=_lines(tree.before),
        outline=tuple(found.outline),
        targets=found.targets,
        leaders=found.leaders,
        offices=tuple(found.offices),
        groups=tuple(found.groups),
        assignments=tuple(found.assignments),
        phases=tuple(found.phases),
        guarantees=tuple(found.guarantees),
        closing=_lines(tree.after),
        contact=contact,
        annexes=annexes,
        notice=notice,
        wording=outliner.wording(),
        where=parts.plan_title.where
        if parts.plan_title
        else (text[0].where if text else Plan.where),
    )


def _assigned(annexes: list[Annexed], catalogues: Catalogues) -> list:  # type: ignore[type-arg]
    from plangen.recognise.assignments import table_assignments

    for annex in annexes:
        for block in annex.blocks:
            if found := table_assignments(block, catalogues):
                return found
    return []


def _quoted(notice: Notice) -> str:
    """The plan's title as its notice quotes it."""
    _, _, rest = notice.title.partition("《")
    return rest.partition("》")[0]


def _annex(annex: Annexed, doubts: Doubts) -> Annex:
    """An annex: its paragraphs, and its first table."""
    doubts.takes([annex.label], Role.ANNEX_LABEL)
    blocks = [block for block in annex.blocks if block.role is not Role.BLANK]
    tables = [block for block in blocks if block.table is not None]
    return Annex(
        title="".join(annex.title.lines) if annex.title else "",
        text=_lines([block for block in blocks if block.table is None]),
        table=_table(tables[0]) if tables else None,
        where=annex.label.where,
    )


def _listed(listed: tuple[Annex, ...], pages: tuple[Annex, ...]) -> tuple[Annex, ...]:
    """The annexes that are listed or attached; what is attached has its text."""
    by_title = {annex.title: annex for annex in pages}
    out = [by_title.pop(annex.title, annex) for annex in listed]
    return (*out, *by_title.values())


def _paired(
    listed: tuple[Annex, ...], pages: tuple[Annex, ...]
) -> tuple[tuple[Annex, ...], tuple[Annex, ...]]:
    """(the notice's annexes, the plan's): pages belong to the notice where it lists them."""
    titles = {annex.title for annex in listed}
    own = tuple(annex for annex in pages if annex.title in titles)
    rest = tuple(annex for annex in pages if annex.title not in titles)
    return _listed(listed, own), rest


def _lines(blocks: Iterable[Block]) -> str:
    return "\n".join(text for block in blocks if (text := block.text.strip()))


def _with_role(block: Block, doubts: Doubts, catalogues: Catalogues) -> Block:
    role = doubts.roles.get(id(block), block.role)
    clause = catalogues.quoted.get(id(block), "")
    return (
        replace(block, role=role, clause=clause) if (role, clause) != (block.role, "") else block
    )
