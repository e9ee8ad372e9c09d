"""The types of text a schema may ask for, each with its test: a line, a date, yes or no."""

from __future__ import annotations

from collections.abc import Callable

from plangen.text.dates import parse_date

FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


def _is_line(value: str) -> bool:
    return value.strip() != "" and "\n" not in value.rstrip("\n")


TESTS: dict[str, Callable[[str], bool]] = {
    "line": _is_line,
    "text": lambda value: value.strip() != "",
    "column": lambda value: "\n" not in value.strip("\n"),
    "cell": lambda _: True,
    "time": lambda value: parse_date(value) is not None,
    "flag": lambda value: value.lower() in FLAGS,
    "number": lambda value: value.replace(".", "", 1).isdecimal(),
}
