"""Problems as SARIF 2.1.0, for code hosts and editors."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import PurePath

from plangen.problem import Level, Problem
from plangen.report.model import FileReport
from plangen.rules import rules

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def as_sarif(reports: list[FileReport]) -> str:
    """One run with every problem; rules that aren't of the folder are faults of form."""
    found = [(report, problem) for report in reports for problem in report.problems]
    known = {rule.id: rule for rule in rules()}
    used = sorted({problem.rule for _, problem in found})
    described = [
        _rule(name, known[name].summary if name in known else "文件的写法") for name in used
    ]
    driver = {
        "name": "plangen",
        "version": metadata.version("plangen"),
        "rules": described,
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, one, used.index(one.rule)) for report, one in found],
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _rule(name: str, summary: str) -> dict[str, object]:
    return {"id": name, "shortDescription": {"text": summary}}


def _result(report: FileReport, problem: Problem, index: int) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": _uri(report.file)}}
    if region := _region(problem):
        location["region"] = region
    result: dict[str, object] = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": LEVELS[problem.level],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": location}],
    }
    if problem.fix and problem.quote == problem.fix.old:
        result["fixes"] = [_fix(report, problem, problem.fix.new)]
    return result


def _fix(report: FileReport, problem: Problem, new: str) -> dict[str, object]:
    replacement = {"deletedRegion": _region(problem), "insertedContent": {"text": new}}
    change = {
        "artifactLocation": {"uri": _uri(report.file)},
        "replacements": [replacement],
    }
    return {"description": {"text": f"改为“{new}”"}, "artifactChanges": [change]}


def _region(problem: Problem) -> dict[str, int]:
    where = problem.where
    if where.line is None or where.column is None:
        return {}
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endColumn": where.column + where.width,
    }


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else path.as_posix()
