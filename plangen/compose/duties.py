"""Duties (职责) of an office or group: lead-in, clause sentence, clause texts, own duties."""

from __future__ import annotations

import re

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

    Those whose texts should be printed and aren't all at hand are among them.
    """
    return [ref for ref in refs if ref.print != "texts" or not _at_hand(context, ref)]


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
    by_title: dict[str, list[str]] = {}
    for ref in clauses_in_words(context, refs):
        title, parts = _cited(context, ref)
        by_title.setdefault(f"《{title}》" if title else "", []).extend(parts)
    named = "和".join(title + "、".join(parts) for title, parts in by_title.items())
    return f"负责落实{named}{context.plan.wording.clause}" if named else ""


def _cited(context: Context, ref: ClauseRef) -> tuple[str, list[str]]:
    """The standard's title and the clauses in words; as the spec has them where they are unknown.

    A clause that the catalogue hasn't got prints all the same: nothing is lost.
    """
    found = context.resolve(ref)
    if found and _known(found[1]):
        return found[0], _sections(context, ref, found[1])
    use = context.use(ref.standard)
    section = f"“{ref.section}”项目中" if ref.section else ""
    numbers = re.sub(r"[-－–~～]", "—", re.sub(r"[,，;；\s]+", "、", ref.clauses or ref.ids))
    return cited(use) if use else "", [section + (f"第{numbers}条" if numbers else "")]


def _sections(context: Context, ref: ClauseRef, resolved: Resolved) -> list[str]:
    """“健康教育”项目中第1—7条, by section; a section of an incomplete catalogue as a whole."""
    open_ones = {section.title for section in resolved.whole if not section.complete}
    by_section: dict[str, list[int]] = {title: [] for title in open_ones}
    for clause in resolved.clauses:
        by_section.setdefault(context.section_title(ref, clause), []).append(clause.number)
    return [
        f"“{title}”项目" if title in open_ones else f"“{title}”项目中第{ranges(numbers)}条"
        for title, numbers in by_section.items()
    ]


def _known(resolved: Resolved) -> bool:
    """Whether a reference can be put in the catalogue's words."""
    seen = resolved.whole or not resolved.unseen
    return bool(resolved.clauses or resolved.whole) and bool(seen) and not resolved.unknown
