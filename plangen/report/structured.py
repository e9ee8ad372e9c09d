"""Problems as JSON, in the form that other people's scripts rely on (version 1)."""

from __future__ import annotations

import json

from plangen.problem import Problem, Where
from plangen.report.model import FileReport
from plangen.standard.coverage import Coverage


def as_json(reports: list[FileReport]) -> str:
    """The JSON of `lint --format json`."""
    files = [
        {
            "file": report.file,
            "kind": report.kind,
            "problems": [_problem(problem) for problem in report.problems],
            "coverage": [_coverage(found) for found in report.coverage],
        }
        for report in reports
    ]
    return json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=1)


def _problem(problem: Problem) -> dict[str, object]:
    fix = problem.fix
    return {
        "rule": problem.rule,
        "level": problem.level.name.lower(),
        "message": problem.message,
        "where": _where(problem.where),
        "quote": problem.quote,
        "basis": problem.basis,
        "fix": {"old": fix.old, "new": fix.new} if fix else None,
    }


def _where(where: Where) -> dict[str, object]:
    known = {
        "line": where.line,
        "column": where.column,
        "paragraph": where.paragraph,
        "path": where.dotted or None,
    }
    return {key: value for key, value in known.items() if value is not None}


def _coverage(found: Coverage) -> dict[str, object]:
    return {
        "standard": found.standard.id,
        "clauses": len(found.standard.clauses),
        "uncovered": [clause.id for clause in found.uncovered],
        "multiple": {
            clause: list(dict.fromkeys(owner.name for owner in owners))
            for clause, owners in found.multiple.items()
        },
    }
