"""Duties as paper shows them: one spelling of clauses, sentences where no clause is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.compose.blocks import stop
from plangen.compose.duties import clause_sentence, clauses_in_words
from plangen.model.plan import ClauseRef, DutyBlock, Item, StandardUse
from plangen.recognise.answering import Pair, printing, spelt
from plangen.recognise.clauses import Catalogues
from plangen.recognise.tree import is_standing, rank_of
from plangen.standard.context import Context
from plangen.standard.refs import Resolved
from plangen.text.run_in import split_run_in


def printed_item(item: Item, level: int) -> Item:
    """An item: nobody sees whether its first sentence is a title or begins its text."""
    first, *more = item.text.split("\n")
    line = (stop(item.title) if item.title else "") + first
    title, text = ("", line) if is_standing(line, rank_of(level)) else split_run_in(line)
    return Item(title=title, text="\n".join([text, *more]))


def has_items(context: Context, theme: DutyBlock) -> bool:
    """Whether a theme has a list: clauses' texts, or duties of its own."""
    return bool(_quoted(context, theme.clauses)) or (
        isinstance(theme.duties, tuple) and bool(theme.duties)
    )


def introduction(context: Context, theme: DutyBlock) -> str:
    """The sentence of a theme: lead-in, clauses, duties in words."""
    tail = theme.duties if isinstance(theme.duties, str) else ""
    before = _before(context, theme)
    return stop("，".join(filter(None, (before, tail)))) if before or tail else ""


def _before(context: Context, theme: DutyBlock) -> str:
    parts = (theme.lead.rstrip("。"), clause_sentence(context, theme.clauses))
    return "，".join(part.rstrip("。") for part in parts if part)


def printed_theme(
    context: Context, catalogues: Catalogues, theme: DutyBlock, level: int
) -> DutyBlock:
    """A theme. Without a clause in its sentence: its lead, or its duties if no item follows.

    Where the body has a clause in words of its own, nothing is taken for printed from the
    catalogue.
    """
    own = theme.duties if isinstance(theme.duties, tuple) else ()
    quoted = _quoted(context, theme.clauses)
    matches = [catalogues.match(_line(item)) for item in own]
    items = tuple(
        Item(text=_line(item)) if match else printed_item(item, level)
        for item, match in zip(own, matches, strict=True)
    )
    seen = [(match.standard, match.clause) for match in matches if match]
    if seen:
        items = (*(Item(text=clause.text) for _, clause in quoted), *items)
        seen, quoted = [*quoted, *seen], []
    spoken, unknown = _spoken(context, catalogues, theme.clauses)
    sentence = bool(spoken or unknown)
    refs = spelt(printing(spoken, quoted, spoken=sentence), catalogues)
    refs += spelt([(pair, "none") for pair in seen if pair not in spoken], catalogues)
    return _worded(context, theme, (*refs, *unknown), items, listed=bool(items or quoted))


def _worded(
    context: Context,
    theme: DutyBlock,
    refs: tuple[ClauseRef, ...],
    items: tuple[Item, ...],
    *,
    listed: bool,
) -> DutyBlock:
    """A theme with its sentence taken apart as its reader can."""
    lead, whole = theme.lead.rstrip("。"), introduction(context, theme)
    duties: tuple[Item, ...] | str = items
    if clause_sentence(context, theme.clauses):
        before = f"{_before(context, theme)}，"
        duties = items or (whole.removeprefix(before) if whole.startswith(before) else ())
    elif listed:
        lead = whole.rstrip("。")
    else:
        lead, duties = "", whole or ()
    return DutyBlock(label=theme.label, lead=lead, clauses=refs, duties=duties)


def _line(item: Item) -> str:
    """An item as it prints."""
    return (stop(item.title) if item.title else "") + item.text


def _quoted(context: Context, refs: Sequence[ClauseRef]) -> list[Pair]:
    """The clauses whose texts are printed, in the order of the spec."""
    out: list[Pair] = []
    for ref in refs:
        found = context.resolve(ref) if ref.print in {"texts", "both"} else None
        use = context.use(ref.standard)
        if found and use:
            out += [(use.id, clause) for clause in found[1].clauses]
    return out


def _spoken(
    context: Context, catalogues: Catalogues, refs: Sequence[ClauseRef]
) -> tuple[list[Pair], list[ClauseRef]]:
    """The clauses that the sentence names, and the references that no catalogue knows.

    A sentence names each clause once, by standard and by section; a section as a whole where the
    catalogue hasn't got all of it.
    """
    named: dict[tuple[str, str], list[Pair]] = {}
    unknown: list[ClauseRef] = []
    for ref in clauses_in_words(context, tuple(refs)):
        use, found = context.use(ref.standard), context.resolve(ref)
        if use is None or found is None or not _known(found[1]):
            unknown.append(_as_written(ref, catalogues, use))
            continue
        whole = [section.title for section in found[1].whole if not section.complete]
        standard = catalogues.naming(use.id)
        unknown += [ClauseRef(section=title, standard=standard) for title in whole]
        for clause in found[1].clauses:
            title = context.section_title(ref, clause)
            if title not in whole:
                named.setdefault((use.id, title), []).append((use.id, clause))
    spoken = dict.fromkeys(pair for _, places in _by_standard(named) for pair in places)
    return list(spoken), list(dict.fromkeys(unknown))


def _by_standard(named: dict[tuple[str, str], list[Pair]]) -> list[tuple[str, list[Pair]]]:
    """The places of a sentence, those of one standard together."""
    order = list(dict.fromkeys(standard for standard, _ in named))
    return sorted(
        ((standard, places) for (standard, _), places in named.items()),
        key=lambda place: order.index(place[0]),
    )


def _known(resolved: Resolved) -> bool:
    """Whether the catalogue has all that a reference means, or it means a section as a whole."""
    seen = bool(resolved.whole) or not resolved.unseen
    return bool(resolved.clauses or resolved.whole) and seen and not resolved.unknown


def _as_written(ref: ClauseRef, catalogues: Catalogues, use: StandardUse | None) -> ClauseRef:
    """A reference that no catalogue knows prints as the spec has it, with one kind of dash."""
    numbers = re.sub(r"[-－–~～]", "—", re.sub(r"[,，;；\s]+", "、", ref.clauses or ref.ids))
    standard = catalogues.naming(use.id) if use and use.id else ""
    return ClauseRef(section=ref.section, clauses=numbers, standard=standard)
