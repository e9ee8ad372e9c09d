"""Problems for build hosts: GitHub's workflow commands, and JUnit XML."""

from __future__ import annotations

from pathlib import PurePath
from xml.etree import ElementTree as ET

from plangen.problem import Level, Problem
from plangen.report.model import FileReport

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def as_github(reports: list[FileReport]) -> str:
    """::error file=…,line=…,col=…,title=…::message, one a line."""
    return "\n".join(
        _command(report.path, problem) for report in reports for problem in report.problems
    )


def as_junit(reports: list[FileReport]) -> str:
    """A suite for each file; a case for each problem, one passed case where there is none.

    A problem below the level that fails the check is a passed case with an output.
    """
    root = ET.Element("testsuites", name="plangen")
    for report in reports:
        count, failures = len(report.problems), sum(map(report.fails, report.problems))
        numbers = {"tests": str(count or 1), "failures": str(failures), "errors": "0"}
        suite = ET.SubElement(root, "testsuite", {"name": report.file, **numbers})
        for problem in report.problems:
            _case(suite, report, problem)
        if not count:
            ET.SubElement(suite, "testcase", classname=report.file, name="没有问题")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False)


def _case(suite: ET.Element, report: FileReport, problem: Problem) -> None:
    where = problem.where
    place = ":".join(str(part) for part in (where.line, where.column) if part)
    name = f"{problem.rule}:{place}"
    case = ET.SubElement(suite, "testcase", classname=report.file, name=name)
    if report.fails(problem):
        failure = ET.SubElement(case, "failure", type=problem.rule, message=problem.message)
        failure.text = f"{report.file}:{place}: {problem.message}"
    else:
        ET.SubElement(case, "system-out").text = f"{problem.level.label}：{problem.message}"


def _command(path: PurePath, problem: Problem) -> str:
    where = problem.where
    parts: dict[str, str | int | None]
    parts = {"file": path.as_posix(), "line": where.line, "col": where.column}
    parts["title"] = problem.rule
    if where.column is not None:
        parts["endColumn"] = where.column + where.width
    shown = ",".join(f"{key}={_property(value)}" for key, value in parts.items() if value)
    return f"::{COMMANDS[problem.level]} {shown}::{_data(problem.message)}"


def _data(text: object) -> str:
    return str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: object) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
