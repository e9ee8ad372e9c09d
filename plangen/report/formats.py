"""The output formats of `lint`: a format is one function and one row."""

from __future__ import annotations

from collections.abc import Callable

from plangen.report.hosts import as_github, as_junit
from plangen.report.model import FileReport
from plangen.report.page import as_html
from plangen.report.sarif import as_sarif
from plangen.report.structured import as_json

# text isn't here: it goes to a person, with colours.
FORMATS: dict[str, Callable[[list[FileReport]], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "junit": as_junit,
    "html": as_html,
}
BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".html": "html", ".htm": "html"}
"""The format of a file to be written, where none is asked for."""
