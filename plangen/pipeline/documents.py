"""Lint a document: read it, recognise the plan in it, and run the same rules as on a spec."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from plangen.collector import put_off
from plangen.config.model import Config
from plangen.model.document import Block, Document, Role
from plangen.model.like import like
from plangen.pipeline.lint import Linted, assumed, chosen, levelled, told_once
from plangen.problem import NOWHERE, Level, Problem, UserError, Where
from plangen.read import Reading
from plangen.read.files import read_document
from plangen.recognise import Recognised, recognise
from plangen.rules import Case, run
from plangen.source.places import Source

WHOLE = "印发稿"
HEAD = frozenset({Role.MARK, Role.MARK_TABLE, Role.NUMBER})


@dataclass(frozen=True)
class Read:
    """A file as read, what was recognised in it, and the case that the rules look at."""

    reading: Reading
    recognised: Recognised
    case: Case


def read(raw: bytes, name: str, config: Config | None = None, told: tuple[str, ...] = ()) -> Read:
    """A document from its bytes; `told` are the ids of the standards it follows.

    Without any, the standards are those of the configuration, else those the document names.
    """
    config = config or Config()
    reading = read_document(raw, name)
    folder = Path(name).parent
    asked = told or config.standards
    opened = config.library.open([*config.library.ids, *asked], folder)
    known = opened.standards
    for name_of in asked:
        if name_of not in known:
            every = "、".join(sorted(known))
            raise UserError(opened.unusable.get(name_of, f"没有标准“{name_of}”；现有：{every}"))
    recognised = recognise(reading.document, known, asked)
    plan = recognised.plan
    if not plan.standards:
        plan = replace(plan, standards=assumed(config.standards))
    used = {use.id: known[use.id] for use in plan.standards if use.id in known}
    case = Case(
        plan,
        used,
        {WHOLE: recognised.own},
        config.words,
        known=config.library.ids,
        unusable=opened.unusable,
        read=True,
    )
    return Read(reading, recognised, case)


@put_off()
def lint_document(
    raw: bytes,
    name: str,
    config: Config | None = None,
    told: tuple[str, ...] = (),
    county: Case | None = None,
) -> Linted:
    """A document with every problem that the rules find in it, its county's plan beside it."""
    config = config or Config()
    found = read(raw, name, config, told)
    case = replace(found.case, county=county) if county else found.case
    outcome = run(case, chosen(config))
    placer = Placer(found.reading, found.recognised.document)
    every = [*found.reading.problems, *_page(found.recognised), *outcome.problems]
    problems = placer.place(levelled(problem, config) for problem in every)
    shown = [problem for problem in problems if problem.level >= config.least]
    return Linted(
        Source(name, found.reading.text),
        told_once(shown),
        "plan",
        found.case,
        outcome,
        shown,
    )


def _page(recognised: Recognised) -> Iterator[Problem]:
    """That a web page's own lines are in the document, and weren't checked."""
    lines = [block for block in recognised.page if block.text.strip() or block.table]
    if lines:
        first = next((block.text for block in lines if block.text), "")
        message = f"网页上的栏目、按钮共 {len(lines)} 段不是正文，没有核对，应删去"
        yield Problem("read-furniture", Level.INFO, message, lines[0].where, first)


@dataclass
class Placer:
    """Finds quoted pieces of text in the paragraphs of a reading."""

    reading: Reading
    document: Document
    texts: dict[tuple[int, int], list[str]] = field(init=False)
    given: dict[tuple[object, ...], int] = field(init=False)
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.texts = defaultdict(list)
        self.given = defaultdict(int)
        self.lines = self.reading.text.split("\n")
        for where, text in _paragraphs(self.document):
            self.texts[_key(where)].append(text)

    def place(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems with their place, and as quote what stands there, in the order of the file."""
        placed = [self.one(problem) for problem in problems]
        order = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}
        return sorted(
            placed,
            key=lambda p: (p.where.line or 0, p.where.column or 0, order[p.level], p.rule),
        )

    def one(self, problem: Problem) -> Problem:
        """A problem at its quote; the second of two equal ones at the second occurrence."""
        where = problem.where if problem.where.line else self._anywhere(problem)
        if where.line is None:
            return problem
        for text in self.texts.get(_key(where), []):
            at = self._offset(problem, where, text)
            if at >= 0:
                exact = self.reading.at(where, at, len(problem.quote))
                return like(problem, where=exact, quote=self._text(exact))
        if elsewhere := self._below(problem, where):
            return self.one(replace(problem, where=elsewhere))
        text = next(iter(self.texts.get(_key(where), [])), "")
        whole = self.reading.at(where, 0, max(1, len(text)))
        return like(problem, where=whole, quote=self._text(whole), fix=None)

    def _offset(self, problem: Problem, where: Where, text: str) -> int:
        if not problem.quote:
            return -1
        found = []
        at = text.find(problem.quote)
        while at >= 0:
            found.append(at)
            at = text.find(problem.quote, at + len(problem.quote))
        if not found:
            return -1
        key = problem.rule, problem.quote, _key(where)
        self.given[key] += 1
        return found[(self.given[key] - 1) % len(found)]

    def _below(self, problem: Problem, where: Where) -> Where | None:
        """The next paragraph with the quote, where a part without a place of its own is.

        The mark and the number are parts of the notice, which stands at its title below them.
        """
        head = [p for b in self.document.blocks if b.role in HEAD for p in _texts(b)]
        below = [p for p in _paragraphs(self.document) if _key(p[0]) > _key(where)]
        for place, text in (*below, *head):
            if problem.quote and problem.quote in text:
                return replace(place, path=problem.where.path)
        return None

    def _anywhere(self, problem: Problem) -> Where:
        """The place of a problem that names none: where its quote stands, else the title."""
        for where, text in _paragraphs(self.document):
            if problem.quote and problem.quote in text:
                return replace(where, path=problem.where.path)
        first = next((w for w, text in _paragraphs(self.document) if text), NOWHERE)
        return replace(first, path=problem.where.path)

    def _text(self, where: Where) -> str:
        line = self.lines[(where.line or 1) - 1]
        return line[(where.column or 1) - 1 :][: where.width]


def _paragraphs(document: Document) -> Iterator[tuple[Where, str]]:
    for block in document.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[tuple[Where, str]]:
    if block.table is None:
        yield block.where, block.text
        return
    for row in block.table.rows:
        for cell, places in zip(row.cells, row.places or [()] * len(row.cells), strict=False):
            for text, where in zip(cell, places, strict=False):
                yield where, text


def _key(where: Where) -> tuple[int, int]:
    return where.line or 0, where.column or 0
