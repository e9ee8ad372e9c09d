"""Imports go one way, and every third-party library has one door."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]

LAYERS = (
    ("collector", "imported", "kept", "problem", "text", "value", "words"),
    ("source", "model"),
    ("standard", "template", "schema", "config"),
    ("compare", "compose", "derive", "recognise", "rules"),
    ("read", "write"),
    ("report", "pipeline"),
    ("batch",),
    ("plangen", "cli", "__main__"),  # plangen is plangen/__init__.py
)
"""A part may import from its own layer, not in a circle, and from those above it in this table."""

LAYER = {part: number for number, layer in enumerate(LAYERS) for part in layer}

DOORS = 2
"""In so many modules a third-party library may be imported. click is cli's, wherever in cli."""


@dataclass(frozen=True)
class Import:
    """Module `user` names module `used`, both dotted."""

    user: str
    used: str

    @property
    def library(self) -> str:
        return self.used.partition(".")[0]


@cache
def modules() -> dict[str, Path]:
    """Every module of plangen/ by its dotted name."""
    named = {}
    for path in sorted((ROOT / "plangen").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        named[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return named


@cache
def imports() -> list[Import]:
    """Every import statement of plangen/, those inside functions and TYPE_CHECKING too."""
    return [
        Import(module, used)
        for module, path in modules().items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for used in used_by(node, module, path)
    ]


def used_by(node: ast.AST, module: str, path: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
        above = package[: len(package) + 1 - node.level] if node.level else []
        base = ".".join([*above, node.module] if node.module else above)
        for alias in node.names:
            inner = f"{base}.{alias.name}"
            yield inner if inner in modules() else base


def part(module: str) -> str:
    """plangen.rules.heading_stop → rules; plangen → plangen."""
    return module.split(".")[1] if "." in module else module


def inside() -> list[Import]:
    return [i for i in imports() if i.library == "plangen" and part(i.user) != part(i.used)]


def outside() -> list[Import]:
    own = {*sys.stdlib_module_names, "plangen"}
    return [i for i in imports() if i.library not in own]


def test_modules_and_imports_are_found() -> None:
    assert len(modules()) > 10
    assert Import("plangen.model.document", "plangen.problem") in inside()


def test_every_part_has_a_layer() -> None:
    assert {part(module) for module in modules()} - set(LAYER) == set()


def test_imports_go_one_way() -> None:
    wrong = [i for i in inside() if LAYER[part(i.used)] > LAYER[part(i.user)]]
    assert wrong == []


def test_no_parts_import_each_other_in_a_circle() -> None:
    graph = defaultdict(set)
    for i in inside():
        graph[part(i.user)].add(part(i.used))
    assert set(TopologicalSorter(graph).static_order()) <= set(LAYER)


def test_rules_know_neither_word_nor_yaml_nor_the_command_line() -> None:
    banned = {"docx", "docxtpl", "lxml", "yaml", "click"}
    assert [i for i in outside() if part(i.user) == "rules" and i.library in banned] == []


def test_click_is_imported_in_cli_alone() -> None:
    assert {part(i.user) for i in outside() if i.library == "click"} <= {"cli"}


def test_a_library_is_imported_in_at_most_two_modules() -> None:
    users = defaultdict(set)
    for i in outside():
        users[i.library].add(i.user)
    assert {k: v for k, v in users.items() if len(v) > DOORS and k != "click"} == {}
