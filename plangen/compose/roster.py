"""Rosters (名单): a label, the people under one another, aligned as clerks align them.

The text holds no typed blanks: 组　长 is spread by run spacing, and the lines after the first
start under the first name by indents.
"""

from __future__ import annotations

from itertools import groupby

from plangen.model.document import Block, Indent, Role, Span
from plangen.model.plan import ContactLine, Person, RosterRole, Wording
from plangen.problem import Where
from plangen.text.width import em

MARGIN = 2  # 左空二字, as every paragraph (clause 7.3.3)
WIDEST_LABEL = 5  # 常务副组长; a longer label stands out to the right instead
NAME = 3  # 字 that a name of two characters is widened to

Line = tuple[tuple[Span, ...], Where]


def roster_blocks(roster: tuple[RosterRole, ...], wording: Wording) -> list[Block]:
    """The lines of a roster, their labels spread to one width."""
    width = _label_width([role.role for role in roster])
    wide = any(len(p.name) >= NAME for role in roster for p in role.people if p.posts)
    return [part for role in roster for part in _role(role, width, wording.posts, wide=wide)]


def contact_blocks(contact: tuple[ContactLine, ...]) -> list[Block]:
    """联系人：… 电话：…, one line each, labels of one width."""
    width = _label_width([line.label for line in contact])
    return [
        _line(_label(line.label, width), (Span(line.value),), width, line.where)
        for line in contact
    ]


def _label_width(labels: list[str]) -> int:
    return max((len(label) for label in labels if len(label) <= WIDEST_LABEL), default=2)


def _label(text: str, width: int) -> tuple[Span, ...]:
    gaps = len(text) - 1
    spread = (width - len(text)) / gaps if 0 < gaps < width - 1 else 0
    return (Span(text, spread), Span("："))


def _role(role: RosterRole, width: int, posts: str, *, wide: bool) -> list[Block]:
    label = _label(role.role, width)
    said = _said(role)
    if len(said) == 1 and not role.people and not role.classes:
        spans = (*label, Span(said[0]))
        return [Block(Role.ROSTER, spans, Indent(0, MARGIN), where=role.where)]
    lines = _people(role.people, posts, wide=wide)
    lines += [((Span(text),), role.where) for text in said]
    if not lines:
        return [Block(Role.ROSTER, label, Indent(0, MARGIN), where=role.where)]
    (spans, where), *more = lines
    first = _line(label, spans, width, where, keep_next=bool(more))
    start = first.indent.left if first.indent and first.indent.left else 0
    under = Indent(start, 0)
    return [first, *(Block(Role.ROSTER, s, under, where=w) for s, w in more)]


def _line(
    label: tuple[Span, ...],
    spans: tuple[Span, ...],
    width: int,
    where: Where,
    *,
    keep_next: bool = False,
) -> Block:
    """A labelled line; what wraps stands under its first character after the colon."""
    hang = max(width, em(label[0].text)) + 1
    indent = Indent(MARGIN + hang, -hang)
    return Block(Role.ROSTER, (*label, *spans), indent, keep_next=keep_next, where=where)


def _said(role: RosterRole) -> list[str]:
    """Its units in a row, whole classes of people, and what the spec says in words."""
    words = f"{role.text.removesuffix('。')}。" if role.text else ""
    return [line for line in ("、".join(role.units), *role.classes, words) if line]


def _people(people: tuple[Person, ...], posts: str, *, wide: bool) -> list[Line]:
    """People with posts one a line; bare names together on a line."""
    lines: list[Line] = []
    for has_posts, group in groupby(people, key=lambda person: bool(person.posts)):
        members = list(group)
        if has_posts:
            lines += [(_person(person, posts, wide=wide), person.where) for person in members]
        else:
            names = "、".join(person.name for person in members)
            lines.append(((Span(names),), members[0].where))
    return lines


def _person(person: Person, posts: str, *, wide: bool) -> tuple[Span, ...]:
    two = len(person.name) == NAME - 1 and not person.name.isascii()
    name = Span(person.name, 1.0 if wide and two else 0)
    held = "、".join(person.posts)
    return (name, Span(f"（{held}）" if posts == "brackets" else f"　{held}"))
