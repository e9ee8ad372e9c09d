"""Expressions compiled by way of what an earlier process kept are those that Python compiles."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from plangen.kept import Book, Shelf
from plangen.text.patterns import lazy
from plangen.text.programs import MAKER, compiled
from tests.test_imports import modules

LAZY = type(lazy(""))


def expressions() -> list[tuple[str, int]]:
    """Every expression that a module of plangen has by a name."""
    found = [
        (value.pattern, value.flags)
        for name in modules()
        if name != "plangen.__main__"
        for value in vars(import_module(name)).values()
        if isinstance(value, LAZY)
    ]
    return sorted({*found})


def test_python_is_one_whose_compiler_is_known() -> None:
    assert MAKER is not None


def test_every_expression_is_compiled_as_python_does() -> None:
    found = expressions()
    assert len(found) > 300
    assert [one for one in found if compiled(*one) != re.compile(*one)] == []


@pytest.mark.parametrize(
    ("expression", "flags"),
    [
        ("(?P<a>甲)(?P=a)", 0),
        ("(?i)ab|[^a-z一-龥]{2,}", 0),
        ("^a.b$ # x", re.DOTALL | re.VERBOSE | re.MULTILINE),
        (r"(?<=甲)\w+?(?!乙)(?>丙*)", re.ASCII),
        ("", 0),
    ],
)
def test_an_expression_taken_from_a_book_is_the_same(expression: str, flags: int) -> None:
    compiled(expression, flags)
    assert compiled(expression, flags) == re.compile(expression, flags)


def test_a_wrong_expression_is_refused_as_python_refuses_it() -> None:
    with pytest.raises(re.error, match="unterminated character set"):
        compiled("[甲")


SCRIPT = """
import re, sys
from plangen.text.programs import compiled
seen = []
sys.setprofile(lambda frame, event, _: seen.append(frame.f_code.co_name))
found = compiled("(?P<a>[甲乙丙]+)x", re.DOTALL)
sys.setprofile(None)
print(found == re.compile("(?P<a>[甲乙丙]+)x", re.DOTALL), "parse" in seen)
"""


def test_the_second_process_compiles_nothing(tmp_path: Path) -> None:
    environment = os.environ | {"PLANGEN_CACHE": str(tmp_path), "PYTHONUTF8": "1"}
    run = [sys.executable, "-c", SCRIPT]
    said = [subprocess.run(run, env=environment, check=True, capture_output=True) for _ in "12"]
    assert [one.stdout.decode().split() for one in said] == [["True", "True"], ["True", "False"]]


def test_of_a_full_book_the_oldest_falls_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGEN_CACHE", str(tmp_path))
    shelf = Shelf(".book", 2)
    for name in "甲乙丙":
        book = Book(shelf, "key", 2)
        book.add(name, name.encode())
        del book
    assert shelf.recall("key") == {"乙": "乙".encode(), "丙": "丙".encode()}


def test_two_books_at_once_keep_what_both_add(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANGEN_CACHE", str(tmp_path))
    shelf = Shelf(".book", 2)
    books = [Book(shelf, "key", 9), Book(shelf, "key", 9)]
    for book, name in zip(books, "甲乙", strict=True):
        book.add(name, 1)
    assert book.get("甲") is None
    del book, books
    assert shelf.recall("key") == {"甲": 1, "乙": 1}
