"""Problems as SARIF 2.1.0, for code hosts and editors."""

from __future__ import annotations

import json

from plangen.problem import Level, Problem
from plangen.report.model import FileReport, uri
from plangen.rules import Rule, rules

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def as_sarif(reports: list[FileReport]) -> str:
    """One run with every problem; rules that aren't of the folder are faults of form."""
    from importlib import metadata  # takes 10 ms to import, and no other format needs it

    found = [(report, problem) for report in reports for problem in report.problems]
    used = sorted({problem.rule for _, problem in found})
    index = {name: number for number, name in enumerate(used)}
    known = {rule.id: rule for rule in rules()}
    driver = {
        "name": "plangen",
        "version": metadata.version("plangen"),
        "rules": [_rule(name, known.get(name)) for name in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, one, index[one.rule]) for report, one in found],
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=1)


def _rule(name: str, rule: Rule | None) -> dict[str, object]:
    if rule is None:
        return {"id": name, "shortDescription": {"text": "文件的写法"}}
    return {
        "id": name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.doc},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
    }


def _result(report: FileReport, problem: Problem, index: int) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": uri(report.path)}}
    if region := _region(problem):
        location["region"] = region
    result: dict[str, object] = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": LEVELS[problem.level],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": location}],
    }
    if _fixable(report, problem) and problem.fix:
        result["fixes"] = [_fix(report, problem, problem.fix.new)]
    return result


def _fixable(report: FileReport, problem: Problem) -> bool:
    """Whether the place is surely that of the piece to replace: it is the only one in its line."""
    line = report.source.line(problem.where.line or 0)
    old = problem.fix.old if problem.fix else ""
    return problem.quote == old != "" and line.count(old) == 1


def _fix(report: FileReport, problem: Problem, new: str) -> dict[str, object]:
    replacement = {"deletedRegion": _region(problem), "insertedContent": {"text": new}}
    change = {
        "artifactLocation": {"uri": uri(report.path)},
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
