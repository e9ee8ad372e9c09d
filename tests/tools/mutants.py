"""Mutants of the modules of rules: each is a module with one small thing changed.

What is only data or words is left alone: manuals, messages, examples, the rule's own line. A long
list of words is data too, of which three stand for all.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType

import plangen.rules
from tests.tools.mutant_changes import (
    Node,
    Place,
    called,
    changes,
    is_manual,
    is_text,
    pattern_changes,
    short,
)

FOLDER = Path(plangen.rules.__file__).parent
PACKAGE = "plangen.rules"
MACHINERY = frozenset(
    {"__init__", "base", "_lines", "_sketch", "_memory", "_sound"}
)  # what runs rules; other tests have it
IMPORTS = re.compile(rf"^from {PACKAGE}\.(\w+) import", re.MULTILINE)
PATTERNED = frozenset({"lazy", "compile", "search", "match", "fullmatch", "sub", "split", "Slip"})
SKIPPED = frozenset({"annotation", "returns", "decorator_list", "format_spec", "ctx"})


@dataclass(frozen=True)
class Mutant:
    """One change at one place of a module's tree."""

    path: Path
    line: int
    kind: str
    inside: str
    diff: tuple[str, str]
    place: Place
    index: int | None
    new: Node

    @property
    def key(self) -> str:
        """What names it as long as the code is the same: the file, the function, the change."""
        return f"{self.path.stem} {self.inside}: {self.diff[0]} → {self.diff[1]}"

    @contextmanager
    def made(self) -> Iterator[None]:
        """As long as this is open, the tree is that of the mutant."""
        self._put(self.new)
        try:
            yield
        finally:
            self._put(self.place.node)

    def _put(self, node: Node) -> None:
        if self.index is None:
            setattr(self.place.parent, self.place.name, node)
        else:
            getattr(self.place.parent, self.place.name)[self.index] = node


@dataclass(frozen=True)
class Module:
    """A module of rules: its tree, its code, and the modules of rules that it imports."""

    path: Path
    tree: ast.Module
    code: CodeType
    imports: frozenset[str]

    @property
    def name(self) -> str:
        return self.path.stem


@cache
def modules() -> dict[str, Module]:
    """Every module of rules by name."""
    found = {}
    for path in sorted(FOLDER.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        imports = frozenset(IMPORTS.findall(text))
        found[path.stem] = Module(path, tree, compile(tree, str(path), "exec"), imports)
    return found


@cache
def dependents(name: str) -> tuple[str, ...]:
    """The modules that import one, directly or not, each after those that it imports."""
    needed: list[str] = []

    def visit(one: str) -> None:
        for other, module in modules().items():
            if one in module.imports and other not in MACHINERY:
                visit(other)
        if one not in needed:
            needed.insert(0, one)

    visit(name)
    return tuple(needed[1:])


@cache
def mutants(name: str) -> tuple[Mutant, ...]:
    """The mutants of a module, in the order of its source."""
    return tuple(Walk(modules()[name], _pattern_names(), _of_examples(name)).mutants())


@dataclass
class Walk:
    """The walk over a module that makes its mutants."""

    module: Module
    patterns: frozenset[str]  # names of constants that patterns are made of
    examples: frozenset[str]  # names that only examples use

    def mutants(self) -> Iterator[Mutant]:
        for index, node in enumerate(self.module.tree.body):
            if not self._is_data(node):
                yield from self._visit(Place(node, self.module.tree, "body"), index, "")

    def _is_data(self, node: Node) -> bool:
        """Imports, exports, the manual, the rule's own line and what only its examples use."""
        names = set(_stored(node))
        plain = isinstance(node, ast.Import | ast.ImportFrom | ast.Expr)
        told = plain or not names.isdisjoint({"RULE", "__all__"})  # mypy --strict has __all__
        return told or (bool(names) and names <= self.examples)

    def _visit(self, at: Place, index: int | None, inside: str) -> Iterator[Mutant]:
        node = at.node
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            inside = f"{inside}.{node.name}" if inside else node.name
        inside = inside or ",".join(_stored(node))
        patterned = self._patterned(at, index)
        for kind, new, shown in pattern_changes(node) if patterned else changes(at):
            diff = (shown, "") if shown else (short(node), short(new))
            ast.fix_missing_locations(ast.copy_location(new, node))
            line = getattr(node, "lineno", 0) or getattr(at.parent, "lineno", 0)
            yield Mutant(self.module.path, line, kind, inside, diff, at, index, new)
        for child, number in _children(node):
            if not patterned or isinstance(child.node, ast.FormattedValue):
                yield from self._visit(child, number, inside)

    def _patterned(self, at: Place, index: int | None) -> bool:
        """Whether a string is a pattern, or a piece of one."""
        parent = at.parent
        if not isinstance(at.node, ast.JoinedStr) and not is_text(at.node):
            return False
        if isinstance(parent, ast.Call) and at.name == "args" and index == 0:
            return called(parent) in PATTERNED
        if isinstance(parent, ast.Assign | ast.AnnAssign):
            return not self.patterns.isdisjoint(_stored(parent))
        calls = [node for node in ast.walk(parent) if isinstance(node, ast.Call)]
        return isinstance(parent, ast.BinOp) and "escape" in map(called, calls)


def _children(node: Node) -> Iterator[tuple[Place, int | None]]:
    for name, value in ast.iter_fields(node):
        several = isinstance(value, list)
        for index, each in enumerate(value if several else [value]):
            if isinstance(each, ast.AST) and name not in SKIPPED and not is_manual(each):
                yield Place(each, node, name), index if several else None


def _stored(node: Node) -> list[str]:
    """The names that an assignment gives a value."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _used(node: Node) -> list[str]:
    names = (each for each in ast.walk(node) if isinstance(each, ast.Name))
    return [name.id for name in names if isinstance(name.ctx, ast.Load)]


@cache
def _pattern_names() -> frozenset[str]:
    """The constants of all modules that patterns are made of."""
    nodes = [node for module in modules().values() for node in ast.walk(module.tree)]
    calls = [node for node in nodes if isinstance(node, ast.Call) and node.args]
    firsts = [call.args[0] for call in calls if called(call) in PATTERNED]
    shaped = [node for node in firsts if isinstance(node, ast.Name | ast.JoinedStr)]
    found = {name for node in shaped for name in _used(node)}
    for node in nodes:  # and what these are made of
        if isinstance(node, ast.Assign) and not found.isdisjoint(_stored(node)):
            found.update(_used(node.value) if isinstance(node.value, ast.JoinedStr) else ())
    return frozenset(found)


@cache
def _of_examples(name: str) -> frozenset[str]:
    """The names that a module uses for the examples of its rule only."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter(
        each for one in modules().values() for each in _taken(one, name)
    )
    for node in reversed(modules()[name].tree.body):
        own = _stored(node)
        data = "RULE" in own or (own and all(inside[n] and not outside[n] for n in own))
        (inside if data else outside).update(_used(node))
    return frozenset(used for used in inside if not outside[used])


def _taken(module: Module, source: str) -> Iterator[str]:
    """What a module imports from another."""
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == f"{PACKAGE}.{source}":
            yield from (alias.name for alias in node.names)
