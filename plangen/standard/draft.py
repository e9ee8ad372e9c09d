"""A draft of a catalogue from the text of a standard, for people to proof-read.

The text comes as paragraphs: the lines of a text file, or those of a Word document. What the text
doesn't say (the edition, who issued it) is left to be filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from plangen.problem import UserError
from plangen.standard.applies import narrowed, places
from plangen.standard.catalogue import CatalogueSection, Clause, Standard
from plangen.standard.marks import Line
from plangen.standard.measures import measures
from plangen.standard.outline import Group, Outline, outline
from plangen.text.numerals import han

MOST_SECTIONS = len(ascii_uppercase)
MOST_CLAUSES = 99  # of a section: the second part of an id has two digits
TO_FILL = "待填"
STATUS = "现行（待核）"
SOURCE = "file"
NONE = "全部"  # missing of a section that has no clause

_TITLE = re.compile(
    r"^(?!附件)[^，。；,;]{0,40}(?:标准|规范|条件|指标(?:体系)?|细则|办法|要求|体系|规定)(?:[（(].{1,20}[）)])?$"
)
_EDITION = re.compile(r"[（(](?P<what>[^（）()]*(?:\d{4}|版|修订|试行|暂行)[^（）()]*)[）)]$")
_NUMBER = re.compile(r"\S{1,12}[〔\[（(](?:19|20)\d\d[〕\]）)]\d{1,4}号")
_ISSUER = re.compile(r"[^\s，。、：:《》]{2,20}(?:委员会|办公室|人民政府|部|厅|局|总局)$")


@dataclass(frozen=True)
class Draft:
    """A catalogue as read; `unread` are the lines that are in none of its parts."""

    standard: Standard
    unread: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """What stands before the first section: title, edition, scope, issuer, and the rest."""

    title: str = ""
    edition: str = ""
    issuer: str = ""
    scope: str = ""
    unread: tuple[Line, ...] = ()


def draft(paragraphs: Iterable[str], standard_id: str) -> Draft:
    """The draft of a text; UserError where no clause can be made out."""
    read = outline(paragraphs, MOST_SECTIONS)
    _possible(read)
    head = _head(read.before)
    every = places(head.title) or places(head.scope)
    notes: list[str] = []
    sections = []
    for letter, group, offset in zip(ascii_uppercase, read.groups, _offsets(read), strict=False):
        sections.append(_section(letter, group, offset, head.title or TO_FILL, notes))
    notes += [_gap(section) for section in sections if section.missing]
    standard = Standard(
        id=standard_id,
        title=head.title or TO_FILL,
        edition=head.edition or TO_FILL,
        issuer=head.issuer or TO_FILL,
        status=STATUS,
        scope=head.scope,
        complete=False,
        sections=tuple(_for_places(section, every) for section in sections),
    )
    return Draft(standard, (*head.unread, *read.left), tuple(notes))


def _possible(read: Outline) -> None:
    """UserError where a text can't be a catalogue."""
    if not any(group.parts for group in read.groups):
        raise UserError(
            "没有读出条款：各节应以“一、”“第一章”等打头，各条以“1.”“（一）”“第一条”等打头，一条一段"
        )
    if len(read.groups) > MOST_SECTIONS:
        raise UserError(
            f"读出 {len(read.groups)} 节，条款库最多 {MOST_SECTIONS} 节；应分成几个文件导入"
        )
    for group in read.groups:
        if len(group.parts) > MOST_CLAUSES:
            name = f"“{group.heading.title}”" if group.heading else "正文"
            count = len(group.parts)
            raise UserError(
                f"{name}读出 {count} 条，条款库一节最多 {MOST_CLAUSES} 条；应加上各节的标题"
            )


def _gap(section: CatalogueSection) -> str:
    """What to say of the numbers that a section lacks."""
    if section.missing == (NONE,):
        return f"“{section.title}”下面没有读出条款"
    return f"“{section.title}”的条号不连续，没有第 {'、'.join(section.missing)} 条"


def _offsets(read: Outline) -> list[int]:
    """For each section the number before its first; 0 where each section begins anew at 1."""
    groups = [group for group in read.groups if group.parts]
    firsts = [_number(group, 0) for group in groups]
    lasts = [_number(group, -1) for group in groups]
    running = all(one < two for one, two in zip(lasts, firsts[1:], strict=False))
    out, last = [], 0
    for group in read.groups:
        out.append(last if running else 0)
        last = _number(group, -1) if group.parts else last
    return out


def _number(group: Group, at: int) -> int:
    mark = group.parts[at].mark
    return mark.number if mark else 0


def _section(
    letter: str, group: Group, offset: int, title: str, notes: list[str]
) -> CatalogueSection:
    clauses: list[Clause] = []
    for part in group.parts:
        last = clauses[-1].position if clauses else 0
        number = part.mark.number if part.mark else offset + last + 1
        if number - offset <= last or number - offset > MOST_CLAUSES:
            notes.append(f"第 {part.at} 行的条号 {number} 不顺，按第 {offset + last + 1} 条收入")
            number = offset + last + 1
        place = number - offset
        clauses.append(
            Clause(
                f"{letter}{place}",
                number,
                letter,
                place,
                part.text,
                measures(part.text),
                (),
                SOURCE,
            )
        )
    known = {clause.position for clause in clauses}
    missing = tuple(str(n + offset) for n in range(1, max(known, default=0)) if n not in known)
    if not clauses:
        missing = (NONE,)
    heading = group.heading
    return CatalogueSection(
        letter,
        heading.label if heading else han(ascii_uppercase.index(letter) + 1),
        heading.title if heading else title,
        tuple(clauses),
        complete=not missing,
        missing=missing,
    )


def _for_places(section: CatalogueSection, every: Sequence[str]) -> CatalogueSection:
    clauses = tuple(
        clause._replace(applies_to=narrowed(clause.text, every)) for clause in section.clauses
    )
    return replace(section, clauses=clauses)


def _head(lines: Sequence[Line]) -> Head:
    """The title is the last line that ends like one, else the first; the rest by its form.

    Before it there may be the notice that the standard came with.
    """
    if not lines:
        return Head()
    named = [line for line in lines if _TITLE.search(_bare(line.whole))]
    title = named[-1] if named else lines[0]
    found = _EDITION.search(_bare(title.whole))
    name = _bare(title.whole)[: found.start()] if found else _bare(title.whole)
    edition, issuer, scope = [found["what"]] if found else [], "", ""
    unread = []
    for line in lines:
        text = _bare(line.whole)
        if line is title:
            continue
        if bracket := _EDITION.fullmatch(text):
            edition.append(bracket["what"])
        elif _NUMBER.fullmatch(text):
            edition.append(text)
        elif "适用" in text and not scope:
            scope = text
        elif _ISSUER.fullmatch(text) and not issuer:
            issuer = text
        else:
            unread.append(line)
    return Head(name.strip("《》"), "，".join(edition), issuer, scope, tuple(unread))


def _bare(text: str) -> str:
    """A line without its blanks: （试 行）."""
    return "".join(text.split())
