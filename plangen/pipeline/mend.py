"""Mend what is safe in a spec's text: every fix that changes one value and nothing else."""

from __future__ import annotations

from plangen.config.model import Config
from plangen.pipeline.lint import Linted, lint
from plangen.problem import Problem
from plangen.source.mend import Edit, mended
from plangen.source.reader import read_yaml

ROUNDS = 5  # a fix may lay bare another; five are never reached by sound rules


def mend(raw: bytes, name: str, config: Config | None = None) -> tuple[bytes, int]:
    """The text with its safe fixes made, and how many; mending again changes nothing more."""
    made = 0
    for _ in range(ROUNDS):
        edits = [edit for problem in lint(raw, name, config).problems for edit in _edit(problem)]
        new, count = _made(raw, name, edits)
        if not count:
            return raw, made
        raw, made = new, made + count
    return raw, made


def fixable(linted: Linted) -> list[Problem]:
    """The problems that `mend` would try to fix."""
    return [problem for problem in linted.problems if list(_edit(problem))]


def _edit(problem: Problem) -> list[Edit]:
    """The edit of a problem whose faulty piece stands in the file as it is quoted."""
    fix, where = problem.fix, problem.where
    if fix is None or where.line is None or where.column is None or problem.quote != fix.old:
        return []
    return [Edit(where.line, where.column, fix.old, fix.new)]


def _made(raw: bytes, name: str, edits: list[Edit]) -> tuple[bytes, int]:
    """All edits at once; one by one where together they would break the file."""
    if not edits:
        return raw, 0
    new = mended(raw, edits)
    if new != raw and _same_shape(raw, new, name):
        return new, len(edits)
    count = 0
    for edit in sorted(edits, key=lambda e: (e.line, e.column), reverse=True):
        new = mended(raw, [edit])
        if new != raw and _same_shape(raw, new, name):
            raw, count = new, count + 1
    return raw, count


def _same_shape(before: bytes, after: bytes, name: str) -> bool:
    """Whether the file still has the same keys and lists, and only words changed."""
    old, _ = read_yaml(before, name)
    new, problems = read_yaml(after, name)
    return not problems and old.values.keys() == new.values.keys()
