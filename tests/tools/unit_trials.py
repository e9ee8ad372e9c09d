"""The test functions that import a module of rules, called without pytest: once for each mutant.

Limit: functions that want a fixture are left out.
"""

from __future__ import annotations

import ast
import inspect
import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

FOLDER = Path(__file__).parents[1]


@cache
def _importing() -> tuple[tuple[frozenset[str], CodeType, str], ...]:
    """Test modules that import modules of rules: which, and their code."""
    found = []
    for path in sorted(FOLDER.glob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        froms = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
        names = frozenset(name for name in froms if name and name.startswith("plangen.rules._"))
        if names:
            found.append((names, compile(text, str(path), "exec"), path.stem))
    return tuple(found)


def unit_tests_fail(modules: Iterable[str]) -> bool:
    """Whether a test of these modules fails, as they are loaded now."""
    wanted = set(modules)
    return any(_fails(code, name) for names, code, name in _importing() if names & wanted)


def _fails(code: CodeType, name: str) -> bool:
    namespace: dict[str, Any] = {
        "__name__": f"tests.{name}",
        "__file__": str(FOLDER / f"{name}.py"),
    }
    exec(code, namespace)
    tests = [value for key, value in namespace.items() if key.startswith("test_")]
    try:
        for test in tests:
            for arguments in _calls(test):
                test(**arguments)
    except AssertionError:
        return True
    return False


def _calls(test: Callable[..., None]) -> Iterator[dict[str, object]]:
    """The arguments of every call of a test, by its parametrize marks."""
    rows = []
    for mark in getattr(test, "pytestmark", []):
        if mark.name == "parametrize":
            names, values = mark.args[:2]
            keys = [n.strip() for n in names.split(",")] if isinstance(names, str) else list(names)
            alone = isinstance(names, str) and len(keys) == 1
            rows.append([_row(keys, value, alone=alone) for value in values])
    for parts in itertools.product(*rows):
        arguments = {key: value for part in parts for key, value in part.items()}
        if arguments.keys() == inspect.signature(test).parameters.keys():
            yield arguments


def _row(keys: list[str], value: Any, *, alone: bool) -> dict[str, object]:  # noqa: ANN401
    if type(value).__name__ == "ParameterSet":  # pytest.param(…)
        return dict(zip(keys, value.values, strict=True))
    return dict(zip(keys, [value] if alone else value, strict=True))
