"""Problems for build hosts: GitHub's workflow commands, and JUnit XML."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from plangen.problem import Level, Problem
from plangen.report.model import FileReport

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def as_github(reports: list[FileReport]) -> str:
    """::error file=…,line=…,col=…,title=…::message, one a line."""
    return "\n".join(
        _command(report.file, problem) for report in reports for problem in report.problems
    )


def as_junit(reports: list[FileReport]) -> str:
    """A suite for each file; a case for each problem, one passed case where there is none."""
    root = ET.Element("testsuites", name="plangen")
    for report in reports:
        count = len(report.problems)
        failures = sum(problem.level is Level.ERROR for problem in report.problems)
        suite = ET.SubElement(
            root, "testsuite", name=report.file, tests=str(count or 1), failures=str(failures)
        )
        for problem in report.problems:
            _case(suite, report.file, problem)
        if not count:
            ET.SubElement(suite, "testcase", classname=report.file, name="没有问题")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False)


def _case(suite: ET.Element, file: str, problem: Problem) -> None:
    line = problem.where.line or 1
    name = f"{problem.rule}:{line}"
    case = ET.SubElement(suite, "testcase", classname=file, name=name, line=str(line))
    if problem.level is Level.ERROR:
        failure = ET.SubElement(case, "failure", type=problem.rule, message=problem.message)
        failure.text = f"{file}:{line}: {problem.message}"
    else:
        ET.SubElement(case, "system-out").text = f"{problem.level.label}：{problem.message}"


def _command(file: str, problem: Problem) -> str:
    where = problem.where
    parts = {"file": file, "line": where.line, "col": where.column, "title": problem.rule}
    if where.column is not None:
        parts["endColumn"] = where.column + where.width
    shown = ",".join(f"{key}={_property(value)}" for key, value in parts.items() if value)
    return f"::{COMMANDS[problem.level]} {shown}::{_data(problem.message)}"


def _data(text: object) -> str:
    return str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: object) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
