"""Five plans with the faults of five real ones: all of them are found, and nothing else.

What is planted stands in tests/faults/*.yaml as comments; README.md there says how to read them.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from plangen.model.plan import Plan
from plangen.pipeline import Linted, lint
from plangen.rules import rules

FOLDER = Path(__file__).parent / "faults"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
MARK = re.compile(r"\s*# (?P<kind>fault|note) (?P<rule>[a-z-]+): (?P<message>.+)")
NEW = re.compile(r"\s*# (?:fault|note)\b")

Found = tuple[int, str, str]


@cache
def linted(name: str) -> Linted:
    path = FOLDER / f"{name}.yaml"
    return lint(path.read_bytes(), path.name)


def plan(name: str) -> Plan:
    found = linted(name).plan
    assert found is not None, [problem.message for problem in linted(name).problems]
    return found


def planted(name: str, kinds: tuple[str, ...] = ("fault", "note")) -> list[Found]:
    """Line, rule and message of every mark: it is about the next line that is no comment."""
    out: list[Found] = []
    waiting: list[tuple[str, str]] = []
    lines = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        if found := MARK.fullmatch(line):
            waiting += [(found["rule"], found["message"])] if found["kind"] in kinds else []
        elif line.strip() and not line.strip().startswith("#"):
            out += [(number, rule, message) for rule, message in waiting]
            waiting = []
    assert waiting == []
    return sorted(out)


def test_there_is_a_plan_for_each_of_the_five() -> None:
    assert NAMES == ["city", "county", "district", "roadmap", "town"]


@pytest.mark.parametrize("name", NAMES)
def test_every_planted_fault_is_found_and_nothing_else(name: str) -> None:
    problems = linted(name).problems
    assert sorted((p.where.line or 0, p.rule, p.message) for p in problems) == planted(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_can_be_read(name: str) -> None:
    lines = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").split("\n")
    marks = [line for line in lines if NEW.match(line)]
    assert [line for line in marks if not MARK.fullmatch(line)] == []
    assert len(marks) == len(planted(name))


def test_so_many_faults_of_so_many_rules_are_planted() -> None:
    faults = {name: planted(name, ("fault",)) for name in NAMES}
    assert {name: len(found) for name, found in faults.items()} == {
        "city": 38,
        "county": 56,
        "district": 15,
        "roadmap": 6,
        "town": 14,
    }
    every = {rule for found in faults.values() for _, rule, _ in found}
    assert every <= {rule.id for rule in rules()}
    assert len(every) == 66


def test_the_plans_are_built_as_the_real_ones_are() -> None:
    parts = ("offices", "groups", "assignments", "phases", "guarantees", "annexes")
    counts = {name: tuple(len(getattr(plan(name), part)) for part in parts) for name in NAMES}
    assert counts == {
        "city": (1, 5, 76, 5, 8, 0),
        "county": (1, 12, 0, 4, 3, 0),
        "district": (0, 0, 0, 3, 4, 0),
        "roadmap": (0, 0, 0, 4, 5, 1),
        "town": (0, 0, 0, 3, 4, 0),
    }
