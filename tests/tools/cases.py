"""The cases of rules beside their own examples: tests/cases/RULE.yaml, whose README says how."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import cast

import yaml

from plangen.model.document import Block, Document, Role, block
from plangen.model.plan import Locality, Plan, StandardUse
from plangen.pipeline import lint
from plangen.pipeline.documents import read
from plangen.problem import Problem, Where
from plangen.rules import Case, Outcome, run
from plangen.rules.base import Rule
from plangen.standard.catalogue import load_standard
from tests.tools.held import AGAINST, held
from tests.tools.looks import dressed_case
from tests.tools.specs import over_base

FOLDER = Path(__file__).parents[1] / "cases"
KEYS = frozenset({"why", "text", "spec", "document", "read", "standard", "finds", "suspended"})

Wanted = str | dict[str, str]
Data = dict[str, object]


@dataclass(frozen=True)
class Example:
    """A case of a rule: what it is about, what is checked, and what is found."""

    rule: str
    why: str
    data: Data

    @cached_property
    def case(self) -> Case:
        """The plan, or the document that was read."""
        if "read" in self.data:
            return _read(cast("list[Data | str]", self.data["read"]), self.data.get("standard"))
        if "document" in self.data:
            return read(str(self.data["document"]).encode(), "x.txt").case
        piece = cast("str | None", self.data.get("spec"))
        if piece is None:
            piece = yaml.safe_dump({"preamble": self.data["text"]}, allow_unicode=True)
        if "looks:" in piece:
            return dressed_case(piece)
        found = held(piece) if AGAINST.search(piece) else lint(over_base(piece), "x.yaml")
        assert found.case is not None, [problem.message for problem in found.problems]
        return found.case

    @property
    def wants(self) -> tuple[list[Wanted], list[str] | None]:
        """What is to be found, and what can't be checked where the case says so."""
        finds = cast("list[Wanted]", self.data["finds"])
        return finds, cast("list[str] | None", self.data.get("suspended"))

    def found(self, rule: Rule) -> tuple[list[Wanted], list[str] | None]:
        """What the rule finds, in the same words."""
        return found_in(run(self.case, (rule,)), self)


def examples(rule: str) -> list[Example]:
    """The cases of a rule, in the order of its file."""
    path = FOLDER / f"{rule}.yaml"
    if not path.exists():
        return []
    rows = cast("list[Data]", yaml.safe_load(path.read_text(encoding="utf-8")))
    assert [row for row in rows if not row.keys() <= KEYS] == []
    return [Example(rule, str(row["why"]), row) for row in rows]


def found_in(outcome: Outcome, example: Example) -> tuple[list[Wanted], list[str] | None]:
    """What was found, each thing told as the case tells it."""
    finds, suspended = example.wants
    told = [*finds, *[""] * (len(outcome.problems) - len(finds))]
    found = [
        _told(problem, wanted) for problem, wanted in zip(outcome.problems, told, strict=False)
    ]
    whys = [one.why for ones in outcome.suspended.values() for one in ones]
    return found, None if suspended is None else whys


def _told(problem: Problem, wanted: Wanted) -> Wanted:
    """A finding by its quote, or its message where it quotes nothing; or in these respects."""
    if isinstance(wanted, str):
        return problem.quote or problem.message
    fix = problem.fix
    every = {
        "quote": problem.quote,
        "says": problem.message,
        "level": problem.level.label,
        "at": problem.where.dotted,
        "paragraph": str(problem.where.paragraph),
        "fix": f"{fix.old} → {fix.new}" if fix else "",
    }
    return {key: every[key] for key in wanted}


def _read(paragraphs: list[Data | str], standard: object) -> Case:
    """A document that was read: paragraphs counted from 1, of a role that is said or 正文."""
    blocks = tuple(_block(each, at) for at, each in enumerate(paragraphs, 1))
    uses = (StandardUse(id=str(standard)),) if standard else ()
    plan = Plan(title="", locality=Locality(name="", level=""), standards=uses)
    known = {use.id: load_standard(use.id) for use in uses}
    return Case(plan, known, {"实施方案": Document(blocks)}, read=True)


def _block(paragraph: Data | str, at: int) -> Block:
    if isinstance(paragraph, str):
        return block(Role.PARAGRAPH, paragraph, Where(paragraph=at))
    clause = str(paragraph.get("clause", ""))
    [(role, text)] = ((key, value) for key, value in paragraph.items() if key != "clause")
    return replace(block(Role(role), str(text), Where(paragraph=at)), clause=clause)
