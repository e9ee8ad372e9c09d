"""Duties (职责) of a body: an introduction, the clauses it answers for, numbered duties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plangen.model.document import Block
from plangen.model.plan import ClauseRef, DutyBlock, Item
from plangen.problem import NOWHERE, Where
from plangen.recognise.clauses import Catalogues, Found, Match, references
from plangen.recognise.tree import Node
from plangen.standard.catalogue import Clause

LABEL = re.compile(r"^([^：:。，；！？（）()]{2,16})[：:]\s*(.+)$", re.DOTALL)


@dataclass
class Theme:
    """One theme of duties while it is read."""

    label: str = ""
    intro: str = ""
    where: Where = NOWHERE
    items: list[tuple[Item, Match | None]] = field(default_factory=list)


@dataclass
class Duties:
    """What a body does, as it goes into a `Group`; `clause_word` is what follows 第1—7条."""

    themes: list[DutyBlock] = field(default_factory=list)
    clause_word: str = ""
    extra: list[Block] = field(default_factory=list)


def read_duties(
    first: Block, rest: str, parts: Sequence[Block | Node], catalogues: Catalogues
) -> Duties:
    """The duties that begin with a label (具体职责：); `rest` is what follows it on its line."""
    found = [Theme(intro=rest, where=first.where)] if rest else []
    extra: list[Block] = []
    for part in parts:
        if isinstance(part, Node):
            if not found:
                found.append(Theme(where=part.block.where))
            found[-1].items += items_of([part], catalogues)
        elif part.table is not None:
            extra.append(part)
        else:
            found.append(_theme(part))
    out = Duties(extra=extra)
    for theme in _merged(found):
        out.themes.append(_block(theme, catalogues, out))
    return out


def theme_label(text: str) -> tuple[str, str] | None:
    """(疾病预防与控制, what follows), where a paragraph begins with the name of a theme."""
    found = LABEL.match(text.strip())
    return (found[1].strip(), found[2].strip()) if found else None


def _theme(block: Block) -> Theme:
    """A paragraph that introduces duties, with or without a label of its own."""
    if pair := theme_label(block.text):
        return Theme(*pair, block.where)
    return Theme("", block.text.strip(), block.where)


def _merged(found: list[Theme]) -> list[Theme]:
    """Themes; one without a label after the first goes on with what came before.

    A body has one theme without a label, so a further paragraph is its lead-in's second line or
    a duty of its own.
    """
    out: list[Theme] = []
    for theme in found:
        if out and not theme.label:
            if theme.intro:
                out[-1].items.append((Item(text=theme.intro, where=theme.where), None))
            out[-1].items += theme.items
        else:
            out.append(theme)
    return out


def items_of(nodes: Iterable[Node], catalogues: Catalogues) -> list[tuple[Item, Match | None]]:
    """Numbered items, each with the clause whose wording it is."""
    out = []
    for node in nodes:
        lines = [node.text, *(block.text.strip() for block in node.blocks)]
        for inner in node.nodes:
            lines += [inner.entry.typed + inner.text, *(b.text.strip() for b in inner.blocks)]
        text = "\n".join(lines)
        title, rest = node.split()
        match = catalogues.match(text)
        catalogues.quotes([node.block, *node.blocks], match)
        if match or not title or not rest:
            item = Item(text=text, where=node.block.where)
        else:
            rest = "\n".join([rest, *lines[1:]])
            item = Item(title=title, text=rest, where=node.block.where)
        out.append((item, match))
    return out


def _block(theme: Theme, catalogues: Catalogues, out: Duties) -> DutyBlock:
    """A theme in the terms of the plan."""
    named = references(theme.intro)
    lead, tail, word, canonical = _sentence(theme.intro, named)
    clauses = _numbered(named, catalogues)
    quoted = _quoted(theme.items, clauses)
    if word and canonical:
        out.clause_word = out.clause_word or word
    own = tuple(item for item, _ in theme.items[len(quoted) :])
    canonical &= not (tail and own)
    refs = _refs(named, clauses, quoted, catalogues, theme, canonical=canonical)
    duties: tuple[Item, ...] | str = own
    if canonical and tail:
        duties = tail
    if not canonical:
        lead = theme.intro.rstrip("。")
    if not refs and not lead and isinstance(duties, tuple) and not duties:
        duties = theme.intro
    if not named and lead and not theme.items:
        lead, duties = "", theme.intro
    return DutyBlock(label=theme.label, lead=lead, clauses=refs, duties=duties, where=theme.where)


CITED = re.compile(r"^(?:(?P<lead>.+?)，)?负责落实(?=《|“|第)")


def _sentence(text: str, named: list[Found]) -> tuple[str, str, str, bool]:
    """(lead-in, what follows, the word after 条, whether plangen would print it so).

    制定方案，负责落实《标准》“健康教育”项目中第1—7条创建任务，做好其他工作。
    """
    if not named:
        return text.rstrip("。"), "", "", True
    found = re.search("负责落实(?=《|“|第)", text)
    if not found or found.end() != named[0].start:
        return text, "", "", False
    before = text[: found.start()]
    after = text[named[-1].end :]
    word, comma, tail = after.partition("，")
    between = [text[a.end : b.start] for a, b in zip(named, named[1:], strict=False)]
    sound = all(mark in {"、", "和"} for mark in between) and (not before or before[-1] == "，")
    sound &= not re.search("[-－–~～]", "".join(text[one.start : one.end] for one in named))
    word = word.rstrip("。")
    sound &= len(word) <= 10 and "；" not in word
    return before.rstrip("，"), tail if comma else "", word, bool(sound)


def _numbered(named: list[Found], catalogues: Catalogues) -> list[tuple[str, Clause]]:
    out: list[tuple[str, Clause]] = []
    for one in named:
        standard, clauses = catalogues.reference(one)
        out += [(standard, clause) for clause in clauses if (standard, clause) not in out]
    return out


def _quoted(
    items: list[tuple[Item, Match | None]], clauses: list[tuple[str, Clause]]
) -> list[tuple[str, Clause]]:
    """The clauses that the first items quote letter by letter, in the order of the catalogue.

    Where one of the named clauses is quoted otherwise, none is taken for printed by the catalogue.
    """
    quoted: list[tuple[str, Clause]] = []
    for item, match in items:
        if match is None or not match.exact or item.text != match.clause.text:
            break
        quoted.append((match.standard, match.clause))
    later = [match for _, match in items[len(quoted) :] if match]
    return [] if later else quoted


def _refs(
    named: list[Found],
    clauses: list[tuple[str, Clause]],
    quoted: list[tuple[str, Clause]],
    catalogues: Catalogues,
    theme: Theme,
    *,
    canonical: bool,
) -> tuple[ClauseRef, ...]:
    """The references of a theme, by how they are printed."""
    matched = [(m.standard, m.clause) for _, m in theme.items if m]
    seen = [] if quoted else [pair for pair in matched if pair not in clauses]
    if not canonical:
        hidden = [pair for pair in clauses if pair not in quoted]
        groups = [("texts", quoted), ("none", [*hidden, *seen])]
    else:
        both = [pair for pair in quoted if pair in clauses]
        groups = [
            ("both", both),
            ("", [pair for pair in clauses if pair not in both]),
            ("texts", [pair for pair in quoted if pair not in clauses]),
            ("none", seen),
        ]
    refs = [ref for how, pairs in groups for ref in _spelt(pairs, how, catalogues)]
    unknown = [one for one in named if not catalogues.reference(one)[1]]
    how = "" if canonical else "none"
    refs += [_unknown(one, catalogues, how) for one in unknown]
    return tuple(replace(ref, where=theme.where) for ref in refs)


def _spelt(pairs: list[tuple[str, Clause]], how: str, catalogues: Catalogues) -> list[ClauseRef]:
    by_standard: dict[str, list[Clause]] = {}
    for standard, clause in pairs:
        by_standard.setdefault(standard, []).append(clause)
    return [catalogues.spelt(name, clauses, how) for name, clauses in by_standard.items()]


def _unknown(found: Found, catalogues: Catalogues, how: str) -> ClauseRef:
    use = catalogues.use(found.title)
    first = catalogues.use("")
    named = use.id if use and first and use is not first else ""
    return ClauseRef(section=found.section, clauses=found.numbers, standard=named, print=how)
