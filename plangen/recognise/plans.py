"""The plan out of the parts of a file: its text section by section, its annexes, its notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from plangen.model.document import Block, Role
from plangen.model.plan import Leaders, Locality, Notice, Plan
from plangen.problem import NOWHERE, Where
from plangen.recognise import founding
from plangen.recognise.addressees import addressed
from plangen.recognise.alone import listed_body, own_elements, tell_kind
from plangen.recognise.annex_list import annex_list
from plangen.recognise.annex_pages import numbered
from plangen.recognise.annexes import Annexes, shared
from plangen.recognise.annexes import Reader as AnnexReader
from plangen.recognise.assignment_table import assigned_in
from plangen.recognise.clauses import Catalogues
from plangen.recognise.contacts import contact_lines
from plangen.recognise.doubts import Doubts
from plangen.recognise.duties import is_theme
from plangen.recognise.issued import QUOTED, issued_in
from plangen.recognise.labels import is_duties, is_role, is_units, labelled
from plangen.recognise.locality import read_locality
from plangen.recognise.marks import goes_on, read_mark
from plangen.recognise.notice import Reader as NoticeReader
from plangen.recognise.parts import Parts
from plangen.recognise.people import entries
from plangen.recognise.regulation import read_regulation
from plangen.recognise.roster import read_entries
from plangen.recognise.roster_sentence import leaders_in_words
from plangen.recognise.sections import Outliner
from plangen.recognise.targets import indicators
from plangen.recognise.texts import text_of
from plangen.recognise.titles import DRAFT, title_text
from plangen.recognise.tree import Tree, grow
from plangen.recognise.usual import tell, usual
from plangen.text.genres import is_letter


def read_plan(parts: Parts, catalogues: Catalogues, doubts: Doubts) -> Plan:
    """The plan that the parts of a file hold."""
    reader = NoticeReader(parts, doubts)
    notice = reader.read()
    original = [block for block in parts.plan if block.role is not Role.BLANK]
    to, text = addressed(original, doubts)
    text, notice = own_elements(text, notice, doubts)
    text = turned = usual(text)
    listed, text = annex_list(text, doubts)
    contact = contact_lines(text, doubts)
    regulation = read_regulation(text)
    tree = Tree(regulation.before, [], []) if regulation else grow(text, _stay)
    outliner = Outliner(catalogues, doubts)
    found = outliner.read(tree)
    if regulation:
        found.outline = regulation.sections
    elif notice and not text:
        found.leaders = listed_body(usual(reader.rest), notice.title, catalogues, doubts)
    annexed = [block for annex in parts.annexes for block in annex.blocks]
    on_pages = AnnexReader(doubts, outliner.worded, found.leaders)
    annexes = on_pages.read(parts.annexes)
    tell(turned, original, doubts)
    own, notice = _shared_out(parts, listed, annexes, notice, doubts)
    title = _title(parts, notice)
    tell_kind(notice, title, regulation, doubts)
    leaders = on_pages.leaders or leaders_in_words(_paragraphs(text), doubts)
    return Plan(
        title=title or (_quoted(notice) if notice else ""),
        locality=_locality(parts, title, notice, leaders),
        standards=catalogues.uses,
        to=to,
        preamble=text_of(tree.before),
        outline=tuple(found.outline),
        targets=found.targets,
        leaders=leaders,
        offices=found.offices,
        groups=found.groups,
        assignments=found.assignments or assigned_in([*text, *annexed], catalogues),
        phases=found.phases,
        guarantees=found.guarantees,
        closing=text_of(tree.after),
        contact=contact,
        annexes=own,
        notice=notice,
        wording=outliner.worded.wording(),
        where=_where(parts.plan_title, text),
    )


def _shared_out(
    parts: Parts, listed: Annexes, annexes: Annexes, notice: Notice | None, doubts: Doubts
) -> tuple[Annexes, Notice | None]:
    """(the plan's own annexes, the notice with its): where there is no plan it has them all."""
    pages = list(zip(numbered(parts.annexes), annexes, strict=True))
    own, notices = shared(listed, notice.annexes if notice else (), pages, doubts)
    if notice and not parts.plan_title and not parts.plan:
        own, notices = (), (*notices, *own)
    return own, notice and replace(notice, annexes=notices)


def _title(parts: Parts, notice: Notice | None) -> str:
    """The title above the plan, else the longest that its notice issues."""
    title = title_text(parts.plan_title) if parts.plan_title else ""
    if notice and notice.draft:
        title = title.removesuffix(DRAFT)
    if notice and parts.plan and not title:
        return max(issued_in(notice.title), key=len, default="")
    return title


def _locality(
    parts: Parts, title: str, notice: Notice | None, leaders: Leaders | None
) -> Locality:
    """The place that the titles, the issuer or else the text name."""
    titles = [*(notice.issuer if notice else ()), title, notice.title if notice else ""]
    lines = [line for block in parts.in_order for line in block.texts()]
    return read_locality(titles, lines, leaders.name if leaders else "")


def _stay(texts: Sequence[str], below_heading: bool) -> int:
    """How many paragraphs after a list go on with a body of a section, or with its last item.

    An item has its indicators and a mark, before an office is set up.
    """
    if below_heading:
        at = max((at for at, text in enumerate(texts, 1) if _of_body(text)), default=0)
        classes = takewhile(_names_class, texts[at:] if at and _in_role(texts[at - 1]) else ())
        return at + sum(1 for _ in classes)
    end = next((at for at, text in enumerate(texts) if founding.office(text)), len(texts))
    at = max((at for at, text in enumerate(texts[:end], 1) if _of_item(text)), default=0)
    others = takewhile(_names_units, texts[at:end] if at else ())
    return at + sum(1 for _ in others)


def _of_body(text: str) -> bool:
    """Whether a paragraph is of a body: its roster, its duties, the sentence that sets it up."""
    label = (labelled(text) or ("", ""))[0]
    if is_units(label) or is_duties(label) or is_theme(text):
        return True
    return _in_role(text) or founding.office(text) is not None


def _in_role(text: str) -> bool:
    """Whether a paragraph has a role's label, or names people."""
    named = entries(text, NOWHERE)
    return is_role((labelled(text) or ("", ""))[0]) or bool(named and named.people)


def _names_class(text: str) -> bool:
    """Whether a line goes on with a role: 各乡镇党委书记."""
    named = read_entries(text, NOWHERE)
    return bool(named and named.classes) and text[-1] not in "。：:"


def _names_units(text: str) -> bool:
    return is_units((labelled(text) or ("", ""))[0])


def _of_item(text: str) -> bool:
    return bool(indicators(text)) or goes_on(text) or read_mark(text) is not None


def _where(title: Block | None, text: Sequence[Block]) -> Where:
    if title is not None:
        return title.where
    return text[0].where if text else NOWHERE


def _paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[str, Where]]:
    return ((block.text.strip(), block.where) for block in blocks if block.table is None)


def _quoted(notice: Notice) -> str:
    """The plan's title as its notice quotes it."""
    found = QUOTED.search(notice.title)
    return found[1] if found and not is_letter(found[1]) else ""
