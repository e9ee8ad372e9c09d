"""The clauses that a body answers for: 负责落实《标准》“健康教育”项目中第1—7条创建任务."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from plangen.model.plan import ClauseRef
from plangen.problem import Where
from plangen.recognise.clauses import Catalogues, Found, references
from plangen.standard.catalogue import Clause
from plangen.standard.refs import ranges

BEGINS = "负责落实"
LONGEST_WORD = 10  # of what stands after 第1—7条: 创建任务

Pair = tuple[str, Clause]
"""The id of a standard and one of its clauses."""


@dataclass(frozen=True)
class Answer:
    """An introduction: what stands before the clauses, the clauses, what stands after them.

    It is `spoken` where plangen would print it letter by letter out of these; else all of it is
    the lead, and the clauses are named by its words.
    """

    lead: str = ""
    named: tuple[Found, ...] = ()
    tail: str = ""
    spoken: bool = False


def answer(text: str, catalogues: Catalogues) -> Answer:
    """What an introduction says of clauses: 制定方案，负责落实……创建任务，做好其他工作。"""
    named = references(text)
    said = _sentence(text, named, catalogues) if named else None
    return said or Answer(lead=text, named=named)


def _sentence(text: str, named: tuple[Found, ...], catalogues: Catalogues) -> Answer | None:
    """The sentence taken apart; None where plangen would word it otherwise."""
    start, end = named[0].start - len(BEGINS), named[-1].end
    before, after = text[: max(0, start)], text[end:]
    words = in_words(named, catalogues)
    if words is None or text[max(0, start) : end] != BEGINS + words:
        return None
    if before and not before.endswith("，"):
        return None
    word, comma, tail = after.partition("，")
    word = word if comma else word.removesuffix("。")
    if len(word) > LONGEST_WORD or re.search("[。；、：]", word) or not catalogues.words(word):
        return None
    return Answer(before.removesuffix("，"), named, tail, spoken=True)


def in_words(named: Sequence[Found], catalogues: Catalogues) -> str | None:
    """References as compose words them: by title, then by section, in their order.

    None where a reference is to a standard that a spec couldn't name.
    """
    by_title: dict[str, list[str]] = {}
    for one in named:
        known = catalogues.named(one.title)
        if known is None:
            return None
        clauses = catalogues.reference(one)[1]
        numbers = ranges([clause.number for clause in clauses]) if clauses else one.numbers
        within = f"中第{numbers}条" if numbers else ""
        section = f"“{one.section}”项目" if one.section else ""
        title = f"《{known[1]}》" if known[1] else ""
        by_title.setdefault(title, []).append(section + within)
    return "和".join(title + "、".join(places) for title, places in by_title.items())


def references_of(
    said: Answer,
    quoted: Sequence[Pair],
    matched: Sequence[Pair],
    catalogues: Catalogues,
    where: Where,
) -> tuple[ClauseRef, ...]:
    """The references of a theme, by how they are printed.

    `quoted` are the clauses whose wording stands below, letter by letter, `matched` all those
    whose wording does, changed or not.
    """
    clauses, unknown = _resolved(said.named, catalogues)
    refs = spelt(printing(clauses, quoted, spoken=said.spoken), catalogues)
    seen = [pair for pair in matched if pair not in clauses and pair not in quoted]
    refs += spelt([(pair, "none") for pair in seen], catalogues)
    how = "" if said.spoken else "none"
    refs += [_unknown(one, catalogues, how) for one in unknown]
    return tuple(replace(ref, where=where) for ref in refs)


def printing(
    named: Sequence[Pair], quoted: Sequence[Pair], *, spoken: bool
) -> list[tuple[Pair, str]]:
    """How each clause is printed, in an order that prints them as they stand.

    Where the texts stand in another order than the numbers, each has its own references.
    """
    if not spoken:
        hidden = [pair for pair in named if pair not in quoted]
        return [*((pair, "texts") for pair in quoted), *((pair, "none") for pair in hidden)]
    how = [(pair, "both" if pair in quoted else "") for pair in named]
    both = [pair for pair, shown in how if shown]
    alone = [pair for pair in quoted if pair not in both]
    if [*both, *alone] != list(quoted):
        return [*((pair, "") for pair in named), *((pair, "texts") for pair in quoted)]
    return [*how, *((pair, "texts") for pair in alone)]


def spelt(printed: Sequence[tuple[Pair, str]], catalogues: Catalogues) -> list[ClauseRef]:
    """Clauses as references, in their order: one for each run of a standard printed one way."""
    runs = groupby(printed, key=lambda one: (one[0][0], one[1]))
    return [
        catalogues.spelt(standard, [clause for (_, clause), _ in run], how)
        for (standard, how), run in runs
    ]


def _resolved(named: Sequence[Found], catalogues: Catalogues) -> tuple[list[Pair], list[Found]]:
    """The clauses that are named, each once, and the references that no catalogue knows."""
    clauses: list[Pair] = []
    unknown: list[Found] = []
    for one in named:
        standard, found = catalogues.reference(one)
        clauses += [(standard, each) for each in found if (standard, each) not in clauses]
        unknown += [] if found else [one]
    return clauses, unknown


def _unknown(found: Found, catalogues: Catalogues, how: str) -> ClauseRef:
    known = catalogues.named(found.title)
    standard = known[0] if known else ""
    return ClauseRef(section=found.section, clauses=found.numbers, standard=standard, print=how)
