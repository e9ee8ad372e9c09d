"""Duties (职责) of an office or group: lead-in, clause sentence, clause texts, own duties."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter

from plangen.compose.blocks import item, items, of_clause, paragraphs, stop
from plangen.model.document import Block, Role, block
from plangen.model.plan import ClauseRef, DutyBlock, Group
from plangen.standard.catalogue import Clause
from plangen.standard.context import Context
from plangen.standard.refs import Resolved, cited, ranges


def duty_blocks(context: Context, body: Group, level: int) -> list[Block]:
    """具体职责： and what follows it; items are numbered at `level`, anew in each theme."""
    themes = body.themes
    if not themes:
        return []
    label = context.plan.wording.duties
    parts = [part for theme in themes for part in _theme(context, theme, level)]
    if len(parts) == 1 and not themes[0].label and _is_sentence(context, themes[0]):
        return [block(Role.PARAGRAPH, f"{label}：{parts[0].text}", body.where)]
    return [block(Role.PARAGRAPH, f"{label}：", body.where), *parts]


def _is_sentence(context: Context, theme: DutyBlock) -> bool:
    """Whether a theme prints an introduction only, no items."""
    in_words = clauses_in_words(context, theme.clauses)
    return bool(theme.lead or isinstance(theme.duties, str) or in_words)


def clauses_in_words(context: Context, refs: tuple[ClauseRef, ...]) -> list[ClauseRef]:
    """The references that are printed in the sentence 负责落实……第1—7条.

    Those whose texts should be printed and aren't all at hand are among them, those that the
    spec's own words name (print: none) aren't.
    """
    spoken = (ref for ref in refs if ref.print != "none")
    return [ref for ref in spoken if ref.print != "texts" or not _at_hand(context, ref)]


def _at_hand(context: Context, ref: ClauseRef) -> bool:
    """Whether the catalogue has the text of every clause that a reference means."""
    found = context.resolve(ref)
    return found is not None and not (found[1].unknown or found[1].unseen)


def _theme(context: Context, theme: DutyBlock, level: int) -> list[Block]:
    sentence = clause_sentence(context, theme.clauses)
    parts = [part.rstrip("。") for part in (theme.lead, sentence) if part]
    if isinstance(theme.duties, str) and theme.duties:
        parts.append(theme.duties)
    intro = stop("，".join(parts)) if parts else ""
    intro = f"{theme.label}：{intro}" if theme.label else intro
    out = paragraphs(intro, theme.where)
    printed = _printed_texts(context, theme.clauses)
    for number, (ref, clause) in enumerate(printed, 1):
        out += of_clause(item(level, number, "", clause.text, ref.where), clause.id)
    own = theme.duties if isinstance(theme.duties, tuple) else ()
    return out + items(level, own, len(printed) + 1)


def _printed_texts(
    context: Context, refs: tuple[ClauseRef, ...]
) -> list[tuple[ClauseRef, Clause]]:
    """The clauses whose texts are printed, in the order of the spec."""
    out = []
    for ref in refs:
        found = context.resolve(ref) if ref.print in {"texts", "both"} else None
        out += [(ref, clause) for clause in found[1].clauses] if found else []
    return out


def clause_sentence(context: Context, refs: tuple[ClauseRef, ...]) -> str:
    """负责落实《标准》“健康教育”项目中第1—7条创建任务, for the clauses printed as numbers."""
    by_title: dict[str, dict[str, list[int]]] = {}
    for ref in clauses_in_words(context, refs):
        title, numbers = _cited(context, ref)
        places = by_title.setdefault(f"《{title}》" if title else "", {})
        for place, found in numbers.items():
            places[place] = [*dict.fromkeys((*places.get(place, ()), *found))]
    named = "和".join(title + _in_words(places) for title, places in by_title.items())
    return f"负责落实{named}{context.plan.wording.clause}" if named else ""


def _in_words(places: dict[str, list[int]]) -> str:
    """“健康教育”项目中第1—7条、“环境卫生”项目: without numbers the place says it all."""
    return "、".join(
        place + (f"第{ranges(numbers)}条" if numbers else "") for place, numbers in places.items()
    )


def _cited(context: Context, ref: ClauseRef) -> tuple[str, dict[str, list[int]]]:
    """The standard's title and the numbers by place; as the spec has them where they are unknown.

    A clause that the catalogue hasn't got prints all the same: nothing is lost.
    """
    found = context.resolve(ref)
    if found and _known(found[1]):
        return found[0], _sections(context, ref, found[1])
    use = context.use(ref.standard)
    section = f"“{ref.section}”项目" if ref.section else ""
    numbers = re.sub(r"[-－–~～]", "—", re.sub(r"[,，;；\s]+", "、", ref.clauses or ref.ids))
    title = cited(use, context.standards.get(use.id)) if use else ""
    within = f"{section and '中'}第{numbers}条" if numbers else ""
    return title, {section + within: []}


def _sections(context: Context, ref: ClauseRef, resolved: Resolved) -> dict[str, list[int]]:
    """“健康教育”项目中 and its numbers; a section of an incomplete catalogue as a whole."""
    places: dict[str, list[int]] = {
        f"“{section.title}”项目": [] for section in resolved.whole if not section.complete
    }
    for _, group in groupby(resolved.clauses, key=attrgetter("section")):
        clauses = list(group)
        title = context.section_title(ref, clauses[0])
        if f"“{title}”项目" not in places:
            found = places.setdefault(f"“{title}”项目中", [])
            found += [clause.number for clause in clauses]
    return places


def _known(resolved: Resolved) -> bool:
    """Whether a reference can be put in the catalogue's words."""
    seen = resolved.whole or not resolved.unseen
    return bool(resolved.clauses or resolved.whole) and bool(seen) and not resolved.unknown
